#include "history/batches_report.hpp"

#include "base/csv.hpp"
#include "history/scorecard.hpp"
#include "report/table.hpp"

namespace plumbline::history {

namespace {

using report::Json;

constexpr std::size_t digits_shown = 12;
constexpr std::size_t least_shown = 5;

bool is_small(std::size_t value, bool suppress) {
    return suppress && value > 0 && value < least_shown;
}

std::string shown(std::size_t value, bool suppress) {
    return is_small(value, suppress) ? "under 5" : std::to_string(value);
}

/// Since the batch before by the same rule set.
bool rules_changed(const std::vector<Batch>& batches, const Batch& batch) {
    const auto before = batch_before(batches, batch);
    return before && before->rule_set_hash != batch.rule_set_hash;
}

} // namespace

std::string list_text(const std::vector<Batch>& batches, bool suppress, const report::Page& page) {
    report::Table table({{"batch", true},
                         {"as of"},
                         {"quarter"},
                         {"plans", true},
                         {"judged", true},
                         {"findings", true},
                         {"accepted", true},
                         {"rule set"},
                         {""}});
    for (const Batch& batch : batches)
        table.add({std::to_string(batch.id), report::clean(batch.as_of), quarter_of(batch.as_of),
                   shown(batch.plans, suppress), shown(batch.judged, suppress),
                   shown(batch.findings, suppress), shown(batch.accepted, suppress),
                   report::clean(batch.rule_set) + ' ' + batch.rule_set_hash.substr(0, digits_shown),
                   rules_changed(batches, batch) ? "rule set changed" : ""});
    return table.empty() ? "The history is empty; 'plumbline check … --history' keeps a batch.\n"
                         : table.to_string(page);
}

std::string list_csv(const std::vector<Batch>& batches, bool suppress) {
    std::string out =
        std::string(byte_order_mark) +
        csv_record({"batch", "as of", "quarter", "plans", "judged", "unreadable", "skipped", "findings",
                    "accepted", "could not check", "rule set", "rule set hash", "rule set changed"});
    for (const Batch& batch : batches)
        out += csv_record({std::to_string(batch.id), batch.as_of, quarter_of(batch.as_of),
                           shown(batch.plans, suppress), shown(batch.judged, suppress),
                           shown(batch.unreadable, suppress), shown(batch.skipped, suppress),
                           shown(batch.findings, suppress), shown(batch.accepted, suppress),
                           shown(batch.could_not_check, suppress), batch.rule_set, batch.rule_set_hash,
                           rules_changed(batches, batch) ? "yes" : "no"});
    return out;
}

std::string list_json(const std::vector<Batch>& batches, bool suppress) {
    Json list = Json::array();
    for (const Batch& batch : batches) {
        Json json = batch_json(batch, suppress);
        json["rules_changed"] = rules_changed(batches, batch);
        list.push_back(std::move(json));
    }
    return report::dump_indented(list);
}

Json batch_json(const Batch& batch, bool suppress) {
    const auto figure = [&](std::size_t value) {
        return is_small(value, suppress) ? Json(nullptr) : Json(value);
    };
    return {{"id", batch.id},
            {"as_of", batch.as_of},
            {"quarter", quarter_of(batch.as_of)},
            {"rule_set", batch.rule_set},
            {"rule_set_hash", batch.rule_set_hash},
            {"plans", figure(batch.plans)},
            {"judged", figure(batch.judged)},
            {"findings", figure(batch.findings)},
            {"accepted", figure(batch.accepted)}};
}

} // namespace plumbline::history
