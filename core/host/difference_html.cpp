#include "host/difference_report.hpp"

#include "base/version.hpp"
#include "report/html/assets.hpp"
#include "report/html/fill.hpp"
#include "report/text_names.hpp"

#include <algorithm>

namespace plumbline::host {

namespace {

using report::html::Data;

/// "contingency/trigger" as an id of the page.
std::string anchor_of(std::string check) {
    std::replace(check.begin(), check.end(), '/', '-');
    return check;
}

Data entry_data(const Differing& one, bool gained) {
    Data entry;
    entry.set("plan", report::clean(one.plan));
    entry.set("node", report::name_of(one.finding.at));
    entry.set("line", std::to_string(one.finding.at.line));
    entry.set("outcome", std::string(to_word(one.finding.outcome)));
    report::html::set_if(entry, "other", one.other.empty() ? "" : (gained ? "was " : "now ") + one.other);
    entry.set("message", report::clean(one.finding.message));
    Data words = report::html::list();
    for (const auto& evidence : one.finding.evidence)
        words.push_back(Data(report::clean(evidence.text)));
    entry.set("words", words);
    return entry;
}

Data lists_of(const CheckDifference& difference) {
    Data lists = report::html::list();
    for (const bool gained : {true, false}) {
        const std::vector<Differing>& list = gained ? difference.gained : difference.lost;
        if (list.empty()) continue;
        Data entries = report::html::list();
        for (const Differing& one : list)
            entries.push_back(entry_data(one, gained));
        Data data;
        data.set("heading", std::string(gained ? "Gained" : "Lost"));
        data.set("entries", entries);
        lists.push_back(data);
    }
    return lists;
}

} // namespace

std::string difference_html(const DifferenceReport& report) {
    Data page;
    page.set("styles", std::string(report::html::styles()));
    page.set("as-of", report.as_of);
    page.set("old", report.old_name);
    page.set("new", report.new_name);
    page.set("plans", report::count_of(report.plans, "plan", "plans"));
    page.set("plumbline", version());
    page.set("any", Data(report.checks.empty() ? Data::type::bool_false : Data::type::bool_true));
    Data checks = report::html::list();
    for (const auto& [check, difference] : report.checks) {
        Data one;
        one.set("check", check);
        one.set("anchor", anchor_of(check));
        one.set("gained-count", report::html::number(difference.gained.size()));
        one.set("lost-count", report::html::number(difference.lost.size()));
        one.set("lists", lists_of(difference));
        checks.push_back(one);
    }
    page.set("checks", checks);
    return report::html::filled("difference", page);
}

} // namespace plumbline::host
