/// The tables of docs/plugin-api.md.

#include "base/user_error.hpp"
#include "lua/bindings.hpp"
#include "lua/library.hpp"
#include "lua/stubs.hpp"

namespace plumbline::lua {

namespace {

constexpr std::string_view begin_mark = "<!-- reference: made by `plumbline plugin docs` -->\n";
constexpr std::string_view end_mark = "<!-- end of reference -->\n";

/// In code marks, safe in a table.
std::string code(std::string_view text) {
    std::string out = "`";
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out + "`";
}

std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

std::string row(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (const std::string& one : cells)
        line += " " + one + " |";
    return line + "\n";
}

std::string call(const Method& method) {
    std::string text(method.name);
    text += "(";
    for (const Argument& argument : method.arguments)
        text += (text.ends_with("(") ? "" : ", ") + std::string(argument.name);
    return text + ")";
}

std::string arguments(const Method& method) {
    std::string text;
    for (const Argument& argument : method.arguments)
        text += (text.empty() ? " " : "; ") + code(argument.name) + " (" + code(argument.lua) +
                "): " + cell(argument.help);
    return text.empty() ? text : text + ".";
}

void add_methods(std::string& out, const std::vector<Method>& methods, std::string_view before) {
    out += row({"call", "gives", "what it does"}) + "|---|---|---|\n";
    for (const Method& method : methods)
        out += row({code(std::string(before) + call(method)),
                    method.returns.empty() ? std::string() : code(method.returns),
                    cell(method.help) + arguments(method)});
    out += "\n";
}

void add_type(std::string& out, const Type& type) {
    out += "### " + std::string(type.lua) + "\n\n" + std::string(type.help);
    if (type.base != nullptr) out += " Has all that " + code(type.base->lua) + " has.";
    out += "\n\n";
    if (!type.fields.empty()) {
        out += row({"field", "type", "what it is"}) + "|---|---|---|\n";
        for (const Field& field : type.fields)
            out += row({code(field.name), code(field.lua), cell(field.help)});
        out += "\n";
    }
    if (!type.methods.empty()) add_methods(out, type.methods, ":");
}

void add_library(std::string& out) {
    out += "## Lua's own library\n\nAllowed, where nothing else is said just as in Lua 5.4:\n\n";
    out += row({"name", "how it differs"}) + "|---|---|\n";
    for (const AllowedName& name : library_names())
        if (name.allowed && !name.hint.empty()) out += row({code(name.name), cell(name.hint)});
    std::string plain;
    for (const AllowedName& name : library_names())
        if (name.allowed && name.hint.empty()) plain += (plain.empty() ? "" : " ") + code(name.name);
    out += "\nAnd: " + plain + "\n\nBlocked; the error says the same:\n\n";
    out += row({"name", "why, and what to use instead"}) + "|---|---|\n";
    for (const AllowedName& name : library_names())
        if (!name.allowed) out += row({code(name.name), cell(name.hint)});
    out += "\n";
}

} // namespace

std::string api_reference() {
    std::string out = "## Types\n\n`?` after a type: may be nil.\n\n";
    for (const Type* type : types())
        add_type(out, *type);
    out += "## Functions\n\n";
    add_methods(out, functions(), "");
    out += "## Sets of values\n\n" + row({"set", "values"}) + "|---|---|\n";
    for (const ValueSet& set : value_sets()) {
        std::string values;
        for (const std::string_view value : set.values)
            values += (values.empty() ? "" : " ") + code(value);
        out += row({code(set.name), values});
    }
    out += "\n";
    add_library(out);
    return out;
}

std::string with_reference(std::string_view page) {
    const std::size_t begin = page.find(begin_mark);
    const std::size_t end = page.find(end_mark);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        throw UserError({"docs/plugin-api.md", 0, 0},
                        "lacks the marks between which its reference stands: " + std::string(begin_mark) +
                            "and " + std::string(end_mark));
    return std::string(page.substr(0, begin + begin_mark.size())) + "\n" + api_reference() +
           std::string(page.substr(end));
}

} // namespace plumbline::lua
