/// What every stretch of narrative can be asked: a whole text, a sentence, a clause, a quotation, a match.

#include "lua/view_words.hpp"

#include "lua/budget.hpp"
#include "lua/view_types.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using text::Reading;
using text::Span;

bool overlap(Span left, Span right) {
    return left.begin < right.end && right.begin < left.end;
}
bool within(Span inner, Span outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

const Reading& reading_of(lua_State* state, const Words& words) {
    charge(state, words.view->narrative().text.size() / 16 + 1);
    return words.view->reading(session_of(state).people());
}

/// The phrase sets among the arguments from 2 on, as numbers in the book.
std::vector<std::uint32_t> check_sets(lua_State* state, const Session& session) {
    std::vector<std::uint32_t> sets;
    luaL_checkany(state, 2);
    for (int index = 2; index <= lua_gettop(state); ++index) {
        const Handle* handle = handle_at(state, index);
        if (handle == nullptr || handle->type != &phrase_set_type())
            raise(state,
                  std::string("expected a phrase set (phrases.name), got ") +
                      (handle != nullptr ? std::string(handle->type->name) : luaL_typename(state, index)) +
                      "; for words as they stand use contains");
        if (handle->object != session.plugin()) raise(state, "this phrase set belongs to another plugin");
        sets.push_back(handle->begin);
    }
    return sets;
}

std::vector<text::Match> matches_within(lua_State* state, const Words& words) {
    Session& session = session_of(state);
    const std::vector<std::uint32_t> sets = check_sets(state, session);
    charge(state, words.view->narrative().text.size() / 16 + 1);
    std::vector<text::Match> found;
    for (const text::Match& match : session.matches(*words.view))
        if (within(match.span, words.span) && std::find(sets.begin(), sets.end(), match.set) != sets.end())
            found.push_back(match);
    return found;
}

int has(lua_State* state) {
    const Words words = check_words(state, 1);
    lua_pushboolean(state, matches_within(state, words).empty() ? 0 : 1);
    return 1;
}

int count(lua_State* state) {
    const Words words = check_words(state, 1);
    lua_pushinteger(state, static_cast<lua_Integer>(matches_within(state, words).size()));
    return 1;
}

int find(lua_State* state) {
    const Words words = check_words(state, 1);
    const auto found = matches_within(state, words);
    Session& session = session_of(state);
    push_list(state, found.size(), [&](std::size_t i) {
        push_words(state, session, match_type(), *words.view, found[i].span, found[i].set + 1);
    });
    return 1;
}

/// Pushes the parts of a reading (sentences, clauses, quotations) that overlap the words.
template <typename Part>
int push_parts(lua_State* state, const Words& words, const Type& type, const std::vector<Part>& parts) {
    std::vector<std::size_t> overlapping;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (words.whole() || overlap(parts[i].span, words.span)) overlapping.push_back(i);
    Session& session = session_of(state);
    push_list(state, overlapping.size(), [&](std::size_t i) {
        const std::size_t part = overlapping[i];
        push_words(state, session, type, *words.view, parts[part].span, part);
    });
    return 1;
}

int sentences(lua_State* state) {
    const Words words = check_words(state, 1);
    return push_parts(state, words, sentence_type(), reading_of(state, words).sentences);
}

int clauses(lua_State* state) {
    const Words words = check_words(state, 1);
    return push_parts(state, words, clause_type(), reading_of(state, words).clauses);
}

int quotations(lua_State* state) {
    const Words words = check_words(state, 1);
    return push_parts(state, words, quotation_type(), reading_of(state, words).quotations);
}

int count_words(lua_State* state) {
    const Words words = check_words(state, 1);
    const Reading& reading = reading_of(state, words);
    lua_Integer number = 0;
    if (words.whole()) {
        number = reading.count_words();
    } else {
        const TokenRange range = tokens_within(reading, words.span);
        for (std::size_t i = range.first; i < range.last; ++i)
            if (reading.tokens[i].kind != text::TokenKind::punctuation) ++number;
    }
    lua_pushinteger(state, number);
    return 1;
}

int stems(lua_State* state) {
    const Words words = check_words(state, 1);
    const Reading& reading = reading_of(state, words);
    const TokenRange range = tokens_within(reading, words.span);
    std::vector<std::string> found;
    for (std::size_t i = range.first; i < range.last; ++i)
        if (reading.tokens[i].kind != text::TokenKind::punctuation) found.push_back(reading.tokens[i].stem);
    push_strings(state, found);
    return 1;
}

int push_shingles(lua_State* state) {
    const Words words = check_words(state, 1);
    const lua_Integer width = luaL_checkinteger(state, 2);
    if (width < 1 || width > 100)
        raise(state, "expected a width of 1 to 100 words, got " + std::to_string(width));
    const Reading& reading = reading_of(state, words);
    const auto hashes =
        shingles(reading, tokens_within(reading, words.span), static_cast<std::size_t>(width));
    charge(state, hashes.size() * static_cast<std::size_t>(width));
    push_list(state, hashes.size(), [&](std::size_t i) { lua_pushinteger(state, hashes[i]); });
    return 1;
}

/// Pushes the first place where the tokens stand one after the other, as `same` compares them; nil when none.
template <typename Same>
int push_first(lua_State* state, Same same) {
    const Words words = check_words(state, 1);
    const auto sought = check_reading(state, 2);
    const Reading& reading = reading_of(state, words);
    const TokenRange range = tokens_within(reading, words.span);
    const auto first = reading.tokens.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto last = reading.tokens.begin() + static_cast<std::ptrdiff_t>(range.last);
    charge(state, (range.last - range.first) * (sought->tokens.size() + 1) / 4);
    const auto& tokens = sought->tokens;
    const auto found =
        std::search(first, last, tokens.begin(), tokens.end(), [&](const auto& here, const auto& wanted) {
            return same(here.norm, wanted.norm, &wanted == &tokens.back());
        });
    if (tokens.empty() || found == last) {
        lua_pushnil(state);
        return 1;
    }
    const auto end = found + static_cast<std::ptrdiff_t>(tokens.size()) - 1;
    push_words(state, session_of(state), match_type(), *words.view, {found->span.begin, end->span.end}, 0);
    return 1;
}

int contains(lua_State* state) {
    return push_first(state,
                      [](std::string_view here, std::string_view wanted, bool) { return here == wanted; });
}

int contains_start(lua_State* state) {
    return push_first(state, [](std::string_view here, std::string_view wanted, bool last) {
        return last ? here.starts_with(wanted) : here == wanted;
    });
}

/// Pushes one match of a pattern, its groups with it; `offset` is where the searched text begins in the
/// narrative.
void push_pattern_match(lua_State* state, const Words& words, const std::vector<Span>& groups) {
    Session& session = session_of(state);
    const auto shifted = [&](Span span) {
        return Span{span.begin + words.span.begin, span.end + words.span.begin};
    };
    push_words(state, session, match_type(), *words.view, shifted(groups.front()), 0);
    if (groups.size() == 1) return;
    lua_newtable(state);
    push_list(state, groups.size() - 1, [&](std::size_t i) {
        if (groups[i + 1].empty())
            lua_pushboolean(state, 0);
        else
            push_words(state, session, match_type(), *words.view, shifted(groups[i + 1]), 0);
    });
    lua_setfield(state, -2, "groups");
    lua_setiuservalue(state, -2, 1);
}

int find_pattern(lua_State* state) {
    const Words words = check_words(state, 1);
    const text::Pattern& pattern = check_pattern(state, 2);
    const std::string_view searched = words.text();
    lua_newtable(state);
    lua_Integer number = 0;
    std::size_t from = 0;
    while (from <= searched.size()) {
        charge(state, 1 + (searched.size() - from) / 8);
        const auto groups = pattern.find(searched, from);
        if (!groups) break;
        const Span whole = groups->front();
        from = std::max<std::size_t>(whole.end, from + 1);
        if (whole.empty()) continue;
        push_pattern_match(state, words, *groups);
        lua_rawseti(state, -2, ++number);
    }
    make_list(state);
    return 1;
}

int quote(lua_State* state) {
    const Words words = check_words(state, 1);
    const lua_Integer first = luaL_checkinteger(state, 2);
    const lua_Integer last = luaL_checkinteger(state, 3);
    const auto size = static_cast<lua_Integer>(words.text().size());
    if (first < 1 || last > size || first > last + 1)
        raise(state, "quote " + std::to_string(first) + " to " + std::to_string(last) + " of a text of " +
                         std::to_string(size) + " bytes; positions are those of string.find");
    const Span span{words.span.begin + static_cast<std::uint32_t>(first - 1),
                    words.span.begin + static_cast<std::uint32_t>(last)};
    push_words(state, session_of(state), match_type(), *words.view,
               whole_characters(words.view->narrative().text, span), 0);
    return 1;
}

int is_empty(lua_State* state) {
    lua_pushboolean(state, check_words(state, 1).span.empty() ? 1 : 0);
    return 1;
}

} // namespace

Words words_of(const Handle& handle) {
    // The session hands out its own views, which it may change.
    auto* view = const_cast<NarrativeView*>(static_cast<const NarrativeView*>(handle.object)); // NOLINT
    return {view, {handle.begin, handle.end}, handle.index};
}

Words check_words(lua_State* state, int index) {
    return words_of(check_handle(state, index, words_type()));
}

std::shared_ptr<const Reading> check_reading(lua_State* state, int index) {
    Session& session = session_of(state);
    if (lua_type(state, index) == LUA_TSTRING) {
        const std::string_view text = to_text(state, index);
        charge(state, text.size());
        return session.reading_of(text);
    }
    const Words words = check_words(state, index);
    if (words.whole()) return {std::shared_ptr<void>(), &reading_of(state, words)};
    charge(state, words.text().size());
    return session.reading_of(words.text());
}

const text::Pattern& check_pattern(lua_State* state, int index) {
    Session& session = session_of(state);
    if (lua_type(state, index) != LUA_TSTRING) {
        check_handle(state, index, pattern_type());
        lua_getfield(state, index, "expression");
        lua_replace(state, index);
    }
    return session.pattern(std::string(to_text(state, index)));
}

std::vector<Method> words_methods() {
    const Argument sets{"set…", "plumbline.PhraseSet",
                        "one or more of the plugin's own sets: `phrases.name`"};
    return {
        {"has", {sets}, "boolean", "Whether a phrase of these sets stands in it.", &guarded<has>},
        {"find",
         {sets},
         "plumbline.List<plumbline.Match>",
         "Every match of these sets, in order.",
         &guarded<find>},
        {"count", {sets}, "integer", "How many matches these sets have.", &guarded<count>},
        {"contains",
         {{"words", "string", "words as they stand, compared without case and whole"}},
         "plumbline.Match?",
         "The first place where exactly these words stand, one after the other; nil when nowhere.",
         &guarded<contains>},
        {"contains_start",
         {{"words", "string", "words; the last may be the start of one: \"audiolog\""}},
         "plumbline.Match?",
         "The first place where these words stand, the last one perhaps longer; nil when nowhere.",
         &guarded<contains_start>},
        {"find_pattern",
         {{"pattern", "plumbline.Pattern|string", "a pattern, or its expression"}},
         "plumbline.List<plumbline.Match>",
         "Every match of a regular expression that is not empty.",
         &guarded<find_pattern>},
        {"sentences", {}, "plumbline.List<plumbline.Sentence>", "Its sentences.", &guarded<sentences>},
        {"clauses", {}, "plumbline.List<plumbline.Clause>", "Its clauses: who does what.", &guarded<clauses>},
        {"quotations",
         {},
         "plumbline.List<plumbline.Quotation>",
         "What stands in quotation marks.",
         &guarded<quotations>},
        {"count_words", {}, "integer", "How many words and numbers it has.", &guarded<count_words>},
        {"stems", {}, "plumbline.List<string>", "The stem of each of its words, in order.", &guarded<stems>},
        {"shingles",
         {{"width", "integer", "how many words to a run, 1 to 100"}},
         "plumbline.List<integer>",
         "A number for every run of `width` words, equal where the runs are equal by stem: what copies are "
         "found by.",
         &guarded<push_shingles>},
        {"quote",
         {{"first", "integer", "the first byte, from 1, as string.find gives it"},
          {"last", "integer", "the last byte"}},
         "plumbline.Match",
         "These bytes of it as words that can be evidence, widened to whole characters.",
         &guarded<quote>},
        {"is_empty", {}, "boolean", "Whether nothing is written.", &guarded<is_empty>},
    };
}

} // namespace plumbline::lua
