#include "text/quotations.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 12> elided{"bout", "cause", "cos", "cuz", "em",  "fraid",
                                       "n",    "s",     "t",   "til", "tis", "twas"};
static_assert(std::ranges::is_sorted(elided));

constexpr std::size_t longest = 2000; // tokens; a mark that stays open longer was never meant to

class Marker {
public:
    explicit Marker(const Reading& reading) : text_{reading.text}, tokens_{reading.tokens} {}

    std::vector<QuoteMarks> all() {
        doubles();
        singles();
        std::ranges::sort(found_, {}, &QuoteMarks::open);
        return std::move(found_);
    }

private:
    bool is(std::size_t i, std::string_view norm) const {
        return tokens_[i].kind == TokenKind::punctuation && tokens_[i].norm == norm;
    }
    bool touches_previous(std::size_t i) const {
        return i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin;
    }
    bool touches_next(std::size_t i) const {
        return i + 1 < tokens_.size() && tokens_[i].span.end == tokens_[i + 1].span.begin;
    }
    char32_t mark(std::size_t i) const { return char_at(text_, tokens_[i].span.begin).value; }
    bool word_before(std::size_t i) const {
        return touches_previous(i) && tokens_[i - 1].kind != TokenKind::punctuation;
    }
    std::ptrdiff_t line_breaks_before(std::size_t i) const {
        if (i == 0) return 0;
        const auto begin = tokens_[i - 1].span.end;
        return std::ranges::count(text_.substr(begin, tokens_[i].span.begin - begin), '\n');
    }

    void add(std::size_t open, std::size_t close) {
        if (close > open + 1) found_.push_back({static_cast<Index>(open), static_cast<Index>(close)});
    }

    bool opens_double(std::size_t i) const {
        const char32_t c = mark(i);
        if (c == U'\u201C' || c == U'\u201E' || c == U'\u00AB') return true;
        if (c == U'\u201D' || c == U'\u00BB') return false;
        if (i > 0 && tokens_[i - 1].kind == TokenKind::number && touches_previous(i)) return false; // 10"
        return touches_next(i) && !word_before(i);
    }

    void doubles() {
        constexpr auto none = static_cast<std::size_t>(-1);
        std::size_t open = none;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (open != none && (line_breaks_before(i) > 1 || i - open > longest)) {
                add(open, i); // never closed: it ends with the paragraph
                open = none;
            }
            if (!is(i, "\"")) continue;
            if (open == none) {
                if (opens_double(i) || mark(i) == U'\u201D') open = i;
                continue;
            }
            const bool opens_again = opens_double(i) && !touches_previous(i);
            add(open, i);
            open = opens_again ? i : none;
        }
        if (open != none) add(open, tokens_.size());
    }

    bool opens_single(std::size_t i) const {
        if (!is(i, "'") || !touches_next(i) || word_before(i) || mark(i) == U'\u2019') return false;
        const Token& next = tokens_[i + 1];
        if (next.kind == TokenKind::number && next.norm.ends_with('s')) return false; // '90s
        return !std::ranges::binary_search(elided, std::string_view{next.norm});
    }

    bool closes_single(std::size_t i) const {
        if (!is(i, "'") || !touches_previous(i) || mark(i) == U'\u2018') return false;
        return !touches_next(i) || tokens_[i + 1].kind == TokenKind::punctuation;
    }

    /// "the girls' room": a possessive as long as another mark can close.
    bool possessive(std::size_t i) const {
        return word_before(i) && tokens_[i - 1].norm.ends_with('s') && i + 1 < tokens_.size() &&
               tokens_[i + 1].kind == TokenKind::word && char_at(text_, tokens_[i + 1].span.begin).lower();
    }

    void singles() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!opens_single(i)) continue;
            std::size_t close = 0;
            for (std::size_t j = i + 1; j < tokens_.size() && j - i < longest && line_breaks_before(j) < 2;
                 ++j) {
                if (opens_single(j)) break;
                if (!closes_single(j)) continue;
                close = j;
                if (!possessive(j)) break;
            }
            if (close == 0) continue;
            add(i, close);
            i = close;
        }
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::vector<QuoteMarks> found_;
};

} // namespace

std::vector<QuoteMarks> find_quote_marks(const Reading& reading) {
    return Marker{reading}.all();
}

} // namespace plumbline::text
