#include "report/html/marks.hpp"

#include "report/html/escape.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace plumbline::report::html {

namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Where so many characters from `begin` on end.
std::size_t end_of(std::string_view text, std::size_t begin, std::size_t characters) {
    std::size_t at = begin;
    for (; at < text.size() && characters > 0; --characters) {
        ++at;
        while (at < text.size() && continues(text[at]))
            ++at;
    }
    return at;
}

std::string with_breaks(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t end = text.find('\n');
        out += escaped(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        out += "<br>";
        text.remove_prefix(end + 1);
    }
}

std::string anchor(char kind, std::size_t number) {
    return std::string("p") + plan_number + kind + std::to_string(number);
}

} // namespace

void Marks::add(const judgement::Finding& finding, std::size_t entry) {
    for (const auto& evidence : finding.evidence)
        if (evidence.line != 0 && evidence.length != 0) words_.push_back({&evidence, entry});
    nodes_.emplace(finding.at.path, 0);
    sorted_ = false;
}

std::vector<Marks::Span> Marks::spans_of(const plan::Narrative& narrative) const {
    const auto place = [](const Words& words) {
        return std::tie(words.evidence->line, words.evidence->column);
    };
    const auto first = std::lower_bound(words_.begin(), words_.end(), narrative.begins,
                                        [](const Words& words, const plan::Position& begins) {
                                            return std::tie(words.evidence->line, words.evidence->column) <
                                                   std::tie(begins.line, begins.column);
                                        });
    std::vector<Span> spans;
    auto next = first;
    std::size_t anchor_index = 0;
    plan::Position now = narrative.begins;
    const std::string& text = narrative.text;
    for (std::size_t at = 0; at < text.size() && next != words_.end();) {
        while (anchor_index < narrative.anchors.size() && narrative.anchors[anchor_index].offset <= at) {
            const auto& step = narrative.anchors[anchor_index++];
            if (step.offset == at) now = {step.line, step.column};
        }
        while (next != words_.end() && place(*next) < std::tie(now.line, now.column))
            ++next;
        for (; next != words_.end() && place(*next) == std::tie(now.line, now.column); ++next) {
            const std::size_t end = end_of(text, at, next->evidence->length);
            if (spans.empty() || at >= spans.back().end) spans.push_back({at, end, next->entry, {}});
            spans.back().end = std::max(spans.back().end, end);
            spans.back().shows.push_back(next->evidence);
        }
        if (text[at] == '\n') {
            ++now.line;
            now.column = 1;
        } else {
            ++now.column;
        }
        at = end_of(text, at, 1);
    }
    return spans;
}

std::string Marks::marked(const plan::Narrative& narrative) {
    if (!sorted_)
        std::stable_sort(words_.begin(), words_.end(), [](const Words& left, const Words& right) {
            return std::tie(left.evidence->line, left.evidence->column, left.entry) <
                   std::tie(right.evidence->line, right.evidence->column, right.entry);
        });
    sorted_ = true;
    const std::string_view text = narrative.text;
    std::string out;
    std::size_t done = 0;
    for (const Span& span : spans_of(narrative)) {
        out += with_breaks(text.substr(done, span.begin - done));
        ++marks_;
        for (const auto* evidence : span.shows)
            numbers_.emplace(evidence, marks_);
        out += "<mark id=" + anchor('m', marks_) + "><a href=#" + anchor('f', span.entry) + '>';
        out += with_breaks(text.substr(span.begin, span.end - span.begin)) + "</a></mark>";
        done = span.end;
    }
    return out + with_breaks(text.substr(done));
}

std::string Marks::node_id(const std::string& path) {
    const auto found = nodes_.find(path);
    if (found == nodes_.end() || found->second != 0) return {};
    found->second = ++nodes_written_;
    return " id=" + anchor('n', found->second);
}

std::string Marks::anchor_of(const judgement::Evidence& evidence, const judgement::Finding& finding) const {
    const auto found = numbers_.find(&evidence);
    return found == numbers_.end() ? anchor_of(finding) : anchor('m', found->second);
}

std::string Marks::anchor_of(const judgement::Finding& finding) const {
    const auto found = nodes_.find(finding.at.path);
    if (found == nodes_.end() || found->second == 0) return std::string("p") + plan_number + 't';
    return anchor('n', found->second);
}

} // namespace plumbline::report::html
