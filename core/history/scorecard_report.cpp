#include "history/scorecard.hpp"

#include "base/csv.hpp"
#include "history/batches_report.hpp"
#include "report/json.hpp"
#include "report/rows.hpp"
#include "report/table.hpp"
#include "report/text_names.hpp"

#include <cmath>

namespace plumbline::history {

namespace {

using judgement::Outcome;
using report::Json;
using report::OutcomeCounts;

constexpr std::size_t digits_shown = 12;
constexpr const char* suppressed = "under 5";

/// "+12" in percentage points.
std::string points(double value) {
    const int whole = static_cast<int>(std::lround(value * 100));
    return (whole > 0 ? "+" : "") + std::to_string(whole);
}

std::string percent(double value) {
    return std::to_string(std::lround(value * 100));
}

bool hidden(const Line& line, Lines by, bool suppress) {
    return suppress && (is_small(line.now, line.plans_now, by) ||
                        (line.before && is_small(*line.before, line.plans_before, by)));
}

std::string met_of(const OutcomeCounts& counts) {
    if (counts.decided() == 0) return "-";
    return std::to_string(counts[Outcome::met]) + " of " + std::to_string(counts.decided());
}

/// "67% (55 to 77)"
std::string rate(const OutcomeCounts& counts, const Share& plans) {
    const auto interval = interval_of(plans);
    if (counts.decided() == 0 || !interval) return "-";
    return report::percent_text(counts) + " (" + percent(interval->low) + " to " + percent(interval->high) +
           ')';
}

std::string change(const Line& line) {
    if (!line.before || line.before->decided() == 0 || line.now.decided() == 0) return "-";
    const auto interval = interval_of_change(line.plans_before, line.plans_now);
    const double now = static_cast<double>(line.now[Outcome::met]) / static_cast<double>(line.now.decided());
    const double before =
        static_cast<double>((*line.before)[Outcome::met]) / static_cast<double>(line.before->decided());
    if (!interval) return points(now - before);
    return points(now - before) + " (" + points(interval->low) + " to " + points(interval->high) + ')';
}

std::string name_of(Lines by) {
    switch (by) {
    case Lines::area:
        return "area for improvement";
    case Lines::criterion:
        return "criterion";
    case Lines::team:
        return "team";
    case Lines::kind:
        return "kind of plan";
    case Lines::quarter:
        return "quarter (financial year)";
    }
    return {};
}

std::string batch_line(const Batch& batch) {
    return "batch " + std::to_string(batch.id) + " as of " + report::clean(batch.as_of) + ", " +
           report::count_of(batch.judged, "plan", "plans") + " judged, rule set " +
           report::clean(batch.rule_set) + " (" + batch.rule_set_hash.substr(0, digits_shown) + ')';
}

std::string headline(const Scorecard& card, const report::Page& page) {
    std::string out;
    if (card.by != Lines::quarter) {
        out += report::block(page, "Now: " + batch_line(card.now), 0, 2, report::Tone::strong);
        out += card.before ? report::block(page, "Before: " + batch_line(*card.before), 0, 2)
                           : report::block(page, "There is no batch before it by the same rule set.", 0, 2);
        if (card.rules_changed())
            out +=
                report::block(page, "THE RULE SET CHANGED between the two: a change may come from the rules.",
                              0, 2, report::Tone::doubtful);
    }
    if (!card.filter.team.empty())
        out += report::block(page, "Only team " + report::clean(card.filter.team), 0, 2);
    if (!card.filter.kind.empty())
        out += report::block(page, "Only plans of kind " + report::clean(card.filter.kind), 0, 2);
    return out + '\n';
}

std::string notes(const Scorecard& card, bool suppress, const report::Page& page) {
    std::string out =
        "Intervals are 95 % (Wilson; of a change Newcombe). Within chance: so small a change may be none.";
    if (card.by == Lines::team || card.by == Lines::kind || card.by == Lines::quarter)
        out += " Here criteria are counted; since those of one plan hang together, intervals are reckoned as "
               "if each plan "
               "counted once.";
    if (suppress)
        out += " Lines with a number from 1 to 4 are suppressed; do not publish totals beside them from "
               "which it could be "
               "worked out.";
    return '\n' + report::block(page, out, 0, 0, report::Tone::faint);
}

Json counts_json(const OutcomeCounts& counts) {
    return {{"met", counts[Outcome::met]},
            {"not_met", counts[Outcome::not_met]},
            {"needs_a_person", counts[Outcome::needs_a_person]},
            {"not_applicable", counts[Outcome::not_applicable]},
            {"could_not_check", counts[Outcome::could_not_check]}};
}

Json interval_json(const std::optional<Interval>& interval) {
    if (!interval) return nullptr;
    return {{"low", interval->low}, {"high", interval->high}};
}

Json line_json(const Line& line, Lines by, bool suppress) {
    Json json{{"key", line.key}, {"title", line.title}};
    if (!line.document.empty()) json["document"] = line.document;
    if (line.batch != 0) json["batch"] = line.batch;
    if (line.batch != 0) json["rules_changed"] = line.rules_changed;
    json["suppressed"] = hidden(line, by, suppress);
    if (hidden(line, by, suppress)) return json;
    const auto share = report::met_percent(line.now);
    json["now"] = counts_json(line.now);
    json["met_percent"] = share ? Json(*share) : Json(nullptr);
    json["interval"] = interval_json(interval_of(line.plans_now));
    json["before"] = line.before ? counts_json(*line.before) : Json(nullptr);
    json["change"] =
        line.before ? interval_json(interval_of_change(line.plans_before, line.plans_now)) : Json(nullptr);
    json["verdict"] = verdict(line);
    return json;
}

} // namespace

std::string scorecard_text(const Scorecard& card, bool suppress, const report::Page& page) {
    report::Table table({{name_of(card.by), false, true},
                         {"met", true},
                         {"% met", true},
                         {"before", true},
                         {"change in points", true},
                         {""}});
    for (const Line& line : card.lines) {
        const std::string title = report::clean(line.title) +
                                  (line.document.empty() ? "" : " (" + report::clean(line.document) + ')') +
                                  (line.rules_changed ? " · rule set changed" : "");
        if (hidden(line, card.by, suppress)) {
            table.add({title, suppressed, suppressed, suppressed, suppressed, ""}, report::Tone::faint);
            continue;
        }
        const std::string said = verdict(line);
        table.add({title, met_of(line.now), rate(line.now, line.plans_now),
                   line.before && line.before->decided() > 0 ? report::percent_text(*line.before) : "-",
                   change(line),
                   said == "not judged" || said == "new"
                       ? (card.before || card.by == Lines::quarter ? said : "")
                       : said},
                  said == "better"  ? report::Tone::good
                  : said == "worse" ? report::Tone::bad
                                    : report::Tone::plain);
    }
    return headline(card, page) + table.to_string(page) + notes(card, suppress, page);
}

std::string scorecard_csv(const Scorecard& card, bool suppress) {
    std::string out =
        std::string(byte_order_mark) +
        csv_record({name_of(card.by), "document", "met", "met or not met", "met %", "met % before",
                    "change in points", "change from", "change to", "verdict", "rule set changed"});
    for (const Line& line : card.lines) {
        const bool changed = line.rules_changed || card.rules_changed();
        if (hidden(line, card.by, suppress)) {
            out += csv_record({line.title, line.document, suppressed, suppressed, suppressed, suppressed,
                               suppressed, suppressed, suppressed, "", changed ? "yes" : "no"});
            continue;
        }
        const auto share = [](const OutcomeCounts& counts) {
            const auto whole = report::met_percent(counts);
            return whole ? std::to_string(*whole) : std::string{};
        };
        const auto interval =
            line.before ? interval_of_change(line.plans_before, line.plans_now) : std::optional<Interval>{};
        const std::string both = change(line);
        out += csv_record(
            {line.title, line.document, std::to_string(line.now[Outcome::met]),
             std::to_string(line.now.decided()), share(line.now), line.before ? share(*line.before) : "",
             both == "-" ? "" : both.substr(0, both.find(' ')), interval ? points(interval->low) : "",
             interval ? points(interval->high) : "", verdict(line), changed ? "yes" : "no"});
    }
    return out;
}

std::string scorecard_json(const Scorecard& card, bool suppress) {
    Json json{{"schema", "plumbline-scorecard/1"}, {"by", name_of(card.by)}, {"suppressed", suppress}};
    if (card.by != Lines::quarter) {
        json["now"] = batch_json(card.now, suppress);
        json["before"] = card.before ? batch_json(*card.before, suppress) : Json(nullptr);
        json["rules_changed"] = card.rules_changed();
    }
    json["filter"] = {{"team", card.filter.team}, {"kind", card.filter.kind}};
    json["lines"] = Json::array();
    for (const Line& line : card.lines)
        json["lines"].push_back(line_json(line, card.by, suppress));
    return report::dump_indented(json);
}

} // namespace plumbline::history
