/// What a plugin is given beside the plan, and what it writes: parameters, phrase sets, and the tables of a
/// manifest and of a judgement (described for the editor, never read by name here).

#include "lua/view.hpp"
#include "lua/view_types.hpp"

namespace plumbline::lua {

namespace {

Type written(std::string_view lua, std::string_view help, const Type* base, std::vector<Field> fields) {
    Type type;
    type.lua = lua;
    type.help = help;
    type.base = base;
    type.fields = std::move(fields);
    type.reachable = false;
    return type;
}

int show_set(lua_State* state) {
    const Handle& handle = check_handle(state, 1, phrase_set_type());
    push_string(state, session_of(state).set_name(handle.begin));
    return 1;
}

const Type& judgement_type() {
    static const Type type = written(
        "plumbline.Judgement", "What `judge:met` takes.", nullptr,
        {{"[1]", "string", "the criterion's id"},
         {"at", "plumbline.Node|plumbline.Words|plumbline.Place|plumbline.Memory",
          "what it is about: the plan, a node or a text of it; in `compare` a kept place or a memory"},
         {"evidence", "plumbline.Words|plumbline.Quote|(plumbline.Words|plumbline.Quote)[]?",
          "the words that show it, up to 100 pieces; a finding without any shows the first sentence of its "
          "node"},
         {"owner", "string?",
          "\"timescales/bounded\": the check that owns this defect; this one is then only counted"},
         {"plan", "plumbline.Memory?", "in `compare`: which plan it is about"},
         {"message", "string?", "what is missing, without blame; up to 4,000 bytes"},
         {"advice", "string?", "what to write instead, in plain words; up to 4,000 bytes"},
         {"reason", "string?", "why; up to 4,000 bytes"}});
    return type;
}

const Type& finding_type() {
    static const Type type = written("plumbline.Finding", "What `judge:not_met` takes.", &judgement_type(),
                                     {{"message", "string", "required"}, {"advice", "string", "required"}});
    return type;
}

const Type& question_type() {
    static const Type type =
        written("plumbline.Question", "What `judge:needs_a_person` takes.", &judgement_type(),
                {{"message", "string", "required"},
                 {"advice", "string", "required"},
                 {"reason", "string", "required: why the tool cannot tell"}});
    return type;
}

const Type& excuse_type() {
    static const Type type = written(
        "plumbline.Excuse", "What `judge:not_applicable` and `judge:could_not_check` take.",
        &judgement_type(), {{"reason", "string", "required: why it is not asked, or which fact is missing"}});
    return type;
}

const Type& options_type() {
    static const Type type =
        written("plumbline.AnswerOptions", "What `model:answer` takes beside the text.", nullptr,
                {{"other", "plumbline.Words|string?", "the need that the text is to serve"},
                 {"measure", "plumbline.Words|string?", "the measure that belongs to the text, read with it"},
                 {"age", "number?", "the child's age in years"},
                 {"unborn", "boolean?", "whether the child is not yet born"}});
    return type;
}

const Type& criterion_type() {
    static const Type type = written("plumbline.Criterion", "One part of what a plugin judges.", nullptr,
                                     {{"id", "string", "lower-case words joined by hyphens: \"own-views\""},
                                      {"title", "string", "what is asked, as half a sentence"},
                                      {"question", "string?",
                                       "what a manager is asked at sign-off where it is not met; the "
                                       "finding's advice where there is none"}});
    return type;
}

const Type& parameter_type() {
    static const Type type =
        written("plumbline.Parameter", "A number or word that a rule may set.", nullptr,
                {{"type", "\"boolean\"|\"integer\"|\"number\"|\"string\"|\"list\"", "what it holds"},
                 {"default", "boolean|number|string|string[]", "its value where no rule sets one"},
                 {"minimum", "number?", "the least number allowed"},
                 {"maximum", "number?", "the greatest number allowed"},
                 {"choices", "string[]?", "the strings allowed"},
                 {"help", "string", "what it is for"}});
    return type;
}

const Type& plugin_type() {
    static const Type type =
        written("plumbline.Plugin", "What plugin.lua returns.", nullptr,
                {{"id", "string", "the folder's name"},
                 {"title", "string", "what it looks for"},
                 {"api", "1", "the version of this page that it is written for"},
                 {"version", "string?", "its own version"},
                 {"plans", "plumbline.PlanKind[]", "the kinds of plan that it can judge"},
                 {"criteria", "plumbline.Criterion[]", "what it judges, in the order of the report"},
                 {"parameters", "table<string, plumbline.Parameter>?", "what rules may set"},
                 {"phrases", "table<string, string[]>?", "phrases that are found in one scan of each text"},
                 {"models", "table<string, string>?", "files of weights in the plugin's folder"},
                 {"check",
                  "fun(plan: plumbline.Plan, judge: plumbline.Judge, parameters: plumbline.Parameters, "
                  "phrases: plumbline.Phrases, models: plumbline.Models)",
                  "judges one plan"},
                 {"remember",
                  "(fun(plan: plumbline.Plan, parameters: plumbline.Parameters, phrases: plumbline.Phrases, "
                  "models: plumbline.Models): any)?",
                  "returns what to keep of one plan, at most 2,048 bytes; nil keeps nothing"},
                 {"compare",
                  "(fun(memories: plumbline.Memories, judge: plumbline.Judge, "
                  "parameters: plumbline.Parameters))?",
                  "judges across all plans of the batch, once, at its end"}});
    return type;
}

} // namespace

const Type& parameters_type() {
    static const Type type{
        .name = "parameters",
        .lua = "plumbline.Parameters",
        .help = "The plugin's parameters as the rule sets them, by the names of its manifest: "
                "`parameters.min_words`. A list is read-only.",
        .stored_lua = "any",
        .stored = "parameter",
    };
    return type;
}

const Type& phrases_type() {
    static const Type type{
        .name = "phrases",
        .lua = "plumbline.Phrases",
        .help = "The plugin's phrase sets, by the names of its manifest: `text:has(phrases.trigger)`.",
        .stored_lua = "plumbline.PhraseSet",
        .stored = "phrase set",
    };
    return type;
}

const Type& phrase_set_type() {
    static const Type type{
        .name = "phrase set",
        .lua = "plumbline.PhraseSet",
        .help = "One of them. `tostring` gives its name.",
        .operators = {.text = &guarded<show_set>},
    };
    return type;
}

const std::vector<const Type*>& written_types() {
    static const std::vector<const Type*> all{&plugin_type(),    &criterion_type(), &parameter_type(),
                                              &judgement_type(), &finding_type(),   &question_type(),
                                              &excuse_type(),    &options_type()};
    return all;
}

} // namespace plumbline::lua
