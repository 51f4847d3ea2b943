#include "report/html/changes.hpp"

#include "report/counts.hpp"
#include "report/html/escape.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace plumbline::report::html {

namespace {

constexpr std::size_t longest_quotation = 120; // columns

std::string where(const judgement::Finding& finding) {
    return sentence_case(name_of(finding.at));
}

/// "Action a1 “words”", as links to where they stand.
std::string place(const judgement::Finding& finding, const Marks* marks) {
    std::string out = escaped(where(finding));
    const std::string words = quoted(finding, marks);
    if (marks != nullptr) out = "<a href=#" + marks->anchor_of(finding) + '>' + out + "</a>";
    return words.empty() ? out : out + " <q>" + words + "</q>";
}

/// Messages, each with every place that it is said of.
Data places(const Group& group, const Marks* marks) {
    Data out = list();
    for (const Alike& said : alike(group.findings, &judgement::Finding::message)) {
        std::string where_said;
        for (const auto* finding : said.findings)
            where_said += (where_said.empty() ? "" : "; ") + place(*finding, marks);
        Data one;
        one.set("message", said.said);
        one.set("where", where_said);
        out.push_back(one);
    }
    return out;
}

Data entry(const Group& group, std::size_t number, const Titles& titles, const Marks* marks) {
    const judgement::Finding& first = group.first();
    Data out;
    out.set("anchor", std::string("p") + plan_number + 'f' + std::to_string(number));
    out.set("check", titles.plugin(first.plugin));
    out.set("outcome", sentence_case(std::string(to_word(first.outcome))));
    out.set("criterion", titles.criterion(first.plugin, first.criterion));
    out.set("places", places(group, marks));
    out.set("advices", advices(group.findings));
    set_if(out, "asked", short_citations(first.citations));
    return out;
}

} // namespace

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string heading_of(judgement::Priority priority) {
    return priority == judgement::Priority::none ? "No priority given"
                                                 : sentence_case(std::string(to_word(priority)));
}

std::string quoted(const judgement::Finding& finding, const Marks* marks) {
    std::string out;
    for (const auto& evidence : finding.evidence) {
        const std::string words = escaped(cut(clean(evidence.text), longest_quotation));
        if (words.empty()) continue;
        if (!out.empty()) out += ", ";
        out += marks == nullptr ? "“" + words + "”"
                                : "<a href=#" + marks->anchor_of(evidence, finding) + ">“" + words + "”</a>";
    }
    return out;
}

Data advices(const std::vector<const judgement::Finding*>& findings) {
    const std::vector<Alike> all = alike(findings, &judgement::Finding::advice);
    Data out = list();
    for (const Alike& said : all) {
        if (said.said.empty()) continue;
        std::vector<std::string> places;
        for (const auto* finding : said.findings)
            places.push_back(name_of(finding->at));
        Data one;
        one.set("advice", said.said);
        if (all.size() > 1) one.set("advice-for", joined(places));
        out.push_back(one);
    }
    return out;
}

Data changes(const std::vector<Group>& groups, std::size_t first, const Titles& titles, const Marks* marks) {
    Data sections = list();
    for (std::size_t at = 0; at < groups.size();) {
        const judgement::Priority priority = groups[at].first().priority;
        Data entries = list();
        for (; at < groups.size() && groups[at].first().priority == priority; ++at)
            entries.push_back(entry(groups[at], first + at, titles, marks));
        Data section;
        section.set("priority", heading_of(priority));
        section.set("entries", entries);
        sections.push_back(section);
    }
    return sections;
}

Data good_of(const judgement::PlanResult& plan, const Titles& titles) {
    std::vector<std::pair<std::string, std::string>> met; // plugin, its criteria
    std::map<std::string, std::size_t> index;
    for (const RolledUp& rolled : roll_up(plan)) {
        if (rolled.outcome != judgement::Outcome::met) continue;
        const auto [found, added] = index.emplace(rolled.plugin, met.size());
        if (added) met.emplace_back(rolled.plugin, "");
        std::string& criteria = met[found->second].second;
        criteria += (criteria.empty() ? "" : "; ") + titles.criterion(rolled.plugin, rolled.criterion);
    }
    Data out = list();
    for (const auto& [plugin, criteria] : met) {
        Data one;
        one.set("check", titles.plugin(plugin));
        one.set("criteria", criteria);
        out.push_back(one);
    }
    return out;
}

Data reasons_of(const judgement::PlanResult& plan, judgement::Outcome outcome, const Titles& titles) {
    std::vector<std::pair<std::string, std::string>> by_reason; // reason, criteria
    std::map<std::string, std::size_t> index;
    std::set<std::string> seen;
    for (const auto& judgement : plan.judgements) {
        if (judgement.outcome != outcome) continue;
        const std::string what = titles.criterion(judgement.plugin, judgement.criterion);
        if (!seen.insert(what + '\n' + judgement.reason).second) continue;
        const auto [found, added] = index.emplace(judgement.reason, by_reason.size());
        if (added) by_reason.emplace_back(judgement.reason, "");
        std::string& criteria = by_reason[found->second].second;
        criteria += (criteria.empty() ? "" : "; ") + what;
    }
    Data out = list();
    for (const auto& [reason, criteria] : by_reason) {
        Data one;
        one.set("what", criteria);
        one.set("why", sentence_case(reason));
        out.push_back(one);
    }
    return out;
}

} // namespace plumbline::report::html
