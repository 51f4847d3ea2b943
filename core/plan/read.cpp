#include "plan/read.hpp"

#include "plan/expat.hpp"
#include "plan/parts.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::plan {

namespace {

using tinyxml2::XMLElement;

/// Once the document has proved not to be XML: what, where, and the plan's id if that could be read.
void explain(SourceText& text, const tinyxml2::XMLDocument& document, ReadResult& result) {
    const Diagnosis diagnosis =
        diagnose(text.bytes(), [&](std::size_t offset) { return text.position(offset).line; });
    result.id = diagnosis.id;
    result.version = diagnosis.version;
    if (diagnosis.fault) {
        const Position place = text.position(diagnosis.fault->offset);
        result.errors.push_back({place.line, place.column, diagnosis.fault->message});
        return;
    }
    if (!document.Error() && document.RootElement() != nullptr) return;
    const Position start = text.position(0);
    const auto line = static_cast<std::uint32_t>(std::max(document.ErrorLineNum(), 1)) - 1 + start.line;
    switch (document.ErrorID()) {
    case tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED:
        result.errors.push_back({line, 0, "elements stand more than 100 deep in one another"});
        break;
    case tinyxml2::XML_ERROR_PARSING_DECLARATION:
        result.errors.push_back(
            {line, 0, "a processing instruction (<?…?>) inside the plan; expected elements"});
        break;
    default:
        result.errors.push_back({line, 0, "not well-formed XML"});
    }
}

/// The value of `encoding` in an XML declaration.
std::string_view declared_encoding(std::string_view declaration) {
    static constexpr std::string_view name = "encoding";
    if (!declaration.starts_with("xml ")) return {};
    std::size_t at = declaration.find(name);
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view{} : declaration.substr(at + 1, end - at - 1);
}

/// tinyxml2 lets things stand beside the root element, and ampersands anywhere, that XML does not.
bool needs_a_stricter_look(const SourceText& text, const tinyxml2::XMLDocument& document) {
    if (document.Error() || document.RootElement() == nullptr || text.has_doubtful_reference()) return true;
    for (const tinyxml2::XMLNode* node = document.FirstChild(); node != nullptr; node = node->NextSibling()) {
        const bool harmless = node == document.RootElement() || node->ToComment() != nullptr ||
                              node->ToDeclaration() != nullptr;
        if (!harmless) return true;
    }
    return false;
}

bool check_document(Reading& reading, const tinyxml2::XMLDocument& document) {
    if (const auto* const declaration = document.FirstChild()->ToDeclaration()) {
        const std::string_view encoding = declared_encoding(declaration->Value());
        if (!encoding.empty() && !is_readable_encoding(encoding))
            reading.error(reading.text().bytes().find('<'), encoding_refused(encoding));
    }
    const XMLElement& root = *document.RootElement();
    if (std::string_view(root.Name()) != "plan")
        reading.error(reading.offset_of(root), "the root element is <" + utf8::shortened(root.Name(), 40) +
                                                   ">; expected <plan>, or <plans> for several");
    return reading.errors().empty();
}

/// False when the plan is of a format that this program does not know: the rest would only mislead.
bool read_root(Reading& reading, const XMLElement& root, ReadResult& result) {
    const auto [format, id, version, kind, status, team, author, previous] = reading.attributes<8>(
        root, {"format", "id", "version", "kind", "status", "team", "author", "previous-plans"});
    Plan& plan = *result.plan;
    plan.at = reading.locate(root, "/plan");
    plan.id = result.id = id.text;
    plan.version = result.version = reading.whole_number(version, "version");
    if (format && format.text != "1") {
        reading.error(format.offset, "format=" + quoted(format.text) + " is not known; expected format='1'");
        return false;
    }
    reading.required(format, root, "format");
    reading.required(id, root, "id");
    if (reading.required(kind, root, "kind"))
        if (const auto choice = reading.choice(kind, "kind", vocabulary::kinds))
            plan.kind = static_cast<Kind>(*choice);
    if (const auto choice = reading.choice(status, "status", vocabulary::statuses))
        plan.status = static_cast<Status>(*choice);
    plan.team = team.text;
    plan.author = reading.reference(author, "author", Reading::Target::person);
    plan.previous_plans = reading.whole_number(previous, "previous-plans");
    return true;
}

void read_parts(Reading& reading, const XMLElement& root, Plan& plan) {
    enum : std::size_t {
        child,
        dates,
        people,
        legal_status,
        placement,
        needs,
        history,
        outcomes,
        actions,
        contingency,
        views,
        diversity,
        analysis,
        chronology,
        delegated_authority,
        oversight
    };
    static constexpr std::array<Part, 16> parts{{{"child"},
                                                 {"dates"},
                                                 {"people"},
                                                 {"legal-status", true},
                                                 {"placement", true},
                                                 {"needs"},
                                                 {"history"},
                                                 {"outcomes"},
                                                 {"actions"},
                                                 {"contingency", true},
                                                 {"views"},
                                                 {"diversity"},
                                                 {"analysis"},
                                                 {"chronology"},
                                                 {"delegated-authority"},
                                                 {"oversight"}}};
    std::vector<Action> loose_actions;
    const auto text = [&](const XMLElement& element, std::string_view path) {
        reading.attributes<0>(element, {});
        return reading.narrative(element, reading.locate(element, path));
    };
    reading.children(root, parts, [&](std::size_t part, const XMLElement& element, std::uint32_t number) {
        switch (part) {
        case child:
            return read_child(reading, element, plan.child);
        case dates:
            return read_dates(reading, element, plan.dates);
        case people:
            return read_people(reading, element, plan.people);
        case legal_status:
            return read_legal_status(reading, element, number, plan.legal_statuses);
        case placement:
            return read_placement(reading, element, number, plan.placements);
        case needs:
            return read_needs(reading, element, plan.needs);
        case history:
            plan.history = text(element, "/plan/history");
            return;
        case outcomes:
            return read_outcomes(reading, element, plan);
        case actions:
            return read_loose_actions(reading, element, loose_actions);
        case contingency:
            return read_contingency(reading, element, number, plan.contingencies);
        case views:
            return read_views(reading, element, plan.views);
        case diversity:
            plan.diversity = text(element, "/plan/diversity");
            return;
        case analysis:
            plan.analysis = text(element, "/plan/analysis");
            return;
        case chronology:
            return read_chronology(reading, element, plan.events);
        case delegated_authority:
            plan.delegated_authority = text(element, "/plan/delegated-authority");
            return;
        case oversight:
            return read_oversight(reading, element, plan.decisions);
        }
    });
    std::move(loose_actions.begin(), loose_actions.end(), std::back_inserter(plan.actions));
    if (plan.child.at.line == 0)
        reading.error(reading.offset_of(root), "<plan> has no <child>; it needs one with an id");
    if (plan.dates.at.line == 0)
        reading.error(reading.offset_of(root),
                      "<plan> has no <dates>; it needs one with the date it was written");
}

void sort_by_place(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
}

void read_document(SourceText& text, const tinyxml2::XMLDocument& document, ReadResult& result) {
    Reading reading(text, document);
    if (check_document(reading, document)) {
        const XMLElement& root = *document.RootElement();
        if (read_root(reading, root, result)) {
            read_parts(reading, root, *result.plan);
            reading.check_ids_and_references();
        }
    }
    result.errors = std::move(reading.errors());
    result.warnings = std::move(reading.warnings());
    sort_by_place(result.errors);
    sort_by_place(result.warnings);
}

} // namespace

ReadResult read(const Source& source) {
    ReadResult result;
    SourceText text(source);
    if (const auto& fault = text.fault()) {
        const Position place = text.position(fault->offset);
        result.errors.push_back({place.line, place.column, fault->message});
        return result;
    }
    tinyxml2::XMLDocument document;
    document.Parse(text.bytes().data(), text.bytes().size());
    if (needs_a_stricter_look(text, document)) explain(text, document, result);
    if (result.errors.empty()) {
        result.plan.emplace();
        result.plan->file = source.file;
        read_document(text, document, result);
        if (!result.errors.empty()) result.plan.reset();
    }
    return result;
}

} // namespace plumbline::plan
