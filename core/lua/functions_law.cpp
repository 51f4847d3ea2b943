/// England's working days and the statutory intervals.

#include "lua/budget.hpp"
#include "lua/functions.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

namespace plumbline::lua {

namespace {

using calendar::Interval;

const calendar::WorkingDays& check_calendar(lua_State* state) {
    const auto* calendar = session_of(state).surroundings().calendar;
    if (calendar == nullptr) raise(state, "this host was given no calendar of working days");
    return *calendar;
}

int working_days(lua_State* state) {
    const auto& calendar = check_calendar(state);
    const auto number = calendar.between(check_date(state, 1), check_date(state, 2));
    charge(state, 50);
    if (number)
        lua_pushinteger(state, *number);
    else
        lua_pushnil(state);
    return 1;
}

int add_working_days(lua_State* state) {
    const auto& calendar = check_calendar(state);
    const Date from = check_date(state, 1);
    const lua_Integer number = luaL_checkinteger(state, 2);
    if (number < -20'000 || number > 20'000) raise(state, "at most 20,000 working days can be added");
    charge(state, static_cast<std::uint64_t>(number < 0 ? -number : number) + 50);
    push_date(state, calendar.add(from, static_cast<int>(number)));
    return 1;
}

int is_working_day(lua_State* state) {
    const auto working = check_calendar(state).is_working_day(check_date(state, 1));
    if (working)
        lua_pushboolean(state, *working ? 1 : 0);
    else
        lua_pushnil(state);
    return 1;
}

std::vector<std::string> known_checks(const calendar::Intervals& intervals) {
    std::vector<std::string> known;
    for (const Interval& interval : intervals.all())
        known.push_back(interval.check);
    return known;
}

int statutory(lua_State* state) {
    const auto* intervals = session_of(state).surroundings().intervals;
    if (intervals == nullptr) raise(state, "this host was given no statutory intervals");
    const std::string check(check_text(state, 1));
    const Date on = check_date(state, 2);
    charge(state, intervals->all().size());
    if (!intervals->knows(check))
        raise(state,
              "there is no statutory interval '" + check + "'" + suggestion(check, known_checks(*intervals)));
    if (const Interval* interval = intervals->find(check, on))
        push_handle(state, {&interval_type(), interval});
    else
        lua_pushnil(state);
    return 1;
}

int interval_deadline(lua_State* state) {
    const Interval& interval = *static_cast<const Interval*>(check_handle(state, 1, interval_type()).object);
    charge(state, static_cast<std::uint64_t>(interval.count < 0 ? 0 : interval.count) + 50);
    const auto deadline = calendar::deadline(interval, check_date(state, 2), check_calendar(state));
    if (!deadline) {
        lua_pushnil(state);
        lua_pushnil(state);
        return 2;
    }
    push_date(state, deadline->due);
    push_string(state, deadline->working);
    return 2;
}

const Interval& interval_of(const Handle& handle) {
    return *static_cast<const Interval*>(handle.object);
}

template <std::string Interval::*Member>
void push_word(lua_State* state, Session&, const Handle& handle) {
    push_string_or_nil(state, interval_of(handle).*Member);
}

template <std::optional<Date> Interval::*Member>
void push_bound(lua_State* state, Session&, const Handle& handle) {
    push_date(state, interval_of(handle).*Member);
}

void push_count(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, interval_of(handle).count);
}

void push_unit(lua_State* state, Session&, const Handle& handle) {
    push_string(state, to_word(interval_of(handle).unit));
}

void push_force(lua_State* state, Session&, const Handle& handle) {
    push_string(state, to_word(interval_of(handle).force));
}

void push_confirmed(lua_State* state, Session&, const Handle& handle) {
    lua_pushboolean(state, interval_of(handle).confirmed ? 1 : 0);
}

} // namespace

const Type& interval_type() {
    static const Type type{
        .name = "interval",
        .lua = "plumbline.Interval",
        .help = "One statutory interval as it held on a day.",
        .fields = {{"id", "string", "its id in rules/statutory.lua", push_word<&Interval::id>},
                   {"check", "string", "what it was asked by", push_word<&Interval::check>},
                   {"title", "string", "what it says", push_word<&Interval::title>},
                   {"count", "integer", "how many units", push_count},
                   {"unit", "plumbline.Unit", "which units", push_unit},
                   {"from_event", "string?", "the kind of event that it starts from",
                    push_word<&Interval::from_event>},
                   {"force", "plumbline.Force", "how binding it is", push_force},
                   {"source", "string?", "where it is set", push_word<&Interval::source>},
                   {"confirmed", "boolean", "false: a finding by it needs a person", push_confirmed},
                   {"from", "plumbline.Date?", "the first day that it held", push_bound<&Interval::from>},
                   {"to", "plumbline.Date?", "the last day that it held", push_bound<&Interval::to>}},
        .methods =
            {{"deadline",
              {{"start", "plumbline.Date", "the day of the event that it starts from"}},
              "plumbline.Date?, string?",
              "The last day, and how that was reckoned, for the message. nil beyond the calendar's years.",
              &guarded<interval_deadline>}},
    };
    return type;
}

std::vector<Function> calendar_functions() {
    const Argument day{"day", "plumbline.Date", "a day"};
    return {
        {"calendar.working_days",
         {{"from", "plumbline.Date", "day 0, not counted"}, {"to", "plumbline.Date", "the last day counted"}},
         "integer?",
         "England's working days after `from` up to `to`; negative when `to` is earlier, nil beyond the "
         "table.",
         &guarded<working_days>},
        {"calendar.add_working_days",
         {{"from", "plumbline.Date", "day 0"}, {"count", "integer", "may be negative"}},
         "plumbline.Date?",
         "The working day so many after `from`; nil beyond the table.",
         &guarded<add_working_days>},
        {"calendar.is_working_day",
         {day},
         "boolean?",
         "Whether it is Monday to Friday and no bank holiday; nil beyond the table.",
         &guarded<is_working_day>}};
}

std::vector<Function> law_functions() {
    return {{"statutory",
             {{"check", "string", "as in rules/statutory.lua: \"first-review-conference\""},
              {"on", "plumbline.Date", "the day whose law is asked for"}},
             "plumbline.Interval?",
             "The interval that held on that day; nil when none did.",
             &guarded<statutory>}};
}

} // namespace plumbline::lua
