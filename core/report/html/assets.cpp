#include "report/html/assets.hpp"

#include "base/user_error.hpp"

#include <map>

namespace plumbline::report::html {

namespace {

constexpr std::string_view style_sheet =
#include "report_css.inc"
    ;
constexpr std::string_view script_text =
#include "report_js.inc"
    ;

using Templates = std::map<std::string, std::string, std::less<>>;

std::string without_indentation(std::string_view text) {
    std::string out;
    bool at_start = true;
    for (const char c : text) {
        if (at_start && c == ' ') continue;
        at_start = c == '\n';
        out += c;
    }
    return out;
}

Templates read_templates() {
    static const std::map<std::string, std::string_view> sources{
#include "templates.inc"
    };
    Templates out;
    for (const auto& [name, text] : sources)
        out.emplace(name, without_indentation(text));
    return out;
}

} // namespace

std::string_view styles() {
    return style_sheet;
}

std::string_view script() {
    return script_text;
}

const std::string& template_of(std::string_view name) {
    static const Templates templates = read_templates();
    const auto found = templates.find(name);
    if (found == templates.end()) throw InternalError("no template \"" + std::string(name) + "\"");
    return found->second;
}

} // namespace plumbline::report::html
