#include "host/difference_report.hpp"

#include "base/user_error.hpp"
#include "report/json.hpp"
#include "report/table.hpp"
#include "report/text_names.hpp"

namespace plumbline::host {

namespace {

using report::block;
using report::Json;
using report::Tone;

std::string told(const Differing& one) {
    std::string out =
        report::clean(one.plan) + " " + report::name_of(one.finding.at) + " (" +
        report::clean(to_string(FilePosition{one.file, one.finding.at.line, one.finding.at.column})) +
        "): " + std::string(to_word(one.finding.outcome));
    return out;
}

std::string list_text(const report::Page& page, const std::vector<Differing>& list, bool gained) {
    std::string out;
    if (list.empty()) return out;
    out += block(page, gained ? "gained" : "lost", 2, 4, gained ? Tone::bad : Tone::good);
    for (const Differing& one : list) {
        const std::string other = one.other.empty() ? "" : (gained ? ", was " : ", now ") + one.other;
        out += block(page, told(one) + other, 4, 6);
        out += block(page, report::clean(one.finding.message), 6, 8);
        for (const auto& evidence : one.finding.evidence)
            out += block(page,
                         "“" + report::cut(report::clean(evidence.text), 2 * page.width) + "” " +
                             std::to_string(evidence.line) + ":" + std::to_string(evidence.column),
                         8, 10, Tone::faint);
    }
    return out;
}

Json list_json(const std::vector<Differing>& list) {
    Json json = Json::array();
    for (const Differing& one : list) {
        Json evidence = Json::array();
        for (const auto& words : one.finding.evidence)
            evidence.push_back({{"text", words.text}, {"line", words.line}, {"column", words.column}});
        json.push_back({{"plan", one.plan},
                        {"file", one.file},
                        {"line", one.finding.at.line},
                        {"column", one.finding.at.column},
                        {"path", one.finding.at.path},
                        {"id", one.finding.at.id},
                        {"outcome", to_word(one.finding.outcome)},
                        {"other", one.other},
                        {"message", one.finding.message},
                        {"advice", one.finding.advice},
                        {"evidence", std::move(evidence)}});
    }
    return json;
}

std::pair<std::size_t, std::size_t> totals(const DifferenceReport& report) {
    std::pair<std::size_t, std::size_t> out{0, 0};
    for (const auto& [check, difference] : report.checks) {
        out.first += difference.gained.size();
        out.second += difference.lost.size();
    }
    return out;
}

} // namespace

std::string difference_text(const DifferenceReport& report, const report::Page& page) {
    const auto [gained, lost] = totals(report);
    std::string out = block(page,
                            report.old_name + " → " + report.new_name + ", " +
                                report::count_of(report.plans, "plan", "plans") + ", as of " + report.as_of,
                            0, 2, Tone::strong);
    for (const auto& [check, difference] : report.checks) {
        out += '\n' + block(page, check, 0, 2, Tone::strong);
        out += list_text(page, difference.gained, true);
        out += list_text(page, difference.lost, false);
    }
    out += '\n';
    if (report.checks.empty()) return out + "No finding was gained or lost.\n";
    report::Table table({{"check"}, {"gained", true}, {"lost", true}});
    for (const auto& [check, difference] : report.checks)
        table.add({check, std::to_string(difference.gained.size()), std::to_string(difference.lost.size())});
    table.add({"all", std::to_string(gained), std::to_string(lost)}, Tone::strong);
    return out + table.to_string(page);
}

std::string difference_json(const DifferenceReport& report) {
    const auto [gained, lost] = totals(report);
    Json json{{"schema", "plumbline-diff/1"},
              {"old", report.old_name},
              {"new", report.new_name},
              {"as_of", report.as_of},
              {"plans", report.plans},
              {"gained", gained},
              {"lost", lost},
              {"checks", Json::array()}};
    for (const auto& [check, difference] : report.checks)
        json["checks"].push_back({{"check", check},
                                  {"gained", list_json(difference.gained)},
                                  {"lost", list_json(difference.lost)}});
    return report::dump_indented(json) + "\n";
}

} // namespace plumbline::host
