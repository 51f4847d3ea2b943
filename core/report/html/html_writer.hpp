#pragma once

/// `--format html`: one self-contained file for people.

#include "report/html/index.hpp"
#include "report/html/kept.hpp"
#include "report/writer.hpp"

#include <string>

namespace plumbline::report::html {

/// Plans' pages are written as they come; the summary, which readers meet first, stands behind them in the
/// file. Of each plan only its row of the list is kept (half a kilobyte), and of the batch its counts. So
/// that a file of some thousand plans still opens at once, pages behind the first `most_plain_bytes` are
/// packed, and a script unpacks the one that is read.
class HtmlWriter : public Writer {
public:
    static constexpr std::size_t most_plain_bytes = 6'000'000;

    /// Options::rule_set is set.
    HtmlWriter(std::ostream& stream, const Options& options);

    void begin(const Receipt& receipt) override;
    std::string render(const judgement::PlanResult& plan) const override;
    void put(std::string_view rendered) override;
    void end(const Summary& summary, const Receipt& receipt) override;
    bool shows_plans() const override { return true; }

private:
    std::ostream* stream_;
    Titles titles_;
    Index index_;
    Kept kept_;
    std::string rows_;
    std::size_t plans_ = 0, written_ = 0; // written: bytes of plans' pages
};

} // namespace plumbline::report::html
