#include "host/as_of.hpp"

#include "base/user_error.hpp"

#include <chrono>

namespace plumbline::host {

Date as_of_date(const std::string& text) {
    if (text.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto date = parse_iso_date(text);
    if (!date) throw UserError("--as-of " + text + ": not a date; expected one such as 2024-04-01");
    return *date;
}

} // namespace plumbline::host
