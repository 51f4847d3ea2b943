#include "lua/view_privacy.hpp"
#include "lua/library.hpp"

#include "base/date.hpp"
#include "lua/bindings.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>
#include <unordered_set>

namespace plumbline::lua {

namespace {

constexpr std::size_t run_characters = 12;
constexpr std::size_t run_words = 3;
constexpr std::size_t longest_message = 2000; // bytes; more of an error helps nobody

/// What Lua and the host say in errors, so that an ordinary word that a plan happens to use stays readable.
constexpr std::string_view host_words =
    "; there is nothing here (nil): ask before reading a field of it joining reckoning with it. there is no "
    "such "
    "function go through a list with ipairs(list) join tostring(value) instead. for words as they stand use "
    "contains. there are: the manifest has none. back-references look-around "
    "a an and any are as at attempt to index call compare perform arithmetic on concatenate get length of "
    "nil value "
    "field local global upvalue method constant number string table function boolean userdata with two "
    "values bad "
    "argument expected got no integer representation divided by zero for initial limit step must be error in "
    "not "
    "stack overflow text invalid key next order out range too many few results unpack position bounds wrong "
    "the this that is it has have such did you mean use write call given needs need one each other than more "
    "most "
    "least only where which what why when who before after again once twice same different another first "
    "last "
    "there here its own their them and or but so if then else from into until while without within beside "
    "belongs closed keep plain plan plans node nodes host cannot changed read written list lists phrase set "
    "word "
    "words absent dates date day days ask before using calendar beyond years whole can added nothing else "
    "say missing instead criterion judged now line check checks evidence advice message reason place person "
    "takes "
    "take put make made never always does do done left leave open found find none all every loading late "
    "write "
    "allowed exist does module returns returned bytes keep less numbers ids short quotes memory milliseconds "
    "instructions stopped asking all may use took runs run. There is no statutory interval. There is no "
    "event of "
    "kind. : no such field; did you mean : no such parameter. judge: needs a place. needs a message: say "
    "what is "
    "missing in the plan. needs advice: say what to write instead. needs a reason. takes a table. was judged "
    "met at "
    "line before, and now not met; judge each criterion once for each node. belongs to a plan that is "
    "closed; keep "
    "plain values of a plan. the host's values cannot be changed. make a new one inside check. does not "
    "exist; did "
    "you mean. is not allowed: evidence must be words of this plan or a list of them. expected a date, got "
    "nil";

bool word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Lower case, white space folded to one blank; with the place of each byte in the original.
struct Folded {
    std::string text;
    std::vector<std::size_t> from;

    explicit Folded(std::string_view original) {
        for (std::size_t i = 0; i < original.size(); ++i) {
            const bool space = blank(original[i]);
            if (space && !text.empty() && text.back() == ' ') continue;
            text += space ? ' ' : lower(original[i]);
            from.push_back(i);
        }
    }
};

struct Word {
    std::size_t begin = 0, end = 0;
};

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size()) {
        if (!word_byte(text[at])) {
            ++at;
            continue;
        }
        Word word{at, at};
        while (word.end < text.size() && word_byte(text[word.end]))
            ++word.end;
        words.push_back(word);
        at = word.end;
    }
    return words;
}

std::string joined(std::string_view text, const std::vector<Word>& words, std::size_t first,
                   std::size_t count) {
    std::string all;
    for (std::size_t i = first; i < first + count; ++i)
        all.append(text.substr(words[i].begin, words[i].end - words[i].begin)).append(" ");
    return all;
}

bool speaks(std::string_view word) {
    const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return word.size() >= 3 || (!digits && word.size() >= 2);
}

/// The parts of a message by which a leak is recognised, each with the bytes that it covers.
class Message {
public:
    explicit Message(std::string_view message) : folded_(message), words_(words_in(folded_.text)) {
        const std::string_view text = folded_.text;
        for (std::size_t i = 0; i + run_characters <= text.size(); ++i)
            parts_[std::string(text.substr(i, run_characters))].push_back({i, i + run_characters});
        for (const std::size_t count : {std::size_t{1}, run_words})
            for (std::size_t i = 0; i + count <= words_.size(); ++i) {
                const std::string words = joined(text, words_, i, count);
                if (count > 1 || speaks(std::string_view(words).substr(0, words.size() - 1)))
                    parts_[words].push_back({words_[i].begin, words_[i + count - 1].end});
            }
        hidden_.assign(text.size(), false);
        for (const auto& [part, places] : parts_)
            sieve_.set(sieve_place(part));
    }

    /// Calls take(part) for every part of the message that stands in the text too.
    template <typename Take>
    void each_shared(std::string_view original, Take take) const {
        const Folded folded(original);
        const std::string_view text = folded.text;
        std::string part;
        const auto offer = [&](std::string_view candidate) {
            if (!sieve_.test(sieve_place(candidate))) return;
            part.assign(candidate);
            if (parts_.count(part) != 0) take(part);
        };
        for (std::size_t i = 0; i + run_characters <= text.size(); ++i)
            offer(text.substr(i, run_characters));
        const auto words = words_in(text);
        for (const std::size_t count : {std::size_t{1}, run_words})
            for (std::size_t i = 0; i + count <= words.size(); ++i)
                offer(joined(text, words, i, count));
    }

    void hide(const std::string& part) {
        for (const Word& bytes : parts_.at(part))
            hide(bytes);
    }

    /// Hides a phrase wherever it stands as whole words.
    void hide_phrase(const std::string& phrase) {
        const Folded sought(phrase);
        const std::string& text = folded_.text;
        if (sought.text.empty()) return;
        for (std::size_t at = text.find(sought.text); at != std::string::npos;
             at = text.find(sought.text, at + 1)) {
            const std::size_t end = at + sought.text.size();
            const bool begins = at == 0 || !word_byte(text[at - 1]);
            const bool ends = end == text.size() || !word_byte(text[end]);
            if (begins && ends) hide(Word{at, end});
        }
    }

    std::string shown(std::string_view original) const {
        std::string out;
        std::size_t copied = 0; // bytes of the original that are dealt with
        for (std::size_t i = 0; i < hidden_.size(); ++i) {
            if (!hidden_[i]) continue;
            std::size_t end = i;
            while (end < hidden_.size() && hidden_[end])
                ++end;
            out.append(original.substr(copied, folded_.from[i] - copied)).append("…");
            copied = end < folded_.from.size() ? folded_.from[end] : original.size();
            i = end;
        }
        return out.append(original.substr(std::min(copied, original.size())));
    }

private:
    /// Whole words, so that no rest of a name stays.
    void hide(Word bytes) {
        const std::string& text = folded_.text;
        while (bytes.begin > 0 && word_byte(text[bytes.begin]) && word_byte(text[bytes.begin - 1]))
            --bytes.begin;
        while (bytes.end < text.size() && word_byte(text[bytes.end - 1]) && word_byte(text[bytes.end]))
            ++bytes.end;
        std::fill(hidden_.begin() + static_cast<std::ptrdiff_t>(bytes.begin),
                  hidden_.begin() + static_cast<std::ptrdiff_t>(bytes.end), true);
    }

    /// By the first three bytes, which every part has: most of a text is told apart at once.
    static std::size_t sieve_place(std::string_view part) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(part[i]));
        };
        return (byte(0) | (byte(1) << 5U) | (byte(2) << 10U)) & 0xFFFFU;
    }

    Folded folded_;
    std::vector<Word> words_;
    std::bitset<0x10000> sieve_;
    std::unordered_map<std::string, std::vector<Word>> parts_;
    std::vector<bool> hidden_;
};

void add_names(std::vector<std::string>& alone, std::string_view name) {
    for (const Word& word : words_in(name))
        if (word.end - word.begin > 1) alone.emplace_back(name.substr(word.begin, word.end - word.begin));
}

std::string written(const std::string& day, const std::string& month, const std::string& year,
                    const char* between) {
    return day + between + month + between + year;
}

/// A day as people write it.
void add_day(std::vector<std::string>& alone, const std::optional<Date>& date) {
    if (!date) return;
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    const std::chrono::year_month_day parts(*date);
    const auto day = std::to_string(static_cast<unsigned>(parts.day()));
    const auto month = static_cast<unsigned>(parts.month());
    const auto number = std::to_string(month);
    const auto year = std::to_string(static_cast<int>(parts.year()));
    const auto two = [](const std::string& digits) { return digits.size() < 2 ? "0" + digits : digits; };
    alone.push_back(to_iso(*date));
    alone.push_back(to_reader(*date));
    for (const auto& name :
         {std::string(months.at(month - 1)), std::string(months.at(month - 1).substr(0, 3))})
        alone.push_back(written(day, name, year, " "));
    for (const char* const mark : {"/", ".", "-"})
        for (const auto& end : {year, year.substr(year.size() < 2 ? 0 : year.size() - 2)}) {
            alone.push_back(written(two(day), two(number), end, mark));
            alone.push_back(written(day, number, end, mark));
        }
}

void add_text(std::vector<std::string_view>& texts, const plan::Narrative& narrative) {
    if (!narrative.empty()) texts.emplace_back(narrative.text);
}

const std::string& host_vocabulary() {
    static const std::string vocabulary = [] {
        std::string all(host_words);
        for (const Type* type : types()) {
            all.append(" ").append(type->name);
            for (const std::string& name : type->names())
                all.append(" ").append(name);
        }
        for (const Function& function : functions())
            all.append(" ").append(function.name);
        for (const AllowedName& name : library_names())
            all.append(" ").append(name.name).append(" ").append(name.hint);
        return all;
    }();
    return vocabulary;
}

} // namespace

Private private_of(const plan::Plan& plan) {
    Private secret;
    add_names(secret.alone, plan.child.name.text);
    for (const auto& name : plan.child.also_known_as)
        add_names(secret.alone, name.text);
    for (const auto& person : plan.people)
        add_names(secret.alone, person.name);
    add_day(secret.alone, plan.child.born);
    add_day(secret.alone, plan.child.expected);
    for (const auto& identity : plan.child.identities)
        add_text(secret.texts, identity.text);
    for (const auto& need : plan.needs)
        add_text(secret.texts, need.text);
    for (const auto* narrative : {&plan.history, &plan.diversity, &plan.analysis, &plan.delegated_authority})
        add_text(secret.texts, *narrative);
    for (const auto& outcome : plan.outcomes)
        for (const auto* narrative : {&outcome.statement, &outcome.measure})
            add_text(secret.texts, *narrative);
    for (const auto& action : plan.actions)
        for (const auto* narrative : {&action.task, &action.timescale, &action.measure})
            add_text(secret.texts, *narrative);
    for (const auto& contingency : plan.contingencies)
        add_text(secret.texts, contingency.text);
    for (const auto& view : plan.views)
        add_text(secret.texts, view.text);
    for (const auto& event : plan.events)
        add_text(secret.texts, event.text);
    for (const auto& decision : plan.decisions)
        add_text(secret.texts, decision.text);
    return secret;
}

std::string scrub(std::string_view message, const Private& secret, std::string_view known) {
    const std::string_view original = message.substr(0, longest_message);
    Message parts(original);
    std::unordered_set<std::string> harmless;
    for (const std::string_view text : {known, std::string_view(host_vocabulary())})
        parts.each_shared(text, [&](const std::string& part) { harmless.insert(part); });
    std::unordered_set<std::string> leaked;
    for (const std::string_view text : secret.texts)
        parts.each_shared(text, [&](const std::string& part) {
            if (harmless.count(part) == 0) leaked.insert(part);
        });
    for (const std::string& part : leaked)
        parts.hide(part);
    for (const std::string& phrase : secret.alone)
        parts.hide_phrase(phrase);
    return parts.shown(original) + (original.size() < message.size() ? " …" : "");
}

} // namespace plumbline::lua
