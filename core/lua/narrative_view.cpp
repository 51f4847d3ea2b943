#include "lua/narrative_view.hpp"

#include "lua/clock.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// FNV-1a, 64 bits: spread well enough to tell runs of words apart, and the same everywhere.
class RunHash {
public:
    void add(std::string_view bytes) {
        for (const char byte : bytes)
            step(static_cast<unsigned char>(byte));
        step(0); // "ab","c" and "a","bc" differ
    }
    /// 53 bits, so that it survives any reader that keeps numbers as doubles.
    std::int64_t value() const { return static_cast<std::int64_t>(hash_ >> 11U); }

private:
    void step(unsigned char byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }
    std::uint64_t hash_ = 14695981039346656037ULL;
};

} // namespace

const text::Reading& NarrativeView::reading(const text::People& people) {
    if (reading_) return *reading_;
    const auto began = processor_time();
    reading_ = text::read(narrative_->text, people);
    *spent_ += processor_time() - began;
    return *reading_;
}

const std::vector<text::Match>& NarrativeView::matches(const text::People& people,
                                                       const text::PhraseBook& book,
                                                       text::PhraseBook::Scratch& scratch) {
    if (matches_) return *matches_;
    const text::Reading& read = reading(people);
    const auto began = processor_time();
    matches_ = book.scan(read, scratch);
    *spent_ += processor_time() - began;
    return *matches_;
}

TokenRange tokens_within(const text::Reading& reading, text::Span span) {
    const auto& tokens = reading.tokens;
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const text::Token& token) {
        return token.span.begin < span.begin;
    });
    const auto last = std::partition_point(
        first, tokens.end(), [&](const text::Token& token) { return token.span.end <= span.end; });
    return {static_cast<std::size_t>(first - tokens.begin()),
            static_cast<std::size_t>(last - tokens.begin())};
}

judgement::Evidence evidence_of(const plan::Narrative& narrative, text::Span span) {
    const std::string_view words = span.of(narrative.text);
    const plan::Position position = narrative.position_of(span.begin);
    const auto length =
        std::count_if(words.begin(), words.end(), [](char byte) { return !continues_character(byte); });
    return {std::string(words), position.line, position.column, static_cast<std::uint32_t>(length)};
}

text::Span whole_characters(std::string_view text, text::Span span) {
    const auto size = static_cast<std::uint32_t>(text.size());
    span.begin = std::min(span.begin, size);
    span.end = std::clamp(span.end, span.begin, size);
    while (span.begin > 0 && span.begin < size && continues_character(text[span.begin]))
        --span.begin;
    while (span.end < size && span.end > span.begin && continues_character(text[span.end]))
        ++span.end;
    return span;
}

std::vector<std::int64_t> shingles(const text::Reading& reading, TokenRange tokens, std::size_t width) {
    std::vector<std::string_view> stems;
    for (std::size_t index = tokens.first; index < tokens.last; ++index)
        if (reading.tokens[index].kind != text::TokenKind::punctuation)
            stems.push_back(reading.tokens[index].stem);
    std::vector<std::int64_t> hashes;
    if (width == 0 || stems.size() < width) return hashes;
    hashes.reserve(stems.size() - width + 1);
    for (std::size_t first = 0; first + width <= stems.size(); ++first) {
        RunHash hash;
        for (std::size_t index = first; index < first + width; ++index)
            hash.add(stems[index]);
        hashes.push_back(hash.value());
    }
    return hashes;
}

} // namespace plumbline::lua
