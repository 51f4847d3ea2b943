#include "text/reading.hpp"

#include "base/user_error.hpp"
#include "text/clauses.hpp"
#include "text/quotations.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <limits>

namespace plumbline::text {

std::uint32_t Reading::count_words() const {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        tokens, [](const Token& token) { return token.kind != TokenKind::punctuation; }));
}

Reading read(std::string_view text, const People& people) {
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        throw InternalError("a narrative of 4 GiB or more reached the reader");
    Reading reading;
    reading.text = text;
    forget_words_if_many();
    std::vector<const Word*> words;
    reading.tokens = tokenise(reading.text, &words);
    reading.sentences = split_sentences(reading.text, reading.tokens);
    const Cast cast{people};
    Grammar grammar{reading, words, cast};
    grammar.set_quotes(find_quote_marks(reading));
    reading.clauses = find_clauses(grammar);
    reading.quotations = find_quotations(grammar);
    return reading;
}

} // namespace plumbline::text
