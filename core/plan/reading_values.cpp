#include "plan/reading.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace plumbline::plan {

namespace {

/// attribute='value' as messages begin.
std::string found(std::string_view attribute, std::string_view value) {
    return std::string(attribute) + '=' + quoted(value);
}

/// Shaped like a date, whether or not the calendar has it.
bool shaped_like_a_date(std::string_view text) {
    static constexpr std::string_view shape = "dddd-dd-dd";
    return text.size() == shape.size() &&
           std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out{};
    const char* const end = text.data() + text.size();
    const auto [after, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc{} || after != end) return std::nullopt;
    return out;
}

/// The words of a list, which white space parts.
template <class Visit>
void each_word(std::string_view list, Visit visit) {
    static constexpr std::string_view space = " \t\r\n";
    std::size_t from = list.find_first_not_of(space);
    while (from != std::string_view::npos) {
        const std::size_t to = std::min(list.find_first_of(space, from), list.size());
        visit(list.substr(from, to - from));
        from = list.find_first_not_of(space, to);
    }
}

} // namespace

std::string why_no_date(std::string_view text) {
    return std::string(shaped_like_a_date(text) ? " is no day of the calendar" : " is not an ISO 8601 date") +
           "; expected year-month-day, such as 2024-03-06";
}

std::optional<Date> Reading::date(const Value& value, std::string_view attribute) {
    if (!value) return std::nullopt;
    const std::optional<Date> date = parse_iso_date(value.text);
    if (!date) error(value.offset, found(attribute, value.text) + why_no_date(value.text));
    return date;
}

std::optional<int> Reading::whole_number(const Value& value, std::string_view attribute) {
    if (!value) return std::nullopt;
    const std::optional<int> whole = number<int>(value.text);
    if (whole && *whole >= 0) return whole;
    error(value.offset, found(attribute, value.text) + " is not a number; expected a whole number from 0");
    return std::nullopt;
}

std::optional<double> Reading::score(const Value& value, std::string_view attribute) {
    if (!value) return std::nullopt;
    const std::optional<double> score = number<double>(value.text);
    if (score && *score >= 0 && *score <= 10) return score;
    error(value.offset, found(attribute, value.text) + " is no score; expected a number from 0 to 10");
    return std::nullopt;
}

std::optional<std::size_t> Reading::choice(const Value& value, std::string_view attribute,
                                           vocabulary::Words words) {
    if (!value) return std::nullopt;
    const auto known = std::find(words.begin(), words.end(), value.text);
    if (known != words.end()) return static_cast<std::size_t>(known - words.begin());
    error(value.offset, found(attribute, value.text) + " is not known; expected one of: " + joined(words));
    return std::nullopt;
}

std::optional<bool> Reading::yes_or_no(const Value& value, std::string_view attribute) {
    const auto index = choice(value, attribute, vocabulary::yes_no);
    if (!index) return std::nullopt;
    return *index == 0;
}

std::string Reading::word(const Value& value, std::string_view attribute, vocabulary::Words words) {
    return choice(value, attribute, words) ? std::string(value.text) : std::string();
}

std::string Reading::id(const Value& value, const tinyxml2::XMLElement& element, Owner owner) {
    if (!required(value, element, "id")) return {};
    known(owner).push_back({value.text, value.offset});
    return std::string(value.text);
}

std::string Reading::reference(const Value& value, std::string_view attribute, Target target) {
    each_word(value.text, [&](std::string_view id) {
        references_.push_back({attribute, id, value.offset, target});
    });
    return std::string(value.text);
}

std::vector<std::string> Reading::references(const Value& value, std::string_view attribute, Target target) {
    std::vector<std::string> ids;
    each_word(value.text, [&](std::string_view id) {
        references_.push_back({attribute, id, value.offset, target});
        ids.emplace_back(id);
    });
    return ids;
}

void Reading::check_ids_and_references() {
    for (const Owner owner : {Owner::person, Owner::need, Owner::outcome, Owner::action})
        check_duplicates(owner);
    const auto exists = [&](const Reference& reference) {
        if (reference.target == Target::person && reference.id == "child") return true;
        const std::vector<Known>& ids =
            known(reference.target == Target::person ? Owner::person : Owner::need);
        return std::binary_search(ids.begin(), ids.end(), Known{reference.id, 0},
                                  [](const Known& a, const Known& b) { return a.id < b.id; });
    };
    for (const Reference& reference : references_)
        if (!exists(reference)) dangling(reference);
}

void Reading::check_duplicates(Owner owner) {
    static constexpr std::array<std::string_view, 4> owners{"person", "need", "outcome", "action"};
    std::vector<Known>& ids = known(owner);
    std::stable_sort(ids.begin(), ids.end(), [](const Known& a, const Known& b) { return a.id < b.id; });
    for (std::size_t first = 0, i = 1; i < ids.size(); ++i) {
        if (ids[i].id != ids[first].id) {
            first = i;
            continue;
        }
        const std::string line = std::to_string(text_.position(ids[first].offset).line);
        error(ids[i].offset, std::string(owners.at(static_cast<std::size_t>(owner))) + " id " +
                                 quoted(ids[i].id) + " is a duplicate of line " + line +
                                 "; expected an id of its own");
    }
}

void Reading::dangling(const Reference& reference) {
    static constexpr std::size_t most_named = 12;
    const bool person = reference.target == Target::person;
    std::vector<Known> ids = known(person ? Owner::person : Owner::need);
    // In the file's order, as the reader of the message will find them.
    std::sort(ids.begin(), ids.end(), [](const Known& a, const Known& b) { return a.offset < b.offset; });
    std::string there_are;
    for (std::size_t i = 0; i < std::min(ids.size(), most_named); ++i)
        there_are += (i == 0 ? "" : ", ") + utf8::shortened(ids[i].id, 40);
    if (ids.size() > most_named) there_are += ", …";
    std::string message =
        found(reference.attribute, reference.id) + (person ? ": no such person; " : ": no such need; ");
    if (ids.empty())
        message += person ? "the plan lists no people" : "the plan lists no needs";
    else
        message += (person ? "the people are " : "the needs are ") + there_are;
    error(reference.offset, std::move(message));
}

} // namespace plumbline::plan
