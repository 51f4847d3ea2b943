#include "report/json_writer.hpp"

#include "report/json.hpp"

namespace plumbline::report {

namespace {

std::string plan_line(const judgement::PlanResult& plan) {
    return dump(to_json(plan));
}

} // namespace

void JsonWriter::begin(const Receipt& /*receipt*/) {
    *stream_ << R"({"schema":")" << schema_name << R"(","plans":[)";
}

std::string JsonWriter::render(const judgement::PlanResult& plan) const {
    return plan_line(plan);
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
    return plan_line(plan);
}

void JsonLinesWriter::put(std::string_view rendered) {
    *stream_ << rendered << '\n';
}

void JsonLinesWriter::end(const Summary& summary, const Receipt& receipt) {
    const Json last{{"schema", schema_name}, {"summary", to_json(summary)}, {"receipt", to_json(receipt)}};
    *stream_ << dump(last) << '\n';
}

} // namespace plumbline::report
