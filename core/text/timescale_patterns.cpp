#include "text/timescale_patterns.hpp"

#include "text/timescale_parts.hpp"

#include <algorithm>
#include <limits>

namespace plumbline::text::timescales {

PatternTable::PatternTable(std::vector<std::string_view> patterns) : patterns_(std::move(patterns)) {
    for (std::size_t i = 0; i < patterns_.size(); ++i)
        index_pattern(i);
}

void PatternTable::index_pattern(std::size_t pattern) {
    std::string_view rest = patterns_[pattern];
    bool optional = true;
    while (optional && !rest.empty()) { // an optional first word lets the next one begin
        const std::size_t space = std::min(rest.find(' '), rest.size());
        std::string_view element = rest.substr(0, space);
        rest.remove_prefix(std::min(space + 1, rest.size()));
        optional = element.size() > 1 && element.ends_with('?');
        if (optional) element.remove_suffix(1);
        while (!element.empty()) {
            const std::size_t bar = std::min(element.find('|'), element.size());
            const std::string_view word = element.substr(0, bar);
            element.remove_prefix(std::min(bar + 1, element.size()));
            auto& list = word.starts_with('~') || word == "*" || word == "#" ? by_kind_ : by_word_[word];
            if (list.empty() || list.back() != pattern) list.push_back(pattern);
        }
    }
}

void PatternTable::consider(const Items& items, std::size_t index, const std::vector<std::size_t>& candidates,
                            Hit& best) const {
    for (const std::size_t pattern : candidates) {
        const std::size_t end = match(items, index, patterns_[pattern]);
        if (end > best.end || (end == best.end && end > index && pattern < best.pattern))
            best = {pattern, end};
    }
}

PatternTable::Hit PatternTable::longest(const Items& items, std::size_t index) const {
    Hit best{std::numeric_limits<std::size_t>::max(), index};
    if (index >= items.size()) return best;
    const auto found = by_word_.find(items[index].norm);
    if (found != by_word_.end()) consider(items, index, found->second, best);
    consider(items, index, by_kind_, best);
    return best;
}

} // namespace plumbline::text::timescales
