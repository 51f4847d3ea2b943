#include "report/junit_writer.hpp"

#include "report/coverage_line.hpp"
#include "report/text_names.hpp"
#include "report/xml_text.hpp"

#include <algorithm>

namespace plumbline::report {

namespace {

using judgement::Outcome;

struct Suite {
    std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
    std::string cases;
};

std::string element(const char* name, std::string_view message, std::string_view text) {
    return std::string("      <") + name + " message=\"" + xml_attribute(message) + "\">" + xml_text(text) +
           "</" + name + ">\n";
}

std::string property(std::string_view name, std::string_view value) {
    return "      <property name=\"" + xml_attribute(name) + "\" value=\"" + xml_attribute(value) + "\"/>\n";
}

/// A finding as a build server shows it.
std::string told(const judgement::PlanResult& plan, const judgement::Finding& finding) {
    std::string out = plan.file + ':' + std::to_string(finding.at.line) + ": " + finding.message;
    for (const auto& evidence : finding.evidence)
        if (!evidence.text.empty()) out += "\n“" + evidence.text + "”";
    if (!finding.advice.empty()) out += "\n→ " + finding.advice;
    return out + "\nasked for by: " + short_citations(finding.citations) +
           "\nfingerprint: " + finding.fingerprint + '\n';
}

struct Told {
    std::string text;
    std::size_t findings = 0, open = 0;
};

Told findings_of(const judgement::PlanResult& plan, const RolledUp& rolled) {
    Told out;
    for (const auto& finding : plan.findings) {
        if (finding.rule != rolled.rule || finding.criterion != rolled.criterion) continue;
        ++out.findings;
        if (!finding.accepted && finding.outcome == Outcome::not_met) ++out.open;
        out.text += told(plan, finding);
        if (finding.accepted)
            out.text += "accepted by " + finding.accepted->by + " on " + finding.accepted->on + ": " +
                        finding.accepted->reason + '\n';
    }
    return out;
}

std::string reasons_of(const judgement::PlanResult& plan, const RolledUp& rolled) {
    std::string out;
    for (const auto& judged : plan.judgements)
        if (judged.rule == rolled.rule && judged.criterion == rolled.criterion &&
            judged.outcome == rolled.outcome && !judged.reason.empty() &&
            out.find(judged.reason) == std::string::npos)
            out += (out.empty() ? "" : "; ") + judged.reason;
    return out;
}

bool check_failed(const judgement::PlanResult& plan, const RolledUp& rolled) {
    return std::any_of(plan.judgements.begin(), plan.judgements.end(), [&](const auto& judged) {
        return judged.rule == rolled.rule && judged.criterion == rolled.criterion &&
               judged.failure != judgement::Failure::none;
    });
}

/// What stands inside the case; empty for one that passes.
std::string verdict(const judgement::PlanResult& plan, const RolledUp& rolled, Suite& suite) {
    const Told said = findings_of(plan, rolled);
    const std::string word(judgement::to_word(rolled.outcome));
    switch (rolled.outcome) {
    case Outcome::met:
        return {};
    case Outcome::not_met:
        if (said.findings > 0 && said.open == 0) {
            ++suite.skipped;
            return element("skipped", "not met, accepted", said.text);
        }
        ++suite.failures;
        return element("failure", said.findings == 0 ? "not met; another check says what is missing" : word,
                       said.text);
    case Outcome::could_not_check:
        if (check_failed(plan, rolled)) {
            ++suite.errors;
            return element("error", word + ": " + reasons_of(plan, rolled), said.text);
        }
        break;
    case Outcome::needs_a_person:
    case Outcome::not_applicable:
        break;
    }
    ++suite.skipped;
    const std::string reasons = reasons_of(plan, rolled);
    return element("skipped", word + (reasons.empty() ? "" : ": " + reasons), said.text);
}

void add_case(Suite& suite, const std::string& class_name, const std::string& name,
              const std::string& inside) {
    ++suite.tests;
    suite.cases += "    <testcase classname=\"" + xml_attribute(class_name) + "\" name=\"" +
                   xml_attribute(name) + (inside.empty() ? "\"/>\n" : "\">\n" + inside + "    </testcase>\n");
}

std::string name_of_suite(const judgement::PlanResult& plan) {
    if (plan.id.empty()) return plan.file;
    return plan.id + (plan.version ? " version " + std::to_string(*plan.version) : "");
}

Suite suite_of(const judgement::PlanResult& plan, const Titles& titles) {
    Suite suite;
    const std::string class_name = name_of_suite(plan);
    if (plan.state == judgement::State::unreadable) {
        ++suite.errors;
        add_case(suite, class_name, "the plan can be read", element("error", "unreadable", plan.reason));
    } else if (plan.state == judgement::State::skipped) {
        ++suite.skipped;
        add_case(suite, class_name, "the plan can be read", element("skipped", "skipped", plan.reason));
    }
    for (const RolledUp& rolled : roll_up(plan))
        add_case(suite, class_name,
                 titles.criterion(rolled.plugin, rolled.criterion) + " (" + rolled.rule + '/' +
                     rolled.criterion + ')',
                 verdict(plan, rolled, suite));
    return suite;
}

} // namespace

void JunitWriter::begin(const Receipt& receipt) {
    *stream_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\""
             << xml_attribute("plumbline " + receipt.plumbline + ", rule set " + receipt.rule_set) << "\">\n";
}

std::string JunitWriter::render(const judgement::PlanResult& plan) const {
    const Suite suite = suite_of(plan, titles_);
    const auto count = [](const char* name, std::size_t value) {
        return ' ' + std::string(name) + "=\"" + std::to_string(value) + '"';
    };
    return "  <testsuite name=\"" + xml_attribute(name_of_suite(plan)) + '"' + count("tests", suite.tests) +
           count("failures", suite.failures) + count("errors", suite.errors) +
           count("skipped", suite.skipped) + ">\n    <properties>\n" + property("file", plan.file) +
           property("kind", plan.kind) + property("team", plan.team) +
           property("state", judgement::to_word(plan.state)) +
           property("findings", std::to_string(plan.findings.size())) +
           property("accepted", std::to_string(accepted_of(plan.findings))) + "    </properties>\n" +
           suite.cases + "  </testsuite>\n";
}

void JunitWriter::put(std::string_view rendered) {
    *stream_ << rendered;
}

/// The batch's own suite: build servers keep properties of suites only.
void JunitWriter::end(const Summary& summary, const Receipt& receipt) {
    *stream_ << "  <testsuite name=\"plumbline\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                "    <properties>\n";
    for (const auto& [name, value] : {std::pair<const char*, std::size_t>{"plans", summary.plans},
                                      {"judged", summary.judged},
                                      {"unreadable", summary.unreadable},
                                      {"skipped", summary.skipped},
                                      {"findings", summary.findings},
                                      {"accepted", summary.accepted},
                                      {"could_not_check", summary.could_not_check},
                                      {"failed_checks", summary.failed_checks}})
        *stream_ << property(name, std::to_string(value));
    *stream_ << property("as_of", receipt.as_of) << property("rule_set_hash", receipt.rule_set_hash)
             << property("inputs_hash", receipt.inputs_hash)
             << property("coverage", coverage_line(summary.coverage))
             << "    </properties>\n  </testsuite>\n</testsuites>\n";
}

} // namespace plumbline::report
