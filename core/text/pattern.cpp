#include "text/pattern.hpp"

#include "base/user_error.hpp"

#include <re2/re2.h>
#include <utility>

namespace plumbline::text {
namespace {

re2::RE2::Options options() {
    re2::RE2::Options chosen;
    chosen.set_case_sensitive(false);
    chosen.set_log_errors(false);               // the log never holds what people wrote
    chosen.set_max_mem(std::int64_t{2} << 20U); // bounds a hostile expression
    return chosen;
}

} // namespace

struct Pattern::Implementation {
    explicit Implementation(const std::string& written) : expression{written, options()} {}
    re2::RE2 expression;
};

Pattern::Pattern(const std::string& expression)
    : implementation_{std::make_unique<Implementation>(expression)} {
    const auto& compiled = implementation_->expression;
    if (!compiled.ok())
        throw UserError("pattern \"" + expression + "\": " + compiled.error() +
                        "; expected an expression of RE2 (no look-around, no back-references)");
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::optional<std::vector<Span>> Pattern::find(std::string_view text, std::size_t from) const {
    const auto& compiled = implementation_->expression;
    if (from > text.size()) return std::nullopt;
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(compiled.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece piece{text.data(), text.size()};
    if (!compiled.Match(piece, from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                        static_cast<int>(groups.size())))
        return std::nullopt;
    std::vector<Span> spans(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i].data()) continue;
        const auto begin = static_cast<std::uint32_t>(groups[i].data() - text.data());
        spans[i] = {begin, begin + static_cast<std::uint32_t>(groups[i].size())};
    }
    return spans;
}

} // namespace plumbline::text
