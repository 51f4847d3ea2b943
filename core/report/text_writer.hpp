#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// For people at a terminal: plan by plan, worst first, then what it all comes to.
class TextWriter : public Writer {
public:
    TextWriter(std::ostream& stream, const Options& options) : stream_(&stream), options_(options) {}

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    Options options_;
    bool after_page_ = true; // a plan of several lines stands between blank lines
};

} // namespace plumbline::report
