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

/// The tokens of a quotation: those in (open, close).
struct Marks {
    std::size_t open, close;
};

class Marker {
public:
    explicit Marker(const Reading& reading) : text_{reading.text}, tokens_{reading.tokens} {}

    std::vector<Marks> all() {
        doubles();
        singles();
        std::ranges::sort(found_, {}, &Marks::open);
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
        if (close > open + 1) found_.push_back({open, close});
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
            if (open != none && line_breaks_before(i) > 1) {
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
            for (std::size_t j = i + 1; j < tokens_.size() && line_breaks_before(j) < 2; ++j) {
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
    std::vector<Marks> found_;
};

/// Who says a quotation, as far as its sentence or its neighbour tells.
class SpeakerFinder {
public:
    SpeakerFinder(const Grammar& grammar, const std::vector<Marks>& marks)
        : g_{grammar}, reading_{grammar.reading()}, inside_(grammar.count(), false) {
        for (const auto& quotation : marks)
            for (std::size_t i = quotation.open + 1; i < quotation.close && i < inside_.size(); ++i)
                inside_[i] = true;
    }

    void find(const Marks& marks, Quotation& quotation) const {
        if (after(marks, quotation) || before(marks, quotation)) return;
        neighbour(marks, quotation);
    }

private:
    Person who(std::size_t i) const { return g_.who(static_cast<Index>(i)); }
    bool says(std::size_t i) const { return g_.in(static_cast<Index>(i), speech); }
    const Sentence& sentence_of(std::size_t token) const {
        const auto found = std::ranges::upper_bound(reading_.sentences, token, {}, &Sentence::first_token);
        return *std::prev(found);
    }

    static Speaker speaker(Person person) {
        switch (person) {
        case Person::child:
        case Person::pronoun:
            return Speaker::child;
        case Person::parent:
            return Speaker::parent;
        case Person::worker:
            return Speaker::worker;
        default:
            return Speaker::unknown;
        }
    }

    bool set(Quotation& quotation, std::size_t token) const {
        const Person person = resolved(token);
        if (person == Person::nobody) return false;
        quotation.speaker = speaker(person);
        quotation.speaker_words = reading_.tokens[token].span;
        return true;
    }

    /// A pronoun is whoever was named last before its sentence, the child where nobody was.
    Person resolved(std::size_t token) const {
        const Person person = who(token);
        if (person != Person::pronoun) return person;
        const std::size_t end = sentence_of(token).first_token;
        for (std::size_t i = end; i > 0; --i) {
            if (inside_[i - 1]) continue;
            const Person named = who(i - 1);
            if (named == Person::child || named == Person::parent || named == Person::worker) {
                const auto& first = reading_.tokens[sentence_of(i - 1).first_token];
                return &first == &reading_.tokens[i - 1] ? named : Person::child; // only as the subject
            }
        }
        return Person::child;
    }

    /// “…,” said Mum · “…,” Kai told his teacher
    bool after(const Marks& marks, Quotation& quotation) const {
        const auto& tokens = reading_.tokens;
        const std::size_t begin = marks.close + 1;
        if (begin >= tokens.size()) return false;
        const std::size_t end = std::min<std::size_t>(begin + 4, sentence_of(marks.close).last_token);
        bool spoken = false;
        std::size_t person = end;
        for (std::size_t i = begin; i < end; ++i) {
            if (tokens[i].norm == "." || tokens[i].norm == ";" || inside_[i]) break;
            if (says(i))
                spoken = true;
            else if (person == end && who(i) != Person::nobody)
                person = i;
        }
        return spoken && person < end && set(quotation, person);
    }

    /// Kai said “…” · Tegan's views: “…” · Told me “…”
    bool before(const Marks& marks, Quotation& quotation) const {
        const auto& tokens = reading_.tokens;
        const std::size_t begin = sentence_of(marks.open).first_token;
        std::size_t verb = marks.open;
        for (std::size_t i = marks.open; i > begin; --i) {
            if (inside_[i - 1]) continue;
            const Token& token = tokens[i - 1];
            if (says(i - 1) || token.norm == ":" || token.norm.ends_with("'s")) {
                verb = i - 1;
                if (token.norm.ends_with("'s") && who(i - 1) != Person::nobody) return set(quotation, verb);
                break;
            }
        }
        if (verb == marks.open) return false;
        for (std::size_t i = verb; i > begin; --i)
            if (!inside_[i - 1] && who(i - 1) != Person::nobody) return set(quotation, i - 1);
        if (!says(verb)) return false;
        quotation.speaker = Speaker::child; // notes leave out the subject when it is the child
        quotation.speaker_words = tokens[verb].span;
        return true;
    }

    /// The sentence before, where the quotation stands alone.
    void neighbour(const Marks& marks, Quotation& quotation) const {
        const std::size_t begin = sentence_of(marks.open).first_token;
        if (begin != marks.open || begin == 0) return;
        const Sentence& previous = sentence_of(begin - 1);
        for (std::size_t i = previous.first_token; i < previous.last_token; ++i)
            if (!inside_[i] && who(i) != Person::nobody) {
                set(quotation, i);
                return;
            }
    }

    const Grammar& g_;
    const Reading& reading_;
    std::vector<bool> inside_;
};

} // namespace

std::vector<Quotation> find_quotations(const Grammar& grammar) {
    const Reading& reading = grammar.reading();
    const auto marks = Marker{reading}.all();
    std::vector<Quotation> quotations;
    if (marks.empty()) return quotations;
    const SpeakerFinder speakers{grammar, marks};
    for (const auto& pair : marks) {
        Quotation quotation;
        quotation.span = {reading.tokens[pair.open + 1].span.begin, reading.tokens[pair.close - 1].span.end};
        speakers.find(pair, quotation);
        quotations.push_back(quotation);
    }
    return quotations;
}

} // namespace plumbline::text
