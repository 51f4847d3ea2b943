/// A session's batches: reading and writing go on side by side, so that neither the container nor its answer
/// is ever held whole.

#include "http/problem.hpp"
#include "http/session.hpp"

#include <boost/asio/post.hpp>

#include <array>
#include <cstdio>
#include <utility>

namespace plumbline::http {

namespace {

constexpr const char* lines = "application/x-ndjson";

/// One chunk's first line.
std::string chunk_head(std::size_t size) {
    std::array<char, 20> text{};
    static_cast<void>(std::snprintf(text.data(), text.size(), "%zx\r\n", size));
    return text.data();
}

} // namespace

void Session::begin_batch() {
    const Limits& limits = application_->settings().limits;
    ++application_->metrics().batches;
    BatchTask task{decision_.loaded->desk, decision_.as_of, limits.plan_bytes,
                   std::size_t{2} * application_->settings().pool.workers, application_->crew()};
    stage_ = Stage::batch;
    batch_ = std::make_shared<Batch>(std::move(task), application_->pool(),
                                     [weak = weak_from_this(), context = context_] {
                                         boost::asio::post(*context, [weak] {
                                             if (const auto self = weak.lock()) self->batch_changed();
                                         });
                                     });
    batch_->start();
    arm(limits.piece);
}

/// Hands on what came, and asks for more when there is room.
void Session::read_more_of_batch() {
    const std::string came = parser_.body();
    if (!came.empty()) {
        batch_->give(came);
        arm(application_->settings().limits.piece);
    }
    if (body_is_done_) return batch_->end_of_input();
    if (reading_ || continuing_ || batch_->is_full()) return;
    if (needs_bytes_ || received_.empty()) return read();
    boost::asio::post(*context_, [self = shared_from_this()] {
        if (self->stage_ == Stage::batch && !self->reading_ && !self->received_.empty()) self->parse();
    });
}

void Session::batch_changed() {
    if (stage_ != Stage::batch || !batch_) return;
    if (!body_is_done_) read_more_of_batch();
    if (batch_writing_) return;
    if (batch_->is_finished()) return end_of_batch();
    std::string text = batch_->take();
    if (text.empty()) return;
    batch_writing_ = true;
    arm(application_->settings().limits.piece);
    std::string head;
    if (!batch_head_sent_) {
        Reply reply;
        reply.type = lines;
        reply.fields.emplace_back("Cache-Control", "no-store");
        add_rules(reply, decision_.loaded->desk->edition().fingerprint());
        head = head_text(reply, std::nullopt, !ending_ && keep_);
        batch_head_sent_ = true;
        status_ = reply.status;
    }
    head += chunk_head(text.size());
    text += "\r\n";
    write(std::move(head), std::move(text),
          [self = shared_from_this()](const ErrorCode& error, std::size_t) { self->on_batch_sent(error); });
}

void Session::on_batch_sent(const ErrorCode& error) {
    batch_writing_ = false;
    if (stage_ != Stage::batch) return;
    if (error) {
        ++application_->metrics().broken;
        return close();
    }
    batch_changed();
}

void Session::end_of_batch() {
    Metrics& metrics = application_->metrics();
    if (batch_->has_failed() || !batch_head_sent_) return close(); // cut short: its last line is missing
    metrics.batch_plans += batch_->plans();
    if (!body_is_done_) keep_ = false;
    stage_ = Stage::writing;
    arm(application_->settings().limits.write);
    write("0\r\n\r\n", {}, [self = shared_from_this()](const ErrorCode& error, std::size_t) {
        self->log();
        if (error) return self->close();
        --self->application_->metrics().batches;
        self->batch_.reset();
        self->on_sent();
    });
}

} // namespace plumbline::http
