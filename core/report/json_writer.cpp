#include "report/json_writer.hpp"

#include "report/json.hpp"
#include "report/redact.hpp"

namespace plumbline::report {

namespace {

std::string plan_line(const judgement::PlanResult& plan, Evidence evidence) {
    return dump(evidence == Evidence::ids ? to_json(without_words(plan)) : to_json(plan));
}

} // namespace

void JsonWriter::begin(const Receipt& /*receipt*/) {
    *stream_ << R"({"schema":")" << schema_name << R"(","plans":[)";
}

std::string JsonWriter::render(const judgement::PlanResult& plan) const {
    return plan_line(plan, evidence_);
}

void JsonWriter::put(std::string_view rendered) {
    *stream_ << (first_ ? "\n" : ",\n") << rendered;
    first_ = false;
}

void JsonWriter::end(const Summary& summary, const Receipt& receipt) {
    *stream_ << "\n],\n\"summary\":" << dump(to_json(summary)) << ",\n\"receipt\":" << dump(to_json(receipt))
             << "}\n";
}

void JsonLinesWriter::begin(const Receipt& /*receipt*/) {}

std::string JsonLinesWriter::render(const judgement::PlanResult& plan) const {
    return plan_line(plan, evidence_);
}

void JsonLinesWriter::put(std::string_view rendered) {
    *stream_ << rendered << '\n';
}

void JsonLinesWriter::end(const Summary& summary, const Receipt& receipt) {
    const Json last{{"schema", schema_name}, {"summary", to_json(summary)}, {"receipt", to_json(receipt)}};
    *stream_ << dump(last) << '\n';
}

} // namespace plumbline::report
