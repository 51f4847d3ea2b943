#include "train/examples.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace plumbline::training {
namespace {

constexpr std::size_t rare = 4; // texts; a word in no more than these ties them together
constexpr int enough = 2;       // rare words that two texts share to be twins

/// Groups that are joined as ties are found.
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    std::size_t of(std::size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t left, std::size_t right) { parent_[of(left)] = of(right); }

private:
    std::vector<std::size_t> parent_;
};

std::set<std::string> words_of(const Example& example) {
    std::set<std::string> words;
    for (const std::string& text : {example.text, example.need})
        for (const auto& token : text::read(text).tokens)
            if (token.kind == text::TokenKind::word && token.stem.size() > 3) words.insert(token.stem);
    return words;
}

} // namespace

std::vector<std::size_t> folds(const std::vector<Example>& examples, std::size_t count) {
    std::map<std::string, std::vector<std::size_t>> texts_with;
    for (std::size_t i = 0; i < examples.size(); ++i)
        for (const auto& word : words_of(examples[i]))
            texts_with[word].push_back(i);
    std::map<std::pair<std::size_t, std::size_t>, int> shared;
    for (const auto& [word, texts] : texts_with)
        if (texts.size() <= rare)
            for (std::size_t a = 0; a < texts.size(); ++a)
                for (std::size_t b = a + 1; b < texts.size(); ++b)
                    ++shared[{texts[a], texts[b]}];
    Groups groups(examples.size());
    for (const auto& [pair, times] : shared)
        if (times >= enough) groups.join(pair.first, pair.second);

    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < examples.size(); ++i)
        members[groups.of(i)].push_back(i);
    std::vector<std::vector<std::size_t>> by_size;
    for (auto& [group, texts] : members)
        by_size.push_back(std::move(texts));
    std::ranges::stable_sort(by_size, std::greater<>{}, &std::vector<std::size_t>::size);
    std::vector<std::size_t> fold(examples.size()), size(count);
    for (const auto& texts : by_size) {
        const auto smallest = static_cast<std::size_t>(std::ranges::min_element(size) - size.begin());
        for (const std::size_t i : texts)
            fold[i] = smallest;
        size[smallest] += texts.size();
    }
    return fold;
}

namespace {

std::set<std::string> runs_of_four(const Example& example) {
    std::set<std::string> runs;
    std::vector<std::string> words;
    for (const auto& token : text::read(example.need + " " + example.text).tokens)
        if (token.kind != text::TokenKind::punctuation) words.push_back(token.stem);
    for (std::size_t i = 0; i + 4 <= words.size(); ++i)
        runs.insert(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2] + ' ' + words[i + 3]);
    return runs;
}

using Places = std::map<std::string, std::vector<std::size_t>>;

/// Counts, for each example, how many of `keys` it has.
std::map<std::size_t, int> met_with(const std::set<std::string>& keys, const Places& places) {
    std::map<std::size_t, int> times;
    for (const auto& key : keys)
        if (const auto found = places.find(key); found != places.end())
            for (const std::size_t i : found->second)
                ++times[i];
    return times;
}

} // namespace

std::vector<std::set<std::size_t>> folds_resembled(const std::vector<Example>& own,
                                                   const std::vector<Example>& examples,
                                                   const std::vector<std::size_t>& fold) {
    Places words, runs;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        for (const auto& word : words_of(examples[i]))
            words[word].push_back(i);
        for (const auto& run : runs_of_four(examples[i]))
            runs[run].push_back(i);
    }
    std::erase_if(words, [](const auto& entry) { return entry.second.size() > rare; });
    std::vector<std::set<std::size_t>> resembled(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        for (const auto& [example, times] : met_with(words_of(own[i]), words))
            if (times >= enough) resembled[i].insert(fold[example]);
        for (const auto& [example, times] : met_with(runs_of_four(own[i]), runs))
            resembled[i].insert(fold[example]);
    }
    return resembled;
}

} // namespace plumbline::training
