#pragma once

#include "text/reading.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plumbline::text {

/// A named list of phrases of one plugin.
///
/// A phrase is words, compared by stem and without case. `{a|b c|}` stands for any of the alternatives (an
/// empty one makes it optional), `*` for any one word, `…` or `...` for up to four words, `=word` for exactly
/// that form, `#` for a number in digits or words. A phrase never crosses the end of a sentence; marks
/// between its words do not count, and hyphens part words: "self-harm" is "self harm".
struct PhraseSet {
    std::string name; // "contingency/trigger"
    std::vector<std::string> phrases;
};

struct Match {
    std::uint32_t set = 0;    // index of the set given to the book
    Span span;                // of the reading's text
    std::uint32_t phrase = 0; // index within the set
};

/// All phrases of all plugins in one pattern database: one scan of each reading finds them all. Immutable and
/// shared between threads; each thread brings its own Scratch.
class PhraseBook {
public:
    class Scratch {
    public:
        explicit Scratch(const PhraseBook& book);
        ~Scratch();
        Scratch(Scratch&&) noexcept;
        Scratch& operator=(Scratch&&) noexcept;

    private:
        friend class PhraseBook;
        struct Implementation;
        std::unique_ptr<Implementation> implementation_;
    };

    /// Throws UserError that quotes the phrase and says what is wrong with it.
    explicit PhraseBook(std::vector<PhraseSet> sets);
    ~PhraseBook();
    PhraseBook(const PhraseBook&) = delete;
    PhraseBook& operator=(const PhraseBook&) = delete;

    const std::vector<PhraseSet>& sets() const;

    /// Every match, ordered by place, longest first; overlapping matches of one set are reduced to the
    /// longest.
    std::vector<Match> scan(const Reading& reading, Scratch& scratch) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::text
