#include "text/spelling.hpp"

#include "text/word_groups.hpp"
#include "text/wordnet.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::text {
namespace {

constexpr std::int8_t common = 3;           // a slip is nearly always one of a common word
constexpr std::size_t shortest = 3;         // letters swapped
constexpr std::size_t shortest_changed = 6; // letters changed or left out
constexpr std::string_view vowels = "aeiou";

bool in_closed_class(std::string_view word) {
    const Group group = group_of(word);
    return group.role != Role::content || group.person != Person::nobody || group.families != 0;
}

/// Keeps the commonest of the candidates tried.
class Best {
public:
    void offer(const std::string& candidate) {
        const std::int8_t level = in_closed_class(candidate) ? std::int8_t{9} : look_up(candidate).level();
        if (level < common || level <= level_) return;
        level_ = level;
        word_ = candidate;
    }
    bool found() const { return level_ >= common; }
    std::optional<std::string> take() { return found() ? std::optional{std::move(word_)} : std::nullopt; }

private:
    std::int8_t level_ = -1;
    std::string word_;
};

void swapped(Best& best, std::string word) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        if (word[i] == word[i + 1]) continue;
        std::swap(word[i], word[i + 1]);
        best.offer(word);
        std::swap(word[i], word[i + 1]);
    }
}

void doubled(Best& best, const std::string& word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i + 1 < word.size() && word[i] == word[i + 1])
            best.offer(word.substr(0, i) + word.substr(i + 1));
        else
            best.offer(word.substr(0, i + 1) + word.substr(i));
    }
}

void wrong_vowel(Best& best, std::string word) {
    for (char& letter : word) {
        if (vowels.find(letter) == std::string_view::npos) continue;
        const char written = letter;
        for (const char vowel : vowels) {
            letter = vowel;
            if (vowel != written) best.offer(word);
        }
        letter = written;
    }
}

void left_out(Best& best, const std::string& word) {
    for (std::size_t i = 0; i <= word.size(); ++i)
        for (char letter = 'a'; letter <= 'z'; ++letter)
            best.offer(word.substr(0, i) + letter + word.substr(i));
}

} // namespace

std::optional<std::string> correct(std::string_view norm) {
    const bool plain = std::ranges::all_of(norm, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!plain || norm.size() < shortest || norm.size() > 16) return std::nullopt;
    if (in_closed_class(norm) || look_up(norm).known()) return std::nullopt;
    const std::string word{norm};
    Best best;
    swapped(best, word);
    if (!best.found() && word.size() > shortest) doubled(best, word);
    if (!best.found() && word.size() >= shortest_changed) wrong_vowel(best, word);
    if (!best.found() && word.size() >= shortest_changed) left_out(best, word);
    return best.take();
}

} // namespace plumbline::text
