#include "text/phrase_syntax.hpp"

#include "base/user_error.hpp"
#include "text/phrase_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

constexpr std::size_t most_alternatives = 512; // ways of one phrase
constexpr std::size_t most_gaps = 2;           // more would find nearly anything, slowly

[[noreturn]] void refuse(const std::string& phrase, const std::string& why) {
    throw UserError("phrase \"" + phrase + "\": " + why);
}

/// Every reading of {a|b|}: plain pieces are appended to all ways, alternatives multiply them.
std::vector<std::string> multiplied_out(const std::string& phrase) {
    std::vector<std::string> ways{""};
    for (std::size_t at = 0; at < phrase.size();) {
        if (phrase[at] == '}') refuse(phrase, "\"}\" without \"{\" before it");
        if (phrase[at] != '{') {
            const std::size_t end = std::min(phrase.find_first_of("{}", at), phrase.size());
            for (auto& way : ways)
                way += phrase.substr(at, end - at);
            at = end;
            continue;
        }
        const std::size_t close = phrase.find_first_of("{}", at + 1);
        if (close == std::string::npos) refuse(phrase, "\"{\" is never closed; expected \"}\"");
        if (phrase[close] == '{') refuse(phrase, "\"{\" inside \"{\"; alternatives cannot be nested");
        std::vector<std::string> longer;
        for (std::size_t begin = at + 1; begin <= close;) {
            const std::size_t end = std::min(phrase.find('|', begin), close);
            for (const auto& way : ways)
                longer.push_back(way + phrase.substr(begin, end - begin));
            begin = end + 1;
        }
        if (longer.size() > most_alternatives)
            refuse(phrase, "stands for more than " + std::to_string(most_alternatives) +
                               " wordings; write it as several phrases");
        ways = std::move(longer);
        at = close + 1;
    }
    return ways;
}

std::vector<Step> steps(const std::string& phrase, const std::string& way) {
    std::vector<Step> found;
    bool exact = false;
    for (const auto& token : tokenise(way)) {
        const std::string& mark = token.norm;
        if (token.kind == TokenKind::punctuation) {
            if (exact) refuse(phrase, "\"=\" is not followed by a word");
            if (mark == "=")
                exact = true;
            else if (mark == "*")
                found.push_back({StepKind::any_word, {}});
            else if (mark == "#")
                found.push_back({StepKind::number, {}});
            else if (mark == "…")
                found.push_back({StepKind::gap, {}});
            continue; // other marks are not words and are not compared
        }
        for_each_phrase_word(token, [&](const PhraseWord& word) {
            found.push_back(
                {exact ? StepKind::form : StepKind::stem, std::string(exact ? word.form : word.stem)});
        });
        exact = false;
    }
    if (exact) refuse(phrase, "\"=\" is not followed by a word");
    return found;
}

void check(const std::string& phrase, const std::vector<Step>& way) {
    const auto is_gap = [](const Step& step) { return step.kind == StepKind::gap; };
    if (std::ranges::all_of(
            way, [&](const Step& step) { return is_gap(step) || step.kind == StepKind::any_word; }))
        refuse(phrase, "has no word or number to look for");
    if (is_gap(way.front()) || is_gap(way.back()))
        refuse(phrase, "\"…\" stands at its end; expected words on both sides");
    if (std::ranges::count_if(way, is_gap) > static_cast<std::ptrdiff_t>(most_gaps))
        refuse(phrase, "has more than " + std::to_string(most_gaps) + " \"…\"");
}

} // namespace

std::vector<std::vector<Step>> parse_phrase(const std::string& phrase) {
    std::vector<std::vector<Step>> ways;
    for (const auto& way : multiplied_out(phrase)) {
        ways.push_back(steps(phrase, way));
        check(phrase, ways.back());
    }
    return ways;
}

} // namespace plumbline::text
