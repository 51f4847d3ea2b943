#include "text/describe.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

std::string one_line(std::string_view words) {
    std::string line{words};
    std::ranges::replace(line, '\n', ' ');
    return line;
}

void item(std::string& out, std::string_view what, std::string_view words) {
    if (words.empty()) return;
    out += "; ";
    out += what;
    out += " \"" + one_line(words) + '"';
}

void describe(std::string& out, const Reading& reading, const Clause& clause) {
    const std::string_view text = reading.text;
    out += "  - \"" + one_line(clause.span.of(text)) + '"';
    item(out, "actor", clause.actor.of(text));
    item(out, "verb", clause.verb.of(text));
    item(out, "object", clause.object.of(text));
    item(out, "time", clause.time.of(text));
    item(out, "amount", clause.amount.of(text));
    if (clause.tense != Tense::none) out += "; " + std::string(to_word(clause.tense));
    for (const auto& [holds, word] :
         {std::pair{clause.negated, "; negated"}, std::pair{clause.condition, "; condition"},
          std::pair{clause.intended, "; intended"}, std::pair{clause.passive, "; passive"}})
        if (holds) out += word;
    out += '\n';
}

bool within(const Span& inner, const Span& outer) {
    return inner.begin >= outer.begin && inner.begin < outer.end;
}

} // namespace

std::string_view to_word(Part part) {
    static constexpr std::array<std::string_view, 21> words{
        "other",     "noun",    "name",        "pronoun",     "possessive",   "determiner", "number",
        "adjective", "adverb",  "verb",        "be",          "have",         "do",         "modal",
        "to",        "negator", "preposition", "conjunction", "subordinator", "relative",   "mark"};
    return words[static_cast<std::size_t>(part)];
}

std::string_view to_word(Tense tense) {
    static constexpr std::array<std::string_view, 6> words{"none",   "past",       "present",
                                                           "future", "infinitive", "imperative"};
    return words[static_cast<std::size_t>(tense)];
}

std::string_view to_word(Speaker speaker) {
    static constexpr std::array<std::string_view, 4> words{"unknown", "child", "parent", "worker"};
    return words[static_cast<std::size_t>(speaker)];
}

std::string describe(const Reading& reading) {
    const std::string_view text = reading.text;
    std::string out;
    for (std::uint32_t i = 0; i < reading.sentences.size(); ++i) {
        const Sentence& sentence = reading.sentences[i];
        out += std::to_string(i + 1) + ". " + one_line(sentence.span.of(text)) + '\n';
        for (const auto& clause : reading.clauses)
            if (clause.sentence == i) describe(out, reading, clause);
        for (const auto& quotation : reading.quotations)
            if (within(quotation.span, sentence.span)) {
                out += "  - quotation, " + std::string(to_word(quotation.speaker));
                item(out, "by", quotation.speaker_words.of(text));
                out += ": \"" + one_line(quotation.span.of(text)) + "\"\n";
            }
        out += "  words:";
        for (auto k = sentence.first_token; k < sentence.last_token; ++k) {
            const Token& token = reading.tokens[k];
            out += ' ' + token.norm;
            if (token.kind == TokenKind::punctuation) continue;
            out += '/' + std::string(to_word(token.part));
            if (token.stem != token.norm) out += '/' + token.stem;
        }
        out += '\n';
    }
    return out;
}

} // namespace plumbline::text
