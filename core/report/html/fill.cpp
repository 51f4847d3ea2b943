#include "report/html/fill.hpp"

#include "base/user_error.hpp"
#include "report/html/assets.hpp"
#include "report/html/escape.hpp"

#include <array>

namespace plumbline::report::html {

namespace {

constexpr std::array partials{"changes", "rating", "share-bars", "trend-chart"};

} // namespace

void set_if(Data& data, const std::string& name, const std::string& text) {
    if (!text.empty()) data.set(name, text);
}

std::string number(std::size_t count) {
    std::string out = std::to_string(count);
    for (std::size_t at = out.size(); at > 3; at -= 3)
        out.insert(at - 3, ",");
    return out;
}

std::string filled(std::string_view template_name, const Data& data) {
    kainjow::mustache::mustache page(template_of(template_name));
    page.set_custom_escape([](const std::string& text) { return escaped(text); });
    if (!page.is_valid())
        throw InternalError("template " + std::string(template_name) + ": " + page.error_message());
    Data shared;
    for (const char* name : partials)
        shared.set(name, Data(kainjow::mustache::partial([name] { return template_of(name); })));
    kainjow::mustache::context<std::string> context(&shared);
    context.push(&data);
    return page.render(context);
}

} // namespace plumbline::report::html
