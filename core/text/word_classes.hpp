#pragma once

/// What words mean, coarsely: classes from reviewed lists (plugins/words/classes.tsv: "parent", "document",
/// "want") and from WordNet's lexicographer files ("n.i" an artifact, "v.m" a motion; the letters are those
/// of wordnet.hpp), and small patterns over them (plugins/words/patterns.tsv).

#include "text/reading.hpp"
#include "text/word_patterns.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace plumbline::text {

/// A reading's words with their classes: what patterns and features are worked out from.
struct TaggedWords {
    struct Word {
        Span span;
        std::uint64_t stem_hash = 0;  // of the stem; numbers and names of people and places count as one each
        std::uint32_t stem = no_stem; // id within the lexicon, `no_stem` when no list or pattern has it
        std::uint32_t segment = 0;    // words between two marks other than the comma share one
        ClassSet classes;
        bool mark = false; // a mark other than a comma or bracketless dash; ends a segment
        bool starts_sentence = false;
    };
    std::vector<Word> words;
};

/// A stable hash of a name: what features are known by.
constexpr std::uint64_t hash_of(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

/// Immutable; shared between models and threads.
class WordClasses {
public:
    /// Reads classes.tsv and patterns.tsv of a folder. Throws UserError with file and line.
    static std::shared_ptr<const WordClasses> from_folder(const std::string& folder);
    /// The same from texts.
    static std::shared_ptr<const WordClasses> from_texts(std::string_view classes, std::string_view patterns);

    TaggedWords tag(const Reading& reading) const;

    const std::vector<WordPattern>& patterns() const { return patterns_; }
    const PatternIndex& pattern_index() const { return pattern_index_; }

    std::optional<std::size_t> class_id(std::string_view name) const {
        const auto found = class_ids_.find(name);
        return found == class_ids_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
    }
    /// Classes that say what a text is about ("t.housing"): only pairs of texts are compared by them.
    const ClassSet& topics() const { return topics_; }
    /// Classes that come from lists, without topics.
    const ClassSet& listed() const { return listed_; }
    std::size_t class_count() const { return class_names_.size(); }
    const std::string& class_name(std::size_t id) const { return class_names_[id]; }
    std::uint64_t class_hash(std::size_t id) const { return class_hashes_[id]; }

private:
    friend class WordClassesReader;

    struct Entry {
        std::uint32_t stem = 0;
        ClassSet classes;
        std::vector<std::uint32_t> phrases; // indices of phrases_ that begin with this stem
    };
    struct Phrase {
        std::vector<std::uint32_t> stems;
        ClassSet classes;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };

    void tag_word(const Reading& reading, const Token& token, TaggedWords::Word& word) const;
    void tag_phrases(TaggedWords& tagged, const std::vector<const Entry*>& entries) const;

    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, ClassId, Hash, std::equal_to<>> class_ids_;
    std::vector<std::string> class_names_;
    std::vector<std::uint64_t> class_hashes_;
    std::unordered_set<std::string, Hash, std::equal_to<>>
        names_; // people's first names, as tokens are normalised
    ClassSet topics_, listed_;
    std::vector<WordPattern> patterns_;
    PatternIndex pattern_index_;
    ClassId number_ = 0, capital_ = 0, acronym_ = 0, name_ = 0, adjective_ = 0;
    std::array<ClassId, 128> noun_{}, verb_{}; // by the letter of NounClass and VerbClass
};

} // namespace plumbline::text
