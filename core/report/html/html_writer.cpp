#include "report/html/html_writer.hpp"

#include "base/user_error.hpp"
#include "report/coverage_line.hpp"
#include "report/html/assets.hpp"
#include "report/html/escape.hpp"
#include "report/html/fill.hpp"
#include "report/html/packed.hpp"
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

/// The text with another one for each of these characters.
std::string with(const std::string& text, char mark, const std::string& other) {
    std::string out;
    out.reserve(text.size() + text.size() / 64 + other.size());
    std::size_t from = 0;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
        out.append(text, from, at - from).append(other);
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
    const std::string number = std::to_string(++plans_);
    kept_.add(piece, plans_, index_);
    rows_ += with(piece.row, plan_number, number);
    if (piece.page.empty()) return;
    std::string body = with(piece.body, plan_number, number);
    if (written_ > most_plain_bytes) body = with(piece.brief, page_body, packed(body));
    const std::string page = with(with(piece.page, plan_number, number), page_body, body);
    written_ += page.size();
    *stream_ << page;
}

void HtmlWriter::end(const Summary& summary, const Receipt& receipt) {
    const Batch batch{summary, receipt, index_, titles_, kept_};
    *stream_ << area_pages(batch) << action_plan_page(batch) << self_assessment_page(batch)
             << plans_page(batch, rows_) << about_page(batch)
             << summary_page(batch); // last: see styles/_pages
    Data data;
    data.set("coverage", coverage_line(summary.coverage));
    data.set("plumbline", receipt.plumbline);
    data.set("script", std::string(script()));
    *stream_ << filled("end", data);
}

} // namespace plumbline::report::html
