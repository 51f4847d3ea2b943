/// judge:met { … } and its sisters: what they take, and what is refused.

#include "lua/judge_calls.hpp"

#include "lua/budget.hpp"
#include "lua/judge.hpp"
#include "lua/memory.hpp"
#include "lua/view_types.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using judgement::Observation;
using judgement::Outcome;

constexpr std::size_t longest_wording = 4000; // bytes of a message, an advice, a reason

const std::vector<std::string>& known_keys() {
    static const std::vector<std::string> keys{"at",       "message", "advice", "reason",
                                               "evidence", "owner",   "plan"};
    return keys;
}

bool is_finding(Outcome outcome) {
    return outcome == Outcome::not_met || outcome == Outcome::needs_a_person;
}

std::string call_name(Outcome outcome) {
    return "judge:" + std::string(method_name(outcome));
}

Judge& check_judge(lua_State* state, const std::string& call) {
    const Handle& handle = check_handle(state, 1, judge_type());
    const Session& session = session_of(state);
    if (session.judge() == nullptr || handle.begin != static_cast<std::uint32_t>(session.call()))
        raise(state,
              call + ": this judge belongs to an earlier check; use the one that the function is given");
    return *session.judge();
}

[[noreturn]] void refuse_key(lua_State* state, const std::string& call, const std::string& key) {
    raise(state, call + " takes no '" + key + "'" + suggestion(key, known_keys()));
}

void check_keys(lua_State* state, const std::string& call) {
    lua_pushnil(state);
    while (lua_next(state, 2) != 0) {
        charge(state, 1);
        lua_pop(state, 1);
        if (lua_isinteger(state, -1) != 0 && lua_tointeger(state, -1) == 1) continue;
        const std::string key(lua_type(state, -1) == LUA_TSTRING ? to_text(state, -1)
                                                                 : luaL_typename(state, -1));
        if (std::find(known_keys().begin(), known_keys().end(), key) == known_keys().end())
            refuse_key(state, call, key);
    }
}

/// Pushes the field and returns its index; nil when absent.
int push_key(lua_State* state, const char* key) {
    lua_pushstring(state, key);
    lua_rawget(state, 2);
    return lua_gettop(state);
}

std::string criterion_of(lua_State* state, const Judge& judge, const std::string& call) {
    lua_rawgeti(state, 2, 1);
    if (lua_type(state, -1) != LUA_TSTRING)
        raise(state, call + " needs a criterion first: " + call + " { \"" +
                         judge.plugin().criteria.front().id + "\", at = … }");
    std::string criterion(to_text(state, -1));
    if (judge.plugin().criterion(criterion) == nullptr) {
        std::vector<std::string> known;
        for (const Criterion& one : judge.plugin().criteria)
            known.push_back(one.id);
        raise(state,
              call + ": this plugin has no criterion '" + criterion + "'" + suggestion(criterion, known));
    }
    return criterion;
}

std::string wording_of(lua_State* state, const char* key, const std::string& call) {
    const int index = push_key(state, key);
    if (lua_isnil(state, index)) return {};
    if (lua_type(state, index) != LUA_TSTRING)
        raise(state, call + ": " + key + " must be a string, got " + luaL_typename(state, index));
    const std::string_view wording = to_text(state, index);
    if (wording.size() > longest_wording)
        raise(state, call + ": " + key + " has " + std::to_string(wording.size()) + " bytes; at most " +
                         std::to_string(longest_wording) + " are shown");
    if (wording.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
    return std::string(wording);
}

/// What the outcome asks for beside the criterion: refuses what is missing, and says what to write.
void check_wording(lua_State* state, const Observation& observation, const std::string& call) {
    if (is_finding(observation.outcome) && observation.message.empty())
        raise(state,
              call + " '" + observation.criterion + "' needs a message: say what is missing in the plan");
    if (is_finding(observation.outcome) && observation.advice.empty())
        raise(state, call + " '" + observation.criterion + "' needs advice: say what to write instead");
    const bool reasoned = observation.outcome != Outcome::met && observation.outcome != Outcome::not_met;
    if (reasoned && observation.reason.empty())
        raise(state, call + " '" + observation.criterion + "' needs a reason");
}

std::size_t plan_of(lua_State* state, const Judge& judge, const std::string& call) {
    const int index = push_key(state, "plan");
    if (!judge.comparing()) {
        if (!lua_isnil(state, index)) raise(state, call + " takes 'plan' only where plans are compared");
        return 0;
    }
    const Handle* handle = handle_at(state, index);
    if (handle == nullptr || handle->type != &memory_type())
        raise(state, call + " needs plan = one of the memories: the plan that it is about");
    return memory_of(check_handle(state, index, memory_type())).index;
}

/// "timescales/bounded"
std::string owner_of(lua_State* state, const std::string& call) {
    std::string owner = wording_of(state, "owner", call);
    const std::size_t slash = owner.find('/');
    if (!owner.empty() && (slash == std::string::npos || slash == 0 || slash + 1 == owner.size()))
        raise(state, call + ": owner names a check as \"plugin/criterion\", got \"" + owner + "\"");
    return owner;
}

void add_place(lua_State* state, const Judge& judge, Observation& observation, const std::string& call) {
    const int index = push_key(state, "at");
    if (lua_isnil(state, index))
        raise(state, call + " '" + observation.criterion +
                         "' needs a place: at = the plan, or the node or text that it is about");
    const Handle* handle = handle_at(state, index);
    if (handle != nullptr && handle->type == &memory_type() && !judge.comparing())
        raise(state, call + ": a memory is a place only where plans are compared");
    observation.at = check_place(state, index, call + ": at");
    observation.evidence = check_evidence(state, push_key(state, "evidence"), call);
    if (is_finding(observation.outcome) && observation.evidence.empty())
        observation.evidence = own_words(state, index);
}

template <Outcome Said>
int judge_as(lua_State* state) {
    const std::string call = call_name(Said);
    Judge& judge = check_judge(state, call);
    if (!lua_istable(state, 2)) raise(state, call + " takes a table: " + call + " { \"criterion\", at = … }");
    lua_settop(state, 2);
    charge(state, 100);
    check_keys(state, call);
    Given given;
    Observation& observation = given.observation;
    observation.outcome = Said;
    observation.criterion = criterion_of(state, judge, call);
    given.plan = plan_of(state, judge, call);
    observation.message = wording_of(state, "message", call);
    observation.advice = wording_of(state, "advice", call);
    observation.reason = wording_of(state, "reason", call);
    observation.owner = owner_of(state, call);
    add_place(state, judge, observation, call);
    check_wording(state, observation, call);
    judge.add(std::move(given));
    return 0;
}

Method method(Outcome outcome, std::string_view argument, std::string_view help, lua_CFunction call) {
    return {method_name(outcome), {{"judgement", argument, "what is judged, and where"}}, "", help, call};
}

} // namespace

const Type& judge_type() {
    static const Type type{
        .name = "judge",
        .lua = "plumbline.Judge",
        .help = "Takes what a plugin judges. Each criterion is judged of the plan, or of each node that it "
                "is about; one "
                "that is left out could not be checked.",
        .methods = {method(Outcome::met, "plumbline.Judgement", "The plan does it.",
                           &guarded<judge_as<Outcome::met>>),
                    method(Outcome::not_met, "plumbline.Finding", "The plan does not do it.",
                           &guarded<judge_as<Outcome::not_met>>),
                    method(Outcome::needs_a_person, "plumbline.Question",
                           "The words are there, and only a person can tell.",
                           &guarded<judge_as<Outcome::needs_a_person>>),
                    method(Outcome::not_applicable, "plumbline.Excuse",
                           "It is not asked of this plan or node.",
                           &guarded<judge_as<Outcome::not_applicable>>),
                    method(Outcome::could_not_check, "plumbline.Excuse",
                           "The plan lacks a fact that telling it needs.",
                           &guarded<judge_as<Outcome::could_not_check>>)},
    };
    return type;
}

} // namespace plumbline::lua
