#include "lua/stubs.hpp"

#include "lua/bindings.hpp"

#include <algorithm>
#include <set>

namespace plumbline::lua {

namespace {

constexpr std::string_view repeats = "…";

bool repeated(const Argument& argument) {
    return argument.name.ends_with(repeats);
}

/// "set…" → "set", "plan?" → "plan"
std::string_view plain_name(std::string_view name) {
    if (name.ends_with(repeats)) return name.substr(0, name.size() - repeats.size());
    if (name.ends_with('?')) return name.substr(0, name.size() - 1);
    return name;
}

std::string signature(const Method& method) {
    std::string names;
    for (const Argument& argument : method.arguments) {
        if (!names.empty()) names += ", ";
        names += repeated(argument) ? "..." : std::string(plain_name(argument.name));
    }
    return names;
}

std::string comment(std::string_view text) {
    return "---" + std::string(text) + "\n";
}

void add_function(std::string& out, const Method& method, const std::string& name) {
    out += comment(method.help);
    for (const Argument& argument : method.arguments) {
        const std::string shown = repeated(argument) ? "..." : std::string(argument.name);
        out +=
            "---@param " + shown + " " + std::string(argument.lua) + " " + std::string(argument.help) + "\n";
    }
    if (!method.returns.empty()) out += "---@return " + std::string(method.returns) + "\n";
    out += "function " + name + "(" + signature(method) + ") end\n\n";
}

/// "plumbline.Action" → "Action"
std::string local_name(const Type& type) {
    return std::string(type.lua.substr(type.lua.find('.') + 1));
}

std::string class_line(const Type& type) {
    std::string line = "---@class " + std::string(type.lua);
    if (type.name == "list") return line + "<T>: { [integer]: T }\n";
    if (type.base != nullptr) line += ": " + std::string(type.base->lua);
    return line + "\n";
}

void add_class(std::string& out, const Type& type) {
    out += comment(type.help) + class_line(type);
    for (const Field& field : type.fields)
        out += "---@field " + std::string(field.name) + " " + std::string(field.lua) + " " +
               std::string(field.help) + "\n";
    if (!type.item_lua.empty()) out += "---@field [integer] " + std::string(type.item_lua) + "\n";
    if (!type.stored_lua.empty()) out += "---@field [string] " + std::string(type.stored_lua) + "\n";
    for (const std::string_view operation : type.operations)
        out += "---@operator " + std::string(operation) + "\n";
    const std::string name = local_name(type);
    if (!type.methods.empty()) out += "local " + name + " = {}\n";
    out += "\n";
    for (const Method& method : type.methods)
        add_function(out, method, name + ":" + std::string(method.name));
}

void add_alias(std::string& out, const ValueSet& set) {
    out += "---@alias " + std::string(set.name) + "\n";
    for (const std::string_view value : set.values)
        out += "---| \"" + std::string(value) + "\"\n";
    out += "\n";
}

} // namespace

std::string lua_stubs() {
    std::string out =
        "---@meta plumbline\n"
        "-- What a Plumbline plugin can reach, for the Lua language server.\n"
        "-- Made by `plumbline plugin docs` from the table that the host itself uses; not to be edited.\n\n";
    for (const ValueSet& set : value_sets())
        add_alias(out, set);
    for (const Type* type : types())
        add_class(out, *type);
    std::set<std::string_view> tables;
    for (const Function& function : functions()) {
        const std::string_view table = function.name.substr(0, function.name.find('.'));
        if (table.size() != function.name.size() && tables.insert(table).second)
            out += std::string(table) + " = {}\n\n";
        add_function(out, function, std::string(function.name));
    }
    out.pop_back();
    return out;
}

} // namespace plumbline::lua
