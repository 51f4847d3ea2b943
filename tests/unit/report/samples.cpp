#include "samples.hpp"

#include <sstream>

using namespace plumbline;
using judgement::Outcome;
using judgement::Priority;

namespace samples {

judgement::Finding finding(const std::string& criterion, const judgement::Place& at) {
    judgement::Finding out;
    out.rule = "default/smart-targets-child-protection";
    out.plugin = "smart-targets";
    out.criterion = criterion;
    out.outcome = Outcome::not_met;
    out.priority = Priority::within_three_months;
    out.at = at;
    out.evidence = {{"Support Mum with parenting", at.line + 1, 15, 26}};
    out.message = "Nobody could tell what is to be done.";
    out.advice = "Say which activity or service, and how often.";
    out.citations = {
        {"Inspection of Cheshire East", "2011-08-19", "29", "cheshire-east-2011/29-4", "Cheshire East 2011"},
        {"Inspection of Cheshire East", "2011-08-19", "149", "", "Cheshire East 2011"},
        {"Recommendations", "2015-07-21", "R9", "cheshire-east-2015/R9", "Cheshire East 2015"}};
    out.fingerprint = "0123456789abcdef";
    return out;
}

judgement::Judgement judgement(const std::string& criterion, Outcome outcome, const judgement::Place& at) {
    return {"default/smart-targets-child-protection", "smart-targets", criterion, outcome, at, "", {}};
}

judgement::PlanResult plan() {
    judgement::PlanResult out;
    out.id = "CP-2041";
    out.version = 3;
    out.kind = "child-protection";
    out.team = "Crewe CP 2";
    out.file = "plans/cp-2041.xml";
    out.line = 2;
    const std::vector<judgement::Place> actions{{"a1", "/plan/outcomes/outcome[1]/action[1]", 33, 7},
                                                {"a2", "/plan/outcomes/outcome[1]/action[2]", 40, 7},
                                                {"a3", "/plan/actions/action[1]", 52, 5}};
    for (const auto& action : actions) {
        out.findings.push_back(finding("specific", action));
        out.judgements.push_back(judgement("specific", Outcome::not_met, action));
        out.judgements.push_back(judgement("time-bound", Outcome::met, action));
    }
    auto urgent = finding("trigger", {"", "/plan/contingency[2]", 60, 3});
    urgent.rule = "default/contingency";
    urgent.plugin = "contingency";
    urgent.priority = Priority::immediately;
    urgent.message = "It does not say when it starts.";
    urgent.evidence = {{"to be\n   reviewed", 61, 9, 17}};
    out.findings.push_back(urgent);
    auto doubtful = finding("relevant", actions[1]);
    doubtful.outcome = Outcome::needs_a_person;
    doubtful.message = "It is not clear which need this serves.";
    out.findings.push_back(doubtful);
    out.judgements.push_back(judgement("relevant", Outcome::needs_a_person, actions[1]));
    out.judgements.push_back(
        {"default/contingency", "contingency", "trigger", Outcome::not_met, urgent.at, "", {}});
    out.judgements.push_back({"default/drift",
                              "drift",
                              "repeat-plan",
                              Outcome::not_applicable,
                              {"", "/plan", 2, 1},
                              "no earlier plan",
                              {}});
    out.judgements.push_back({"default/drift",
                              "drift",
                              "overdue",
                              Outcome::could_not_check,
                              {"", "/plan", 2, 1},
                              "plugins/drift/plugin.lua:12: a limit was reached",
                              judgement::Failure::limit});
    return out;
}

judgement::PlanResult clean_plan() {
    judgement::PlanResult out;
    out.id = "CP-1";
    out.kind = "child-protection";
    out.file = "plans/cp-1.xml";
    out.line = 2;
    out.judgements.push_back(judgement("specific", Outcome::met));
    return out;
}

judgement::PlanResult unreadable() {
    judgement::PlanResult out;
    out.file = "plans/broken.xml";
    out.line = 7;
    out.state = judgement::State::unreadable;
    out.reason = "plans/broken.xml:7:3: <outcome> is not closed\nplans/broken.xml:9:1: the plan has no id";
    return out;
}

judgement::PlanResult skipped() {
    judgement::PlanResult out;
    out.file = "plans/census.xml";
    out.state = judgement::State::skipped;
    out.reason = "no plan document: the root element is <Message>";
    return out;
}

std::vector<judgement::PlanResult> batch() {
    return {plan(), clean_plan(), unreadable(), skipped()};
}

standard::Area area(const std::string& set, const std::string& id, Priority priority,
                    const std::vector<std::string>& rules) {
    standard::Area out;
    out.id = id;
    out.rule_set = set;
    out.paragraph = id.substr(0, id.find('-'));
    out.service = "safeguarding";
    out.service_title = set == "cheshire-east-2011" ? "Safeguarding services" : "Help and protection";
    out.priority = priority;
    out.title = "Plans say what is to change (" + id + ")";
    out.disposition = rules.empty() ? standard::Disposition::not_in_a_plan : standard::Disposition::checked;
    out.shows_in = rules.empty() ? "the board's minutes" : "";
    out.answered_by = rules;
    out.document = set == "cheshire-east-2011" ? standard::Document{"Inspection of Cheshire East", "Ofsted",
                                                                    "2011-08-19", "", "Cheshire East 2011"}
                                               : standard::Document{"Recommendations", "Ofsted", "2015-07-21",
                                                                    "", "Cheshire East 2015"};
    return out;
}

standard::RuleSet rule_set() {
    standard::RuleSet out;
    out.id = "default";
    out.title = "Everyday";
    out.areas_in_scope = {
        area("cheshire-east-2011", "29-4", Priority::within_three_months,
             {"default/smart-targets-child-protection"}),
        area("cheshire-east-2011", "29-5", Priority::within_six_months, {"default/drift"}),
        area("cheshire-east-2011", "29-9", Priority::immediately, {}),
        area("cheshire-east-2015", "R9", Priority::immediately,
             {"default/smart-targets-child-protection", "default/contingency"}),
    };
    return out;
}

report::Receipt receipt() {
    report::Receipt out;
    out.plumbline = "0.1.0";
    out.as_of = "2024-04-01";
    out.rule_set = "default";
    out.rule_set_title = "Everyday";
    out.rule_set_hash = std::string(64, 'a');
    out.plugins = {{"contingency", "1.0", "beef"}};
    out.calendar = "england 2010-2027 abc";
    out.settings = {{"time_limit_ms", "5000"}};
    return out;
}

std::string written(const std::string& format, const std::vector<judgement::PlanResult>& plans,
                    const report::Options& options) {
    std::ostringstream stream;
    const auto writer = report::make_writer(format, stream, options);
    auto receipt = samples::receipt();
    report::Summary summary(rule_set());
    summary.coverage = {73, 31, 12, 10, 19, 1};
    writer->begin(receipt);
    for (const auto& plan : plans) {
        summary.add(plan);
        writer->plan(plan);
    }
    receipt.inputs_hash = std::string(64, 'b');
    writer->end(summary, receipt);
    return stream.str();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

} // namespace samples
