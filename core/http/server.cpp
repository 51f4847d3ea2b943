#include "http/server.hpp"

#include "base/user_error.hpp"
#include "http/problem.hpp"
#include "http/session.hpp"
#include "report/json.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdlib>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plumbline::http {

namespace asio = boost::asio;

namespace {

using asio::ip::tcp;

constexpr std::chrono::milliseconds after_full{100}; // when the system gives no more connections
constexpr std::chrono::milliseconds force_closed{500};

class Server : public Sessions {
public:
    Server(const Settings& settings, std::shared_ptr<const Loaded> loaded,
           std::shared_ptr<asio::ssl::context> tls)
        : application_(settings, std::move(loaded)), tls_(std::move(tls)), acceptor_(context_),
          signals_(context_, SIGTERM, SIGINT, SIGHUP), pause_(context_), last_moment_(context_) {
        open();
    }

    ~Server() override {
        if (reloader_.joinable()) reloader_.join();
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string url() const {
        const auto end = acceptor_.local_endpoint();
        std::string address = end.address().to_string();
        if (end.address().is_v6()) address = '[' + address + ']';
        return (tls_ ? "https://" : "http://") + address + ':' + std::to_string(end.port());
    }

    /// Whether a check still hangs in a thread of ours.
    bool is_stuck() const { return application_.pool()->load().stuck > 0; }

    void run() {
        accept();
        wait_for_signal();
        context_.run();
    }

    void reload(std::function<void(Reply)> done) override {
        waiting_.push_back(std::move(done));
        if (!reloader_.joinable()) start_reload();
    }

    void ended(std::uint64_t session) override {
        asio::post(context_, [this, session] {
            sessions_.erase(session);
            application_.metrics().connections = sessions_.size();
            if (application_.is_ending() && sessions_.empty()) finish();
        });
    }

private:
    void open();
    void accept();
    void admit(tcp::socket socket);
    void turn_away(tcp::socket socket);
    void wait_for_signal();
    void end();
    void finish();

    void start_reload();
    void end_reload(const std::shared_ptr<const Loaded>& loaded,
                    const std::shared_ptr<asio::ssl::context>& tls, const std::string& reason);

    asio::io_context context_{1};
    Application application_;
    std::shared_ptr<asio::ssl::context> tls_;
    tcp::acceptor acceptor_;
    asio::signal_set signals_;
    asio::steady_timer pause_, last_moment_;
    std::unordered_map<std::uint64_t, std::weak_ptr<Session>> sessions_;
    std::uint64_t next_ = 0;
    std::thread reloader_;
    std::vector<std::function<void(Reply)>> waiting_, served_; // for the next reload; by the one under way
};

void Server::open() {
    const Settings& settings = application_.settings();
    const tcp::endpoint end(asio::ip::make_address(settings.address), settings.port);
    ErrorCode error;
    acceptor_.open(end.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(end, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        throw UserError("--listen " + settings.address + ':' + std::to_string(settings.port) +
                        ": the system does not give this address: " + error.message());
}

void Server::accept() {
    acceptor_.async_accept([this](const ErrorCode& error, tcp::socket socket) {
        if (!acceptor_.is_open()) return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        pause_.expires_after(after_full);
        pause_.async_wait([this](const ErrorCode& stopped) {
            if (!stopped && acceptor_.is_open()) accept();
        });
    });
}

void Server::admit(tcp::socket socket) {
    Metrics& metrics = application_.metrics();
    ++metrics.connections_total;
    if (sessions_.size() >= application_.settings().limits.connections) {
        ++metrics.refused_connections;
        return turn_away(std::move(socket));
    }
    ErrorCode ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto transport = tls_ ? tls_transport(std::move(socket), tls_) : plain_transport(std::move(socket));
    const auto session =
        std::make_shared<Session>(next_, std::move(transport), context_, application_, *this);
    sessions_.emplace(next_++, session);
    metrics.connections = sessions_.size();
    session->start();
}

/// One more than may be: told so where that can be said in the clear.
void Server::turn_away(tcp::socket socket) {
    if (tls_) return;
    Reply full = problem(503, "busy", "there are as many connections as may be");
    full.fields.emplace_back("Retry-After", "1");
    auto kept = std::make_shared<tcp::socket>(std::move(socket));
    auto text = std::make_shared<std::string>(head_text(full, full.body.size(), false) + full.body);
    asio::async_write(*kept, asio::buffer(*text), [kept, text](const ErrorCode&, std::size_t) {
        ErrorCode ignored;
        kept->shutdown(tcp::socket::shutdown_both, ignored);
    });
}

void Server::wait_for_signal() {
    signals_.async_wait([this](const ErrorCode& error, int signal) {
        if (error) return;
        if (signal != SIGHUP) return end();
        reload([](const Reply&) {});
        wait_for_signal();
    });
}

/// No connection is taken any more; what is in flight is finished.
void Server::end() {
    spdlog::info("ending: finishing what is in flight");
    application_.begin_ending();
    ErrorCode ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    const auto open = sessions_;
    for (const auto& [number, session] : open)
        if (const auto held = session.lock()) held->wind_up();
    if (sessions_.empty()) return finish();
    last_moment_.expires_after(application_.settings().limits.ending);
    last_moment_.async_wait([this](const ErrorCode& error) {
        if (error) return;
        spdlog::warn("{} connections were still open and are cut", sessions_.size());
        const auto left = sessions_;
        for (const auto& [number, session] : left)
            if (const auto held = session.lock()) held->abort();
        last_moment_.expires_after(force_closed);
        last_moment_.async_wait([this](const ErrorCode&) { context_.stop(); });
    });
}

void Server::finish() {
    context_.stop();
}

void Server::start_reload() {
    served_ = std::exchange(waiting_, {});
    reloader_ = std::thread([this, settings = application_.settings()] {
        std::shared_ptr<const Loaded> loaded;
        std::shared_ptr<asio::ssl::context> tls;
        std::string reason;
        try {
            loaded = load(settings);
            if (!settings.certificate.empty()) tls = tls_context(settings.certificate, settings.key);
        } catch (const std::exception& error) {
            loaded.reset();
            reason = error.what();
        }
        asio::post(context_, [this, loaded, tls, reason] { end_reload(loaded, tls, reason); });
    });
}

void Server::end_reload(const std::shared_ptr<const Loaded>& loaded,
                        const std::shared_ptr<asio::ssl::context>& tls, const std::string& reason) {
    reloader_.join();
    reloader_ = {};
    const std::string before = application_.fingerprint();
    Reply reply;
    if (loaded) {
        application_.swap(loaded);
        if (tls) tls_ = tls;
        ++application_.metrics().reloads;
        spdlog::info("reloaded: rules {} take the place of {}", application_.fingerprint(), before);
        reply.body = report::dump({{"fingerprint", application_.fingerprint()}, {"before", before}}) + '\n';
    } else {
        ++application_.metrics().failed_reloads;
        spdlog::error("not reloaded, rules {} stay: {}", before, reason);
        reply = problem(409, "not-reloaded", "the rules in use stay: " + reason);
    }
    for (const auto& done : std::exchange(served_, {}))
        done(reply);
    if (!waiting_.empty()) start_reload();
}

} // namespace

void serve(const Settings& settings, const std::function<void(const std::string& url)>& listening) {
    check_safe(settings);
    std::shared_ptr<asio::ssl::context> tls;
    if (!settings.certificate.empty()) tls = tls_context(settings.certificate, settings.key);
    bool stuck = false;
    {
        Server server(settings, load(settings), std::move(tls));
        listening(server.url());
        server.run();
        stuck = server.is_stuck();
    }
    if (!stuck) return;
    spdlog::warn("ended with a check that still hangs");
    spdlog::shutdown();
    std::_Exit(0); // its thread must not run on while the program is taken down
}

} // namespace plumbline::http
