#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// Keeps the plan's words from another writer, so that no format can forget to.
class RedactingWriter : public Writer {
public:
    explicit RedactingWriter(std::unique_ptr<Writer> inner) : inner_(std::move(inner)) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void add(const judgement::PlanResult& plan, std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::unique_ptr<Writer> inner_;
};

} // namespace plumbline::report
