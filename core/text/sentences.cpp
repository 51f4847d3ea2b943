#include "text/sentences.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

using Words = std::string_view;

// A line that ends in one of these goes on in the next.
constexpr std::array<Words, 43> connecting{
    "a",     "about", "after", "an",   "and",   "as",   "at",   "because", "before",  "but",  "by",
    "for",   "from",  "her",   "his",  "if",    "in",   "into", "is",      "its",     "my",   "of",
    "on",    "or",    "our",   "so",   "than",  "that", "the",  "their",   "then",    "this", "to",
    "until", "was",   "were",  "when", "which", "who",  "will", "with",    "without", "your"};
static_assert(std::ranges::is_sorted(connecting));

// "Plan B. Return to …" ends a sentence though a single letter stands before the dot.
constexpr std::array<Words, 9> lettered{"appendix", "block", "grade",   "hepatitis", "option",
                                        "part",     "plan",  "section", "vitamin"};
// Dotted words that always have something after them.
constexpr std::array<Words, 12> titles{"cf", "dr",  "e.g.", "eg",   "i.e.", "ie",
                                       "mr", "mrs", "ms",   "prof", "rev",  "st"};
static_assert(std::ranges::is_sorted(lettered) && std::ranges::is_sorted(titles));

constexpr std::size_t longest = 300;   // tokens; without an end by then it is a list or not prose
constexpr std::size_t wrapped_at = 45; // a line shorter than this was broken on purpose

class Splitter {
public:
    Splitter(std::string_view text, const std::vector<Token>& tokens) : text_{text}, tokens_{tokens} {}

    std::vector<Sentence> all() {
        std::vector<Sentence> sentences;
        const std::size_t count = tokens_.size();
        for (std::size_t first = 0; first < count;) {
            std::size_t last = first;
            while (last + 1 < count && last - first + 1 < longest && !ends_after(first, last))
                ++last;
            sentences.push_back({{tokens_[first].span.begin, tokens_[last].span.end},
                                 static_cast<std::uint32_t>(first),
                                 static_cast<std::uint32_t>(last + 1)});
            first = last + 1;
        }
        return sentences;
    }

private:
    bool is(std::size_t token, std::string_view norm) const { return tokens_[token].norm == norm; }
    bool punctuation(std::size_t token) const { return tokens_[token].kind == TokenKind::punctuation; }
    Char first_char(std::size_t token) const { return char_at(text_, tokens_[token].span.begin); }
    bool touches_next(std::size_t token) const {
        return tokens_[token].span.end == tokens_[token + 1].span.begin;
    }
    bool closes(std::size_t token) const {
        return punctuation(token) && (is(token, "\"") || is(token, "'") || is(token, ")") || is(token, "]"));
    }
    bool terminal(std::size_t token) const {
        return punctuation(token) && (is(token, ".") || is(token, "!") || is(token, "?") || is(token, "…"));
    }

    /// Whether the sentence that began at `first` ends with `token`; there is a next token.
    bool ends_after(std::size_t first, std::size_t token) const {
        if (breaks_line(token)) return true;
        std::size_t mark = token;
        bool quoted = false;
        while (mark > first && closes(mark) && touches_next(mark - 1)) {
            quoted = quoted || is(mark, "\"") || is(mark, "'");
            --mark;
        }
        if (closes(token + 1) && touches_next(token))
            return false; // the closing mark belongs to the sentence
        if (terminal(mark)) return terminal_ends(first, mark, token, quoted);
        if (mark == token && dotted(token)) return dotted_ends(token);
        return starts_item(token + 1, first);
    }

    bool terminal_ends(std::size_t first, std::size_t mark, std::size_t token, bool quoted) const {
        if (terminal(token + 1) && touches_next(token)) return false; // "?!", "…."
        const Char next = first_char(token + 1);
        if (touches_next(token)) return is(mark, ".") && next.upper() && mark > first;
        if (quoted && next.lower()) return false; // “No.” she said.
        if (is(mark, "…") && next.lower()) return false;
        return !is(mark, ".") || (!list_number(first, mark) && !initial(first, mark));
    }

    bool dotted(std::size_t token) const {
        return tokens_[token].kind == TokenKind::word && text_[tokens_[token].span.end - 1] == '.';
    }

    bool dotted_ends(std::size_t token) const {
        if (std::ranges::binary_search(titles, std::string_view{tokens_[token].norm})) return false;
        return first_char(token + 1).upper();
    }

    /// "2. SW to visit": the number of a list, at the sentence's start.
    bool list_number(std::size_t first, std::size_t dot) const {
        const Token& number = tokens_[first];
        return dot == first + 1 && number.span.end - number.span.begin <= 2 && !punctuation(first) &&
               (number.kind == TokenKind::number || number.norm.size() == 1);
    }

    /// "V. Mistry", "J.P. Adeyemi"
    bool initial(std::size_t first, std::size_t dot) const {
        if (dot == first) return false;
        const Token& letter = tokens_[dot - 1];
        if (letter.kind != TokenKind::word || letter.norm.size() != 1 || !first_char(dot - 1).upper())
            return false;
        if (letter.norm == "i" || !first_char(dot + 1).upper()) return false;
        return dot < first + 2 ||
               !std::ranges::binary_search(lettered, std::string_view{tokens_[dot - 2].norm});
    }

    /// "… 2) Mum to attend": a list that goes on in the line.
    bool starts_item(std::size_t token, std::size_t first) const {
        if (token + 1 >= tokens_.size() || token == first) return false;
        if (is(token, "•") || is(token, "▪") || is(token, "●")) return true;
        const Token& number = tokens_[token];
        const bool marker = number.span.end - number.span.begin <= 2 &&
                            (number.kind == TokenKind::number || number.norm.size() == 1) &&
                            number.kind != TokenKind::punctuation;
        if (!marker || !is(token + 1, ")") || !touches_next(token) || is(token - 1, "(")) return false;
        return !open_bracket(first, token);
    }

    bool open_bracket(std::size_t first, std::size_t token) const {
        int depth = 0;
        for (std::size_t i = first; i < token; ++i)
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
        return depth > 0;
    }

    bool bullet(std::size_t token) const {
        if (!punctuation(token)) return false;
        const std::string& mark = tokens_[token].norm;
        return mark == "-" || mark == "*" || mark == "→" || (mark.size() > 1 && mark != "…");
    }

    bool breaks_line(std::size_t token) const {
        const auto between =
            text_.substr(tokens_[token].span.end, tokens_[token + 1].span.begin - tokens_[token].span.end);
        const auto breaks = std::ranges::count(between, '\n');
        if (breaks == 0) return false;
        if (breaks > 1 || terminal(token) || is(token, ":") || bullet(token + 1) || list_start(token + 1))
            return true;
        if (is(token, ",") || is(token, "&") ||
            std::ranges::binary_search(connecting, std::string_view{tokens_[token].norm}))
            return false;
        const Char next = first_char(token + 1);
        return !next.lower() || line_length(token) < wrapped_at;
    }

    bool list_start(std::size_t token) const {
        return token + 1 < tokens_.size() && !punctuation(token) && touches_next(token) &&
               tokens_[token].norm.size() <= 2 && (is(token + 1, ")") || is(token + 1, "."));
    }

    /// Of the line that ends with this token; indentation counts, since only wrapped prose has it.
    std::size_t line_length(std::size_t token) const {
        const std::size_t end = tokens_[token].span.end;
        const std::size_t line = text_.rfind('\n', end - 1);
        return end - (line == std::string_view::npos ? 0 : line + 1);
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
};

} // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
    return Splitter{text, tokens}.all();
}

} // namespace plumbline::text
