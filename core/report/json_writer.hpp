#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// One object. What is known only at the end stands at the end.
class JsonWriter : public Writer {
public:
    JsonWriter(std::ostream& stream, const Options& /*options*/) : stream_(&stream) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    bool first_ = true;
};

/// One plan a line, then one line with the summary and the receipt.
class JsonLinesWriter : public Writer {
public:
    JsonLinesWriter(std::ostream& stream, const Options& /*options*/) : stream_(&stream) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
};

} // namespace plumbline::report
