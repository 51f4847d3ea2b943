#include "lua/data_read.hpp"

#include "lua/source_map.hpp"
#include "lua/stack.hpp"

#include <algorithm>
#include <set>
#include <utf8proc.h>

namespace plumbline::lua {

namespace {

constexpr int deepest = 32;
constexpr std::size_t most_values = 500'000; // a table that holds itself twice at each level would never end

bool valid_utf8(std::string_view text) {
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const auto* const bytes = static_cast<const utf8proc_uint8_t*>(static_cast<const void*>(text.data()));
        const auto used = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &character);
        if (used <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(used));
    }
    return true;
}

class Reader {
public:
    Reader(lua_State* L, std::string file) : L_(L), file_(std::move(file)) {}

    FilePosition place(const SourcePlace& at) const { return {file_, at.line, at.column}; }

    /// The value on top; it stays.
    void read(Data& out, const SourceNode* node, int depth) {
        if (++values_ > most_values) throw UserError(out.at, "holds more than 500,000 values");
        switch (lua_type(L_, -1)) {
        case LUA_TNIL:
            out.type = DataType::nil;
            break;
        case LUA_TBOOLEAN:
            out.type = DataType::boolean;
            out.boolean = lua_toboolean(L_, -1) != 0;
            break;
        case LUA_TNUMBER:
            read_number(out);
            break;
        case LUA_TSTRING:
            out.type = DataType::string;
            out.string = to_text(L_, -1);
            if (!valid_utf8(out.string)) throw UserError(out.at, "is text that is not UTF-8");
            break;
        case LUA_TFUNCTION:
            out.type = DataType::function;
            break;
        case LUA_TTABLE:
            read_table(out, node, depth);
            break;
        default:
            throw UserError(out.at, std::string{"found a "} + luaL_typename(L_, -1) + ", which is no data");
        }
    }

private:
    void read_number(Data& out) {
        out.number = lua_tonumber(L_, -1);
        out.type = DataType::number;
        if (lua_isinteger(L_, -1) == 0) return;
        out.type = DataType::integer;
        out.integer = lua_tointeger(L_, -1);
    }

    void read_table(Data& out, const SourceNode* node, int depth) {
        if (depth >= deepest) throw UserError(out.at, "is nested more than 32 deep, or in itself");
        if (node != nullptr) refuse_twice(*node);
        luaL_checkstack(L_, LUA_MINSTACK, "nested tables");
        const lua_Unsigned length = lua_rawlen(L_, -1);
        std::vector<std::string> names;
        lua_Unsigned numbered = 0;
        lua_pushnil(L_);
        while (lua_next(L_, -2) != 0) {
            lua_pop(L_, 1);
            const bool in_list = lua_isinteger(L_, -1) != 0 && lua_tointeger(L_, -1) >= 1 &&
                                 static_cast<lua_Unsigned>(lua_tointeger(L_, -1)) <= length;
            if (in_list)
                ++numbered;
            else if (lua_type(L_, -1) == LUA_TSTRING)
                names.emplace_back(to_text(L_, -1));
            else
                throw UserError(out.at, "has a key that is neither a name nor a list's number 1, 2, 3 …");
        }
        if (numbered != 0 && !names.empty())
            throw UserError(out.at, "mixes a list with the named value '" + least(names) + '\'');
        if (numbered != length) throw UserError(out.at, "is a list with gaps");
        out.type = numbered == 0 ? DataType::table : DataType::list;
        if (numbered == 0)
            read_fields(out, std::move(names), node, depth);
        else
            read_items(out, length, node, depth);
    }

    /// Lua keeps the last of two values with one key, and says nothing.
    void refuse_twice(const SourceNode& node) const {
        std::set<std::string_view> keys;
        for (const SourceNode::Field& field : node.fields)
            if (!field.key.empty() && !keys.insert(field.key).second)
                throw UserError(place(field.key_at),
                                "the key '" + field.key + "' stands in this table twice");
    }

    static std::string least(const std::vector<std::string>& names) {
        return *std::min_element(names.begin(), names.end());
    }

    void read_items(Data& out, lua_Unsigned length, const SourceNode* node, int depth) {
        out.items.resize(length);
        for (lua_Unsigned at = 1; at <= length; ++at) {
            lua_rawgeti(L_, -1, static_cast<lua_Integer>(at));
            Data& item = out.items[at - 1];
            item.path = out.path + '[' + std::to_string(at) + ']';
            read_placed(item, out, node, std::to_string(at), depth);
        }
    }

    void read_fields(Data& out, std::vector<std::string> names, const SourceNode* node, int depth) {
        const auto rank = [&](const std::string& name) {
            if (node == nullptr) return std::size_t{0};
            const SourceNode::Field* const field = node->find(name);
            return field == nullptr ? node->fields.size()
                                    : static_cast<std::size_t>(field - node->fields.data());
        };
        std::sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
            const std::size_t left = rank(a), right = rank(b);
            return left != right ? left < right : a < b;
        });
        for (std::string& name : names) {
            push(L_, name);
            lua_rawget(L_, -2);
            Data field;
            field.path = out.path.empty() ? name : out.path + '.' + name;
            read_placed(field, out, node, name, depth);
            out.fields.emplace_back(std::move(name), std::move(field));
        }
    }

    /// The value on top, which is taken off: at its own place where the source shows one, else at its
    /// table's.
    void read_placed(Data& value, const Data& table, const SourceNode* node, const std::string& key,
                     int depth) {
        const SourceNode::Field* const field = node == nullptr ? nullptr : node->find(key);
        value.at = field == nullptr ? table.at : place(field->value->at);
        value.key_at = field == nullptr ? table.at : place(field->key_at);
        read(value, field == nullptr ? nullptr : field->value.get(), depth + 1);
        lua_pop(L_, 1);
    }

    lua_State* L_;
    std::string file_;
    std::size_t values_ = 0;
};

} // namespace

Data take_data(Sandbox& sandbox, std::string_view source, const std::string& file) {
    const auto root = map_source(source);
    Data out;
    out.at = {file, root == nullptr ? 1U : root->at.line, root == nullptr ? 1U : root->at.column};
    out.key_at = out.at;
    protect(sandbox.state(), 1, 0, [&](lua_State* L) { Reader(L, file).read(out, root.get(), 0); });
    return out;
}

void run_data_file(Sandbox& sandbox, const std::string& file) {
    if (const auto error = sandbox.call(0, 1))
        throw UserError({error->file.empty() ? file : error->file, error->line, 0}, error->message);
    lua_State* const L = sandbox.state();
    if (lua_istable(L, -1)) return;
    const std::string found = lua_isnil(L, -1) ? "nothing" : std::string{"a "} + luaL_typename(L, -1);
    lua_pop(L, 1);
    throw UserError({file, 0, 0}, "returns " + found + "; expected a table: return { … }");
}

} // namespace plumbline::lua
