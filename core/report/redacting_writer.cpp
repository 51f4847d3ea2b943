#include "report/redacting_writer.hpp"

#include "report/redact.hpp"

namespace plumbline::report {

void RedactingWriter::begin(const Receipt& receipt) {
    inner_->begin(receipt);
}

std::string RedactingWriter::render(const judgement::PlanResult& plan) const {
    return inner_->render(without_words(plan));
}

void RedactingWriter::put(std::string_view rendered) {
    inner_->put(rendered);
}

void RedactingWriter::add(const judgement::PlanResult& plan, std::string_view rendered) {
    inner_->add(without_words(plan), rendered);
}

void RedactingWriter::end(const Summary& summary, const Receipt& receipt) {
    Summary cut = summary;
    for (auto& obstacle : cut.obstacles)
        obstacle.reason = without_quotations(obstacle.reason);
    for (auto& plan : cut.missing)
        plan.reason = without_quotations(plan.reason);
    inner_->end(cut, receipt);
}

} // namespace plumbline::report
