#include "text/measures.hpp"

#include <algorithm>
#include <functional>

namespace plumbline::text {
namespace {

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// By rule: runs of vowels, less a silent final e; at least one.
std::uint32_t syllables(std::string_view word) {
    std::uint32_t count = 0;
    bool vowel = false;
    for (const char c : word) {
        const bool now = is_vowel(c);
        if (now && !vowel) ++count;
        vowel = now;
    }
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() + 1 && word.ends_with(tail);
    };
    const auto before = [&](std::size_t back) { return word[word.size() - back - 1]; };
    const bool silent_e = ends("e") && !is_vowel(before(1)) && !(ends("le") && !is_vowel(before(2)));
    const bool silent_ed = ends("ed") && !is_vowel(before(2)) && before(2) != 't' && before(2) != 'd';
    const bool silent_es = ends("es") && !is_vowel(before(2)) &&
                           std::string_view{"szxhgc"}.find(before(2)) == std::string_view::npos;
    if (silent_e || silent_ed || silent_es) --count;
    return std::max(count, 1U);
}

std::vector<std::size_t> shingles(const Reading& reading) {
    constexpr std::size_t length = 5;
    std::vector<std::size_t> hashes, result;
    for (const auto& token : reading.tokens)
        if (token.kind != TokenKind::punctuation) hashes.push_back(std::hash<std::string>{}(token.stem));
    const std::size_t run = std::min(length, hashes.size());
    for (std::size_t i = 0; run > 0 && i + run <= hashes.size(); ++i) {
        std::size_t combined = 0;
        for (std::size_t j = i; j < i + run; ++j)
            combined = combined * 0x9E3779B97F4A7C15ULL + hashes[j];
        result.push_back(combined);
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace

Readability readability(const Reading& reading) {
    Readability result;
    std::uint32_t spoken = 0;
    for (const auto& sentence : reading.sentences) {
        const auto before = result.words;
        for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
            const Token& token = reading.tokens[i];
            if (token.kind == TokenKind::punctuation) continue;
            ++result.words;
            spoken += token.kind == TokenKind::word ? syllables(token.norm) : 1; // a number reads as one beat
        }
        result.sentences += result.words > before ? 1 : 0;
    }
    if (result.words == 0) return {};
    const double words = result.words;
    result.words_per_sentence = words / result.sentences;
    result.grade = std::max(0.0, 0.39 * result.words_per_sentence + 11.8 * (spoken / words) - 15.59);
    return result;
}

double likeness(const Reading& left, const Reading& right) {
    const auto ours = shingles(left), theirs = shingles(right);
    const std::size_t shorter = std::min(ours.size(), theirs.size());
    if (shorter == 0) return 0;
    std::vector<std::size_t> common;
    std::ranges::set_intersection(ours, theirs, std::back_inserter(common));
    return static_cast<double>(common.size()) / static_cast<double>(shorter);
}

} // namespace plumbline::text
