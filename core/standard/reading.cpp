#include "standard/reading.hpp"

#include "base/date.hpp"

#include <algorithm>

namespace plumbline::standard {

namespace {

constexpr std::int64_t spoken_api = 1;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Takes up to `limit` characters of one sort off the front; returns how many.
template <typename Test>
std::size_t take(std::string_view& text, std::size_t limit, Test test) {
    std::size_t count = 0;
    while (count < limit && count < text.size() && test(text[count]))
        ++count;
    text.remove_prefix(count);
    return count;
}

/// Up to two capitals, a number, further numbers after full stops, perhaps a small letter.
bool is_paragraph(std::string_view text) {
    take(text, 2, is_upper);
    if (take(text, 3, is_digit) == 0) return false;
    while (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        if (take(text, 3, is_digit) == 0) return false;
    }
    take(text, 1, is_lower);
    return text.empty();
}

std::string any_of(const std::vector<std::string>& known) {
    std::string out;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (i > 0) out += i + 1 == known.size() ? " or " : ", ";
        out += in_quotes(known[i]);
    }
    return out;
}

} // namespace

void refuse(const FilePosition& at, const std::string& message) {
    throw UserError(at, message);
}

std::string in_quotes(std::string_view word) {
    return '"' + std::string(word) + '"';
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    if (const auto near = lua::nearest(word, known)) return "; did you mean " + in_quotes(*near) + '?';
    return known.empty() ? std::string{} : "; expected " + any_of(known);
}

const std::vector<std::pair<std::string, lua::Data>>& fields_of(const lua::Data& data) {
    const bool empty_list = data.type == lua::DataType::list && data.items.empty();
    if (data.type != lua::DataType::table && !empty_list)
        refuse(data.at, "expected a table of names and values ({ name = value })");
    return data.fields;
}

std::string words_of(const lua::Data& data) {
    const std::string& text = data.as_string();
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    if (std::all_of(text.begin(), text.end(), is_space)) refuse(data.at, "is empty; expected words");
    return text;
}

std::string words_of(const lua::Data& table, std::string_view key) {
    const lua::Data* field = table.find(key);
    return field == nullptr ? std::string{} : words_of(*field);
}

std::vector<Placed<std::string>> placed_strings(const lua::Data& data) {
    std::vector<Placed<std::string>> out;
    for (const lua::Data& item : data.as_list()) {
        std::string word = words_of(item);
        const auto same = [&](const Placed<std::string>& other) { return other.value == word; };
        if (std::any_of(out.begin(), out.end(), same))
            refuse(item.at, in_quotes(word) + " stands in this list twice");
        out.push_back({std::move(word), item.at});
    }
    return out;
}

void check_id(const Placed<std::string>& id) {
    const auto allowed = [](char c) { return is_lower(c) || is_digit(c) || c == '-'; };
    if (id.value.empty() || !is_lower(id.value.front()) ||
        !std::all_of(id.value.begin(), id.value.end(), allowed))
        refuse(id.at, in_quotes(id.value) + " is not an id; expected lower-case letters, digits and hyphens, "
                                            "beginning with a letter");
}

void check_paragraph(const Placed<std::string>& paragraph) {
    if (is_paragraph(paragraph.value)) return;
    std::string message =
        in_quotes(paragraph.value) +
        " is not a paragraph; expected the document's own number: \"29\", \"2.3\" or \"R9\"";
    const auto number = std::find_if(paragraph.value.begin(), paragraph.value.end(), is_digit);
    const std::string bare(number, paragraph.value.end());
    if (is_paragraph(bare)) message += "; did you mean " + in_quotes(bare) + '?';
    refuse(paragraph.at, message);
}

std::string read_iso_date(const lua::Data& data) {
    const std::string& text = data.as_string();
    if (!parse_iso_date(text))
        refuse(data.at, in_quotes(text) + " is not a date; expected year-month-day: \"2011-08-19\"");
    return text;
}

std::string read_published(const lua::Data& data) {
    const std::string& text = data.as_string();
    constexpr std::size_t month_alone = 7; // "2017-08"
    if (!parse_iso_date(text) && (text.size() != month_alone || !parse_iso_date(text + "-01")))
        refuse(data.at, in_quotes(text) +
                            " is not a date; expected year-month-day or, where the document gives no "
                            "day, year-month: \"2011-08-19\", \"2017-08\"");
    return text;
}

void check_api(const lua::Data& table) {
    const lua::Data& api = table.require("api");
    if (api.as_integer() != spoken_api)
        refuse(api.at, "'api' " + std::to_string(api.as_integer()) +
                           " is not spoken by this plumbline; expected " + std::to_string(spoken_api));
}

} // namespace plumbline::standard
