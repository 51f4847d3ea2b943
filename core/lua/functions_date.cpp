/// Dates: values without time of day that compare, subtract and add.

#include "lua/functions.hpp"
#include "lua/view.hpp"
#include "lua/view_types.hpp"

#include <array>

namespace plumbline::lua {

namespace {

using std::chrono::days;

constexpr lua_Integer most_days = 3'000'000; // more than all days that a four-digit year can name

/// Pushes the day unless it leaves the years 1 to 9999.
int push_within_years(lua_State* state, Date day) {
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    if (year < 1 || year > 9999) raise(state, "a date beyond the years 1 to 9999");
    push_date(state, day);
    return 1;
}

int shifted(lua_State* state, Date day, lua_Integer number) {
    if (number < -most_days || number > most_days) raise(state, "a date beyond the years 1 to 9999");
    return push_within_years(state, day + days(number));
}

int add_days(lua_State* state) {
    return shifted(state, date_of(check_handle(state, 1, date_type())), luaL_checkinteger(state, 2));
}

int add_months_to(lua_State* state) {
    const Date day = date_of(check_handle(state, 1, date_type()));
    const lua_Integer number = luaL_checkinteger(state, 2);
    if (number < -120'000 || number > 120'000) raise(state, "a date beyond the years 1 to 9999");
    return push_within_years(state, add_months(day, static_cast<int>(number)));
}

/// date + days, days + date
int add(lua_State* state) {
    const int date = lua_isinteger(state, 1) != 0 ? 2 : 1;
    if (lua_isinteger(state, 3 - date) == 0)
        raise(state, "a date and a whole number of days can be added, nothing else");
    return shifted(state, check_date(state, date), lua_tointeger(state, 3 - date));
}

/// date - date: days; date - days: date
int subtract(lua_State* state) {
    const Date left = check_date(state, 1);
    if (lua_isinteger(state, 2) != 0) return shifted(state, left, -lua_tointeger(state, 2));
    lua_pushinteger(state, (left - check_date(state, 2)).count());
    return 1;
}

int show(lua_State* state) {
    push_string(state, to_reader(check_date(state, 1)));
    return 1;
}

int equal(lua_State* state) {
    const Handle* left = handle_at(state, 1);
    const Handle* right = handle_at(state, 2);
    lua_pushboolean(state, left != nullptr && right != nullptr && left->type == &date_type() &&
                                   right->type == &date_type() && date_of(*left) == date_of(*right)
                               ? 1
                               : 0);
    return 1;
}

int less(lua_State* state) {
    lua_pushboolean(state, check_date(state, 1) < check_date(state, 2) ? 1 : 0);
    return 1;
}

int less_equal(lua_State* state) {
    lua_pushboolean(state, check_date(state, 1) <= check_date(state, 2) ? 1 : 0);
    return 1;
}

std::chrono::year_month_day parts(const Handle& handle) {
    return {date_of(handle)};
}

void push_year(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, static_cast<int>(parts(handle).year()));
}

void push_month(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, static_cast<unsigned>(parts(handle).month()));
}

void push_day(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, static_cast<unsigned>(parts(handle).day()));
}

void push_weekday(lua_State* state, Session&, const Handle& handle) {
    static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};
    push_string(state, names.at(std::chrono::weekday(date_of(handle)).c_encoding()));
}

void push_iso(lua_State* state, Session&, const Handle& handle) {
    push_string(state, to_iso(date_of(handle)));
}

int make_date(lua_State* state) {
    const std::string_view text = check_text(state, 1);
    const auto date = parse_iso_date(text);
    if (!date)
        raise(state, "'" + std::string(text) + "' is no day of the calendar written as \"2024-03-06\"");
    push_date(state, *date);
    return 1;
}

int push_as_of(lua_State* state) {
    push_date(state, session_of(state).surroundings().as_of);
    return 1;
}

} // namespace

const Type& date_type() {
    static const Type type{
        .name = "date",
        .lua = "plumbline.Date",
        .help = "A day. Dates compare (`<`, `<=`, `==`), subtract to a number of days (`later - earlier`), "
                "and take "
                "days (`date + 7`). `tostring` gives \"Wed 6 Mar 2024\". An absent date is nil.",
        .fields = {{"year", "integer", "2024", push_year},
                   {"month", "integer", "1 to 12", push_month},
                   {"day", "integer", "1 to 31", push_day},
                   {"weekday", "plumbline.Weekday", "\"Monday\" …", push_weekday},
                   {"iso", "string", "\"2024-03-06\"; also a key for tables", push_iso}},
        .methods = {{"add_days",
                     {{"days", "integer", "may be negative"}},
                     "plumbline.Date",
                     "The day so many days later.",
                     &guarded<add_days>},
                    {"add_months",
                     {{"months", "integer", "may be negative"}},
                     "plumbline.Date",
                     "The same day so many months later, or the last day of a shorter month.",
                     &guarded<add_months_to>}},
        .operators = {.text = &guarded<show>,
                      .equal = &guarded<equal>,
                      .less = &guarded<less>,
                      .less_equal = &guarded<less_equal>,
                      .add = &guarded<add>,
                      .subtract = &guarded<subtract>},
        .operations = {"sub(plumbline.Date): integer", "sub(integer): plumbline.Date",
                       "add(integer): plumbline.Date"},
    };
    return type;
}

std::vector<Function> date_functions() {
    return {{"date",
             {{"iso", "string", "\"2024-03-06\""}},
             "plumbline.Date",
             "The day of that name.",
             &guarded<make_date>},
            {"as_of",
             {},
             "plumbline.Date",
             "The day that the check reckons as today (`--as-of`): the only clock.",
             &guarded<push_as_of>}};
}

} // namespace plumbline::lua
