#pragma once

/// Many patterns looked up at once, by the word that each begins with.

#include "text/timescale_tokens.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plumbline::text::timescales {

class PatternTable {
public:
    /// Patterns as `match` reads them; the views must outlive the table.
    explicit PatternTable(std::vector<std::string_view> patterns);
    /// Of rows that have a `pattern`.
    template <typename Rows>
    static PatternTable of(const Rows& rows) {
        std::vector<std::string_view> patterns;
        patterns.reserve(rows.size());
        for (const auto& row : rows)
            patterns.push_back(row.pattern);
        return PatternTable(std::move(patterns));
    }

    struct Hit {
        std::size_t pattern = 0; // index of the pattern given
        std::size_t end = 0;     // where its words end; the place asked for when none stands there
    };
    /// The longest pattern at a place, the first given among equals.
    Hit longest(const Items& items, std::size_t index) const;

private:
    void index_pattern(std::size_t pattern);
    void consider(const Items& items, std::size_t index, const std::vector<std::size_t>& candidates,
                  Hit& best) const;

    std::vector<std::string_view> patterns_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_word_;
    std::vector<std::size_t> by_kind_; // those that begin with "*", "#" or a word that forgives slips
};

} // namespace plumbline::text::timescales
