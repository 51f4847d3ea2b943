#pragma once

/// Lua's own text patterns ("%a+", "(%d+)-(%d+)") matched in steps that can be counted: Lua's matcher
/// backtracks without a hook, for longer than anyone would wait.

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

/// A pattern that Lua's manual (§6.4.1) does not allow; the message is the one Lua gives.
class PatternError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class TextPattern {
public:
    /// What brackets took of the subject; `position` for "()".
    struct Capture {
        std::size_t begin = 0, end = 0;
        bool position = false;
    };
    struct Found {
        std::size_t begin = 0, end = 0;
        std::vector<Capture> captures;
    };
    /// Called now and then with the steps taken since; ends the search by throwing.
    using Count = std::function<void(std::uint64_t steps)>;

    /// Throws PatternError. `anchors`: "^" at the start ties the match to where it is looked for.
    explicit TextPattern(std::string_view pattern, bool anchors = true);

    bool anchored() const noexcept { return anchored_; }

    /// The match that begins exactly at `from`; false when there is none.
    bool match_at(std::string_view subject, std::size_t from, const Count& count, Found& found) const;
    /// The first match that begins at `from` or later (only at `from` when anchored).
    bool find(std::string_view subject, std::size_t from, const Count& count, Found& found) const;

private:
    using Set = std::bitset<256>;
    enum class Kind : std::uint8_t { one, open, open_position, close, again, balance, frontier, end };
    enum class Times : std::uint8_t { once, optional, any, some, fewest };
    struct Item {
        Kind kind = Kind::one;
        Times times = Times::once;
        Set set;                    // one, frontier
        char first = 0, second = 0; // balance
        std::size_t capture = 0;    // open, close, again
    };
    class Reader;
    class Matcher;

    std::vector<Item> items_;
    std::size_t captures_ = 0;
    bool anchored_ = false;
};

} // namespace plumbline::lua
