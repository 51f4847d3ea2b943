#include "report/sarif_writer.hpp"

#include "report/json.hpp"
#include "report/rows.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

using judgement::Outcome;

constexpr const char* schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Braces are placeholders in a SARIF message, and "[a](b)" a link (§3.11).
std::string plain(std::string_view text) {
    const bool may_link = text.find("](") != std::string_view::npos;
    std::string out;
    for (const char c : text) {
        if (c == '{' || c == '}') out += c;
        if (may_link && (c == '[' || c == ']' || c == '\\')) out += '\\';
        out += c;
    }
    return out;
}

Json message(std::string_view text) {
    return Json{{"text", plain(text.empty() ? "(no words)" : text)}};
}

/// A path as a relative reference (RFC 3986).
std::string uri_of(const std::string& path) {
    constexpr std::string_view kept = "/-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = path.find(':') < path.find('/') ? "./" : ""; // no scheme
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || kept.find(c) != std::string_view::npos)
            out += c;
        else
            out.append(1, '%').append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
    }
    return path.starts_with('/') ? "file://" + out : out;
}

Json region(std::uint32_t line, std::uint32_t column, const judgement::Evidence* evidence = nullptr) {
    Json json{{"startLine", std::max(line, 1U)}};
    if (column > 0) json["startColumn"] = column;
    if (evidence != nullptr && !evidence->text.empty()) json["snippet"] = {{"text", evidence->text}};
    return json;
}

Json physical(const std::string& file, Json where) {
    return {{"artifactLocation", {{"uri", uri_of(file)}}}, {"region", std::move(where)}};
}

Json location_of(const judgement::PlanResult& plan, const judgement::Finding& finding) {
    Json logical{{"fullyQualifiedName", plan.id + finding.at.path}, {"kind", "element"}};
    if (!finding.at.id.empty()) logical["name"] = finding.at.id;
    return {{"physicalLocation", physical(plan.file, region(finding.at.line, finding.at.column))},
            {"logicalLocations", Json::array({logical})}};
}

/// A result that is not of kind "fail" has no level (§3.27.10).
const char* level_of(const judgement::Finding& finding) {
    if (finding.outcome != Outcome::not_met) return "none";
    return finding.priority == judgement::Priority::immediately ? "error" : "warning";
}

std::string document_name(const judgement::Citation& citation) {
    return citation.short_name.empty() ? citation.document : citation.short_name;
}

Json taxa_of(const judgement::Finding& finding) {
    Json taxa = Json::array();
    for (const auto& citation : finding.citations)
        if (!citation.area.empty())
            taxa.push_back({{"id", citation.area}, {"toolComponent", {{"name", document_name(citation)}}}});
    return taxa;
}

std::string rule_id(const std::string& rule, const std::string& criterion) {
    return rule + '/' + criterion;
}

Json result_of(const judgement::PlanResult& plan, const judgement::Finding& finding) {
    Json json{{"ruleId", rule_id(finding.rule, finding.criterion)},
              {"kind", finding.outcome == Outcome::not_met ? "fail" : "review"},
              {"level", level_of(finding)},
              {"message", message(finding.message + (finding.advice.empty() ? "" : "\n\n" + finding.advice))},
              {"locations", Json::array({location_of(plan, finding)})}};
    for (const auto& evidence : finding.evidence)
        json["relatedLocations"].push_back(
            {{"physicalLocation", physical(plan.file, region(evidence.line, evidence.column, &evidence))}});
    if (!finding.fingerprint.empty()) json["partialFingerprints"] = {{"plumbline/v1", finding.fingerprint}};
    if (const Json taxa = taxa_of(finding); !taxa.empty()) json["taxa"] = taxa;
    json["suppressions"] = Json::array();
    if (finding.accepted)
        json["suppressions"].push_back({{"kind", "external"},
                                        {"status", "accepted"},
                                        {"justification", finding.accepted->reason},
                                        {"properties",
                                         {{"by", finding.accepted->by},
                                          {"on", finding.accepted->on},
                                          {"until", finding.accepted->until}}}});
    json["properties"] = {{"plan", plan.id},
                          {"kind", plan.kind},
                          {"team", plan.team},
                          {"outcome", judgement::to_word(finding.outcome)},
                          {"priority", priority_text(finding.priority)},
                          {"citations", short_citations(finding.citations)}};
    if (plan.version) json["properties"]["version"] = *plan.version;
    return json;
}

/// The rules that were asked, each with its criterion's title.
Json driver(const Summary& summary, const Receipt& receipt, const Titles& titles,
            const std::vector<std::string>& documents) {
    Json json{{"name", "plumbline"}, {"version", receipt.plumbline}};
    json["rules"] = Json::array();
    for (const auto& criterion : summary.criteria)
        json["rules"].push_back(
            {{"id", rule_id(criterion.rule, criterion.criterion)},
             {"shortDescription", {{"text", titles.criterion(criterion.plugin, criterion.criterion)}}},
             {"fullDescription", {{"text", titles.plugin(criterion.plugin)}}}});
    for (const std::string& document : documents)
        json["supportedTaxonomies"].push_back({{"name", document}});
    return json;
}

std::vector<std::string> documents_of(const Summary& summary) {
    std::vector<std::string> names;
    for (const AreaCount& counted : summary.areas.all())
        if (names.empty() || names.back() != counted.area.document.short_name)
            names.push_back(counted.area.document.short_name);
    return names;
}

Json taxon(const AreaCount& counted, const Areas& areas) {
    const auto percent = met_percent(counted.plans);
    return {{"id", full_id(counted.area)},
            {"name", with_sign(counted.area.paragraph)},
            {"shortDescription", {{"text", counted.area.title}}},
            {"properties",
             {{"service", counted.area.service_title},
              {"priority", priority_text(counted.area.priority)},
              {"covered", standard::to_word(counted.area.disposition)},
              {"met", counted.plans[Outcome::met]},
              {"not_met", counted.plans[Outcome::not_met]},
              {"met_percent", percent ? Json(*percent) : Json(nullptr)},
              {"rag", to_word(areas.rag(counted.plans))}}}};
}

Json taxonomies(const Summary& summary, const std::vector<std::string>& documents) {
    Json list = Json::array();
    for (const std::string& name : documents) {
        Json json{{"name", name}};
        json["taxa"] = Json::array();
        for (const AreaCount& counted : summary.areas.all()) {
            const standard::Document& document = counted.area.document;
            if (document.short_name != name) continue;
            json["fullName"] = document.title;
            if (!document.publisher.empty()) json["organization"] = document.publisher;
            if (!document.published.empty()) json["releaseDateUtc"] = document.published;
            json["taxa"].push_back(taxon(counted, summary.areas));
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json invocation(const Summary& summary) {
    Json json{{"executionSuccessful", summary.unreadable == 0 && summary.failed_checks == 0}};
    json["toolExecutionNotifications"] = Json::array();
    for (const auto& plan : summary.missing)
        json["toolExecutionNotifications"].push_back(
            {{"level", plan.state == judgement::State::unreadable ? "error" : "note"},
             {"message", message(plan.reason)},
             {"locations",
              Json::array({{{"physicalLocation", physical(plan.file, region(plan.line, 0))}}})}});
    for (const auto& obstacle : summary.obstacles)
        json["toolExecutionNotifications"].push_back(
            {{"level", obstacle.failure == judgement::Failure::none ? "note" : "error"},
             {"message", message(std::to_string(obstacle.judgements) + " could not check " + obstacle.plugin +
                                 '/' + obstacle.criterion + ": " + obstacle.reason)}});
    return json;
}

} // namespace

void SarifWriter::begin(const Receipt& /*receipt*/) {
    *stream_ << R"({"$schema":")" << schema
             << R"(","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[)";
}

std::string SarifWriter::render(const judgement::PlanResult& plan) const {
    std::string out;
    for (const auto& finding : plan.findings)
        out += (out.empty() ? "" : ",\n") + dump(result_of(plan, finding));
    return out;
}

void SarifWriter::put(std::string_view rendered) {
    if (rendered.empty()) return;
    *stream_ << (first_ ? "\n" : ",\n") << rendered;
    first_ = false;
}

void SarifWriter::end(const Summary& summary, const Receipt& receipt) {
    const auto documents = documents_of(summary);
    Json counts = to_json(summary);
    counts.erase("criteria");
    counts.erase("areas");
    *stream_ << "\n],\n\"tool\":" << dump({{"driver", driver(summary, receipt, titles_, documents)}})
             << ",\n\"taxonomies\":" << dump(taxonomies(summary, documents))
             << ",\n\"invocations\":" << dump(Json::array({invocation(summary)}))
             << ",\n\"properties\":" << dump({{"summary", counts}, {"receipt", to_json(receipt)}}) << "}]}\n";
}

} // namespace plumbline::report
