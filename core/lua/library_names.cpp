#include "lua/library.hpp"

#include <algorithm>
#include <array>

namespace plumbline::lua {

namespace {

constexpr bool yes = true, no = false;

constexpr auto names = std::to_array<AllowedName>({
    {"assert", yes, {}},
    {"collectgarbage", no, "the host looks after memory; leave it out"},
    {"dofile", no, "a plugin loads code with require(\"name\"), from its own folder or from words"},
    {"error", yes, {}},
    {"_G", no, "there are no globals; keep what you need in local variables"},
    {"getmetatable", yes, {}},
    {"ipairs", yes, {}},
    {"load", no, "a plugin runs only the code in its files; use a function or require(\"name\")"},
    {"loadfile", no, "a plugin loads code with require(\"name\"), from its own folder or from words"},
    {"loadstring", no, "a plugin runs only the code in its files; use a function or require(\"name\")"},
    {"next", yes,
     "gives keys in a settled order: numbers, then texts, then booleans; other keys are an error"},
    {"pairs", yes,
     "gives keys in a settled order: numbers, then texts, then booleans; other keys are an error"},
    {"pcall", yes, "does not catch a limit"},
    {"print", no, "standard output is the report's; a check says what it found through judge"},
    {"rawequal", yes, {}},
    {"rawget", yes, "of tables of your own"},
    {"rawlen", yes, {}},
    {"rawset", yes, "of tables of your own"},
    {"require", yes, "reaches the plugin's own folder and the shared word lists, at the top of a file"},
    {"select", yes, {}},
    {"setfenv", no, "this is Lua 5.4; every plugin already has an environment of its own"},
    {"getfenv", no, "this is Lua 5.4; every plugin already has an environment of its own"},
    {"setmetatable", yes, "refuses __gc, __close and __mode"},
    {"tonumber", yes, {}},
    {"tostring", yes, "shows no addresses: a table is \"table\""},
    {"type", yes, {}},
    {"unpack", no, "use table.unpack"},
    {"_VERSION", yes, {}},
    {"warn", no, "standard error is the host's; a check says what it found through judge"},
    {"xpcall", no, "use pcall; an error that you let through is reported with file, line and traceback"},

    {"coroutine", no, "a check runs from start to end; use a function or a loop"},
    {"debug", no, "it reaches into the host; an error is reported with file, line and traceback without it"},
    {"io", no, "a plugin reads the plan and nothing else; keep word lists in Lua files and require them"},
    {"os", no, "a plugin sees no clock, files or environment; dates come from the plan and from date"},
    {"package", no, "use require(\"name\"), which reaches the plugin's own folder and the shared word lists"},
    {"bit32", no, "use the operators & | ~ << >>"},

    {"string", yes, {}},
    {"string.byte", yes, {}},
    {"string.char", yes, {}},
    {"string.dump", no, "bytecode is never loaded"},
    {"string.find", yes, {}},
    {"string.format", yes, "without %p"},
    {"string.gmatch", yes, {}},
    {"string.gsub", yes, {}},
    {"string.len", yes, {}},
    {"string.lower", yes, {}},
    {"string.match", yes, {}},
    {"string.pack", no, "plugins work with text and numbers; use string.format"},
    {"string.packsize", no, "plugins work with text and numbers; use string.format"},
    {"string.rep", yes, {}},
    {"string.reverse", yes, {}},
    {"string.sub", yes, {}},
    {"string.unpack", no, "plugins work with text and numbers; use string.match and tonumber"},
    {"string.upper", yes, {}},

    {"utf8", yes, {}},
    {"utf8.char", yes, {}},
    {"utf8.charpattern", yes, {}},
    {"utf8.codepoint", yes, {}},
    {"utf8.codes", yes, {}},
    {"utf8.len", yes, {}},
    {"utf8.offset", yes, {}},

    {"table", yes, {}},
    {"table.concat", yes, {}},
    {"table.getn", no, "use the operator #"},
    {"table.insert", yes, {}},
    {"table.maxn", no, "use the operator #"},
    {"table.move", yes, {}},
    {"table.pack", yes, {}},
    {"table.remove", yes, {}},
    {"table.sort", yes, "keeps the order of equal elements"},
    {"table.unpack", yes, {}},

    {"math", yes, {}},
    {"math.abs", yes, {}},
    {"math.acos", yes, {}},
    {"math.asin", yes, {}},
    {"math.atan", yes, {}},
    {"math.atan2", no, "use math.atan(y, x)"},
    {"math.ceil", yes, {}},
    {"math.cos", yes, {}},
    {"math.cosh", no, "it is not in Lua 5.4; use math.exp"},
    {"math.deg", yes, {}},
    {"math.exp", yes, {}},
    {"math.floor", yes, {}},
    {"math.fmod", yes, {}},
    {"math.frexp", no, "it is not in Lua 5.4; use math.log"},
    {"math.huge", yes, {}},
    {"math.ldexp", no, "it is not in Lua 5.4; use the operator ^"},
    {"math.log", yes, {}},
    {"math.log10", no, "use math.log(x, 10)"},
    {"math.max", yes, {}},
    {"math.maxinteger", yes, {}},
    {"math.min", yes, {}},
    {"math.mininteger", yes, {}},
    {"math.modf", yes, {}},
    {"math.pi", yes, {}},
    {"math.pow", no, "use the operator ^"},
    {"math.rad", yes, {}},
    {"math.random", no, "the same plan must always get the same judgement"},
    {"math.randomseed", no, "the same plan must always get the same judgement"},
    {"math.sin", yes, {}},
    {"math.sinh", no, "it is not in Lua 5.4; use math.exp"},
    {"math.sqrt", yes, {}},
    {"math.tan", yes, {}},
    {"math.tanh", no, "it is not in Lua 5.4; use math.exp"},
    {"math.tointeger", yes, {}},
    {"math.type", yes, {}},
    {"math.ult", yes, {}},
});

} // namespace

std::span<const AllowedName> library_names() {
    return names;
}

const AllowedName* library_name(std::string_view name) {
    const auto* const found = std::find_if(names.begin(), names.end(),
                                           [&](const AllowedName& known) { return known.name == name; });
    return found == names.end() ? nullptr : found;
}

} // namespace plumbline::lua
