#include "text/clauses.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

constexpr std::array<std::string_view, 7> conditions{"if",   "once",     "should", "unless",
                                                     "when", "whenever", "where"};

bool parts(const Token& token) {
    return token.kind == TokenKind::punctuation &&
           (token.norm == "," || token.norm == ";" || token.norm == ":" || token.norm == "=" ||
            token.norm == "→");
}

} // namespace

std::vector<Clause> find_clauses(const Reading& reading, const People&) {
    std::vector<Clause> clauses;
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
        const Sentence& sentence = reading.sentences[s];
        for (auto first = sentence.first_token; first < sentence.last_token;) {
            auto last = first;
            while (last < sentence.last_token && !parts(reading.tokens[last]))
                ++last;
            if (last > first) {
                Clause clause;
                clause.span = {reading.tokens[first].span.begin, reading.tokens[last - 1].span.end};
                clause.sentence = s;
                clause.first_token = first;
                clause.last_token = last;
                clause.condition =
                    std::ranges::find(conditions, reading.tokens[first].norm) != conditions.end();
                clauses.push_back(clause);
            }
            first = last + 1;
        }
    }
    return clauses;
}

} // namespace plumbline::text
