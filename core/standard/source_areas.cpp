#include "standard/source.hpp"

#include <algorithm>
#include <array>

namespace plumbline::standard {

namespace {

using Services = std::vector<std::pair<std::string, std::string>>;

/// What an area of each disposition has to say besides, and in which field.
struct Account {
    Disposition disposition;
    std::string_view field;
    std::string_view says;
    std::string Area::*member;
};

constexpr std::array accounts{
    Account{Disposition::partly, "rest", "what no rule sees", &Area::rest},
    Account{Disposition::needs_a_person, "read", "what a person has to read", &Area::read},
    Account{Disposition::not_in_a_plan, "shows_in", "where it would show", &Area::shows_in},
};

[[noreturn]] void refuse_missing(const lua::Data& area, const Account& account) {
    std::string message = "an area that is ";
    message.append(in_quotes(to_word(account.disposition))).append(" says ").append(account.says);
    message.append(" in '").append(account.field).append("', which is missing");
    refuse(area.at, message);
}

[[noreturn]] void refuse_misplaced(const lua::Data& field, const Account& account, const Area& area) {
    std::string message = "'";
    message.append(account.field).append("' belongs to an area that is ");
    message.append(in_quotes(to_word(account.disposition))).append("; this one is ");
    message.append(in_quotes(to_word(area.disposition)));
    refuse(field.at, message);
}

void read_account(const lua::Data& data, Area& area) {
    for (const Account& account : accounts) {
        const lua::Data* field = data.find(account.field);
        const bool expected = account.disposition == area.disposition;
        if (expected && field == nullptr) refuse_missing(data, account);
        if (!expected && field != nullptr) refuse_misplaced(*field, account, area);
        if (expected) area.*account.member = words_of(*field);
    }
}

Disposition read_disposition(const lua::Data& data) {
    const std::string& word = data.as_string();
    if (const auto disposition = disposition_from_word(word)) return *disposition;
    refuse(data.at, "unknown disposition " + in_quotes(word) +
                        suggestion(word, {"checked", "partly", "needs a person", "not in a plan"}));
}

void read_service(const lua::Data& data, const Services& services, Area& area) {
    const lua::Data* field = data.find("service");
    if (field == nullptr) {
        if (!services.empty()) refuse(data.at, "'service' is missing; the set names its services");
        return;
    }
    area.service = words_of(*field);
    const auto same = [&](const auto& service) { return service.first == area.service; };
    const auto found = std::find_if(services.begin(), services.end(), same);
    if (found == services.end()) {
        std::vector<std::string> known;
        for (const auto& service : services)
            known.push_back(service.first);
        refuse(field->at,
               "unknown service " + in_quotes(area.service) +
                   (known.empty() ? "; the set has no 'services'" : suggestion(area.service, known)));
    }
    area.service_title = found->second;
}

void check_area_id(const Placed<std::string>& id) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '.';
    };
    if (!std::all_of(id.value.begin(), id.value.end(), allowed))
        refuse(id.at, in_quotes(id.value) +
                          " is not an area's id; expected letters, digits, hyphens and full stops: "
                          "\"29-4\"");
}

std::vector<std::string> read_support(const lua::Data& data) {
    std::vector<std::string> paragraphs;
    for (const auto& paragraph : placed_strings(data)) {
        check_paragraph(paragraph);
        paragraphs.push_back(paragraph.value);
    }
    return paragraphs;
}

Area read_area(const lua::Data& data, const std::string& set, const Services& services) {
    data.as_table({"id", "paragraph", "service", "priority", "priority_is_ours", "title", "disposition",
                   "rest", "read", "shows_in", "support"});
    Area area;
    area.at = data.at;
    area.rule_set = set;
    area.id = words_of(data.require("id"));
    check_area_id({area.id, data.require("id").at});
    area.paragraph = data.require("paragraph").as_string();
    check_paragraph({area.paragraph, data.require("paragraph").at});
    area.priority = read_priority(data.require("priority"));
    if (const lua::Data* ours = data.find("priority_is_ours")) area.priority_is_ours = ours->as_boolean();
    area.title = words_of(data.require("title"));
    area.disposition = read_disposition(data.require("disposition"));
    read_service(data, services, area);
    read_account(data, area);
    if (const lua::Data* support = data.find("support")) area.support = read_support(*support);
    return area;
}

} // namespace

judgement::Priority read_priority(const lua::Data& data) {
    const std::string& word = data.as_string();
    if (const auto priority = judgement::priority_from_word(word)) return *priority;
    refuse(data.at, "unknown priority " + in_quotes(word) +
                        "; expected \"immediately\", \"within three months\" or \"within six months\"");
}

std::vector<Area> read_areas(const lua::Data& list, const std::string& set, const Services& services) {
    std::vector<Area> areas;
    for (const lua::Data& item : list.as_list()) {
        Area area = read_area(item, set, services);
        const auto same = [&](const Area& other) { return other.id == area.id; };
        const auto earlier = std::find_if(areas.begin(), areas.end(), same);
        if (earlier != areas.end())
            refuse(area.at, "the area " + in_quotes(area.id) + " stands here twice; first at line " +
                                std::to_string(earlier->at.line));
        areas.push_back(std::move(area));
    }
    return areas;
}

} // namespace plumbline::standard
