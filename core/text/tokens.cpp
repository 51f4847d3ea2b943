#include "text/tokens.hpp"

#include "text/unicode.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

using Words = std::string_view;

// Each list is sorted.
constexpr std::array<Words, 26> slashed{"a/c", "a/l", "b/c", "b/f", "c/o", "d/c", "d/w", "f/t", "f/u",
                                        "h/v", "i/c", "m/o", "n/a", "o/s", "o/t", "p/t", "p/w", "r/v",
                                        "s/w", "t/c", "w/b", "w/c", "w/e", "w/k", "w/o", "y/o"};
constexpr std::array<Words, 47> dotted{
    "appt", "approx", "apr", "appts", "asap",  "aug",  "cf",  "dec",  "dept", "dr",   "eg",  "est",
    "etc",  "ext",    "feb", "fri",   "hr",    "hrs",  "ie",  "incl", "jan",  "jul",  "jun", "mins",
    "misc", "mr",     "mrs", "ms",    "mth",   "mths", "nov", "oct",  "poss", "prof", "rev", "sept",
    "sgt",  "st",     "tel", "temp",  "thurs", "tues", "vs",  "weds", "wk",   "wks",  "yrs"};
constexpr std::array<Words, 18> address_parts{"ac",  "com", "doc", "docx", "gov", "info",
                                              "jpg", "msg", "net", "nhs",  "org", "pdf",
                                              "png", "sch", "uk",  "www",  "xls", "xlsx"};
constexpr std::array<Words, 12> months{"apr", "aug", "dec", "feb", "jan", "jul",
                                       "jun", "mar", "may", "nov", "oct", "sep"};
static_assert(std::ranges::is_sorted(slashed) && std::ranges::is_sorted(address_parts) &&
              std::ranges::is_sorted(months));

template <std::size_t N>
bool among(const std::array<Words, N>& sorted, std::string_view word) {
    return std::ranges::binary_search(sorted, word);
}

class Tokeniser {
public:
    Tokeniser(std::string_view text, std::vector<const Word*>* words) : text_{text}, words_{words} {}

    std::vector<Token> all() {
        std::vector<Token> tokens;
        tokens.reserve(text_.size() / 5 + 4);
        for (std::size_t at = 0; at < text_.size();) {
            const Char first = char_at(text_, at);
            if (first.space()) {
                at += first.length;
                continue;
            }
            at = one(tokens, at, first);
        }
        return tokens;
    }

private:
    std::size_t one(std::vector<Token>& tokens, std::size_t begin, Char first) {
        if (starts_number(begin, first)) {
            const std::size_t end = number_end(begin + (first.digit() ? 0 : first.length));
            add(tokens, begin, end, TokenKind::number);
            return end;
        }
        if (first.letter()) {
            const std::size_t end = word_end(begin);
            add_word(tokens, begin, end);
            return dot_belongs(tokens.back(), end) || plus_belongs(end) ? ++tokens.back().span.end : end;
        }
        if (first.value == U'&') {
            add_word(tokens, begin, begin + 1);
            return begin + 1;
        }
        const std::size_t end = mark_end(begin, first);
        add(tokens, begin, end, TokenKind::punctuation);
        return end;
    }

    static Span span(std::size_t begin, std::size_t end) {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    void add(std::vector<Token>& tokens, std::size_t begin, std::size_t end, TokenKind kind) {
        std::string norm =
            kind == TokenKind::punctuation ? mark(begin, end) : normalise(text_.substr(begin, end - begin));
        std::string stem = norm;
        const Part part = kind == TokenKind::punctuation ? Part::mark : Part::number;
        tokens.push_back({span(begin, end), kind, part, false, std::move(norm), std::move(stem)});
        if (words_) words_->push_back(&find_word(""));
    }

    void add_word(std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
        std::string norm = normalise(text_.substr(begin, end - begin));
        const bool capital = char_at(text_, begin).upper();
        const Word& found = find_word(norm);
        const Word& word = found.meant && !capital ? *found.meant : found; // a capital may be an unknown name
        if (words_) words_->push_back(&word);
        tokens.push_back(
            {span(begin, end), TokenKind::word, Part::other, capital, std::move(norm), word.stem});
    }

    bool starts_number(std::size_t at, Char first) const {
        if (first.digit()) return true;
        const bool money = first.value == U'£' || first.value == U'$' || first.value == U'€';
        return money && char_at(text_, at + first.length).digit();
    }

    Char next(std::size_t at, Char c) const { return char_at(text_, at + c.length); }

    std::size_t run_end(std::size_t at, bool (Char::*belongs)() const) const {
        for (Char c = char_at(text_, at); (c.*belongs)() || c.kind == CharKind::joiner;
             c = char_at(text_, at))
            at += c.length;
        return at;
    }

    std::size_t number_end(std::size_t at) const {
        for (;;) {
            const Char c = char_at(text_, at);
            const Char after = next(at, c);
            const bool inner =
                c.value == U'.' || c.value == U',' || c.value == U':' || c.value == U'/' || c.dash();
            if (c.digit() || (inner && after.digit()))
                at += c.length;
            else if (c.letter())
                at = run_end(at, &Char::alnum);
            else if (c.hyphen() && after.letter() && joins_number(at + c.length))
                at = run_end(at + c.length, &Char::letter);
            else if (c.apostrophe() && (after.value == U's' || after.value == U'S') &&
                     !char_at(text_, at + c.length + 1).alnum())
                return at + c.length + 1;
            else if (c.value == U'%' || (c.value == U'+' && !after.alnum()))
                return at + 1;
            else
                return at;
        }
    }

    /// "4-year-old", "72-hour", "28-Jun-24", but not "Year 5-Mum to …" nor "10-SW".
    bool joins_number(std::size_t at) const { return char_at(text_, at).lower() || starts_month(at); }

    bool starts_month(std::size_t at) const {
        const std::size_t end = run_end(at, &Char::letter);
        return end - at >= 3 && among(months, normalise(text_.substr(at, 3)));
    }

    std::size_t word_end(std::size_t begin) const {
        std::size_t at = begin;
        for (;;) {
            const Char c = char_at(text_, at);
            const Char after = next(at, c);
            if (c.alnum() || c.kind == CharKind::joiner || (c.value == U'_' && after.alnum())) {
                at += c.length;
                continue;
            }
            if ((c.apostrophe() && after.letter()) || (c.hyphen() && after.alnum()) ||
                (c.value == U'@' && after.alnum())) {
                at += c.length;
                continue;
            }
            if (c.value == U'.' && after.letter() && joins_at_dot(begin, at)) {
                at += 1;
                continue;
            }
            if (c.value == U'.' && at - begin >= 3 && text_[at - 2] == '.' && is_initials(begin, at))
                return at + 1;
            if (c.value == U'/') return slash_end(begin, at);
            if (c.value == U'&' && at - begin <= 2 && char_at(text_, begin).upper() && after.upper())
                return run_end(at + 1, &Char::letter);
            return at;
        }
    }

    /// e.g., p.m., U.K.: single letters; gov.uk, names of files.
    bool joins_at_dot(std::size_t begin, std::size_t dot) const {
        const std::size_t part_end = run_end(dot + 1, &Char::alnum);
        if (part_end - dot == 2 && is_initials(begin, dot)) return true;
        return among(address_parts, normalise(text_.substr(dot + 1, part_end - dot - 1)));
    }

    /// Whether single letters with dots between them stand in [begin, end).
    bool is_initials(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (((i - begin) % 2 == 0) != char_at(text_, i).letter() || (text_[i] & 0x80)) return false;
        return (end - begin) % 2 == 1;
    }

    std::size_t slash_end(std::size_t begin, std::size_t slash) const {
        const std::size_t end = run_end(slash + 1, &Char::letter);
        if (end - begin == 3 && among(slashed, normalise(text_.substr(begin, 3)))) return end;
        const bool with = slash - begin == 1 && (text_[begin] == 'w' || text_[begin] == 'W');
        return with ? slash + 1 : slash;
    }

    bool dot_belongs(const Token& word, std::size_t end) const {
        if (end >= text_.size() || text_[end] != '.') return false;
        if (word.norm == "no") return at_digit_after(end + 1);
        if (!is_dotted(word.norm)) return false;
        const Char after = char_at(text_, end + 1);
        return after.value != U'.' && after.length != 0;
    }

    /// "LGBTQ+", "AD+": the plus belongs to the word, which is compared without it.
    bool plus_belongs(std::size_t end) const {
        return end < text_.size() && text_[end] == '+' && char_before(text_, end).upper() &&
               !char_at(text_, end + 1).alnum();
    }

    static bool is_dotted(std::string_view norm) { return std::ranges::find(dotted, norm) != dotted.end(); }

    bool at_digit_after(std::size_t at) const {
        while (at < text_.size() && text_[at] == ' ')
            ++at;
        return char_at(text_, at).digit();
    }

    std::size_t mark_end(std::size_t begin, Char first) const {
        std::size_t end = begin + first.length;
        if (first.value == U'.') {
            while (end < text_.size() && text_[end] == '.')
                ++end;
            return end;
        }
        if (first.value != U'-' && first.value != U'=') return end;
        while (end < text_.size() && text_[end] == text_[begin])
            ++end;
        return end < text_.size() && text_[end] == '>' ? end + 1 : end;
    }

    std::string mark(std::size_t begin, std::size_t end) const {
        const auto written = text_.substr(begin, end - begin);
        if (written.front() == '.') return written.size() > 2 ? "…" : ".";
        if (written.size() > 1 && written.back() == '>') return "→";
        if (written.front() == '-' || written.front() == '=') return std::string(1, written.front());
        return normalise(written);
    }

    std::string_view text_;
    std::vector<const Word*>* words_;
};

} // namespace

std::vector<Token> tokenise(std::string_view text, std::vector<const Word*>* words) {
    return Tokeniser{text, words}.all();
}

} // namespace plumbline::text
