#include "history/samples_report.hpp"

#include "base/csv.hpp"
#include "history/proportion.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

#include <cmath>

namespace plumbline::history {

namespace {

constexpr std::size_t least_shown = 5;
constexpr const char* suppressed = "under 5";

std::string percent(double value) {
    return std::to_string(std::lround(value * 100));
}

/// The criteria, and last all of them together.
std::vector<Agreement> with_total(const KeptSample& sample) {
    std::vector<Agreement> out = sample.criteria;
    Agreement all{"all criteria", 0, 0};
    for (const Agreement& one : sample.criteria) {
        all.read += one.read;
        all.agreed += one.agreed;
    }
    out.push_back(all);
    return out;
}

bool hidden(const Agreement& one, bool suppress) {
    return suppress && one.read < least_shown;
}

/// agreed, of, %, low, high
std::vector<std::string> figures(const Agreement& one, bool suppress) {
    if (hidden(one, suppress)) return std::vector<std::string>(5, suppressed);
    const auto interval = interval_of({one.agreed, one.read});
    if (!interval) return {std::to_string(one.agreed), std::to_string(one.read), "", "", ""};
    return {std::to_string(one.agreed), std::to_string(one.read),
            percent(static_cast<double>(one.agreed) / static_cast<double>(one.read)), percent(interval->low),
            percent(interval->high)};
}

} // namespace

std::string samples_text(const std::vector<KeptSample>& samples, bool suppress, const report::Page& page) {
    if (samples.empty()) return "No agreement is kept; 'plumbline agreement … --history' keeps one.\n";
    std::string out;
    for (const KeptSample& sample : samples) {
        out += (out.empty() ? "" : "\n") +
               report::block(page, report::clean(sample.name) + ", kept on " + report::clean(sample.kept_on),
                             0, 2, report::Tone::strong);
        report::Table table(
            {{"criterion", false, true}, {"agreed", true}, {"%", true}, {"95 % interval", true}});
        for (const Agreement& one : with_total(sample)) {
            const auto cells = figures(one, suppress);
            const bool shown = !hidden(one, suppress);
            table.add({report::clean(one.criterion), shown ? cells[0] + " of " + cells[1] : suppressed,
                       cells[2].empty() ? "-" : cells[2],
                       cells[3].empty() ? "-"
                       : shown          ? cells[3] + " to " + cells[4]
                                        : suppressed});
        }
        out += table.to_string(page);
    }
    return out;
}

std::string samples_csv(const std::vector<KeptSample>& samples, bool suppress) {
    std::string out = std::string(byte_order_mark) + csv_record({"sample", "kept on", "criterion", "agreed",
                                                                 "of", "agreed %", "from", "to"});
    for (const KeptSample& sample : samples)
        for (const Agreement& one : with_total(sample)) {
            std::vector<std::string> row{sample.name, sample.kept_on, one.criterion};
            const auto cells = figures(one, suppress);
            row.insert(row.end(), cells.begin(), cells.end());
            out += csv_record(row);
        }
    return out;
}

std::string samples_json(const std::vector<KeptSample>& samples, bool suppress) {
    report::Json list = report::Json::array();
    for (const KeptSample& sample : samples) {
        report::Json criteria = report::Json::array();
        for (const Agreement& one : with_total(sample)) {
            report::Json json{{"criterion", one.criterion}, {"suppressed", hidden(one, suppress)}};
            if (!hidden(one, suppress)) {
                const auto interval = interval_of({one.agreed, one.read});
                json["agreed"] = one.agreed;
                json["of"] = one.read;
                json["interval"] = nullptr;
                if (interval) json["interval"] = {{"low", interval->low}, {"high", interval->high}};
            }
            criteria.push_back(std::move(json));
        }
        list.push_back({{"sample", sample.name}, {"kept_on", sample.kept_on}, {"criteria", criteria}});
    }
    return report::dump_indented(list);
}

} // namespace plumbline::history
