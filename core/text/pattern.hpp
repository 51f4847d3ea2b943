#pragma once

#include "text/reading.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::text {

/// A regular expression that a plugin's author writes: RE2, so time is linear in the text. Matching ignores
/// case.
class Pattern {
public:
    /// Throws UserError that says what is wrong with the expression.
    explicit Pattern(const std::string& expression);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// The first match at or after `from`: the whole match, then the groups (empty span where one took no
    /// part).
    std::optional<std::vector<Span>> find(std::string_view text, std::size_t from = 0) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::text
