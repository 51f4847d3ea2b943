#pragma once

/// A narrative of the open plan with what its text says, worked out when first asked and shared by all
/// plugins.

#include "judgement/judgement.hpp"
#include "plan/narrative.hpp"
#include "text/phrases.hpp"
#include "text/reading.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace plumbline::lua {

struct Type;

/// Whose narrative it is: a node of the plan.
struct Owner {
    const Type* type = nullptr;
    const void* object = nullptr;
};

class NarrativeView {
public:
    /// `name` is the field of the owner: "task". Static text. What reading takes is added to `spent`.
    NarrativeView(const plan::Narrative& narrative, Owner owner, std::string_view name,
                  std::chrono::nanoseconds& spent)
        : narrative_(&narrative), owner_(owner), name_(name), spent_(&spent) {}

    const plan::Narrative& narrative() const { return *narrative_; }
    Owner owner() const { return owner_; }
    std::string_view name() const { return name_; }
    text::Span whole() const { return {0, static_cast<std::uint32_t>(narrative_->text.size())}; }

    const text::Reading& reading(const text::People& people);
    const std::vector<text::Match>& matches(const text::People& people, const text::PhraseBook& book,
                                            text::PhraseBook::Scratch& scratch);

private:
    const plan::Narrative* narrative_;
    Owner owner_;
    std::string_view name_;
    std::chrono::nanoseconds* spent_;
    std::optional<text::Reading> reading_;
    std::optional<std::vector<text::Match>> matches_;
};

/// The indices [first, last) of the tokens that lie within the span.
struct TokenRange {
    std::size_t first = 0, last = 0;
};
TokenRange tokens_within(const text::Reading& reading, text::Span span);

/// The words of a span as a finding shows them, with their place in the file.
judgement::Evidence evidence_of(const plan::Narrative& narrative, text::Span span);

/// The span widened to whole characters, and cut to the text.
text::Span whole_characters(std::string_view text, text::Span span);

/// Hashes of every run of `width` stems, punctuation left out, in order: what near-copies are found by. The
/// same text gives the same hashes on every machine. A text shorter than that has none.
std::vector<std::int64_t> shingles(const text::Reading& reading, TokenRange tokens, std::size_t width);

} // namespace plumbline::lua
