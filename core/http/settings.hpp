#pragma once

#include "engine/installation.hpp"
#include "service/pool.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace plumbline::http {

struct Limits {
    std::size_t head_bytes = std::size_t{16} << 10U;
    std::size_t plan_bytes = std::size_t{4} << 20U; // of one plan, in a batch as well
    std::size_t connections = 4096;
    std::size_t batches = 2;                 // answered at a time
    std::chrono::milliseconds head{10000};   // for a request's head to arrive, and for a TLS handshake
    std::chrono::milliseconds body{30000};   // for a plan to arrive
    std::chrono::milliseconds idle{120000};  // between two requests
    std::chrono::milliseconds write{30000};  // for an answer to be taken
    std::chrono::milliseconds piece{60000};  // of a batch, between two pieces either way
    std::chrono::milliseconds ending{30000}; // for what is in flight when the service ends
};

struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8787;    // 0: any that is free
    std::string certificate, key; // of TLS; files in PEM form, both or neither
    bool behind_proxy = false;
    std::string tokens; // a file; empty: everybody may ask
    std::string rule_set = "default";
    engine::Folders folders;
    service::PoolSettings pool;
    Limits limits;
};

/// "127.0.0.1:8787", "[::1]:0", ":8787" (loopback) into the settings. Throws UserError.
void read_listen(const std::string& text, Settings& settings);

/// Throws UserError for settings that would let strangers ask, or let anybody read what passes.
void check_safe(const Settings& settings);

} // namespace plumbline::http
