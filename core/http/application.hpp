#pragma once

/// What the service answers, whatever carries the bytes. All but `load` is for the thread of the connections.

#include "http/message.hpp"
#include "http/metrics.hpp"
#include "http/settings.hpp"
#include "http/tokens.hpp"
#include "service/pool.hpp"

#include <memory>
#include <optional>
#include <string>

namespace plumbline::http {

/// All that a reload exchanges, loaded as one and never changed.
struct Loaded {
    std::shared_ptr<service::Desk> desk;
    std::optional<Tokens> tokens;
    std::string rules, coverage; // as JSON
};

/// Loads, and tries the rules out on the plugins' examples. Throws UserError.
std::shared_ptr<const Loaded> load(const Settings& settings);

enum class Wanted : std::uint8_t { reply, check, batch, reload };

/// What is to be done about a request, from its head alone.
struct Decision {
    Wanted wanted = Wanted::reply;
    Reply reply;        // Wanted::reply
    std::string route;  // "POST /v1/checks"; for the log and the metrics, nothing of what the client wrote
    std::string caller; // the token's name
    service::Mode mode = service::Mode::sign_off;
    Date as_of{};
    std::string if_none_match;
    std::shared_ptr<const Loaded> loaded;
};

class Application {
public:
    Application(Settings settings, std::shared_ptr<const Loaded> loaded);

    /// Waits for the batches' threads, then for the pool.
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    Decision decide(const Head& head) const;

    const Settings& settings() const { return settings_; }
    const std::shared_ptr<const Loaded>& loaded() const { return loaded_; }
    const std::shared_ptr<service::Pool>& pool() const { return pool_; }
    Metrics& metrics() { return metrics_; }
    /// Held by whatever works beside the thread of the connections.
    const std::shared_ptr<void>& crew() const { return crew_; }

    /// Ends as: no new work is taken on.
    void begin_ending() { ending_ = true; }
    bool is_ending() const { return ending_; }

    void swap(std::shared_ptr<const Loaded> loaded) { loaded_ = std::move(loaded); }
    const std::string& fingerprint() const { return loaded_->desk->edition().fingerprint(); }

private:
    Reply ready() const;
    Reply show(const std::string& path, const Head& head) const;

    Settings settings_;
    std::shared_ptr<const Loaded> loaded_;
    std::shared_ptr<service::Pool> pool_;
    std::shared_ptr<void> crew_ = std::make_shared<int>(0);
    Metrics metrics_;
    bool ending_ = false;
};

/// The answer to one plan, or the problem with it.
Reply check_reply(const service::Request& request, const service::Judged& judged, const service::Desk& desk);

/// What each answer says of the rules it was made with.
void add_rules(Reply& reply, const std::string& fingerprint);

} // namespace plumbline::http
