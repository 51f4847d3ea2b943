#include "plan/parts.hpp"

#include "plan/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace plumbline::plan {

namespace {

using tinyxml2::XMLElement;

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

/// Bytes at the start of `list` that name `agency`, whatever the case, the run of spaces and the form of the
/// apostrophe; 0 if it is not named there.
std::size_t agency_at(std::string_view list, std::string_view agency) {
    static constexpr std::string_view curly = "\u2019";
    std::size_t i = 0;
    for (const char c : agency) {
        const std::string_view rest = list.substr(i);
        if (c == ' ') {
            const std::size_t space = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
            if (space == 0) return 0;
            i += space;
        } else if (c == '\'' && rest.starts_with(curly)) {
            i += curly.size();
        } else {
            if (rest.empty() || !same_letter(rest[0], c)) return 0;
            ++i;
        }
    }
    const bool whole_word =
        i == list.size() || std::string_view(" \t\r\n").find(list[i]) != std::string_view::npos;
    return whole_word ? i : 0;
}

/// Parts a list of people's ids and agency words. Agencies of several words ("early years") stay together.
std::vector<std::string> with_whom(std::string_view list) {
    static constexpr std::string_view space = " \t\r\n";
    std::vector<std::string> out;
    while (!list.empty()) {
        std::size_t size = std::min(list.find_first_of(space), list.size());
        std::string_view named = list.substr(0, size);
        for (const std::string_view agency : vocabulary::agencies) {
            if (agency.find(' ') == std::string_view::npos) continue;
            const std::size_t taken = agency_at(list, agency);
            if (taken <= size) continue;
            size = taken;
            named = agency;
        }
        out.emplace_back(named);
        list.remove_prefix(std::min(list.find_first_not_of(space, size), list.size()));
    }
    return out;
}

} // namespace

void read_views(Reading& reading, const XMLElement& element, std::vector<View>& views) {
    static constexpr std::array<Part, 1> parts{{{"view", true}}};
    reading.attributes<0>(element, {});
    views.reserve(8);
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        const auto values = reading.attributes<5>(inner, {"of", "person", "on", "method", "alone"});
        View view;
        view.at = reading.locate(inner, "/plan/views/view[]", number);
        view.text = reading.narrative(inner, view.at);
        if (all_empty(values) && view.text.empty()) return;
        const auto& [of, person, on, method, alone] = values;
        view.of = reading.word(of, "of", vocabulary::view_givers);
        view.person = reading.reference(person, "person", Reading::Target::person);
        view.on = reading.date(on, "on");
        view.method = reading.word(method, "method", vocabulary::view_methods);
        view.alone = reading.yes_or_no(alone, "alone");
        views.push_back(std::move(view));
    });
}

void read_chronology(Reading& reading, const XMLElement& element, std::vector<Event>& events) {
    static constexpr std::array<Part, 1> parts{{{"event", true}}};
    reading.attributes<0>(element, {});
    events.reserve(16);
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        const auto values =
            reading.attributes<7>(inner, {"kind", "on", "due", "with", "by", "seen", "alone"});
        Event event;
        event.at = reading.locate(inner, "/plan/chronology/event[]", number);
        event.text = reading.narrative(inner, event.at);
        if (all_empty(values) && event.text.empty()) return;
        const auto& [kind, on, due, with, by, seen, alone] = values;
        event.kind = reading.word(kind, "kind", vocabulary::event_kinds);
        event.on = reading.date(on, "on");
        event.due = reading.date(due, "due");
        event.with = with_whom(with.text);
        event.by = reading.references(by, "by", Reading::Target::person);
        event.seen = reading.yes_or_no(seen, "seen");
        event.alone = reading.yes_or_no(alone, "alone");
        events.push_back(std::move(event));
    });
}

void read_oversight(Reading& reading, const XMLElement& element, std::vector<Decision>& decisions) {
    static constexpr std::array<Part, 1> parts{{{"decision", true}}};
    reading.attributes<0>(element, {});
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        const auto values = reading.attributes<3>(inner, {"kind", "on", "by"});
        Decision decision;
        decision.at = reading.locate(inner, "/plan/oversight/decision[]", number);
        decision.text = reading.narrative(inner, decision.at);
        if (all_empty(values) && decision.text.empty()) return;
        const auto& [kind, on, by] = values;
        decision.kind = reading.word(kind, "kind", vocabulary::decision_kinds);
        decision.on = reading.date(on, "on");
        decision.by = reading.reference(by, "by", Reading::Target::person);
        decisions.push_back(std::move(decision));
    });
}

} // namespace plumbline::plan
