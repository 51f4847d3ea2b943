#include "plan/resume.hpp"

#include <string_view>

namespace plumbline::plan {

namespace {

struct Section {
    std::string_view opening, closing;
    bool closes = true; // false once one was seen that does not
};

/// Reads on until `bytes` stand behind `at`, or there are no more.
std::string_view at_least(Window& window, std::uint64_t at, std::size_t bytes) {
    while (window.end() - at < bytes && window.fill()) {
    }
    return window.from(at);
}

/// Behind the end of the section that starts at `at`; none if it does not end.
std::optional<std::uint64_t> section_end(Window& window, std::uint64_t at, const Section& section,
                                         std::size_t most) {
    std::size_t looked_at = section.opening.size();
    for (;;) {
        const std::string_view rest = window.from(at);
        const std::size_t end = rest.find(section.closing, looked_at);
        if (end != std::string_view::npos) return at + end + section.closing.size();
        if (rest.size() >= section.closing.size() + looked_at)
            looked_at = rest.size() - section.closing.size();
        if (rest.size() > most || !window.fill()) return std::nullopt;
    }
}

bool is_plan_tag(std::string_view text) {
    static constexpr std::string_view tag = "<plan";
    return text.starts_with(tag) && text.size() > tag.size() &&
           std::string_view(" \t\r\n/>").find(text[tag.size()]) != std::string_view::npos;
}

} // namespace

std::optional<std::uint64_t> next_plan_start(Window& window, std::uint64_t from, std::uint64_t not_before,
                                             std::size_t most) {
    static constexpr std::size_t longest_opening = 9; // <![CDATA[
    Section comment{"<!--", "-->"};
    Section cdata{"<![CDATA[", "]]>"};
    std::uint64_t at = from;
    for (;;) {
        const std::size_t markup = window.from(at).find('<');
        if (markup == std::string_view::npos) {
            at = window.end();
            window.drop(at);
            if (!window.fill()) return std::nullopt;
            continue;
        }
        at += markup;
        const std::string_view rest = at_least(window, at, longest_opening);
        if (at >= not_before && is_plan_tag(rest)) return at;
        Section* const section = rest.starts_with(comment.opening) ? &comment
                                 : rest.starts_with(cdata.opening) ? &cdata
                                                                   : nullptr;
        ++at;
        if (section == nullptr || !section->closes) continue;
        if (const auto end = section_end(window, at - 1, *section, most))
            at = *end;
        else
            section->closes = false;
    }
}

} // namespace plumbline::plan
