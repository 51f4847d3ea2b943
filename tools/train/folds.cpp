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

} // namespace plumbline::training
