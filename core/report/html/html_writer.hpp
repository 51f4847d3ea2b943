#pragma once

/// `--format html`: one self-contained file for people.

#include "report/html/index.hpp"
#include "report/html/kept.hpp"
#include "report/writer.hpp"

#include <string>

namespace plumbline::report::html {

/// Plans' pages are written as they come; what stands before them on the reader's screen, but not in the
/// file, is the summary. Of each plan only its row of the list is kept (half a kilobyte), and of the batch
/// its counts.
class HtmlWriter : public Writer {
public:
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
    std::size_t plans_ = 0;
};

} // namespace plumbline::report::html
