#include "engine/examples.hpp"

#include "base/user_error.hpp"
#include "engine/example_file.hpp"
#include "lua/manifest.hpp"

#include <charconv>

namespace plumbline::engine {

namespace {

template <class Number>
Number number_of(const std::string& word, const char* expected) {
    Number number{};
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem != std::errc{} || end != word.data() + word.size())
        throw UserError("found '" + word + "', expected " + expected);
    return number;
}

std::vector<std::string> list_of(const std::string& words) {
    std::vector<std::string> list;
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t comma = std::min(words.find(',', from), words.size());
        if (const std::string word = trimmed(std::string_view(words).substr(from, comma - from));
            !word.empty())
            list.push_back(word);
        from = comma + 1;
    }
    return list;
}

lua::ParameterValue value_of(lua::ParameterType type, const std::string& words) {
    switch (type) {
    case lua::ParameterType::boolean:
        if (words != "true" && words != "false")
            throw UserError("found '" + words + "', expected true or false");
        return words == "true";
    case lua::ParameterType::integer:
        return number_of<std::int64_t>(words, "a whole number");
    case lua::ParameterType::number:
        return number_of<double>(words, "a number");
    case lua::ParameterType::string:
        return words;
    case lua::ParameterType::list:
        return list_of(words);
    }
    throw InternalError("a parameter type outside its enumeration");
}

const lua::Parameter& parameter_of(const lua::Plugin& plugin, const std::string& name) {
    if (const lua::Parameter* const parameter = plugin.parameter(name)) return *parameter;
    std::vector<std::string> known;
    for (const lua::Parameter& parameter : plugin.parameters)
        known.push_back(parameter.name);
    throw UserError("the plugin \"" + plugin.id + "\" has no parameter \"" + name + '"' +
                    (known.empty() ? "; it has none" : lua::expected_one_of(name, known)));
}

/// "reports-in-time/minutes_working_days: 20", of this plugin.
void set(lua::Parameters& parameters, const lua::Plugin& plugin, const std::string& words) {
    const std::size_t slash = words.find('/'), colon = words.find(':');
    if (slash == std::string::npos || colon == std::string::npos || slash > colon)
        throw UserError("cannot read this setting; expected one such as 'set " + plugin.id +
                        "/parameter: 20'");
    const std::string name = trimmed(words.substr(slash + 1, colon - slash - 1));
    const lua::Parameter& parameter = parameter_of(plugin, name);
    lua::ParameterValue value = value_of(parameter.type, trimmed(words.substr(colon + 1)));
    if (const auto problem = lua::check_parameter(parameter, value))
        throw UserError("parameter '" + name + "': " + *problem);
    parameters[name] = std::move(value);
}

} // namespace

lua::Parameters parameters_of(const std::filesystem::path& file, const lua::Plugin& plugin) {
    lua::Parameters parameters;
    for (const lua::Parameter& parameter : plugin.parameters)
        parameters[parameter.name] = parameter.default_value;
    const std::string text = content_of(file);
    for (const ExampleComment& comment : comments_in(text, 0, text.size(), file.string())) {
        if (!comment.words.starts_with("set " + plugin.id + "/")) continue;
        try {
            set(parameters, plugin, comment.words.substr(4));
        } catch (const UserError& error) {
            throw UserError(comment.at, error.message());
        }
    }
    return parameters;
}

} // namespace plumbline::engine
