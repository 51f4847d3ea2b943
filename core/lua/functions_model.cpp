#include "lua/functions_model.hpp"

#include "lua/budget.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>

namespace plumbline::lua {

namespace {

using text::Span;

constexpr std::uint64_t steps_a_byte = 20; // what working out features costs, about, in Lua instructions

/// What one file or folder holds, as long as anybody uses it.
template <typename Thing>
class Shelf {
public:
    template <typename Load>
    std::shared_ptr<const Thing> get(const std::string& name, Load load) {
        const std::scoped_lock lock(mutex_);
        if (auto kept = kept_[name].lock()) return kept;
        std::shared_ptr<const Thing> loaded = load();
        kept_[name] = loaded;
        return loaded;
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::weak_ptr<const Thing>> kept_;
};

/// One argument of `answer`: what it says, and where its spans lie in the plan, if they do.
struct Source {
    std::shared_ptr<const text::Reading> reading;
    std::optional<Words> words;
};

Source check_source(lua_State* state, int index) {
    Source source{check_reading(state, index), std::nullopt};
    if (lua_type(state, index) != LUA_TSTRING) source.words = check_words(state, index);
    charge(state, steps_a_byte * source.reading->text.size());
    return source;
}

struct Options {
    std::optional<Source> other, measure;
    text::Surroundings around;
};

Options check_options(lua_State* state, int index) {
    Options options;
    if (lua_isnoneornil(state, index)) return options;
    luaL_checktype(state, index, LUA_TTABLE);
    lua_pushnil(state);
    while (lua_next(state, index) != 0) {
        const std::string key(to_text(state, -2));
        const int value = lua_gettop(state);
        if (key == "other")
            options.other = check_source(state, value);
        else if (key == "measure")
            options.measure = check_source(state, value);
        else if (key == "age")
            options.around.child_age = luaL_checknumber(state, value);
        else if (key == "unborn")
            options.around.unborn = lua_toboolean(state, value) != 0;
        else
            raise(state, "answer takes no option '" + key + "'" +
                             suggestion(key, {"other", "measure", "age", "unborn"}));
        lua_pop(state, 1);
    }
    if (options.other && options.measure) raise(state, "answer takes 'other' or 'measure', not both");
    return options;
}

/// A task and its measure read as one text, so that what the model has learnt of whole texts applies to both.
struct Joined {
    text::Reading reading;
    std::uint32_t measure_from = 0; // byte at which the measure begins
};

Joined join(const Session& session, const text::Reading& task, const text::Reading& measure) {
    Joined joined;
    std::string text = task.text + "\n";
    joined.measure_from = static_cast<std::uint32_t>(text.size());
    text += measure.text;
    joined.reading = text::read(text, session.people());
    return joined;
}

void push_span(lua_State* state, const std::optional<Words>& words, Span span) {
    const Span whole{span.begin + words->span.begin, span.end + words->span.begin};
    push_words(state, session_of(state), match_type(), *words->view, whole, 0);
}

/// Pushes the deciding spans as matches: those of the measure as words of the measure.
void push_deciding(lua_State* state, const std::vector<Span>& spans, const Source& text,
                   const Options& options, std::uint32_t measure_from) {
    lua_newtable(state);
    lua_Integer number = 0;
    for (const Span span : spans) {
        const bool of_measure = options.measure && span.begin >= measure_from;
        const auto& words = of_measure ? options.measure->words : text.words;
        if (!words || span.empty()) continue;
        const auto size = static_cast<std::uint32_t>(text.reading->text.size());
        push_span(state, words,
                  of_measure ? Span{span.begin - measure_from, span.end - measure_from}
                             : Span{span.begin, std::min(span.end, size)});
        lua_rawseti(state, -2, ++number);
    }
    make_list(state);
}

int answer(lua_State* state) {
    const Handle& self = check_handle(state, 1, model_type());
    const auto& named = *static_cast<const NamedModel*>(self.object);
    const Source text = check_source(state, 2);
    const Options options = check_options(state, 3);
    text::ModelAnswer answer;
    std::uint32_t measure_from = std::numeric_limits<std::uint32_t>::max();
    if (options.other) {
        const auto features = text::features(*options.other->reading, *text.reading, *named.classes);
        answer = named.model->answer(*text.reading, features);
    } else if (options.measure) {
        const Joined joined = join(session_of(state), *text.reading, *options.measure->reading);
        measure_from = joined.measure_from;
        answer = named.model->answer(joined.reading,
                                     text::features(joined.reading, *named.classes, options.around));
    } else {
        answer =
            named.model->answer(*text.reading, text::features(*text.reading, *named.classes, options.around));
    }
    lua_newtable(state);
    lua_pushnumber(state, answer.probability);
    lua_setfield(state, -2, "probability");
    push_deciding(state, answer.deciding, text, options, measure_from);
    lua_setfield(state, -2, "deciding");
    push_strings(state, answer.why);
    lua_setfield(state, -2, "why");
    push_record(state, answer_type());
    return 1;
}

template <double (text::Model::*Threshold)() const>
void push_threshold(lua_State* state, Session&, const Handle& handle) {
    lua_pushnumber(state, (static_cast<const NamedModel*>(handle.object)->model.get()->*Threshold)());
}

} // namespace

NamedModel load_model(const std::filesystem::path& weights, const std::filesystem::path& words) {
    static Shelf<text::Model> models;
    static Shelf<text::WordClasses> classes;
    const std::string file = weights.generic_string();
    const std::string folder = words.generic_string();
    return {
        models.get(file, [&] { return std::make_shared<const text::Model>(text::Model::from_file(file)); }),
        classes.get(folder, [&] { return text::WordClasses::from_folder(folder); })};
}

const Type& models_type() {
    static const Type type{
        .name = "models",
        .lua = "plumbline.Models",
        .help = "The plugin's models, by the names of its manifest: `models.specific`.",
        .stored_lua = "plumbline.Model",
        .stored = "model",
    };
    return type;
}

const Type& model_type() {
    static const Type type{
        .name = "model",
        .lua = "plumbline.Model",
        .help = "A small linear model whose weights stand in a file of the plugin's folder.",
        .fields = {{"not_met_below", "number", "the probability below which its author judges not met",
                    push_threshold<&text::Model::not_met_below>},
                   {"met_above", "number", "the probability from which its author judges met",
                    push_threshold<&text::Model::met_above>}},
        .methods = {{"answer",
                     {{"text", "plumbline.Words|string", "what is judged"},
                      {"options?", "plumbline.AnswerOptions", "what is known beside it"}},
                     "plumbline.Answer",
                     "How probable it is that the criterion is met, and what decided.",
                     &guarded<answer>}},
    };
    return type;
}

const Type& answer_type() {
    static const Type type{
        .name = "answer",
        .lua = "plumbline.Answer",
        .help = "What a model says.",
        .fields = {{"probability", "number", "0 to 1: that the criterion is met"},
                   {"deciding", "plumbline.List<plumbline.Match>",
                    "the words that weighed most for the answer, weightiest first, at most three"},
                   {"why", "plumbline.List<string>", "the names of what weighed most"}},
    };
    return type;
}

} // namespace plumbline::lua
