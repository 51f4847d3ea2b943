#include "report/html/html_writer.hpp"

#include "base/user_error.hpp"
#include "report/coverage_line.hpp"
#include "report/html/assets.hpp"
#include "report/html/escape.hpp"
#include "report/html/fill.hpp"
#include "report/html/piece.hpp"
#include "report/html/views.hpp"

#include <array>
#include <utility>

namespace plumbline::report::html {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 5> views{{{"summary", "Summary"},
                                                                    {"action-plan", "Action plan"},
                                                                    {"self-assessment", "Self-assessment"},
                                                                    {"plans", "Plans"},
                                                                    {"about", "About"}}};

const standard::RuleSet& rule_set_of(const Options& options) {
    if (options.rule_set == nullptr) throw InternalError("the HTML report needs the rule set");
    return *options.rule_set;
}

std::string numbered(const std::string& text, std::size_t number) {
    std::string out;
    out.reserve(text.size() + text.size() / 64);
    const std::string digits = std::to_string(number);
    std::size_t from = 0;
    for (auto at = text.find(plan_number); at != std::string::npos; at = text.find(plan_number, from)) {
        out.append(text, from, at - from).append(digits);
        from = at + 1;
    }
    return out.append(text, from);
}

} // namespace

HtmlWriter::HtmlWriter(std::ostream& stream, const Options& options)
    : stream_(&stream), titles_(options.titles), index_(rule_set_of(options), options.titles), kept_(index_) {
}

void HtmlWriter::begin(const Receipt& receipt) {
    Data data;
    data.set("title", "Plumbline: " + receipt.rule_set_title);
    data.set("rule-set", receipt.rule_set_title);
    data.set("as-of", reader_date(receipt.as_of));
    data.set("styles", std::string(styles()));
    Data links = list();
    for (const auto& [id, label] : views) {
        Data link;
        link.set("id", id);
        link.set("label", label);
        links.push_back(link);
    }
    data.set("views", links);
    *stream_ << filled("start", data);
}

std::string HtmlWriter::render(const judgement::PlanResult& plan) const {
    return to_bytes(piece_of(plan, index_, titles_));
}

void HtmlWriter::put(std::string_view rendered) {
    const Piece piece = from_bytes(rendered);
    ++plans_;
    kept_.add(piece, plans_, index_);
    rows_ += numbered(piece.row, plans_);
    *stream_ << numbered(piece.page, plans_);
}

void HtmlWriter::end(const Summary& summary, const Receipt& receipt) {
    const Batch batch{summary, receipt, index_, titles_, kept_};
    *stream_ << summary_page(batch) << area_pages(batch) << action_plan_page(batch)
             << self_assessment_page(batch) << plans_page(batch, rows_) << about_page(batch);
    Data data;
    data.set("coverage", coverage_line(summary.coverage));
    data.set("plumbline", receipt.plumbline);
    data.set("script", std::string(script()));
    *stream_ << filled("end", data);
}

} // namespace plumbline::report::html
