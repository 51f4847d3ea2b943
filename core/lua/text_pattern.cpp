#include "lua/text_pattern.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

constexpr std::size_t most_captures = 32;
constexpr int deepest = 180; // of recursion: as many items that can be tried again
constexpr std::uint64_t steps_a_report = 512;

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

/// One attempt to match.
class TextPattern::Matcher {
public:
    Matcher(const std::vector<Item>& items, std::string_view subject, const Count& count,
            std::vector<Capture>& captures)
        : items_(items), subject_(subject), count_(count), captures_(captures) {}

    static constexpr std::size_t none = std::string_view::npos;

    /// Where the match of the items from `item` on, begun at `at`, ends.
    std::size_t match(std::size_t item, std::size_t at) {
        if (++depth_ > deepest) throw PatternError("pattern too complex");
        const std::size_t end = match_on(item, at);
        --depth_;
        return end;
    }

    void report() {
        const std::uint64_t steps = steps_;
        steps_ = 0;
        count_(steps);
    }

private:
    void step() {
        if (++steps_ >= steps_a_report) report();
    }

    bool fits(const Item& item, std::size_t at) {
        step();
        return at < subject_.size() && item.set.test(byte(subject_[at]));
    }

    std::size_t match_on(std::size_t item, std::size_t at) {
        for (; item < items_.size(); ++item) {
            const Item& now = items_[item];
            if (now.kind == Kind::one && now.times != Times::once) return repeat(now, item, at);
            if (now.kind == Kind::open || now.kind == Kind::close || now.kind == Kind::open_position)
                return capture(now, item, at);
            at = advance(now, at);
            if (at == none) return none;
        }
        return at;
    }

    /// The end of an item that fits in one way or not at all.
    std::size_t advance(const Item& item, std::size_t at) {
        switch (item.kind) {
        case Kind::one:
            return fits(item, at) ? at + 1 : none;
        case Kind::again:
            return again(captures_[item.capture], at);
        case Kind::balance:
            return balance(item, at);
        case Kind::frontier:
            return frontier(item, at) ? at : none;
        default:
            return at == subject_.size() ? at : none; // end
        }
    }

    std::size_t capture(const Item& item, std::size_t index, std::size_t at) {
        const Capture before = captures_[item.capture];
        Capture& now = captures_[item.capture];
        if (item.kind == Kind::close)
            now.end = at;
        else
            now = {at, at, item.kind == Kind::open_position};
        const std::size_t end = match(index + 1, at);
        if (end == none) captures_[item.capture] = before;
        return end;
    }

    std::size_t repeat(const Item& item, std::size_t index, std::size_t at) {
        if (item.times == Times::fewest) return repeat_fewest(item, index, at);
        const std::size_t least = item.times == Times::some ? at + 1 : at;
        const std::size_t most = item.times == Times::optional ? at + 1 : subject_.size();
        std::size_t end = at;
        while (end < most && fits(item, end))
            ++end;
        for (;; --end) {
            if (end < least) return none;
            step();
            if (const std::size_t found = match(index + 1, end); found != none) return found;
            if (end == 0) return none;
        }
    }

    std::size_t repeat_fewest(const Item& item, std::size_t index, std::size_t at) {
        for (;; ++at) {
            if (const std::size_t found = match(index + 1, at); found != none) return found;
            if (!fits(item, at)) return none;
        }
    }

    std::size_t again(const Capture& capture, std::size_t at) {
        if (capture.position) return none; // a number is no text to find again
        const std::string_view text = subject_.substr(capture.begin, capture.end - capture.begin);
        steps_ += text.size() / 16;
        step();
        return subject_.substr(at).starts_with(text) ? at + text.size() : none;
    }

    std::size_t balance(const Item& item, std::size_t at) {
        if (at >= subject_.size() || subject_[at] != item.first) return none;
        std::size_t open = 1;
        for (++at; at < subject_.size(); ++at) {
            step();
            if (subject_[at] == item.second) {
                if (--open == 0) return at + 1;
            } else if (subject_[at] == item.first) {
                ++open;
            }
        }
        return none;
    }

    bool frontier(const Item& item, std::size_t at) {
        step();
        const unsigned char before = at == 0 ? 0 : byte(subject_[at - 1]);
        const unsigned char after = at == subject_.size() ? 0 : byte(subject_[at]);
        return !item.set.test(before) && item.set.test(after);
    }

    const std::vector<Item>& items_;
    std::string_view subject_;
    const Count& count_;
    std::vector<Capture>& captures_;
    std::uint64_t steps_ = 0;
    int depth_ = 0;
};

TextPattern::TextPattern(std::string_view pattern, bool anchors) {
    Reader(pattern, *this).read(anchors);
}

bool TextPattern::match_at(std::string_view subject, std::size_t from, const Count& count,
                           Found& found) const {
    found.captures.assign(captures_, {});
    Matcher matcher(items_, subject, count, found.captures);
    found.begin = from;
    found.end = matcher.match(0, from);
    matcher.report();
    return found.end != Matcher::none;
}

bool TextPattern::find(std::string_view subject, std::size_t from, const Count& count, Found& found) const {
    found.captures.assign(captures_, {});
    Matcher matcher(items_, subject, count, found.captures);
    bool matched = false;
    for (std::size_t at = from; at <= subject.size() && !matched; ++at) {
        found.begin = at;
        found.end = matcher.match(0, at);
        matched = found.end != Matcher::none;
        if (anchored_) break;
    }
    matcher.report();
    return matched;
}

} // namespace plumbline::lua
