#include "lua/text_pattern.hpp"

namespace plumbline::lua {

namespace {

constexpr std::size_t most_captures = 32;

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

template <class Predicate>
std::bitset<256> set_of(Predicate&& holds) {
    std::bitset<256> set;
    for (unsigned c = 0; c < 128; ++c)
        if (holds(c)) set.set(c);
    return set;
}

bool letter(unsigned c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool digit(unsigned c) {
    return c >= '0' && c <= '9';
}
bool visible(unsigned c) {
    return c > ' ' && c < 127;
}

/// The class of "%a", or of the letter itself when it names none. ASCII, whatever the locale.
std::bitset<256> class_of(char name) {
    const char lower = name >= 'A' && name <= 'Z' ? static_cast<char>(name - 'A' + 'a') : name;
    std::bitset<256> set;
    switch (lower) {
    case 'a':
        set = set_of(letter);
        break;
    case 'c':
        set = set_of([](unsigned c) { return c < 32 || c == 127; });
        break;
    case 'd':
        set = set_of(digit);
        break;
    case 'g':
        set = set_of(visible);
        break;
    case 'l':
        set = set_of([](unsigned c) { return c >= 'a' && c <= 'z'; });
        break;
    case 'p':
        set = set_of([](unsigned c) { return visible(c) && !letter(c) && !digit(c); });
        break;
    case 's':
        set = set_of([](unsigned c) { return c == ' ' || (c >= 9 && c <= 13); });
        break;
    case 'u':
        set = set_of([](unsigned c) { return c >= 'A' && c <= 'Z'; });
        break;
    case 'w':
        set = set_of([](unsigned c) { return letter(c) || digit(c); });
        break;
    case 'x':
        set = set_of([](unsigned c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
        break;
    case 'z': // of older Lua, still understood
        set.set(0);
        break;
    default:
        set.set(byte(name));
        return set;
    }
    return lower == name ? set : ~set;
}

} // namespace

/// Reads a pattern into items.
class TextPattern::Reader {
public:
    Reader(std::string_view pattern, TextPattern& out) : pattern_(pattern), out_(out) {}

    void read(bool anchors) {
        if (anchors && pattern_.starts_with('^')) {
            out_.anchored_ = true;
            ++at_;
        }
        while (at_ < pattern_.size())
            out_.items_.push_back(item());
        if (!open_.empty()) throw PatternError("unfinished capture");
    }

private:
    Item item() {
        const char c = pattern_[at_];
        if (c == '(') return open();
        if (c == ')') return close();
        if (c == '$' && at_ + 1 == pattern_.size()) {
            ++at_;
            return of(Kind::end);
        }
        if (c == '%' && at_ + 1 < pattern_.size()) {
            const char next = pattern_[at_ + 1];
            if (next == 'b') return balance();
            if (next == 'f') return frontier();
            if (digit(byte(next))) return again(next);
        }
        Item one = of(Kind::one);
        one.set = single();
        one.times = times();
        return one;
    }

    static Item of(Kind kind) {
        Item item;
        item.kind = kind;
        return item;
    }

    Item open() {
        const bool position = pattern_.substr(at_).starts_with("()");
        Item item = of(position ? Kind::open_position : Kind::open);
        at_ += position ? 2 : 1;
        if (out_.captures_ == most_captures) throw PatternError("too many captures");
        item.capture = out_.captures_++;
        if (!position) open_.push_back(item.capture);
        closed_.push_back(position);
        return item;
    }

    Item close() {
        ++at_;
        if (open_.empty()) throw PatternError("invalid pattern capture");
        Item item = of(Kind::close);
        item.capture = open_.back();
        closed_[item.capture] = true;
        open_.pop_back();
        return item;
    }

    Item again(char number) {
        at_ += 2;
        Item item = of(Kind::again);
        item.capture = static_cast<std::size_t>(number - '1');
        if (number == '0' || item.capture >= out_.captures_ || !closed_[item.capture])
            throw PatternError(std::string{"invalid capture index %"} + number);
        return item;
    }

    Item balance() {
        at_ += 2;
        if (at_ + 1 >= pattern_.size()) throw PatternError("malformed pattern (missing arguments to '%b')");
        Item item = of(Kind::balance);
        item.first = pattern_[at_];
        item.second = pattern_[at_ + 1];
        at_ += 2;
        return item;
    }

    Item frontier() {
        at_ += 2;
        if (at_ >= pattern_.size() || pattern_[at_] != '[')
            throw PatternError("malformed pattern (missing '[' after '%f' in pattern)");
        Item item = of(Kind::frontier);
        item.set = brackets();
        return item;
    }

    Times times() {
        const char c = at_ < pattern_.size() ? pattern_[at_] : '\0';
        ++at_;
        switch (c) {
        case '?':
            return Times::optional;
        case '*':
            return Times::any;
        case '+':
            return Times::some;
        case '-':
            return Times::fewest;
        default:
            --at_;
            return Times::once;
        }
    }

    Set single() {
        const char c = pattern_[at_];
        if (c == '[') return brackets();
        ++at_;
        if (c == '.') return ~Set{};
        if (c == '%') return escaped();
        Set set;
        set.set(byte(c));
        return set;
    }

    /// What follows a '%'.
    Set escaped() {
        if (at_ == pattern_.size()) throw PatternError("malformed pattern (ends with '%')");
        return class_of(pattern_[at_++]);
    }

    /// "[…]", at its '['.
    Set brackets() {
        ++at_;
        const bool complement = at_ < pattern_.size() && pattern_[at_] == '^';
        if (complement) ++at_;
        Set set;
        bool first = true; // a ']' that comes first is itself
        for (;; first = false) {
            if (at_ == pattern_.size()) throw PatternError("malformed pattern (missing ']')");
            const char c = pattern_[at_++];
            if (c == ']' && !first) break;
            if (c == '%') {
                if (at_ == pattern_.size()) throw PatternError("malformed pattern (missing ']')");
                set |= escaped();
            } else if (at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']') {
                for (unsigned in = byte(c); in <= byte(pattern_[at_ + 1]); ++in)
                    set.set(in);
                at_ += 2;
            } else {
                set.set(byte(c));
            }
        }
        return complement ? ~set : set;
    }

    std::string_view pattern_;
    TextPattern& out_;
    std::size_t at_ = 0;
    std::vector<std::size_t> open_; // captures
    std::vector<bool> closed_;      // by capture: may be referred to
};

TextPattern::TextPattern(std::string_view pattern, bool anchors) {
    Reader(pattern, *this).read(anchors);
}

} // namespace plumbline::lua
