#include "plan/container.hpp"

#include "plan/resume.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::plan {

namespace {

constexpr std::size_t smallest_step = std::size_t{64} << 10U;
constexpr std::size_t largest_step = std::size_t{8} << 20U;
constexpr std::string_view root_again = "<plans>"; // opens the root for a parser that starts in the middle

std::string too_large(std::string_view what, std::size_t most_bytes) {
    return std::string(what) + " larger than " + std::to_string(most_bytes >> 20U) +
           " MB; expected a smaller one";
}

} // namespace

struct Container::Handlers {
    static Container& self(void* user) { return *static_cast<Container*>(user); }

    static void start(void* user, const XML_Char* name, const XML_Char** /*attributes*/) {
        self(user).start_element(name);
    }
    static void end(void* user, const XML_Char* /*name*/) { self(user).end_element(); }
    static void other(void* user, const XML_Char* text, int size) {
        self(user).text_outside({text, static_cast<std::size_t>(size)});
    }
    static void doctype(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                        const XML_Char* /*public_id*/, int /*has_internal_subset*/) {
        self(user).refuse(std::string(doctype_refused));
    }
    static void declaration(void* user, const XML_Char* /*version*/, const XML_Char* encoding,
                            int /*standalone*/) {
        if (encoding != nullptr && !is_readable_encoding(encoding))
            self(user).refuse(encoding_refused(encoding));
    }
};

Container::Container(std::unique_ptr<ByteStream> stream, std::string file, std::string begun,
                     std::size_t most_bytes)
    : stream_(std::move(stream)), file_(std::move(file)), window_(*stream_, std::move(begun)),
      most_bytes_(most_bytes), step_(smallest_step) {
    start_parser(window_.begin());
}

std::optional<Input> Container::next() {
    while (ready_.empty() && !finished_)
        feed();
    if (ready_.empty()) return std::nullopt;
    Input input = std::move(ready_.front());
    ready_.pop_front();
    return input;
}

void Container::start_parser(std::uint64_t at) {
    const bool in_the_middle = parser_ != nullptr;
    parser_ = make_expat_parser();
    parser_start_ = fed_ = outside_ = at;
    prefix_ = 0;
    plan_.reset();
    beside_.reset();
    stopped_.reset();
    const std::uint32_t root_line = open_.empty() ? 1 : static_cast<std::uint32_t>(open_.front().offset);
    open_.clear();
    text_reported_ = false;
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), Handlers::start, Handlers::end);
    XML_SetDefaultHandler(parser_.get(), Handlers::other);
    XML_SetStartDoctypeDeclHandler(parser_.get(), Handlers::doctype);
    XML_SetXmlDeclHandler(parser_.get(), Handlers::declaration);
    if (!in_the_middle) return;
    prefix_ = root_again.size();
    XML_Parse(parser_.get(), root_again.data(), static_cast<int>(prefix_), XML_FALSE);
    open_.assign({{"plans", root_line}});
}

/// expat scans a token that goes on past the end of a piece again with the next one, so pieces grow while no
/// element starts or ends.
std::string_view Container::next_piece() {
    step_ = saw_elements_ ? smallest_step : std::min(2 * step_, largest_step);
    while (!at_end_ && window_.end() - fed_ < step_)
        at_end_ = !window_.fill();
    return window_.from(fed_).substr(0, step_);
}

void Container::feed() {
    const std::string_view piece = next_piece();
    const bool last = at_end_ && fed_ + piece.size() == window_.end();
    saw_elements_ = false;
    const XML_Status status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    fed_ += piece.size();
    if (last && !stream_->problem().empty()) {
        report(window_.position(fed_), "reading stopped here: " + stream_->problem(), false);
        return finish();
    }
    if (status == XML_STATUS_ERROR) return broken();
    if (last) return finish();
    if (fed_ - needed_from() > most_bytes_) {
        stop(needed_from(), too_large(plan_ ? "the plan is" : "a comment or tag is", most_bytes_),
             needed_from() + 1);
        return broken();
    }
    window_.drop(needed_from());
}

std::uint64_t Container::token_start() const {
    return parser_start_ + static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_.get())) - prefix_;
}

std::uint64_t Container::token_end() const {
    return token_start() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()));
}

void Container::start_element(std::string_view name) {
    saw_elements_ = true;
    if (plan_) {
        ++plan_->depth;
        if (name == "plan" || name == "plans")
            stop(token_start(),
                 "a new <" + std::string(name) + "> starts before the <plan> opened on line " +
                     std::to_string(plan_->place.line) + " is closed; expected </plan>",
                 token_start());
        return;
    }
    if (name == "plan" && !open_.empty()) return start_plan();
    if (token_end() <= parser_start_) return; // the root that was opened again
    const Position place = window_.position(token_start());
    open_.push_back({std::string(name), place.line});
    if (open_.size() == 2) beside_ = place;
    outside_ = token_end();
}

void Container::end_element() {
    saw_elements_ = true;
    if (plan_ && plan_->depth > 0) {
        --plan_->depth;
        return;
    }
    if (plan_) return end_plan();
    outside_ = token_end();
    if (open_.size() == 2 && beside_)
        report(*beside_,
               '<' + utf8::shortened(open_.back().name, 40) + "> is no plan; expected <plan> in <plans>",
               true);
    open_.pop_back();
    root_closed_ = root_closed_ || open_.empty();
    text_reported_ = false;
}

void Container::start_plan() {
    plan_ = OpenPlan{token_start(), window_.position(token_start()), 0};
    beside_.reset();
    text_reported_ = false;
    XML_SetDefaultHandler(parser_.get(), nullptr);
}

void Container::end_plan() {
    const std::string_view bytes = window_.between(plan_->start, token_end());
    if (bytes.size() > most_bytes_) {
        report(plan_->place, too_large("the plan is", most_bytes_), false);
    } else {
        Input input;
        input.source = {file_, std::string(bytes), plan_->place.line, plan_->place.column};
        ready_.push_back(std::move(input));
        anything_ = true;
    }
    plan_.reset();
    outside_ = token_end();
    XML_SetDefaultHandler(parser_.get(), Handlers::other);
}

/// White space and comments between plans are as they should be; other text there may be what is left of a
/// plan.
void Container::text_outside(std::string_view text) {
    const std::uint64_t start = token_start();
    if (start < parser_start_) return;
    outside_ = token_end();
    const std::size_t space = utf8::leading_space(text);
    if (open_.size() != 1 || text_reported_ || space == text.size() || text[space] == '<') return;
    text_reported_ = true;
    report(window_.position(start + space), "text between the plans; expected <plan>", true);
}

void Container::stop(std::uint64_t offset, std::string why, std::uint64_t resume_at) {
    stopped_ = Stop{offset, std::move(why), resume_at};
    XML_StopParser(parser_.get(), XML_FALSE);
}

void Container::refuse(const std::string& why) {
    refused_ = true;
    stop(token_start(), why + "; nothing of this file is read", 0);
}

void Container::broken() {
    if (!stopped_) return plan_ ? broken_in_plan() : broken_outside();
    report(window_.position(stopped_->offset), std::move(stopped_->why), false);
    if (refused_) return finish();
    resume(plan_ ? plan_->start + 1 : outside_, stopped_->resume_at);
}

void Container::broken_in_plan() {
    const std::string_view bytes = window_.from(plan_->start);
    const auto place = [&](std::size_t offset) { return place_after(plan_->place, bytes.substr(0, offset)); };
    Diagnosis diagnosis = diagnose(bytes, [&](std::size_t offset) { return place(offset).line; });
    const Fault fault = diagnosis.fault.value_or(Fault{0, "not well-formed XML"});
    report(place(fault.offset), fault.message, false);
    ready_.back().id = std::move(diagnosis.id);
    resume(plan_->start + 1, plan_->start + fault.offset);
}

void Container::broken_outside() {
    const XML_Error code = XML_GetErrorCode(parser_.get());
    if (code == XML_ERROR_NO_ELEMENTS && root_closed_)
        return finish(); // what came behind the root was reported
    const std::uint64_t error = token_start();
    const Fault fault = in_words(code, error - window_.begin(), window_.bytes(), open_,
                                 [](std::size_t line) { return static_cast<std::uint32_t>(line); });
    report(window_.position(window_.begin() + fault.offset), fault.message, false);
    // A tag that never ends is not the next start.
    resume(outside_, code == XML_ERROR_UNCLOSED_TOKEN ? error + 1 : error);
}

void Container::resume(std::uint64_t from, std::uint64_t not_before) {
    const auto start = next_plan_start(window_, from, std::max(not_before, parser_start_ + 1), most_bytes_);
    if (!start) return finish();
    window_.drop(*start);
    at_end_ = false;
    saw_elements_ = true;
    start_parser(*start);
}

void Container::report(Position place, std::string problem, bool skipped) {
    Input input;
    input.source.file = file_;
    input.problem = std::move(problem);
    input.skipped = skipped;
    input.line = place.line;
    input.column = place.column;
    ready_.push_back(std::move(input));
    anything_ = true;
}

void Container::finish() {
    finished_ = true;
    if (!anything_) report({1, 1}, "<plans> holds no plan", true);
}

} // namespace plumbline::plan
