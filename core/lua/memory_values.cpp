/// Lua values as bytes and back, and the plain values that stand for places and words of a plan that is
/// closed.

#include "base/user_error.hpp"
#include "lua/budget.hpp"
#include "lua/functions.hpp"
#include "lua/judge_calls.hpp"
#include "lua/memory.hpp"
#include "lua/memory_bytes.hpp"
#include "lua/memory_format.hpp"
#include "lua/view_types.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using namespace memory_format;

constexpr int deepest = 16;

[[noreturn]] void refuse(const std::string& what) {
    throw UserError("remember cannot keep " + what +
                    "; return strings, numbers, dates, place(node), quote(words) and tables of them");
}

class Serialiser {
public:
    explicit Serialiser(lua_State* state) : state_(state) {}

    void value(int depth);
    std::string take() { return writer_.take(); }

private:
    void host_value();
    void sequence(lua_Integer count, int depth);
    bool is_all_integers(int index, lua_Integer count);
    void differences(int index, lua_Integer count);
    void mapping(int depth);
    void limit() const;

    lua_State* state_;
    ByteWriter writer_;
};

void Serialiser::limit() const {
    if (writer_.size() > most_memory)
        throw UserError("remember returned more than " + std::to_string(most_memory) +
                        " bytes for one plan; keep less: numbers, ids and short quotes");
}

/// Writes the value on top of the stack.
void Serialiser::value(int depth) {
    if (depth > deepest) refuse("tables nested deeper than " + std::to_string(deepest));
    charge(state_, 2);
    luaL_checkstack(state_, 8, "tables nested too deep");
    switch (lua_type(state_, -1)) {
    case LUA_TNIL:
        writer_.tag(nothing);
        break;
    case LUA_TBOOLEAN:
        writer_.tag(lua_toboolean(state_, -1) != 0 ? yes : no);
        break;
    case LUA_TNUMBER:
        writer_.tag(lua_isinteger(state_, -1) != 0 ? integer : real);
        if (lua_isinteger(state_, -1) != 0)
            writer_.integer(lua_tointeger(state_, -1));
        else
            writer_.real(lua_tonumber(state_, -1));
        break;
    case LUA_TSTRING:
        writer_.tag(text);
        writer_.text(to_text(state_, -1));
        break;
    case LUA_TTABLE:
        mapping(depth);
        break;
    case LUA_TUSERDATA:
        host_value();
        break;
    default:
        refuse(std::string("a ") + luaL_typename(state_, -1));
    }
    limit();
}

void Serialiser::host_value() {
    const int index = lua_gettop(state_);
    const Handle* handle = handle_at(state_, index);
    if (handle == nullptr) refuse("this value");
    if (handle->type == &date_type()) {
        writer_.tag(date);
        writer_.integer(date_of(*handle).time_since_epoch().count());
    } else if (handle->type == &place_type()) {
        const judgement::Place kept = stored_place(state_, index);
        writer_.tag(place);
        writer_.text(kept.id);
        writer_.word(kept.path);
        writer_.number(kept.line);
        writer_.number(kept.column);
    } else if (handle->type == &quote_type()) {
        const judgement::Evidence kept = stored_quote(state_, index);
        writer_.tag(quote);
        writer_.text(kept.text);
        writer_.number(kept.line);
        writer_.number(kept.column);
        writer_.number(kept.length);
    } else if (handle->type == &list_type()) {
        sequence(luaL_len(state_, index), 0);
    } else if (handle->type->is(words_type())) {
        refuse("words of the plan as they are (use quote(words) or tostring(words))");
    } else {
        refuse("a " + std::string(handle->type->name) + " (use place(node) or its id)");
    }
}

bool Serialiser::is_all_integers(int index, lua_Integer count) {
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_geti(state_, index, i);
        const bool is_integer = lua_isinteger(state_, -1) != 0;
        lua_pop(state_, 1);
        if (!is_integer) return false;
    }
    return count > 0;
}

void Serialiser::differences(int index, lua_Integer count) {
    writer_.tag(integers);
    writer_.number(static_cast<std::uint64_t>(count));
    std::uint64_t before = 0;
    for (lua_Integer i = 1; i <= count; ++i) {
        charge(state_, 2);
        lua_geti(state_, index, i);
        const auto now = static_cast<std::uint64_t>(lua_tointeger(state_, -1));
        lua_pop(state_, 1);
        writer_.integer(static_cast<std::int64_t>(now - before)); // wraps, and wraps back when read
        before = now;
        limit();
    }
}

void Serialiser::sequence(lua_Integer count, int depth) {
    const int index = lua_gettop(state_);
    if (is_all_integers(index, count)) return differences(index, count);
    writer_.tag(list);
    writer_.number(static_cast<std::uint64_t>(count));
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_geti(state_, index, i);
        value(depth + 1);
        lua_pop(state_, 1);
    }
}

/// Keys in order, so that equal tables give equal bytes.
void Serialiser::mapping(int depth) {
    const int index = lua_gettop(state_);
    std::vector<std::string> names;
    std::vector<lua_Integer> numbers;
    lua_pushnil(state_);
    while (lua_next(state_, index) != 0) {
        charge(state_, 1);
        lua_pop(state_, 1);
        if (lua_type(state_, -1) == LUA_TSTRING)
            names.emplace_back(to_text(state_, -1));
        else if (lua_isinteger(state_, -1) != 0)
            numbers.push_back(lua_tointeger(state_, -1));
        else
            refuse(std::string("a table with a ") + luaL_typename(state_, -1) + " as a key");
        if (names.size() + numbers.size() > most_memory) refuse("a table of so many entries");
    }
    std::sort(names.begin(), names.end());
    std::sort(numbers.begin(), numbers.end());
    const auto count = static_cast<lua_Integer>(numbers.size());
    if (names.empty() && (numbers.empty() || (numbers.front() == 1 && numbers.back() == count)))
        return sequence(count, depth);
    writer_.tag(table);
    writer_.number(names.size() + numbers.size());
    for (const lua_Integer number : numbers) {
        writer_.tag(integer);
        writer_.integer(number);
        lua_rawgeti(state_, index, number);
        value(depth + 1);
        lua_pop(state_, 1);
    }
    for (const std::string& name : names) {
        writer_.tag(text);
        writer_.word(name);
        push_string(state_, name);
        lua_rawget(state_, index);
        value(depth + 1);
        lua_pop(state_, 1);
    }
}

void push_next(lua_State* state, ByteReader& reader, const WordTable* words);

void push_key(lua_State* state, ByteReader& reader, const WordTable* words) {
    if (reader.tag() == integer)
        lua_pushinteger(state, reader.integer());
    else
        push_string(state, reader.word(words));
}

void push_integers(lua_State* state, ByteReader& reader) {
    const auto count = static_cast<lua_Integer>(reader.number());
    lua_createtable(state, static_cast<int>(count), 0);
    std::uint64_t value = 0;
    for (lua_Integer i = 1; i <= count; ++i) {
        value += static_cast<std::uint64_t>(reader.integer());
        lua_pushinteger(state, static_cast<lua_Integer>(value));
        lua_rawseti(state, -2, i);
    }
}

void push_next(lua_State* state, ByteReader& reader, const WordTable* words) {
    luaL_checkstack(state, 8, "tables nested too deep");
    switch (reader.tag()) {
    case nothing:
        lua_pushnil(state);
        return;
    case yes:
        lua_pushboolean(state, 1);
        return;
    case no:
        lua_pushboolean(state, 0);
        return;
    case integer:
        lua_pushinteger(state, reader.integer());
        return;
    case real:
        lua_pushnumber(state, reader.real());
        return;
    case text:
        push_string(state, reader.text());
        return;
    case date:
        push_date(state, Date(std::chrono::days(reader.integer())));
        return;
    case place: {
        judgement::Place kept;
        kept.id = reader.text();
        kept.path = reader.word(words);
        kept.line = static_cast<std::uint32_t>(reader.number());
        kept.column = static_cast<std::uint32_t>(reader.number());
        return push_place(state, kept);
    }
    case quote: {
        judgement::Evidence kept;
        kept.text = reader.text();
        kept.line = static_cast<std::uint32_t>(reader.number());
        kept.column = static_cast<std::uint32_t>(reader.number());
        kept.length = static_cast<std::uint32_t>(reader.number());
        return push_quote(state, kept);
    }
    case list: {
        const auto count = static_cast<lua_Integer>(reader.number());
        lua_createtable(state, static_cast<int>(count), 0);
        for (lua_Integer i = 1; i <= count; ++i) {
            push_next(state, reader, words);
            lua_rawseti(state, -2, i);
        }
        return;
    }
    case integers:
        return push_integers(state, reader);
    case table: {
        const std::uint64_t count = reader.number();
        lua_createtable(state, 0, static_cast<int>(count));
        for (std::uint64_t i = 0; i < count; ++i) {
            push_key(state, reader, words);
            push_next(state, reader, words);
            lua_rawset(state, -3);
        }
        return;
    }
    default:
        throw InternalError("a memory with a value of unknown kind");
    }
}

int make_place(lua_State* state) {
    const judgement::Place found = check_place(state, 1, "place");
    push_place(state, found);
    return 1;
}

int make_quote(lua_State* state) {
    const auto pieces = check_evidence(state, 1, "quote");
    if (pieces.empty())
        lua_pushnil(state);
    else
        push_quote(state, pieces.front());
    return 1;
}

} // namespace

std::string serialise(lua_State* state) {
    Serialiser serialiser(state);
    serialiser.value(0);
    return serialiser.take();
}

void push_serialised(lua_State* state, std::string_view data, const WordTable* words) {
    charge(state, data.size() / 4 + 1);
    ByteReader reader(data);
    push_next(state, reader, words);
}

const Type& place_type() {
    static const Type type{
        .name = "place",
        .lua = "plumbline.Place",
        .help =
            "Where a node stands, as plain values: can be kept by `remember` and used as `at` in `compare`.",
        .fields = {{"id", "string?", "the node's id"},
                   {"path", "string?", "its path in the plan"},
                   {"line", "integer", "line in the file"},
                   {"column", "integer", "column in the file"}},
    };
    return type;
}

const Type& quote_type() {
    static const Type type{
        .name = "quote",
        .lua = "plumbline.Quote",
        .help = "Words of a plan with their place, as plain values: can be kept by `remember` and used as "
                "evidence in "
                "`compare`.",
        .fields = {{"words", "string?", "the words as written"},
                   {"line", "integer", "line in the file"},
                   {"column", "integer", "column in the file"},
                   {"length", "integer", "how many characters"}},
    };
    return type;
}

std::vector<Function> memory_functions() {
    return {{"place",
             {{"node", "plumbline.Node|plumbline.Words", "a node or a text of the plan"}},
             "plumbline.Place",
             "Where it stands, as a value that outlives the plan.",
             &guarded<make_place>},
            {"quote",
             {{"words", "plumbline.Words", "words of the plan"}},
             "plumbline.Quote?",
             "The words and where they stand, as a value that outlives the plan; nil for an empty text.",
             &guarded<make_quote>}};
}

} // namespace plumbline::lua
