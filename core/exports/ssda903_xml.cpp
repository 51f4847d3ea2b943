#include "exports/file.hpp"
#include "exports/ssda903_rows.hpp"

#include <algorithm>
#include <array>

namespace plumbline::exports {

namespace {

using tinyxml2::XMLElement;

constexpr const char* no_dates = "answers without a day; a plan document holds what happened on a day";

/// Whether any element of the group says something.
bool says_something(const XMLElement& group) {
    if (group.FirstChildElement() == nullptr) return group.GetText() != nullptr;
    for (const auto* child = group.FirstChildElement(); child != nullptr; child = child->NextSiblingElement())
        if (says_something(*child)) return true;
    return false;
}

ChildRows read_child(const XMLElement& element, const XMLElement& header, const std::string& file,
                     Account& account) {
    ChildRows child;
    const std::string id = text_of(header, "CHILDID");
    child.record = record_of(element, file, id);
    child.sex = text_of(header, "SEX");
    child.born = text_of(header, "DOB");
    child.ethnicity = text_of(header, "ETHNIC");
    each(header, "AREVIEW", [&](const XMLElement& group) {
        child.reviews.push_back({record_of(group, file, id),
                                 text_of(group, "REVIEW"),
                                 {},
                                 text_of(group, "REVIEW_CODE"),
                                 {},
                                 {},
                                 {}});
    });
    each(header, "AMISSING", [&](const XMLElement& group) {
        child.missing.push_back({record_of(group, file, id),
                                 text_of(group, "MIS_START"),
                                 text_of(group, "MIS_END"),
                                 text_of(group, "MISSING"),
                                 {},
                                 {},
                                 {}});
    });
    each(element, "EPISODE", [&](const XMLElement& group) {
        std::string placement = text_of(group, "PL");
        if (placement.empty()) placement = text_of(group, "PLACE");
        child.episodes.push_back({record_of(group, file, id), text_of(group, "DECOM"), text_of(group, "DEC"),
                                  text_of(group, "RNE"), text_of(group, "LS"), placement,
                                  text_of(group, "REC")});
    });
    static constexpr std::array known{std::string_view("AREVIEW"), std::string_view("AMISSING")};
    for (const auto* group = header.FirstChildElement(); group != nullptr;
         group = group->NextSiblingElement())
        if (group->FirstChildElement() != nullptr && says_something(*group) &&
            std::find(known.begin(), known.end(), group->Name()) == known.end())
            account.skipped(record_of(*group, file, id), no_dates);
    return child;
}

} // namespace

ReturnRows read_ssda903_xml(const std::string& file) {
    const std::string text = read_file(file);
    tinyxml2::XMLDocument document;
    parse_xml(document, text, file, "EXPSSDA903");
    ReturnRows rows;
    each(*document.RootElement(), "CHILD", [&](const XMLElement& element) {
        const XMLElement* const header = element.FirstChildElement("HEADER");
        if (header == nullptr || text_of(*header, "CHILDID").empty())
            rows.account.skipped(record_of(element, file, ""), "no CHILDID");
        else
            rows.children.push_back(read_child(element, *header, file, rows.account));
    });
    return rows;
}

} // namespace plumbline::exports
