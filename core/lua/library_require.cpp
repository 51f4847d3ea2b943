#include "base/user_error.hpp"
#include "lua/budget.hpp"
#include "lua/library.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

namespace plumbline::lua {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_source = std::size_t{8} << 20U;

bool name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// "words.people" → {"words", "people"}; empty when it is no such name.
std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts(1);
    for (const char c : name) {
        if (c == '.')
            parts.emplace_back();
        else if (name_character(c))
            parts.back() += c;
        else
            return {};
    }
    if (std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.empty(); })) return {};
    return parts;
}

/// The file beneath the folder, unless it is none or a link leads out of the folder.
std::optional<fs::path> file_beneath(const fs::path& folder, const std::vector<std::string>& parts,
                                     std::size_t from) {
    fs::path file = folder;
    for (std::size_t at = from; at < parts.size(); ++at)
        file /= parts[at];
    file += ".lua";
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return std::nullopt;
    const fs::path real = fs::canonical(file, error);
    if (error) return std::nullopt;
    const fs::path root = fs::canonical(folder, error);
    if (error) return std::nullopt;
    const auto [end, ignored] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    if (end != root.end()) return std::nullopt;
    return file;
}

/// A module's own folder first; the folder's own name may lead: "words.people" in the folder "words".
std::optional<fs::path> find_module(const std::vector<fs::path>& folders,
                                    const std::vector<std::string>& parts) {
    for (const fs::path& folder : folders) {
        if (auto file = file_beneath(folder, parts, 0)) return file;
        const fs::path own = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
        if (parts.size() > 1 && own == parts.front())
            if (auto file = file_beneath(folder, parts, 1)) return file;
    }
    return std::nullopt;
}

struct Finder {
    Requires* requires_;
    std::vector<fs::path> folders;
};

int destroy_finder(lua_State* L) {
    static_cast<Finder*>(lua_touserdata(L, 1))->~Finder();
    return 0;
}

/// Loads and runs the module; its value is on top. `name` is on the stack at 1.
void run_module(lua_State* L, Finder& finder, const std::string& name) {
    const auto parts = parts_of(name);
    if (parts.empty())
        raise(L, "'" + name + "' is no module's name: letters, digits, '_' and '-', with dots between");
    if (!finder.requires_->loading)
        raise(L, "require \"" + name + "\" comes too late: write it at the top of the file");
    const auto file = find_module(finder.folders, parts);
    if (!file)
        raise(L,
              "no module '" + name + "': require reaches the plugin's own folder and the shared word lists");
    const std::string source = read_source(*file);
    const std::string chunk = file->generic_string();
    charge(L, source.size());
    if (const auto error = load_chunk(L, source, chunk, lua_upvalueindex(1)))
        raise(L, chunk + ':' + std::to_string(error->line) + ": " + error->message);
    finder.requires_->read.push_back(*file);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) raise(L, "module '" + name + "' returns nothing");
}

/// Upvalues: the environment, the modules loaded by name, the finder.
int require_module(lua_State* L) {
    const std::string name{check_text(L, 1)};
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(2)) == LUA_TBOOLEAN)
        raise(L, "module '" + name + "' did not load, or requires itself");
    if (!lua_isnil(L, -1)) return 1;
    lua_pushvalue(L, 1);
    lua_pushboolean(L, 0); // being loaded
    lua_rawset(L, lua_upvalueindex(2));
    run_module(L, *static_cast<Finder*>(lua_touserdata(L, lua_upvalueindex(3))), name);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, lua_upvalueindex(2));
    return 1;
}

/// Lua writes "…end of the name:12: message".
SyntaxError syntax_error(std::string_view text, const std::string& name) {
    constexpr std::size_t kept = 40; // Lua cuts a longer name at its front
    const std::string end = name.substr(name.size() - std::min(name.size(), kept)) + ':';
    const auto found = text.find(end);
    const auto colon = found == std::string_view::npos ? found : text.find(": ", found + end.size());
    if (colon == std::string_view::npos) {
        const bool deep = text.find("C stack overflow") != std::string_view::npos;
        return {0, deep ? "is nested too deeply" : std::string{text}};
    }
    const std::string line{text.substr(found + end.size(), colon - found - end.size())};
    return {static_cast<std::uint32_t>(std::strtoul(line.c_str(), nullptr, 10)),
            std::string{text.substr(colon + 2)}};
}

} // namespace

std::string read_source(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    if (!in || fs::is_directory(file, error))
        throw UserError({file.generic_string(), 0, 0}, "cannot be read; expected a Lua file");
    const auto size = fs::file_size(file, error);
    if (!error && size > longest_source)
        throw UserError({file.generic_string(), 0, 0}, "is longer than 8 MiB, too long for a Lua file");
    std::string source{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad()) throw UserError({file.generic_string(), 0, 0}, "cannot be read to its end");
    if (source.starts_with("\xEF\xBB\xBF")) source.erase(0, 3);
    return source;
}

void push_require(lua_State* L, Requires& requires_, const std::vector<fs::path>& folders) {
    lua_pushvalue(L, -1);
    lua_newtable(L);
    void* const memory = lua_newuserdatauv(L, sizeof(Finder), 0);
    new (memory) Finder{&requires_, folders};
    lua_newtable(L);
    lua_pushcfunction(L, &destroy_finder);
    raw_set_field(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_pushcclosure(L, &guarded<require_module>, 3);
}

std::optional<SyntaxError> load_chunk(lua_State* L, std::string_view source, const std::string& name,
                                      int environment) {
    lua_pushvalue(L, environment);
    const int status = luaL_loadbufferx(L, source.data(), source.size(), ('@' + name).c_str(), "t");
    if (status == LUA_OK) {
        lua_insert(L, -2);
        if (lua_setupvalue(L, -2, 1) == nullptr)
            lua_pop(L, 1); // a chunk that names no global has no use for it
        return std::nullopt;
    }
    if (status == LUA_ERRMEM) {
        budget(L).latch_memory(L);
        budget(L).raise_again(L);
    }
    SyntaxError error = syntax_error(to_text(L, -1), name);
    lua_pop(L, 2);
    if (source.starts_with(LUA_SIGNATURE[0])) error = {0, "is bytecode; only the text of Lua code is loaded"};
    return error;
}

} // namespace plumbline::lua
