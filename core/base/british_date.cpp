#include "base/british_date.hpp"

namespace plumbline {

namespace {

std::string two_digits(std::string_view number) {
    return (number.size() == 1 ? "0" : "") + std::string(number);
}

} // namespace

std::optional<Date> parse_british_date(std::string_view text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    return parse_iso_date(std::string(text.substr(second + 1)) + '-' +
                          two_digits(text.substr(first + 1, second - first - 1)) + '-' +
                          two_digits(text.substr(0, first)));
}

} // namespace plumbline
