#include "text/phrases.hpp"

#include "text/phrase_syntax.hpp"
#include "text/phrase_words.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

// A trie over interned stems, walked from every word: chosen over Vectorscan after measuring both. Phrases
// are words, not bytes, so a byte automaton has to be told where words, sentences and gaps are and its
// matches mapped back; and compiling 6,000 literals (2,000 phrases with their alternatives) took it 63 ms,
// more than a whole start may take, where this takes a few. The scan costs about the same.

namespace plumbline::text {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

/// Numbers for the words that phrases use; `none` for all others.
class Vocabulary {
public:
    std::uint32_t add(const std::string& word) {
        return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    std::uint32_t find(std::string_view word) const {
        const auto found = numbers_.find(word);
        return found == numbers_.end() ? none : found->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> numbers_;
};

struct Node {
    std::uint32_t any_word = none, number = none, gap = none; // the nodes that these steps lead to
    bool has_words = false, has_forms = false;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends; // set and phrase
};

/// A word of the scanned text.
struct TextWord {
    std::uint32_t token = 0, stem = none, form = none;
    bool number = false;
};

constexpr std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
    return (std::uint64_t{node} << 32U) | word;
}

struct EdgeHash {
    std::size_t operator()(std::uint64_t key) const {
        key *= 0x9E3779B97F4A7C15ULL;
        return static_cast<std::size_t>(key ^ (key >> 32U));
    }
};
using Edges = std::unordered_map<std::uint64_t, std::uint32_t, EdgeHash>;

} // namespace

struct PhraseBook::Scratch::Implementation {
    std::vector<TextWord> words;
};

struct PhraseBook::Implementation {
    std::vector<PhraseSet> sets;
    Vocabulary stems, forms;
    std::vector<Node> nodes{1};
    Edges stem_edges, form_edges;

    void add(std::uint32_t set, std::uint32_t phrase, const std::vector<Step>& steps) {
        std::uint32_t at = 0;
        for (const auto& step : steps)
            at = follow_or_add(at, step);
        auto& ends = nodes[at].ends;
        if (ends.empty() || ends.back() != std::pair{set, phrase}) ends.emplace_back(set, phrase);
    }

    std::uint32_t follow_or_add(std::uint32_t at, const Step& step) {
        const auto next = static_cast<std::uint32_t>(nodes.size());
        const auto grown = [&](std::uint32_t to) {
            if (to == next) nodes.emplace_back();
            return to;
        };
        const auto slot = [&](std::uint32_t Node::*kind) {
            if (nodes[at].*kind == none) nodes[at].*kind = next;
            return grown(nodes[at].*kind);
        };
        switch (step.kind) {
        case StepKind::stem:
            nodes[at].has_words = true;
            return grown(stem_edges.try_emplace(edge(at, stems.add(step.word)), next).first->second);
        case StepKind::form:
            nodes[at].has_forms = true;
            return grown(form_edges.try_emplace(edge(at, forms.add(step.word)), next).first->second);
        case StepKind::any_word:
            return slot(&Node::any_word);
        case StepKind::number:
            return slot(&Node::number);
        case StepKind::gap:
            break;
        }
        return slot(&Node::gap);
    }

    /// The words of one sentence.
    void words_of(const Reading& reading, const Sentence& sentence, std::vector<TextWord>& words) const {
        words.clear();
        for (auto i = sentence.first_token; i < sentence.last_token; ++i)
            for_each_phrase_word(reading.tokens[i], [&](const PhraseWord& word) {
                words.push_back({i, stems.find(word.stem), forms.find(word.form), word.number});
            });
    }
};

namespace {

/// Walks the trie from one word of a sentence on and collects what it finds.
template <typename Book>
class Walk {
public:
    Walk(const Book& book, const Reading& reading, const std::vector<TextWord>& words,
         std::vector<Match>& matches)
        : book_{book}, reading_{reading}, words_{words}, matches_{matches} {}

    void from(std::size_t word) {
        first_ = word;
        visit(0, word);
    }

private:
    void visit(std::uint32_t node_number, std::size_t at) {
        const Node& node = book_.nodes[node_number];
        for (const auto& [set, phrase] : node.ends)
            matches_.push_back({set, {begin(first_), end(at - 1)}, phrase});
        if (node.gap != none)
            for (std::size_t skipped = 0; skipped <= longest_gap && at + skipped < words_.size(); ++skipped)
                visit(node.gap, at + skipped);
        if (at == words_.size()) return;
        const TextWord& word = words_[at];
        if (node.any_word != none) visit(node.any_word, at + 1);
        if (node.number != none && word.number) visit(node.number, at + 1);
        if (node.has_words && word.stem != none) follow(book_.stem_edges, edge(node_number, word.stem), at);
        if (node.has_forms && word.form != none) follow(book_.form_edges, edge(node_number, word.form), at);
    }

    void follow(const Edges& edges, std::uint64_t key, std::size_t at) {
        if (const auto found = edges.find(key); found != edges.end()) visit(found->second, at + 1);
    }

    std::uint32_t begin(std::size_t word) const { return reading_.tokens[words_[word].token].span.begin; }
    std::uint32_t end(std::size_t word) const { return reading_.tokens[words_[word].token].span.end; }

    const Book& book_;
    const Reading& reading_;
    const std::vector<TextWord>& words_;
    std::vector<Match>& matches_;
    std::size_t first_ = 0;
};

/// Of matches of one set that overlap, only the longest stays (of equals the first); then by place, longest
/// first.
void reduce(std::vector<Match>& matches) {
    const auto length = [](const Match& match) { return match.span.end - match.span.begin; };
    std::ranges::sort(matches, [&](const Match& a, const Match& b) {
        if (a.set != b.set) return a.set < b.set;
        if (length(a) != length(b)) return length(a) > length(b);
        return std::pair{a.span.begin, a.phrase} < std::pair{b.span.begin, b.phrase};
    });
    std::vector<Match> kept;
    std::map<std::uint32_t, std::uint32_t> taken; // of one set: where each kept match begins and ends
    std::uint32_t set = none;
    for (const auto& match : matches) {
        if (match.set != set) taken.clear();
        set = match.set;
        const auto next = taken.lower_bound(match.span.begin);
        const bool overlaps = (next != taken.end() && next->first < match.span.end) ||
                              (next != taken.begin() && std::prev(next)->second > match.span.begin);
        if (overlaps) continue;
        taken.emplace(match.span.begin, match.span.end);
        kept.push_back(match);
    }
    std::ranges::sort(kept, [&](const Match& a, const Match& b) {
        if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
        return length(a) != length(b) ? length(a) > length(b) : a.set < b.set;
    });
    matches = std::move(kept);
}

} // namespace

PhraseBook::Scratch::Scratch(const PhraseBook&) : implementation_{std::make_unique<Implementation>()} {}
PhraseBook::Scratch::~Scratch() = default;
PhraseBook::Scratch::Scratch(Scratch&&) noexcept = default;
PhraseBook::Scratch& PhraseBook::Scratch::operator=(Scratch&&) noexcept = default;

PhraseBook::PhraseBook(std::vector<PhraseSet> sets) : implementation_{std::make_unique<Implementation>()} {
    implementation_->sets = std::move(sets);
    for (std::uint32_t set = 0; set < implementation_->sets.size(); ++set) {
        const auto& phrases = implementation_->sets[set].phrases;
        for (std::uint32_t phrase = 0; phrase < phrases.size(); ++phrase)
            for (const auto& way : parse_phrase(phrases[phrase]))
                implementation_->add(set, phrase, way);
    }
}

PhraseBook::~PhraseBook() = default;

const std::vector<PhraseSet>& PhraseBook::sets() const {
    return implementation_->sets;
}

std::vector<Match> PhraseBook::scan(const Reading& reading, Scratch& scratch) const {
    std::vector<Match> matches;
    auto& words = scratch.implementation_->words;
    Walk walk{*implementation_, reading, words, matches};
    for (const auto& sentence : reading.sentences) {
        implementation_->words_of(reading, sentence, words);
        for (std::size_t i = 0; i < words.size(); ++i)
            walk.from(i);
    }
    reduce(matches);
    return matches;
}

} // namespace plumbline::text
