#include "lua/manifest.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

bool lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

bool is_kebab_case(std::string_view word) {
    if (word.empty() || !lower_letter(word.front()) || word.back() == '-') return false;
    if (word.find("--") != std::string_view::npos) return false;
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return lower_letter(c) || digit(c) || c == '-'; });
}

bool is_field_name(std::string_view word) {
    if (word.empty() || !lower_letter(word.front())) return false;
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return lower_letter(c) || digit(c) || c == '_'; });
}

const std::string& words_of(const Data& data) {
    const std::string& text = data.as_string();
    if (text.find_first_not_of(" \t\r\n\v\f") == std::string::npos)
        throw UserError(data.at, '\'' + data.path + "' is empty; expected words");
    return text;
}

std::string quoted_list(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at > 0) out += at + 1 == words.size() ? " or " : ", ";
        out += '"' + words[at] + '"';
    }
    return out;
}

std::string expected_one_of(std::string_view word, const std::vector<std::string>& known) {
    if (const auto near = nearest(word, known)) return "; did you mean \"" + *near + "\"?";
    return known.empty() ? "" : "; expected " + quoted_list(known);
}

} // namespace plumbline::lua
