/// The memories of a batch as `compare` sees them: a list whose items are made when they are asked for, and
/// indexes over it.

#include "base/user_error.hpp"
#include "lua/budget.hpp"
#include "lua/memory.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <limits>

namespace plumbline::lua {

namespace {

constexpr std::size_t most_indexes = 16; // of one comparison
constexpr std::size_t passes = 12;       // over the memories, about, that an index takes

Compared& compared_of(const Handle& handle) {
    // The session's own: handles point to what they may not change but for the indexes kept there.
    return *static_cast<Compared*>(const_cast<void*>(handle.object)); // NOLINT(*-const-cast)
}

std::size_t count_memories(const Handle& handle) {
    return compared_of(handle).memories->size();
}

void push_memory(lua_State* state, const Handle& handle, std::size_t number) {
    push_handle(state,
                {&memory_type(), handle.object, handle.generation, 0, 0, static_cast<std::uint32_t>(number)});
}

std::uint32_t bound(lua_State* state, int argument, lua_Integer otherwise) {
    const lua_Integer given = luaL_optinteger(state, argument, otherwise);
    constexpr lua_Integer most = std::numeric_limits<std::uint32_t>::max();
    if (given < 1 || given > most) raise(state, "memories:index: a number of memories is 1 or more");
    return static_cast<std::uint32_t>(given);
}

int make_index(lua_State* state) {
    const Handle handle = check_handle(state, 1, memories_type());
    check_open(state, session_of(state), handle);
    const std::string field(check_text(state, 2));
    const std::uint32_t least = bound(state, 3, 1);
    const std::uint32_t most = bound(state, 4, std::numeric_limits<std::uint32_t>::max());
    Compared& compared = compared_of(handle);
    auto found = compared.indexes.find({field, least, most});
    if (found == compared.indexes.end()) {
        if (compared.indexes.size() >= most_indexes)
            raise(state, "more than " + std::to_string(most_indexes) + " indexes in one comparison");
        charge(state, passes * compared.memories->size());
        found =
            compared.indexes
                .emplace(std::tuple(field, least, most), MemoryIndex(*compared.memories, field, least, most))
                .first;
    }
    push_handle(state, {&memory_index_type(), &found->second, handle.generation});
    return 1;
}

const MemoryIndex& check_index(lua_State* state) {
    const Handle& handle = check_handle(state, 1, memory_index_type());
    check_open(state, session_of(state), handle);
    return *static_cast<const MemoryIndex*>(handle.object);
}

std::uint64_t check_value(lua_State* state) {
    if (lua_type(state, 2) == LUA_TSTRING) return hash_of(to_text(state, 2));
    if (lua_isinteger(state, 2) != 0) return hash_of(lua_Integer{lua_tointeger(state, 2)});
    const Handle* const handle = handle_at(state, 2);
    if (handle == nullptr || handle->type != &date_type())
        raise(state, std::string("index:holders takes a string, an integer or a date, got ") +
                         luaL_typename(state, 2));
    return hash_of(std::int64_t{date_of(*handle).time_since_epoch().count()});
}

int holders(lua_State* state) {
    const MemoryIndex& index = check_index(state);
    const auto found = index.holders(check_value(state));
    charge(state, found.size() + 1);
    push_list(state, found.size(),
              [&](std::size_t i) { lua_pushinteger(state, static_cast<lua_Integer>(found[i]) + 1); });
    return 1;
}

int count_different(lua_State* state) {
    lua_pushinteger(state, static_cast<lua_Integer>(check_index(state).different()));
    return 1;
}

} // namespace

void push_memories(lua_State* state, const Session& session, Compared& compared) {
    push_handle(state, {&memories_type(), &compared, session.generation()});
}

const Type& memories_type() {
    static const Type type{
        .name = "memories",
        .lua = "plumbline.Memories",
        .help = "What `remember` kept of every plan of the batch: a list whose items are made when they are "
                "asked for. Take one at a time; a table of them all would not stay within the limits.",
        .methods = {{"index",
                     {{"field", "string",
                       "a field of the data (a string, integer or date, or a list of them), \"plan_id\" or "
                       "\"child_id\""},
                      {"least?", "integer", "leave out what fewer memories hold"},
                      {"most?", "integer", "leave out what more memories hold"}},
                     "plumbline.MemoryIndex",
                     "Which memories hold which value: so that a plan is compared only with those that share "
                     "something with it. Made once.",
                     &guarded<make_index>}},
        .operations = {},
        .item_lua = "plumbline.Memory",
        .count = count_memories,
        .push_item = push_memory,
    };
    return type;
}

const Type& memory_index_type() {
    static const Type type{
        .name = "index of memories",
        .lua = "plumbline.MemoryIndex",
        .help = "Which memories hold which value of a field.",
        .methods =
            {{"holders",
              {{"value", "string|integer|plumbline.Date", "what to look for"}},
              "plumbline.List<integer>",
              "The numbers of the memories that hold it, in order; none where too few or too many do.",
              &guarded<holders>},
             {"count", {}, "integer", "How many different values there are.", &guarded<count_different>}},
    };
    return type;
}

} // namespace plumbline::lua
