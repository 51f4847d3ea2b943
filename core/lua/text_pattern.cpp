#include "lua/text_pattern.hpp"

namespace plumbline::lua {

namespace {

constexpr int deepest = 180; // of recursion: as many items that can be tried again
constexpr std::uint64_t steps_a_report = 512;

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

} // namespace

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
