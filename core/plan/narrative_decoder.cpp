#include "plan/narrative_decoder.hpp"

#include "plan/utf8.hpp"

#include <algorithm>

namespace plumbline::plan {

namespace {

constexpr std::string_view comment_start = "<!--", comment_end = "-->";
constexpr std::string_view cdata_start = "<![CDATA[", cdata_end = "]]>";

/// Offset of the ">" that ends the tag at `from`, past any ">" in its attributes.
std::size_t tag_end(std::string_view bytes, std::size_t from) {
    char quote = 0;
    for (std::size_t i = from; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
    }
    return std::string_view::npos;
}

/// Offset of the first `a` or `b` in `bytes` from `from` on, or the end.
std::size_t find_either(std::string_view bytes, char a, char b, std::size_t from) {
    const std::size_t first = std::min(bytes.find(a, from), bytes.size());
    return a == b ? first : std::min(bytes.substr(0, first).find(b, from), first);
}

} // namespace

Narrative NarrativeDecoder::decode(std::size_t content) {
    std::size_t at = content;
    while (at < bytes_.size()) {
        const std::size_t markup = std::min(bytes_.find('<', at), bytes_.size());
        if (markup > at) add_written(at, markup, false);
        if (depth_ == 0 && bytes_.substr(markup).starts_with("</")) break;
        at = read_markup(markup);
    }
    finish();
    return std::move(out_);
}

std::size_t NarrativeDecoder::read_markup(std::size_t at) {
    const std::string_view rest = bytes_.substr(at);
    if (rest.starts_with(comment_start)) {
        out_of_step_ = true;
        const std::size_t end = bytes_.find(comment_end, at + comment_start.size());
        return end == std::string_view::npos ? bytes_.size() : end + comment_end.size();
    }
    if (rest.starts_with(cdata_start)) {
        const std::size_t from = at + cdata_start.size();
        const std::size_t end = std::min(bytes_.find(cdata_end, from), bytes_.size());
        out_of_step_ = true;
        add_written(from, end, true);
        out_of_step_ = true;
        return std::min(end + cdata_end.size(), bytes_.size());
    }
    return read_tag(at);
}

std::size_t NarrativeDecoder::read_tag(std::size_t at) {
    const std::size_t end = tag_end(bytes_, at);
    if (end == std::string_view::npos) return bytes_.size();
    out_of_step_ = true;
    const bool closing = bytes_[at + 1] == '/';
    const bool empty = bytes_[end - 1] == '/';
    const std::size_t name_start = at + (closing ? 2U : 1U);
    const std::size_t name_end = bytes_.find_first_of(" \t\r\n/>", name_start);
    const std::string_view name = bytes_.substr(name_start, name_end - name_start);
    if (closing)
        --depth_;
    else if (!empty)
        ++depth_;

    if (name == "p")
        break_paragraph();
    else if (name == "br" && !closing) {
        ++breaks_;
        skip_space_ = true;
    } else if (name != "br" && !closing)
        oddities_.push_back({at, "unknown element <" + utf8::shortened(name, 40) + '>'});
    const bool known = name == "p" || name == "br";
    if (known && !closing && bytes_.find('=', name_end) < end)
        oddities_.push_back({at, "unknown attribute on <" + std::string(name) + '>'});
    return end + 1;
}

void NarrativeDecoder::break_paragraph() {
    breaks_ = std::max(breaks_, std::size_t{1});
    skip_space_ = true;
}

void NarrativeDecoder::add_written(std::size_t from, std::size_t to, bool literal) {
    const bool references = source_.has_references() && !literal;
    const bool returns = source_.has_carriage_returns();
    if (!references && !returns) return add_run(bytes_.substr(from, to - from), from);
    const std::string_view written = bytes_.substr(0, to);
    while (from < to) {
        const std::size_t stop = find_either(written, references ? '&' : '\r', returns ? '\r' : '&', from);
        if (stop > from) add_run(bytes_.substr(from, stop - from), from);
        if (stop == to) return;
        from = stop + 1;
        if (bytes_[stop] == '\r') {
            add_run("\n", stop);
            if (from < to && bytes_[from] == '\n')
                ++from;
            else
                out_of_step_ = true; // the text has a line end where the file, counted in LF, has none
            continue;
        }
        std::uint32_t code_point = 0;
        const std::size_t size = reference_at(bytes_.substr(stop), code_point);
        std::string character;
        if (size == 0)
            character = "&";
        else
            utf8::append(character, code_point);
        add_run(character, stop);
        out_of_step_ = true;
        from = stop + std::max(size, std::size_t{1});
    }
}

void NarrativeDecoder::add_run(std::string_view run, std::size_t offset) {
    if (skip_space_) {
        const std::size_t space = utf8::leading_space(run);
        if (space > 0) out_of_step_ = true;
        if (space == run.size()) return;
        run.remove_prefix(space);
        offset += space;
        skip_space_ = false;
    }
    if (breaks_ > 0 && !out_.text.empty()) {
        out_.text.resize(out_.text.size() - utf8::trailing_space(out_.text));
        while (!out_.anchors.empty() && out_.anchors.back().offset >= out_.text.size())
            out_.anchors.pop_back();
        out_.text.append(breaks_, '\n');
    }
    breaks_ = 0;
    if (out_of_step_) {
        const Position place = source_.position(offset);
        if (out_.text.empty())
            out_.begins = place;
        else
            out_.anchors.push_back({static_cast<std::uint32_t>(out_.text.size()), place.line, place.column});
        out_of_step_ = false;
    }
    out_.text += run;
}

void NarrativeDecoder::finish() {
    out_.text.resize(out_.text.size() - utf8::trailing_space(out_.text));
    while (!out_.anchors.empty() && out_.anchors.back().offset >= out_.text.size())
        out_.anchors.pop_back();
}

} // namespace plumbline::plan
