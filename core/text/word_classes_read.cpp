#include "text/word_classes.hpp"

#include "base/user_error.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <sstream>

namespace plumbline::text {
namespace {

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw UserError({file}, "cannot be opened");
    std::ostringstream all;
    all << in.rdbuf();
    if (!in) throw UserError({file}, "cannot be read");
    return std::move(all).str();
}

/// The two fields of each line that is neither empty nor a comment.
void each_line(std::string_view text, const std::string& file,
               const std::function<void(std::string_view, std::string_view, const FilePosition&)>& take) {
    FilePosition at{file};
    while (!text.empty()) {
        ++at.line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || tab == 0)
            throw UserError(at, "expected a name, a tab and what belongs to it");
        take(line.substr(0, tab), line.substr(tab + 1), at);
    }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

} // namespace

/// Fills a lexicon from its three files.
class WordClassesReader {
public:
    explicit WordClassesReader(WordClasses& lexicon) : lexicon_{lexicon} {
        lexicon_.number_ = class_id("NUM", {});
        lexicon_.capital_ = class_id("CAP", {});
        lexicon_.acronym_ = class_id("ACRO", {});
        lexicon_.name_ = class_id("name", {});
        lexicon_.adjective_ = class_id("adj", {});
        for (const char letter : std::string_view("taziqbkcefdglmohypsrnxwvuj"))
            lexicon_.noun_.at(static_cast<std::size_t>(letter)) = class_id(std::string("n.") + letter, {});
        for (const char letter : std::string_view("bhkcwftremposxz"))
            lexicon_.verb_.at(static_cast<std::size_t>(letter)) = class_id(std::string("v.") + letter, {});
    }

    void classes(std::string_view text, const std::string& file) {
        each_line(text, file, [&](auto name, auto words, const FilePosition& at) {
            const ClassId id = class_id(name, at);
            if (!lexicon_.topics_.test(id)) lexicon_.listed_.set(id);
            for (const auto phrase : split(words, ' '))
                if (id == lexicon_.name_)
                    lexicon_.names_.emplace(phrase); // never stemmed: a name is not a slip of another word
                else
                    add(phrase, id);
        });
    }

    void patterns(std::string_view text, const std::string& file) {
        each_line(text, file, [&](auto name, auto expression, const FilePosition& at) {
            WordPattern pattern{std::string(name), hash_of(name), {}};
            for (const auto part : split(expression, ' '))
                pattern.elements.push_back(element(part, at));
            if (pattern.elements.empty()) throw UserError(at, "the pattern is empty");
            lexicon_.patterns_.push_back(std::move(pattern));
        });
        index();
    }

private:
    ClassId class_id(std::string_view name, const FilePosition& at) {
        const auto [found, added] = lexicon_.class_ids_.try_emplace(std::string(name), ClassId{});
        if (added) {
            if (lexicon_.class_names_.size() == max_classes)
                throw UserError(at, "too many word classes; at most " + std::to_string(max_classes) + " fit");
            found->second = static_cast<ClassId>(lexicon_.class_names_.size());
            if (name.starts_with("t.")) lexicon_.topics_.set(found->second);
            lexicon_.class_names_.emplace_back(name);
            lexicon_.class_hashes_.push_back(hash_of(name));
        }
        return found->second;
    }

    WordClasses::Entry& entry(std::string_view stem) {
        const auto [found, added] = lexicon_.entries_.try_emplace(std::string(stem));
        if (added) found->second.stem = static_cast<std::uint32_t>(lexicon_.entries_.size() - 1);
        return found->second;
    }

    /// "core_group" is two words; each is kept by its stem.
    void add(std::string_view phrase, ClassId id) {
        std::string spaced(phrase);
        std::ranges::replace(spaced, '_', ' ');
        const auto tokens = tokenise(spaced);
        if (tokens.size() == 1) {
            entry(tokens.front().stem).classes.set(id);
            return;
        }
        WordClasses::Phrase added;
        for (const Token& token : tokens)
            added.stems.push_back(entry(token.stem).stem);
        added.classes.set(id);
        entry(tokens.front().stem).phrases.push_back(static_cast<std::uint32_t>(lexicon_.phrases_.size()));
        lexicon_.phrases_.push_back(std::move(added));
    }

    PatternElement element(std::string_view part, const FilePosition& at) {
        using Kind = PatternElement::Kind;
        PatternElement made;
        if (part == "^") return made.kind = Kind::text_start, made;
        if (part == "^s") return made.kind = Kind::sentence_start, made;
        if (part == "$") return made.kind = Kind::segment_end, made;
        if (part.starts_with("..")) {
            made.kind = Kind::gap;
            const auto digits = part.substr(2);
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), made.gap);
            if (error != std::errc{} || end != digits.data() + digits.size())
                throw UserError(at, "expected a number after \"..\", found \"" + std::string(part) + "\"");
            return made;
        }
        if (part.size() > 1 && part.front() == '?') made.optional = true, part.remove_prefix(1);
        if (part.size() > 1 && part.front() == '!') made.negated = true, part.remove_prefix(1);
        if (part == "*") return made.any = true, made;
        for (const auto alternative : split(part, '|'))
            add_alternative(made, alternative, at);
        return made;
    }

    void add_alternative(PatternElement& made, std::string_view alternative, const FilePosition& at) {
        if (alternative.size() < 2 || alternative.front() != '@') {
            for (const Token& token : tokenise(alternative))
                made.stems.push_back(entry(token.stem).stem);
            return;
        }
        const auto known = lexicon_.class_ids_.find(alternative.substr(1));
        if (known == lexicon_.class_ids_.end())
            throw UserError(at, "there is no word class \"" + std::string(alternative.substr(1)) + "\"");
        made.classes.set(known->second);
    }

    void index() {
        auto& index = lexicon_.pattern_index_;
        index.by_class.resize(lexicon_.class_names_.size());
        index.by_stem.resize(lexicon_.entries_.size());
        for (std::uint32_t i = 0; i < lexicon_.patterns_.size(); ++i)
            index_one(index, i);
    }

    void index_one(PatternIndex& index, std::uint32_t i) const {
        using Kind = PatternElement::Kind;
        const auto& elements = lexicon_.patterns_[i].elements;
        std::size_t first = 0;
        while (first < elements.size() &&
               (elements[first].kind == Kind::text_start || elements[first].kind == Kind::sentence_start))
            ++first;
        if (first == elements.size() || elements[first].kind != Kind::word || elements[first].optional ||
            elements[first].negated || elements[first].any) {
            index.anywhere.push_back(i);
            return;
        }
        for (std::size_t id = 0; id < index.by_class.size(); ++id)
            if (elements[first].classes.test(id)) index.by_class[id].push_back(i);
        for (const std::uint32_t stem : elements[first].stems)
            index.by_stem[stem].push_back(i);
    }

    WordClasses& lexicon_;
};

std::shared_ptr<const WordClasses> WordClasses::from_folder(const std::string& folder) {
    const auto lexicon = std::make_shared<WordClasses>();
    WordClassesReader reader(*lexicon);
    const auto file = [&](const char* name) { return folder + '/' + name; };
    reader.classes(contents(file("classes.tsv")), file("classes.tsv"));
    reader.patterns(contents(file("patterns.tsv")), file("patterns.tsv"));
    return lexicon;
}

std::shared_ptr<const WordClasses> WordClasses::from_texts(std::string_view classes,
                                                           std::string_view patterns) {
    const auto lexicon = std::make_shared<WordClasses>();
    WordClassesReader reader(*lexicon);
    reader.classes(classes, "classes");
    reader.patterns(patterns, "patterns");
    return lexicon;
}

} // namespace plumbline::text
