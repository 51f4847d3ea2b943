#include "text/word_patterns.hpp"

#include "text/word_classes.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

using Kind = PatternElement::Kind;
using Elements = std::vector<PatternElement>;

bool fits(const PatternElement& element, const TaggedWords::Word& word) {
    if (element.any) return !word.mark;
    const bool found =
        (element.classes & word.classes).any() ||
        (word.stem != no_stem && std::ranges::find(element.stems, word.stem) != element.stems.end());
    return found != element.negated;
}

class Matcher {
public:
    Matcher(const Elements& elements, const TaggedWords& tagged)
        : elements_{elements}, words_{tagged.words} {}

    /// The index after the last word matched, or `npos`.
    std::size_t from(std::size_t at, std::size_t element) const {
        if (element == elements_.size()) return at;
        const PatternElement& e = elements_[element];
        switch (e.kind) {
        case Kind::text_start:
            return at == 0 ? from(at, element + 1) : npos;
        case Kind::sentence_start:
            return at < words_.size() && words_[at].starts_sentence ? from(at, element + 1) : npos;
        case Kind::segment_end:
            return ends_segment(at) ? from(at, element + 1) : npos;
        case Kind::gap:
            return after_gap(at, element, e.gap);
        case Kind::word:
            break;
        }
        if (at < words_.size() && fits(e, words_[at]))
            if (const std::size_t end = from(at + 1, element + 1); end != npos) return end;
        return e.optional ? from(at, element + 1) : npos;
    }

    static constexpr std::size_t npos = ~std::size_t{0};

private:
    bool ends_segment(std::size_t at) const {
        return at == words_.size() || words_[at].mark ||
               (at > 0 && words_[at].segment != words_[at - 1].segment);
    }

    std::size_t after_gap(std::size_t at, std::size_t element, std::uint32_t most) const {
        for (std::size_t skipped = 0;; ++skipped) {
            if (const std::size_t end = from(at + skipped, element + 1); end != npos) return end;
            if (skipped == most || at + skipped >= words_.size() || words_[at + skipped].mark) return npos;
        }
    }

    const Elements& elements_;
    const std::vector<TaggedWords::Word>& words_;
};

} // namespace

WordRange match_at(const WordPattern& pattern, const TaggedWords& tagged, std::size_t at) {
    const std::size_t end = Matcher{pattern.elements, tagged}.from(at, 0);
    return end == Matcher::npos ? WordRange{at, at} : WordRange{at, end};
}

} // namespace plumbline::text
