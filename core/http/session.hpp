#pragma once

/// One connection: its requests one after the other, each with a time limit on every step.

#include "http/application.hpp"
#include "http/batch.hpp"
#include "http/parser.hpp"
#include "http/transport.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace plumbline::http {

/// What a session needs of the server beside the application.
class Sessions {
public:
    Sessions() = default;
    virtual ~Sessions() = default;
    Sessions(const Sessions&) = delete;
    Sessions& operator=(const Sessions&) = delete;

    /// Calls back with the reply to POST /v1/reload.
    virtual void reload(std::function<void(Reply)> done) = 0;
    virtual void ended(std::uint64_t session) = 0;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(std::uint64_t number, std::unique_ptr<Transport> transport, boost::asio::io_context& context,
            Application& application, Sessions& sessions);
    ~Session();

    void start();
    /// Finishes the request that has begun, if any, and closes.
    void wind_up();
    /// Closes, whatever is under way.
    void abort();

private:
    using Clock = std::chrono::steady_clock;
    enum class Stage : std::uint8_t { handshake, idle, head, body, working, batch, writing, closing, closed };

    void arm(std::chrono::milliseconds limit);
    void time_is_up();
    void next_request();
    void read();
    void on_bytes(const ErrorCode& error, std::size_t count);
    void parse();
    void on_head();
    void on_whole();
    void refuse(const Reply& reply);
    void send(Reply reply);
    void on_sent();
    void linger();
    void close();

    void ask_for_body();
    void submit();
    void begin_batch();
    void read_more_of_batch();
    void batch_changed();
    void on_batch_sent(const ErrorCode& error);
    void end_of_batch();

    void write(std::string first, std::string second, Handled done);
    void log();

    std::uint64_t number_;
    std::unique_ptr<Transport> transport_;
    boost::asio::io_context* context_;
    Application* application_;
    Sessions* sessions_;
    boost::asio::steady_timer timer_;
    std::uint64_t armed_ = 0; // tells a timer that was replaced from the one that counts

    Stage stage_ = Stage::handshake;
    std::array<char, 16384> piece_{};
    std::string received_; // not yet taken apart
    Parser parser_;
    Head head_;
    Decision decision_;
    std::string body_;
    std::array<std::string, 2> sending_;
    bool keep_ = true, body_is_done_ = false, ending_ = false, timed_out_ = false;
    bool reading_ = false;    // a read is under way
    bool needs_bytes_ = true; // what was received does not go further by itself
    bool continuing_ = false; // "100 Continue" is on its way

    std::shared_ptr<Batch> batch_;
    bool batch_writing_ = false, batch_head_sent_ = false;

    // For the log.
    Clock::time_point began_;
    unsigned status_ = 0;
    std::size_t bytes_in_ = 0, bytes_out_ = 0;
    bool counted_ = false; // as in flight
};

} // namespace plumbline::http
