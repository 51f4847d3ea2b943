#include "lua/manifest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::lua {

namespace {

constexpr auto type_words = std::to_array<std::pair<std::string_view, ParameterType>>({
    {"boolean", ParameterType::boolean},
    {"integer", ParameterType::integer},
    {"number", ParameterType::number},
    {"string", ParameterType::string},
    {"list", ParameterType::list},
});

ParameterType read_type(const Data& type) {
    std::vector<std::string> known;
    for (const auto& [word, value] : type_words) {
        if (type.as_string() == word) return value;
        known.emplace_back(word);
    }
    throw UserError(type.at,
                    '"' + type.string + "\" is no type of a parameter" + expected_one_of(type.string, known));
}

ParameterValue read_value(ParameterType type, const Data& data) {
    switch (type) {
    case ParameterType::boolean:
        return data.as_boolean();
    case ParameterType::integer:
        return data.as_integer();
    case ParameterType::number:
        return data.as_number();
    case ParameterType::string:
        return data.as_string();
    case ParameterType::list:
        return data.as_strings();
    }
    throw InternalError("a parameter type outside its enumeration");
}

std::optional<double> read_bound(const Data& data, std::string_view key, ParameterType type) {
    const Data* const bound = data.find(key);
    if (bound == nullptr) return std::nullopt;
    if (type == ParameterType::integer) return static_cast<double>(bound->as_integer());
    if (type == ParameterType::number) return bound->as_number();
    throw UserError(bound->key_at, '\'' + std::string{key} + "' is only for the types integer and number");
}

std::vector<std::string> read_choices(const Data& data, ParameterType type) {
    const Data* const choices = data.find("choices");
    if (choices == nullptr) return {};
    if (type != ParameterType::string)
        throw UserError(choices->key_at, "'choices' is only for the type string");
    auto words = choices->as_strings();
    if (words.empty())
        throw UserError(choices->at, "'choices' is empty; expected the values that are allowed");
    return words;
}

Parameter read_parameter(const std::string& name, const Data& data) {
    if (!is_field_name(name))
        throw UserError(data.key_at, "the parameter '" + name +
                                         "' is no name; expected lower-case letters, digits and '_'");
    data.as_table({"type", "default", "minimum", "maximum", "choices", "help"});
    Parameter parameter;
    parameter.name = name;
    parameter.type = read_type(data.require("type"));
    parameter.minimum = read_bound(data, "minimum", parameter.type);
    parameter.maximum = read_bound(data, "maximum", parameter.type);
    parameter.choices = read_choices(data, parameter.type);
    parameter.help = words_of(data.require("help"));
    if (parameter.minimum && parameter.maximum && *parameter.minimum > *parameter.maximum)
        throw UserError(data.find("minimum")->at, "the minimum of '" + name + "' is above its maximum");
    const Data& value = data.require("default");
    parameter.default_value = read_value(parameter.type, value);
    if (const auto problem = check_parameter(parameter, parameter.default_value))
        throw UserError(value.at, "the default of '" + name + "' is out of range: " + *problem);
    return parameter;
}

std::string shown(double number) {
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return std::to_string(static_cast<std::int64_t>(number));
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::optional<std::string> check_range(const Parameter& parameter, double number, const std::string& found) {
    if (!std::isfinite(number)) return "found " + found + ", expected a number";
    if (parameter.minimum && number < *parameter.minimum)
        return "found " + found + ", expected at least " + shown(*parameter.minimum);
    if (parameter.maximum && number > *parameter.maximum)
        return "found " + found + ", expected at most " + shown(*parameter.maximum);
    return std::nullopt;
}

std::optional<std::string> check_choice(const Parameter& parameter, const std::string& word) {
    const auto& choices = parameter.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end())
        return std::nullopt;
    return "found \"" + word + '"' + expected_one_of(word, choices);
}

} // namespace

std::optional<std::string> check_parameter(const Parameter& parameter, const ParameterValue& value) {
    const auto* const integer = std::get_if<std::int64_t>(&value);
    const auto* const number = std::get_if<double>(&value);
    switch (parameter.type) {
    case ParameterType::boolean:
        if (!std::holds_alternative<bool>(value)) return "expected true or false";
        return std::nullopt;
    case ParameterType::integer:
        if (integer == nullptr) return "expected a whole number";
        return check_range(parameter, static_cast<double>(*integer), std::to_string(*integer));
    case ParameterType::number:
        if (integer != nullptr)
            return check_range(parameter, static_cast<double>(*integer), std::to_string(*integer));
        if (number == nullptr) return "expected a number";
        return check_range(parameter, *number, shown(*number));
    case ParameterType::string:
        if (const auto* const word = std::get_if<std::string>(&value)) return check_choice(parameter, *word);
        return "expected a text";
    case ParameterType::list:
        if (!std::holds_alternative<std::vector<std::string>>(value)) return "expected a list of texts";
        return std::nullopt;
    }
    throw InternalError("a parameter type outside its enumeration");
}

std::vector<Parameter> read_parameters(const Data& parameters) {
    if (parameters.type != DataType::table)
        throw UserError(
            parameters.at,
            "'parameters' is wrong: expected named parameters, like { min_words = { type = … } }");
    std::vector<Parameter> out;
    for (const auto& [name, data] : parameters.fields)
        out.push_back(read_parameter(name, data));
    return out;
}

} // namespace plumbline::lua
