/// What the host reads in English for a plugin: timescales, likeness, readability, patterns.

#include "lua/budget.hpp"
#include "lua/functions.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"
#include "text/timescale.hpp"

namespace plumbline::lua {

namespace {

const plan::Plan& check_plan(lua_State* state, const Session& session) {
    if (!session.has_plan()) raise(state, "a timescale is read against a plan, and none is open here");
    return session.plan();
}

text::TimescaleContext context_of(const plan::Plan& plan) {
    text::TimescaleContext context;
    context.written = plan.dates.written;
    context.started = plan.dates.started;
    context.next_review = plan.dates.next_review;
    context.born = plan.child.born;
    for (const plan::Event& event : plan.events)
        if (const auto& day = event.on ? event.on : event.due)
            context.events.push_back({event.kind, *day, event.on.has_value()});
    return context;
}

/// The action whose timescale the words are, if they are one's.
const plan::Action* action_of(const Words& words) {
    const Owner owner = words.view->owner();
    if (owner.type != &action_type() || words.view->name() != "timescale") return nullptr;
    return static_cast<const plan::Action*>(owner.object);
}

void push_timescale(lua_State* state, const text::Timescale& timescale, const Words* words) {
    lua_newtable(state);
    lua_pushboolean(state, timescale.bounded ? 1 : 0);
    lua_setfield(state, -2, "bounded");
    lua_pushboolean(state, timescale.possible ? 1 : 0);
    lua_setfield(state, -2, "possible");
    push_string(state, to_word(timescale.kind));
    lua_setfield(state, -2, "kind");
    push_date(state, timescale.last_day);
    lua_setfield(state, -2, "last_day");
    push_string(state, timescale.how);
    lua_setfield(state, -2, "how");
    if (words != nullptr && !timescale.words.empty()) {
        const text::Span span{timescale.words.begin + words->span.begin,
                              timescale.words.end + words->span.begin};
        push_words(state, session_of(state), match_type(), *words->view, span, 0);
        lua_setfield(state, -2, "words");
    }
    push_record(state, timescale_type());
}

int read_timescale_of(lua_State* state) {
    Session& session = session_of(state);
    text::TimescaleContext context = context_of(check_plan(state, session));
    if (!lua_isnoneornil(state, 2)) check_handle(state, 2, plan_type());
    std::optional<Words> words;
    std::string_view text;
    const Handle* handle = handle_at(state, 1);
    if (handle != nullptr && handle->type == &action_type()) {
        const auto& action = *static_cast<const plan::Action*>(check_handle(state, 1, action_type()).object);
        NarrativeView& view = session.narrative(action.timescale);
        words = Words{&view, view.whole()};
    } else if (lua_type(state, 1) == LUA_TSTRING) {
        text = to_text(state, 1);
    } else {
        words = check_words(state, 1);
    }
    if (words) {
        text = words->text();
        if (const plan::Action* action = action_of(*words)) context.due = action->due;
    }
    charge(state, 50 + 4 * text.size());
    push_timescale(state, text::read_timescale(text, context), words ? &*words : nullptr);
    return 1;
}

int likeness_of(lua_State* state) {
    const auto left = check_reading(state, 1);
    const auto right = check_reading(state, 2);
    charge(state, left->tokens.size() + right->tokens.size());
    lua_pushnumber(state, text::likeness(*left, *right));
    return 1;
}

int readability_of(lua_State* state) {
    const auto reading = check_reading(state, 1);
    charge(state, reading->tokens.size());
    const text::Readability readability = text::readability(*reading);
    lua_newtable(state);
    lua_pushnumber(state, readability.grade);
    lua_setfield(state, -2, "grade");
    lua_pushnumber(state, readability.words_per_sentence);
    lua_setfield(state, -2, "words_per_sentence");
    lua_pushinteger(state, readability.words);
    lua_setfield(state, -2, "words");
    lua_pushinteger(state, readability.sentences);
    lua_setfield(state, -2, "sentences");
    push_record(state, readability_type());
    return 1;
}

int make_pattern(lua_State* state) {
    const std::string expression(check_text(state, 1));
    charge(state, 100 + 10 * expression.size());
    static_cast<void>(session_of(state).pattern(expression)); // refuses a wrong one here, where it is written
    lua_newtable(state);
    push_string(state, expression);
    lua_setfield(state, -2, "expression");
    push_record(state, pattern_type());
    return 1;
}

int matches_text(lua_State* state) {
    check_handle(state, 1, pattern_type());
    const text::Pattern& pattern = check_pattern(state, 1);
    const std::string_view text =
        lua_type(state, 2) == LUA_TSTRING ? to_text(state, 2) : check_words(state, 2).text();
    charge(state, 1 + text.size() / 8);
    lua_pushboolean(state, pattern.find(text) ? 1 : 0);
    return 1;
}

} // namespace

const Type& timescale_type() {
    static const Type type{
        .name = "timescale",
        .lua = "plumbline.Timescale",
        .help = "How a timescale was read.",
        .fields = {{"bounded", "boolean", "the last day can be worked out, or its event bounds it by itself"},
                   {"possible", "boolean",
                    "a real day, not before the plan was written, and not contradicting `due`"},
                   {"kind", "plumbline.TimescaleKind", "what was understood"},
                   {"last_day", "plumbline.Date?", "the last day, where it is known"},
                   {"how", "string", "\"6 weeks from Wed 6 Mar 2024\", or the reason why not"},
                   {"words", "plumbline.Match?", "the words that decided; nil when a Lua string was read"}},
    };
    return type;
}

const Type& readability_type() {
    static const Type type{
        .name = "readability",
        .lua = "plumbline.Readability",
        .help = "How hard a text is to read.",
        .fields = {{"grade", "number", "Flesch-Kincaid grade; 0 for an empty text"},
                   {"words_per_sentence", "number", "on average"},
                   {"words", "integer", "how many"},
                   {"sentences", "integer", "how many"}},
    };
    return type;
}

const Type& pattern_type() {
    static const Type type{
        .name = "pattern",
        .lua = "plumbline.Pattern",
        .help = "A regular expression (RE2), without regard to case. Write it once, at the top of the file.",
        .fields = {{"expression", "string", "as written"}},
        .methods = {{"matches",
                     {{"text", "plumbline.Words|string", "what to search"}},
                     "boolean",
                     "Whether it is found anywhere in the text.",
                     &guarded<matches_text>}},
    };
    return type;
}

std::vector<Function> language_functions() {
    const char* const readable = "plumbline.Words|string";
    return {{"timescale",
             {{"text", "plumbline.Action|plumbline.Words|string",
               "an action (its timescale and `due`), or a text"},
              {"plan?", "plumbline.Plan?", "the plan that it is read against; there is only the open one"}},
             "plumbline.Timescale",
             "Reads by when: against the day the plan was written, its reviews and every dated event.",
             &guarded<read_timescale_of>},
            {"likeness",
             {{"left", readable, "a text"}, {"right", readable, "another"}},
             "number",
             "How alike they are, 0 to 1: the share of runs of five words that the shorter has in common "
             "with the other.",
             &guarded<likeness_of>},
            {"readability",
             {{"text", readable, "a text"}},
             "plumbline.Readability",
             "How hard it is to read.",
             &guarded<readability_of>},
            {"pattern",
             {{"expression", "string", "RE2 syntax"}},
             "plumbline.Pattern",
             "A pattern for `text:find_pattern`; at most 200 different ones in one check.",
             &guarded<make_pattern>}};
}

} // namespace plumbline::lua
