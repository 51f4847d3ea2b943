#include "http/session.hpp"

#include "http/problem.hpp"

#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace plumbline::http {

namespace {

constexpr std::chrono::milliseconds linger_time{2000};

} // namespace

Session::Session(std::uint64_t number, std::unique_ptr<Transport> transport, boost::asio::io_context& context,
                 Application& application, Sessions& sessions)
    : number_(number), transport_(std::move(transport)), context_(&context), application_(&application),
      sessions_(&sessions), timer_(context), parser_(application.settings().limits.head_bytes) {}

Session::~Session() = default;

void Session::start() {
    arm(application_->settings().limits.head);
    transport_->begin([self = shared_from_this()](const ErrorCode& error, std::size_t) {
        if (error) {
            ++self->application_->metrics().broken;
            self->close();
        } else {
            self->next_request();
        }
    });
}

void Session::wind_up() {
    ending_ = true;
    if (stage_ == Stage::idle || stage_ == Stage::handshake || stage_ == Stage::closing) close();
}

void Session::abort() {
    close();
}

void Session::arm(std::chrono::milliseconds limit) {
    timer_.expires_after(limit);
    timer_.async_wait([self = shared_from_this(), armed = ++armed_](const ErrorCode& error) {
        if (!error && armed == self->armed_) self->time_is_up();
    });
}

void Session::time_is_up() {
    const Stage stage = stage_;
    if (stage != Stage::idle && stage != Stage::closing) ++application_->metrics().timeouts;
    if (stage == Stage::head || stage == Stage::body) {
        timed_out_ = true;
        transport_->cancel(); // the read that is under way ends; then the client is told
    } else {
        close();
    }
}

void Session::next_request() {
    parser_ = Parser(application_->settings().limits.head_bytes);
    head_ = {};
    decision_ = {};
    body_.clear();
    batch_.reset();
    body_is_done_ = false;
    batch_writing_ = batch_head_sent_ = false;
    status_ = 0;
    bytes_in_ = bytes_out_ = 0;
    stage_ = Stage::idle;
    if (ending_ && received_.empty()) return close();
    if (!received_.empty()) return parse(); // sent before the last answer was there
    arm(application_->settings().limits.idle);
    read();
}

void Session::read() {
    if (reading_) return;
    reading_ = true;
    transport_->read(boost::asio::buffer(piece_),
                     [self = shared_from_this()](const ErrorCode& error, std::size_t count) {
                         self->on_bytes(error, count);
                     });
}

void Session::on_bytes(const ErrorCode& error, std::size_t count) {
    reading_ = false;
    if (stage_ == Stage::closed || stage_ == Stage::writing) return; // not wanted any more
    if (timed_out_)
        return refuse(problem(408, "timeout", "the request did not arrive in the time that it has"));
    if (stage_ == Stage::closing) { // what still comes is not wanted
        if (error) return close();
        return read();
    }
    if (error) {
        if (stage_ != Stage::idle) ++application_->metrics().broken;
        return close();
    }
    bytes_in_ += count;
    received_.append(piece_.data(), count);
    parse();
}

void Session::parse() {
    if (stage_ == Stage::idle) {
        stage_ = Stage::head;
        began_ = Clock::now();
        counted_ = true;
        ++application_->metrics().in_flight;
        arm(application_->settings().limits.head);
    }
    for (;;) {
        switch (parser_.take(received_)) {
        case Parsed::needs_more:
            needs_bytes_ = true;
            if (batch_) return read_more_of_batch();
            return read();
        case Parsed::head:
            on_head();
            if (continuing_ || (stage_ != Stage::body && stage_ != Stage::batch)) return;
            break;
        case Parsed::piece:
            needs_bytes_ = false;
            if (batch_) return read_more_of_batch();
            body_ += parser_.body();
            break;
        case Parsed::whole:
            return on_whole();
        case Parsed::head_too_large:
            return refuse(problem(431, "head-too-large",
                                  "the request's head is larger than " +
                                      std::to_string(application_->settings().limits.head_bytes) + " bytes"));
        case Parsed::body_too_large:
            return refuse(problem(413, "too-large",
                                  "the plan is larger than " +
                                      std::to_string(application_->settings().limits.plan_bytes) + " bytes"));
        case Parsed::nonsense:
            return refuse(problem(400, "bad-request", "the request is no HTTP that can be read"));
        }
    }
}

void Session::on_head() {
    head_ = parser_.head();
    keep_ = parser_.keeps_connection() && !head_.old;
    decision_ = application_->decide(head_);
    const Limits& limits = application_->settings().limits;
    const bool wants_body = decision_.wanted == Wanted::check || decision_.wanted == Wanted::batch;
    if (!wants_body) {
        if (!head_.has_body) {
            stage_ = Stage::body; // there is none; `whole` comes next
            return;
        }
        if (decision_.wanted == Wanted::reload)
            return refuse(problem(400, "bad-request", "expected no body"));
        return refuse(decision_.reply);
    }
    if (decision_.wanted == Wanted::batch && application_->metrics().batches >= limits.batches) {
        Reply full = problem(503, "busy", "as many batches as may be are being answered; try again later");
        full.fields.emplace_back("Retry-After", "30");
        return refuse(full);
    }
    stage_ = Stage::body;
    if (decision_.wanted == Wanted::batch) {
        begin_batch();
    } else {
        parser_.limit_body(limits.plan_bytes);
        arm(limits.body);
    }
    if (parser_.expects_continue() && !head_.old && received_.empty()) ask_for_body();
}

/// The client waits to be told that its body is wanted.
void Session::ask_for_body() {
    continuing_ = true;
    write("HTTP/1.1 100 Continue\r\n\r\n", {},
          [self = shared_from_this()](const ErrorCode& error, std::size_t) {
              self->continuing_ = false;
              if (error) return self->close();
              self->parse();
          });
}

void Session::on_whole() {
    body_is_done_ = true;
    if (batch_) return read_more_of_batch();
    body_ += parser_.body();
    switch (decision_.wanted) {
    case Wanted::check:
        return submit();
    case Wanted::reload:
        stage_ = Stage::working;
        ++armed_;
        return sessions_->reload([self = shared_from_this()](Reply reply) { self->send(std::move(reply)); });
    case Wanted::reply:
    case Wanted::batch:
        break;
    }
    send(std::move(decision_.reply));
}

/// Answers a request that is not read to its end: the connection cannot go on after it.
void Session::refuse(const Reply& reply) {
    keep_ = false;
    timed_out_ = false;
    if (decision_.route.empty()) decision_.route = "other";
    send(reply);
}

void Session::submit() {
    stage_ = Stage::working;
    ++armed_; // the watchdog of the pool sees to it from here on
    const auto desk = decision_.loaded->desk;
    auto request = std::make_shared<service::Request>(
        service::Request{std::move(body_), decision_.mode, decision_.as_of});
    if (!decision_.if_none_match.empty()) {
        const std::string tag = '"' + desk->tag(*request) + '"';
        if (holds_tag(decision_.if_none_match, tag)) {
            Reply same;
            same.status = 304;
            same.fields.emplace_back("ETag", tag);
            return send(std::move(same));
        }
    }
    const auto done = [self = shared_from_this(), request, desk](const service::Judged& judged) {
        auto reply = std::make_shared<Reply>(check_reply(*request, judged, *desk));
        const auto outcome = service::outcome_of(judged.result);
        const auto took = judged.checking;
        boost::asio::post(*self->context_, [self, reply, outcome, took] {
            Metrics& metrics = self->application_->metrics();
            metrics.check_time.add(took);
            if (reply->status == 200) ++metrics.outcomes[std::string(to_word(outcome))];
            self->send(std::move(*reply));
        });
    };
    if (application_->pool()->submit({desk, service::input_of(request->plan), request->as_of, done})) return;
    Reply busy = problem(503, "busy", "too many plans are waiting already; try again in a moment");
    busy.fields.emplace_back("Retry-After", "1");
    send(std::move(busy));
}

void Session::send(Reply reply) {
    if (stage_ == Stage::closed) return;
    stage_ = Stage::writing;
    if (ending_) keep_ = false;
    if (decision_.loaded) add_rules(reply, decision_.loaded->desk->edition().fingerprint());
    status_ = reply.status;
    const std::size_t length = reply.body.size();
    if (head_.method == "HEAD") reply.body.clear();
    arm(application_->settings().limits.write);
    write(head_text(reply, length, keep_), std::move(reply.body),
          [self = shared_from_this()](const ErrorCode& error, std::size_t) {
              self->log();
              if (error) return self->close();
              self->on_sent();
          });
}

void Session::on_sent() {
    if (stage_ == Stage::closed) return;
    if (keep_ && !ending_) return next_request();
    linger();
}

/// Says that nothing more comes, and reads on for a moment, so that the answer is not lost with what was
/// still on its way here.
void Session::linger() {
    if (reading_) return close(); // a batch that ended before its container did
    stage_ = Stage::closing;
    arm(linger_time);
    transport_->finish([self = shared_from_this()](const ErrorCode& error, std::size_t) {
        if (self->stage_ != Stage::closing) return;
        if (error) return self->close();
        self->read();
    });
}

void Session::close() {
    if (stage_ == Stage::closed) return;
    stage_ = Stage::closed;
    ++armed_;
    timer_.cancel();
    if (counted_) log();
    if (batch_) {
        batch_->cancel();
        batch_.reset();
        --application_->metrics().batches;
    }
    transport_->close();
    sessions_->ended(number_);
}

void Session::write(std::string first, std::string second, Handled done) {
    sending_ = {std::move(first), std::move(second)};
    bytes_out_ += sending_[0].size() + sending_[1].size();
    const std::array<boost::asio::const_buffer, 2> buffers{boost::asio::buffer(sending_[0]),
                                                           boost::asio::buffer(sending_[1])};
    transport_->write(buffers, std::move(done));
}

/// Time, token name, status, milliseconds, sizes: nothing of the plan, nothing that a client wrote.
void Session::log() {
    if (!counted_) return;
    counted_ = false;
    Metrics& metrics = application_->metrics();
    --metrics.in_flight;
    const Seconds took = Clock::now() - began_;
    metrics.request_time.add(took);
    const std::string& route = decision_.route.empty() ? "other" : decision_.route;
    ++metrics.requests[{route, status_}];
    spdlog::info("request token={} route=\"{}\" status={} ms={:.2f} in={} out={}",
                 decision_.caller.empty() ? "-" : decision_.caller, route, status_, took.count() * 1e3,
                 bytes_in_, bytes_out_);
}

} // namespace plumbline::http
