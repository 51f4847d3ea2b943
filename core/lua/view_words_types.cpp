/// The kinds of stretches of narrative: text, sentence, clause, quotation, match.

#include "lua/budget.hpp"
#include "lua/view_types.hpp"
#include "lua/view_words.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using text::Clause;
using text::Quotation;
using text::Reading;
using text::Span;

const Reading& reading_of(Session& session, const Words& words) {
    return words.view->reading(session.people());
}

std::string_view to_word(text::Tense tense) {
    switch (tense) {
    case text::Tense::past:
        return "past";
    case text::Tense::present:
        return "present";
    case text::Tense::future:
        return "future";
    case text::Tense::infinitive:
        return "infinitive";
    case text::Tense::imperative:
        return "imperative";
    case text::Tense::none:
        break;
    }
    return "none";
}

std::string_view to_word(text::Speaker speaker) {
    switch (speaker) {
    case text::Speaker::child:
        return "child";
    case text::Speaker::parent:
        return "parent";
    case text::Speaker::worker:
        return "worker";
    case text::Speaker::unknown:
        break;
    }
    return "unknown";
}

// What all have.

void push_type(lua_State* state, Session&, const Handle& handle) {
    push_string(state, handle.type->name);
}

void push_owner(lua_State* state, Session& session, const Handle& handle) {
    const Owner owner = words_of(handle).view->owner();
    push_node(state, session, *owner.type, owner.object);
}

plan::Position position_of(const Handle& handle) {
    const Words words = words_of(handle);
    const plan::Narrative& narrative = words.view->narrative();
    if (!narrative.empty()) return narrative.position_of(words.span.begin);
    const judgement::Place place = place_of(words);
    return {place.line, place.column};
}

void push_line(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, position_of(handle).line);
}

void push_column(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, position_of(handle).column);
}

int show_words(lua_State* state) {
    push_string(state, check_words(state, 1).text());
    return 1;
}

int same_words(lua_State* state) {
    const Handle* left = handle_at(state, 1);
    const Handle* right = handle_at(state, 2);
    const bool same = left != nullptr && right != nullptr && left->type->is(words_type()) &&
                      right->type->is(words_type()) && left->generation == right->generation &&
                      left->object == right->object && left->begin == right->begin && left->end == right->end;
    lua_pushboolean(state, same ? 1 : 0);
    return 1;
}

// Texts.

void push_written(lua_State* state, Session&, const Handle& handle) {
    lua_pushboolean(state, words_of(handle).view->narrative().written() ? 1 : 0);
}

void push_name(lua_State* state, Session&, const Handle& handle) {
    push_string(state, words_of(handle).view->name());
}

void push_path(lua_State* state, Session&, const Handle& handle) {
    push_string(state, place_of(words_of(handle)).path);
}

void push_id(lua_State* state, Session&, const Handle& handle) {
    push_string_or_nil(state, place_of(words_of(handle)).id);
}

int list_words(lua_State* state) {
    const Words words = words_of(check_handle(state, 1, text_type()));
    charge(state, words.text().size() / 8 + 1);
    const Reading& reading = reading_of(session_of(state), words);
    std::vector<std::string> found;
    for (const text::Token& token : reading.tokens)
        if (token.kind != text::TokenKind::punctuation) found.emplace_back(token.span.of(reading.text));
    push_strings(state, found);
    return 1;
}

// Parts of texts.

void push_own_words(lua_State* state, Session&, const Handle& handle) {
    push_string(state, words_of(handle).text());
}

void push_whole_text(lua_State* state, Session& session, const Handle& handle) {
    push_text(state, session, words_of(handle).view->narrative());
}

/// The sentence in which the words begin.
int sentence_around(lua_State* state) {
    const Words words = check_words(state, 1);
    Session& session = session_of(state);
    const auto& sentences = reading_of(session, words).sentences;
    charge(state, sentences.size());
    const auto around = std::find_if(sentences.begin(), sentences.end(), [&](const text::Sentence& sentence) {
        return sentence.span.begin <= words.span.begin && words.span.begin < sentence.span.end;
    });
    if (around == sentences.end())
        lua_pushnil(state);
    else
        push_words(state, session, sentence_type(), *words.view, around->span,
                   static_cast<std::size_t>(around - sentences.begin()));
    return 1;
}

void push_first_byte(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, handle.begin + 1);
}

void push_last_byte(lua_State* state, Session&, const Handle& handle) {
    lua_pushinteger(state, handle.end);
}

void push_part(lua_State* state, Session& session, const Words& words, Span span) {
    if (span.empty())
        lua_pushnil(state);
    else
        push_words(state, session, match_type(), *words.view, span, 0);
}

const Clause& clause_of(Session& session, const Handle& handle) {
    return reading_of(session, words_of(handle)).clauses.at(handle.index);
}

template <Span Clause::*Member>
void clause_part(lua_State* state, Session& session, const Handle& handle) {
    push_part(state, session, words_of(handle), clause_of(session, handle).*Member);
}

template <bool Clause::*Member>
void clause_flag(lua_State* state, Session& session, const Handle& handle) {
    lua_pushboolean(state, clause_of(session, handle).*Member ? 1 : 0);
}

void push_tense(lua_State* state, Session& session, const Handle& handle) {
    push_string(state, to_word(clause_of(session, handle).tense));
}

const Quotation& quotation_of(Session& session, const Handle& handle) {
    return reading_of(session, words_of(handle)).quotations.at(handle.index);
}

void push_speaker(lua_State* state, Session& session, const Handle& handle) {
    push_string(state, to_word(quotation_of(session, handle).speaker));
}

void push_speaker_words(lua_State* state, Session& session, const Handle& handle) {
    push_part(state, session, words_of(handle), quotation_of(session, handle).speaker_words);
}

void push_set(lua_State* state, Session& session, const Handle& handle) {
    push_string_or_nil(state, handle.index == 0 ? std::string() : session.set_name(handle.index - 1));
}

} // namespace

judgement::Place place_of(const Words& words) {
    const Owner owner = words.view->owner();
    const plan::Location& own = words.view->narrative().at;
    const plan::Location& place = own.line != 0 ? own : *owner.type->location(owner.object);
    const std::string id(owner.type->id != nullptr ? owner.type->id(owner.object) : std::string_view());
    return {id, place.path(), place.line, place.column};
}

const Type& words_type() {
    static const Type type{
        .name = "words",
        .lua = "plumbline.Words",
        .help = "What every stretch of narrative has: a text, a sentence, a clause, a quotation, a match. "
                "Each can be "
                "evidence. `tostring` gives the words; positions are bytes, as in Lua's strings.",
        .fields = {{"type", "string", "what it is: \"text\", \"sentence\" …", push_type},
                   {"node", "plumbline.Node", "whose narrative it is: the action, the need …", push_owner},
                   {"line", "integer",
                    "line in the file where it begins; of the node that lacks it when it is absent",
                    push_line},
                   {"column", "integer", "column in the file, in characters", push_column}},
        .methods = words_methods(),
        .operators = {.text = &guarded<show_words>, .equal = &guarded<same_words>},
    };
    return type;
}

const Type& text_type() {
    static const Type type{
        .name = "text",
        .lua = "plumbline.Text",
        .help = "One narrative of the plan. An absent one is an empty text, never nil.",
        .base = &words_type(),
        .fields = {{"written", "boolean", "whether the plan has the element, even if empty", push_written},
                   {"name", "string", "the field of the node that it is: \"task\"", push_name},
                   {"id", "string?", "the node's id", push_id},
                   {"path", "string", "path of its element, or of the node that lacks it", push_path}},
        .methods = {{"words",
                     {},
                     "plumbline.List<string>",
                     "Its words and numbers as written, in order.",
                     &guarded<list_words>}},
    };
    return type;
}

const Type& span_type() {
    static const Type type{
        .name = "span",
        .lua = "plumbline.Span",
        .help = "Words of a text: a sentence, a clause, a quotation or a match.",
        .base = &words_type(),
        .fields = {{"words", "string", "the words as written", push_own_words},
                   {"text", "plumbline.Text", "the text in which it stands", push_whole_text},
                   {"first", "integer", "its first byte in the text, from 1, as in Lua's strings",
                    push_first_byte},
                   {"last", "integer", "its last byte in the text", push_last_byte}},
        .methods = {{"sentence",
                     {},
                     "plumbline.Sentence?",
                     "The sentence in which it begins.",
                     &guarded<sentence_around>}},
    };
    return type;
}

const Type& sentence_type() {
    static const Type type{.name = "sentence",
                           .lua = "plumbline.Sentence",
                           .help = "A sentence, or a line of a list.",
                           .base = &span_type()};
    return type;
}

const Type& clause_type() {
    static const Type type{
        .name = "clause",
        .lua = "plumbline.Clause",
        .help = "Who does what: one predicate with what belongs to it.",
        .base = &span_type(),
        .fields = {{"actor", "plumbline.Match?", "who does it", clause_part<&Clause::actor>},
                   {"verb", "plumbline.Match?", "what is done", clause_part<&Clause::verb>},
                   {"object", "plumbline.Match?", "to what or whom", clause_part<&Clause::object>},
                   {"time", "plumbline.Match?", "when", clause_part<&Clause::time>},
                   {"amount", "plumbline.Match?", "how much, how often", clause_part<&Clause::amount>},
                   {"tense", "plumbline.Tense", "the predicate's tense", push_tense},
                   {"negated", "boolean", "whether it is denied", clause_flag<&Clause::negated>},
                   {"condition", "boolean", "whether it says when something else applies",
                    clause_flag<&Clause::condition>},
                   {"intended", "boolean", "whether it is meant to be done: will, to, should",
                    clause_flag<&Clause::intended>}},
    };
    return type;
}

const Type& quotation_type() {
    static const Type type{
        .name = "quotation",
        .lua = "plumbline.Quotation",
        .help = "Words in quotation marks, without the marks.",
        .base = &span_type(),
        .fields = {{"speaker", "plumbline.Speaker", "who says them, as far as the sentence tells",
                    push_speaker},
                   {"speaker_words", "plumbline.Match?", "the words that tell", push_speaker_words}},
    };
    return type;
}

const Type& match_type() {
    static const Type type{
        .name = "match",
        .lua = "plumbline.Match",
        .help = "Words that were found.",
        .base = &span_type(),
        .fields = {{"set", "string?", "the phrase set that found them", push_set},
                   {"groups", "plumbline.List<plumbline.Match|false>?",
                    "a pattern's groups; false for one that took no part"}},
    };
    return type;
}

} // namespace plumbline::lua
