#include "history/agreement.hpp"

#include "base/csv.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

#include <cmath>

namespace plumbline::history {

namespace {

std::string whole(double value) {
    return std::to_string(std::lround(value * 100));
}

Agreed total_of(const std::vector<Agreed>& criteria) {
    Agreed all;
    all.criterion = "all criteria";
    for (const Agreed& one : criteria) {
        all.agreed += one.agreed;
        all.false_alarms += one.false_alarms;
        all.missed += one.missed;
        all.left += one.left;
        all.unread += one.unread;
    }
    return all;
}

} // namespace

std::string agreement_text(const std::vector<Agreed>& criteria, const report::Page& page) {
    report::Table table({{"criterion", false, true},
                         {"agreed", true},
                         {"%", true},
                         {"95 %", true},
                         {"false alarms", true},
                         {"missed", true},
                         {"left", true},
                         {"unread", true}});
    auto rows = criteria;
    rows.push_back(total_of(criteria));
    for (const Agreed& one : rows) {
        const Share share = one.share();
        const auto interval = interval_of(share);
        table.add({report::clean(one.criterion),
                   std::to_string(share.met) + " of " + std::to_string(share.of),
                   interval ? whole(static_cast<double>(share.met) / static_cast<double>(share.of)) : "-",
                   interval ? whole(interval->low) + " to " + whole(interval->high) : "-",
                   std::to_string(one.false_alarms), std::to_string(one.missed), std::to_string(one.left),
                   std::to_string(one.unread)});
    }
    return table.to_string(page) + '\n' +
           report::block(
               page,
               "95 %: the interval that the share lies in (Wilson). False alarm: the tool said not "
               "met, the auditor met. Missed: the other way round. Left: the tool left it to people. "
               "Unread: the auditor did not decide.",
               0, 0, report::Tone::faint);
}

std::string agreement_csv(const std::vector<Agreed>& criteria) {
    std::string out =
        std::string(byte_order_mark) + csv_record({"criterion", "agreed", "of", "agreed %", "from", "to",
                                                   "false alarms", "missed", "left to people", "not read"});
    auto rows = criteria;
    rows.push_back(total_of(criteria));
    for (const Agreed& one : rows) {
        const Share share = one.share();
        const auto interval = interval_of(share);
        out +=
            csv_record({one.criterion, std::to_string(share.met), std::to_string(share.of),
                        interval ? whole(static_cast<double>(share.met) / static_cast<double>(share.of)) : "",
                        interval ? whole(interval->low) : "", interval ? whole(interval->high) : "",
                        std::to_string(one.false_alarms), std::to_string(one.missed),
                        std::to_string(one.left), std::to_string(one.unread)});
    }
    return out;
}

std::string agreement_json(const std::vector<Agreed>& criteria) {
    report::Json list = report::Json::array();
    auto rows = criteria;
    rows.push_back(total_of(criteria));
    for (const Agreed& one : rows) {
        const auto interval = interval_of(one.share());
        report::Json row{{"criterion", one.criterion}, {"agreed", one.agreed},
                         {"of", one.share().of},       {"false_alarms", one.false_alarms},
                         {"missed", one.missed},       {"left_to_people", one.left},
                         {"not_read", one.unread},     {"interval", nullptr}};
        if (interval) row["interval"] = {{"low", interval->low}, {"high", interval->high}};
        list.push_back(std::move(row));
    }
    return report::dump_indented(list);
}

} // namespace plumbline::history
