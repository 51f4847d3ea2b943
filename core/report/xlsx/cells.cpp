#include "report/xlsx/workbook.hpp"

#include "report/xml_text.hpp"

#include <utf8proc.h>

#include <cctype>

namespace plumbline::report::xlsx {

namespace {

constexpr std::size_t most_characters = 32'000; // Excel's cells hold 32,767

/// "_x0041_", which Excel reads as "A".
bool is_escape(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return false;
    for (std::size_t i = 2; i < 6; ++i)
        if (std::isxdigit(static_cast<unsigned char>(text[i])) == 0) return false;
    return true;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

} // namespace

std::string cell_text(std::string_view text) {
    const std::string valid = xml_characters(text);
    std::string out;
    std::size_t characters = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        if (begins_character(valid[i])) ++all;
        if (all > most_characters) continue;
        characters = all;
        if (is_escape(std::string_view(valid).substr(i))) out += "_x005F";
        out += valid[i];
    }
    if (all > characters) out += " … (cut: " + std::to_string(all) + " characters, more than a cell holds)";
    return out;
}

} // namespace plumbline::report::xlsx
