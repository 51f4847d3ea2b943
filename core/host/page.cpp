#include "host/page.hpp"

#include "host/progress.hpp"

#include <cstdlib>

namespace plumbline::host {

namespace {

bool use_colour(const std::string& choice) {
    if (choice != "auto") return choice == "always";
    const char* no_colour = std::getenv("NO_COLOR");
    return (no_colour == nullptr || *no_colour == '\0') && output_is_terminal();
}

} // namespace

report::Page output_page(const std::string& colour) {
    report::Page page;
    page.width = terminal_width();
    page.colour = use_colour(colour);
    return page;
}

} // namespace plumbline::host
