#include "lua/data.hpp"

#include "lua/data_read.hpp"
#include "lua/library.hpp"
#include "lua/sandbox.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::lua {

namespace {

std::string shown(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text += '0';
    return text;
}

std::string found(const Data& data) {
    constexpr std::size_t longest = 40;
    switch (data.type) {
    case DataType::nil:
        return "nothing";
    case DataType::boolean:
        return data.boolean ? "true" : "false";
    case DataType::integer:
        return "the number " + std::to_string(data.integer);
    case DataType::number:
        return "the number " + shown(data.number);
    case DataType::string:
        return data.string.size() > longest ? "a text" : "the text \"" + data.string + '"';
    case DataType::list:
        return "a list";
    case DataType::table:
        return "a table";
    case DataType::function:
        return "a function";
    }
    return "nothing";
}

[[noreturn]] void refuse(const Data& data, const std::string& expected) {
    const std::string name = data.path.empty() ? "" : '\'' + data.path + "' is wrong: ";
    throw UserError(data.at, name + "expected " + expected + ", found " + found(data));
}

} // namespace

Data::Data() = default;
Data::Data(const Data&) = default;
Data::Data(Data&&) noexcept = default;
Data& Data::operator=(const Data&) = default;
Data& Data::operator=(Data&&) noexcept = default;
Data::~Data() = default;

const Data* Data::find(std::string_view key) const {
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const auto& entry) { return entry.first == key; });
    return field == fields.end() ? nullptr : &field->second;
}

bool Data::as_boolean() const {
    if (type != DataType::boolean) refuse(*this, "true or false");
    return boolean;
}

std::int64_t Data::as_integer() const {
    if (type != DataType::integer) refuse(*this, "a whole number");
    return integer;
}

double Data::as_number() const {
    if ((type != DataType::integer && type != DataType::number) || !std::isfinite(number))
        refuse(*this, "a number");
    return number;
}

const std::string& Data::as_string() const {
    if (type != DataType::string) refuse(*this, "a text");
    return string;
}

const std::vector<Data>& Data::as_list() const {
    const bool empty = type == DataType::table && fields.empty();
    if (type != DataType::list && !empty) refuse(*this, "a list");
    return items;
}

std::vector<std::string> Data::as_strings() const {
    std::vector<std::string> out;
    for (const Data& item : as_list())
        out.push_back(item.as_string());
    return out;
}

const Data& Data::as_table(std::initializer_list<std::string_view> known_keys) const {
    if (type != DataType::table) refuse(*this, "a table of named values");
    for (const auto& [key, value] : fields) {
        if (std::find(known_keys.begin(), known_keys.end(), key) != known_keys.end()) continue;
        std::string message = "unknown key '" + key + '\'';
        if (!path.empty()) message += " in '" + path + '\'';
        if (const auto near = nearest(key, {known_keys.begin(), known_keys.end()}))
            message += "; did you mean '" + *near + "'?";
        throw UserError(value.key_at, message);
    }
    return *this;
}

const Data& Data::require(std::string_view key) const {
    if (const Data* const value = find(key)) return *value;
    throw UserError(at, '\'' + (path.empty() ? "" : path + '.') + std::string{key} + "' is missing");
}

Data load_data(const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders) {
    const std::string name = file.generic_string(), source = read_source(file);
    Sandbox sandbox{Limits{}};
    sandbox.push_environment(folders);
    sandbox.load(source, name);
    run_data_file(sandbox, name);
    return take_data(sandbox, source, name);
}

Data load_data(std::string_view source, const std::string& name) {
    Sandbox sandbox{Limits{}};
    sandbox.push_environment({});
    sandbox.load(source, name);
    run_data_file(sandbox, name);
    return take_data(sandbox, source, name);
}

} // namespace plumbline::lua
