#pragma once

#include "report/writer.hpp"

namespace plumbline::report {

/// A page for a board paper (GitHub's Markdown, which pandoc reads as well): what was looked at, how it
/// stands at a glance, what is strong, what to improve first, the areas for improvement. No words of any
/// plan.
class MarkdownWriter : public Writer {
public:
    MarkdownWriter(std::ostream& stream, const Options& options)
        : stream_(&stream), titles_(options.titles) {}

    void begin(const Receipt& /*receipt*/) override {}
    std::string render(const judgement::PlanResult& /*plan*/) const override { return {}; }
    void put(std::string_view /*rendered*/) override {}
    void end(const Summary& summary, const Receipt& receipt) override;

private:
    std::ostream* stream_;
    Titles titles_;
};

/// The text as Markdown shows it literally, on one line.
std::string markdown_text(std::string_view text);

} // namespace plumbline::report
