#include "text/wordnet.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace plumbline::text {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view chunks[] = {
#include "text/data/lexicon.inc"
};

std::string_view word_of(std::string_view line) {
    return line.substr(0, line.find(' '));
}

/// What the table says after the word; empty when it does not have it.
std::string_view entry(std::string_view word) {
    const auto* chunk = std::upper_bound(
        std::begin(chunks), std::end(chunks), word,
        [](std::string_view sought, std::string_view lines) { return sought < word_of(lines); });
    if (chunk == std::begin(chunks)) return {};
    const std::string_view lines = *std::prev(chunk);
    std::size_t low = 0, high = lines.size(); // both at the start of a line
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t before = middle == 0 ? std::string_view::npos : lines.rfind('\n', middle - 1);
        const std::size_t begin = before == std::string_view::npos || before < low ? low : before + 1;
        const std::size_t end = lines.find('\n', begin);
        const auto line = lines.substr(begin, end - begin);
        const auto found = word_of(line);
        if (found == word) return line.substr(found.size() + 1);
        if (found < word)
            low = end + 1;
        else
            high = begin;
    }
    return {};
}

/// Takes the first word off a line of codes.
std::string_view take(std::string_view& codes) {
    const auto first = codes.substr(0, codes.find(' '));
    codes.remove_prefix(std::min(first.size() + 1, codes.size()));
    return first;
}

std::int8_t level_of(char digit) {
    return static_cast<std::int8_t>(digit - '0');
}

std::uint8_t forms_of(char code) {
    switch (code) {
    case 'p':
        return past_form;
    case 'n':
        return participle_form;
    case 'b':
        return past_form | participle_form;
    case 'g':
        return ing_form;
    case 's':
        return s_form;
    default:
        return 0;
    }
}

/// The code of a word as one part of speech: ("visit", 'v') → "vs3"; empty when it is none.
std::string_view code_as(std::string_view word, char part) {
    for (auto codes = entry(word); !codes.empty();) {
        const auto code = take(codes);
        if (code.front() == part) return code;
        if (code.front() == '=') take(codes);
    }
    return {};
}

void add_verb(Lexeme& lexeme, std::string_view base, std::uint8_t forms) {
    const auto code = code_as(base, 'v');
    if (code.empty()) return;
    lexeme.forms |= forms;
    if (level_of(code[2]) < lexeme.verb) return;
    constexpr std::int8_t far = 3; // "saw" is nearly always of see
    if (lexeme.verb >= 0 && level_of(code[2]) >= lexeme.verb + far) lexeme.forms = forms;
    lexeme.verb = level_of(code[2]);
    lexeme.verb_class = static_cast<VerbClass>(code[1]);
    lexeme.verb_base = base;
}

void add_plural(Lexeme& lexeme, std::string_view singular) {
    const auto code = code_as(singular, 'n');
    if (code.empty() || level_of(code[2]) < lexeme.noun) return;
    lexeme.noun = level_of(code[2]);
    lexeme.noun_class = static_cast<NounClass>(code[1]);
    lexeme.plural = true;
}

void add_comparative(Lexeme& lexeme, std::string_view plain) {
    const auto code = code_as(plain, 'a');
    if (!code.empty()) lexeme.adjective = std::max(lexeme.adjective, level_of(code[1]));
}

void read_entry(Lexeme& lexeme, std::string_view codes) {
    while (!codes.empty()) {
        const auto code = take(codes);
        switch (code.front()) {
        case 'v':
            lexeme.verb = level_of(code[2]);
            lexeme.verb_class = static_cast<VerbClass>(code[1]);
            lexeme.forms |= base_form;
            break;
        case 'n':
            lexeme.noun = level_of(code[2]);
            lexeme.noun_class = static_cast<NounClass>(code[1]);
            break;
        case 'a':
            lexeme.adjective = level_of(code[1]);
            break;
        case 'r':
            lexeme.adverb = level_of(code[1]);
            break;
        default: { // "=p go"
            const auto lemma = take(codes);
            if (code[1] == 'l')
                add_plural(lexeme, lemma);
            else if (code[1] == 'c')
                add_comparative(lexeme, lemma);
            else
                add_verb(lexeme, lemma, forms_of(code[1]));
        }
        }
    }
}

struct Ending {
    std::string_view ending, replacement;
};
constexpr std::array<Ending, 4> s_endings{{{"ies", "y"}, {"es", ""}, {"es", "e"}, {"s", ""}}};
constexpr std::array<Ending, 3> ed_endings{{{"ied", "y"}, {"ed", ""}, {"ed", "e"}}};
constexpr std::array<Ending, 3> ing_endings{{{"ying", "ie"}, {"ing", ""}, {"ing", "e"}}};

/// Tries every base that the word can have with one of the endings: tries → try, stopping → stop.
template <std::size_t N, typename Try>
void bases(std::string_view word, const std::array<Ending, N>& endings, Try attempt) {
    for (const auto& [ending, replacement] : endings) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 2) continue;
        std::string base{word.substr(0, word.size() - ending.size())};
        base += replacement;
        attempt(base);
        const std::size_t size = base.size();
        if (replacement.empty() && size > 3 && base[size - 1] == base[size - 2])
            attempt(base.substr(0, size - 1));
    }
}

void add_inflections(Lexeme& lexeme, std::string_view word) {
    if (word.ends_with("s") && !word.ends_with("ss"))
        bases(word, s_endings, [&](const std::string& base) {
            add_verb(lexeme, base, s_form);
            add_plural(lexeme, base);
        });
    if (word.ends_with("ed"))
        bases(word, ed_endings,
              [&](const std::string& base) { add_verb(lexeme, base, past_form | participle_form); });
    if (word.ends_with("ing"))
        bases(word, ing_endings, [&](const std::string& base) { add_verb(lexeme, base, ing_form); });
}

} // namespace

std::int8_t Lexeme::level() const {
    return std::max({noun, verb, adjective, adverb});
}

Lexeme look_up(std::string_view norm) {
    Lexeme lexeme;
    read_entry(lexeme, entry(norm));
    add_inflections(lexeme, norm);
    if (lexeme.known()) return lexeme;
    if (const auto hyphen = norm.rfind('-'); hyphen != std::string_view::npos)
        return look_up(norm.substr(hyphen + 1));
    return lexeme;
}

} // namespace plumbline::text
