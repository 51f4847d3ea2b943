#include "plan/parts.hpp"

#include "plan/utf8.hpp"

namespace plumbline::plan {

namespace {

using tinyxml2::XMLElement;

/// A date that an element holds as text. The child's dates of birth are not repeated in messages.
std::optional<Date> date_of_birth(Reading& reading, const XMLElement& element) {
    reading.attributes<0>(element, {});
    const std::string text = reading.narrative(element, {}).text;
    if (text.empty()) return std::nullopt;
    const std::optional<Date> date = parse_iso_date(text);
    if (!date)
        reading.error(reading.offset_of(element),
                      '<' + std::string(element.Name()) + '>' + why_no_date(text));
    return date;
}

void read_identity(Reading& reading, const XMLElement& element, std::uint32_t number, Child& child) {
    const auto [aspect, interpreter] = reading.attributes<2>(element, {"aspect", "interpreter"});
    Identity identity;
    identity.at = reading.locate(element, "/plan/child/identity[]", number);
    identity.text = reading.narrative(element, identity.at);
    if (!aspect && !interpreter && identity.text.empty()) return;
    identity.aspect = reading.word(aspect, "aspect", vocabulary::aspects);
    identity.interpreter = reading.yes_or_no(interpreter, "interpreter");
    child.identities.push_back(std::move(identity));
}

} // namespace

void read_child(Reading& reading, const XMLElement& element, Child& child) {
    enum : std::size_t { name, also_known_as, born, expected, identity, sibling };
    static constexpr std::array<Part, 6> parts{
        {{"name"}, {"also-known-as", true}, {"born"}, {"expected"}, {"identity", true}, {"sibling", true}}};

    const auto [id, sex] = reading.attributes<2>(element, {"id", "sex"});
    child.at = reading.locate(element, "/plan/child");
    reading.required(id, element, "id");
    child.id = id.text;
    child.sex = sex.text;
    reading.children(element, parts, [&](std::size_t part, const XMLElement& inner, std::uint32_t number) {
        switch (part) {
        case name:
            reading.attributes<0>(inner, {});
            child.name = reading.narrative(inner, reading.locate(inner, "/plan/child/name"));
            break;
        case also_known_as: {
            reading.attributes<0>(inner, {});
            Narrative other =
                reading.narrative(inner, reading.locate(inner, "/plan/child/also-known-as[]", number));
            if (!other.empty()) child.also_known_as.push_back(std::move(other));
            break;
        }
        case born:
            child.born = date_of_birth(reading, inner);
            break;
        case expected:
            child.expected = date_of_birth(reading, inner);
            break;
        case identity:
            read_identity(reading, inner, number, child);
            break;
        case sibling:
            const auto [ref] = reading.attributes<1>(inner, {"ref"});
            if (ref)
                child.siblings.push_back(
                    {reading.locate(inner, "/plan/child/sibling[]", number), std::string(ref.text)});
            break;
        }
    });
}

void read_dates(Reading& reading, const XMLElement& element, Dates& dates) {
    const auto [started, written, agreed, signed_off, next_review, closed] = reading.attributes<6>(
        element, {"started", "written", "agreed", "signed-off", "next-review", "closed"});
    dates.at = reading.locate(element, "/plan/dates");
    dates.started = reading.date(started, "started");
    if (reading.required(written, element, "written"))
        dates.written = reading.date(written, "written").value_or(Date{});
    dates.agreed = reading.date(agreed, "agreed");
    dates.signed_off = reading.date(signed_off, "signed-off");
    dates.next_review = reading.date(next_review, "next-review");
    dates.closed = reading.date(closed, "closed");
    reading.children(element, {}, [](auto&&...) {});
}

void read_people(Reading& reading, const XMLElement& element, std::vector<Person>& people) {
    static constexpr std::array<Part, 1> parts{{{"person", true}}};
    reading.attributes<0>(element, {});
    people.reserve(16);
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        const auto values =
            reading.attributes<6>(inner, {"id", "role", "agency", "name", "language", "interpreter"});
        reading.children(inner, {}, [](auto&&...) {});
        if (all_empty(values)) return;
        const auto& [id, role, agency, name, language, interpreter] = values;
        Person& person = people.emplace_back();
        person.at = reading.locate(inner, "/plan/people/person[]", number);
        person.id = reading.id(id, inner, Reading::Owner::person);
        person.role = role.text;
        person.agency = agency.text;
        person.name = name.text;
        person.language = language.text;
        person.interpreter = reading.yes_or_no(interpreter, "interpreter");
    });
}

void read_legal_status(Reading& reading, const XMLElement& element, std::uint32_t number,
                       std::vector<LegalStatus>& statuses) {
    const auto [on] = reading.attributes<1>(element, {"on"});
    LegalStatus status;
    status.at = reading.locate(element, "/plan/legal-status[]", number);
    const std::string text = reading.narrative(element, status.at).text;
    if (!on && text.empty()) return;
    status.on = reading.date(on, "on");
    status.value =
        reading.word({text, reading.offset_of(element)}, "legal-status", vocabulary::legal_statuses);
    statuses.push_back(std::move(status));
}

void read_placement(Reading& reading, const XMLElement& element, std::uint32_t number,
                    std::vector<Placement>& placements) {
    const auto values = reading.attributes<3>(element, {"kind", "started", "expected"});
    reading.children(element, {}, [](auto&&...) {});
    if (all_empty(values)) return;
    const auto& [kind, started, expected] = values;
    Placement& placement = placements.emplace_back();
    placement.at = reading.locate(element, "/plan/placement[]", number);
    placement.kind = reading.word(kind, "kind", vocabulary::placement_kinds);
    placement.started = reading.date(started, "started");
    placement.expected = reading.word(expected, "expected", vocabulary::placement_terms);
}

} // namespace plumbline::plan
