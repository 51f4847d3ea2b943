#include "host/command.hpp"

#include "base/user_error.hpp"
#include "http/server.hpp"
#include "http/tokens.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <memory>
#include <thread>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace plumbline::host {

namespace {

struct ServeOptions {
    http::Settings settings;
    std::string listen = "127.0.0.1:8787";
    double give_up_after = 10; // seconds
    std::size_t most_kilobytes = 4096;
};

/// A plan in memory must not end in a file when the program does.
void refuse_core_dumps() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef PLUMBLINE_SANITIZE // the leak checker must look into the process
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

void raise_connection_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

void set_up_service_log(const Common& common) {
    auto logger = spdlog::stderr_logger_mt("service");
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    logger->set_level(common.quiet ? spdlog::level::warn : spdlog::level::info);
    spdlog::set_default_logger(logger);
}

ExitCode run_service(const ServeOptions& options, const Common& common) {
    http::Settings settings = options.settings;
    http::read_listen(options.listen, settings);
    settings.folders = common;
    settings.limits.plan_bytes = options.most_kilobytes * 1024;
    settings.pool.give_up_after =
        std::chrono::milliseconds(static_cast<std::int64_t>(options.give_up_after * 1000));
    refuse_core_dumps();
    raise_connection_limit();
    set_up_service_log(common);
    http::serve(settings, [](const std::string& url) { spdlog::info("listening on {}", url); });
    spdlog::info("ended");
    spdlog::shutdown();
    return ExitCode::clear;
}

ExitCode print_token(const std::string& name) {
    if (!http::is_token_name(name))
        throw UserError("token " + name + ": expected a name of letters, digits, '.', '-' and '_'");
    const std::string token = http::new_token();
    std::cout << token << '\n' << http::token_line(name, token) << '\n';
    std::cerr
        << "The first line is the token: give it to the caller, it is kept nowhere.\n"
           "The second line goes into the file of --tokens; then reload (SIGHUP, or POST /v1/reload).\n";
    return ExitCode::clear;
}

} // namespace

void define_serve(CLI::App& program, const Common& common, Chosen& chosen) {
    auto options = std::make_shared<ServeOptions>();
    options->settings.pool.workers = std::max(1U, std::thread::hardware_concurrency());
    http::Settings& settings = options->settings;

    CLI::App* command =
        program.add_subcommand("serve", "answer recording systems over HTTP when a plan is signed off");
    command->add_option("--listen", options->listen, "address and port; port 0 takes any that is free")
        ->capture_default_str();
    command->add_option("--rule-set,-r", settings.rule_set, "a rule set by name, or its file")
        ->capture_default_str();
    command->add_option(
        "--tokens", settings.tokens,
        "a file with a line for each caller (see 'plumbline token'); without it everybody may ask");
    command->add_option("--tls-certificate", settings.certificate, "certificate chain, PEM");
    command->add_option("--tls-key", settings.key, "its private key, PEM");
    command->add_flag("--behind-proxy", settings.behind_proxy, "a proxy in front does TLS");
    command
        ->add_option("--workers", settings.pool.workers, "plans judged at once (default: one for each core)")
        ->check(CLI::Range(1U, 256U));
    command->add_option("--queue", settings.pool.queue, "plans that may wait; more are answered 503")
        ->check(CLI::Range(1U, 100000U))
        ->capture_default_str();
    command->add_option("--connections", settings.limits.connections, "connections at once")
        ->check(CLI::Range(1U, 100000U))
        ->capture_default_str();
    command->add_option("--batches", settings.limits.batches, "batches answered at once")
        ->check(CLI::Range(0U, 64U))
        ->capture_default_str();
    command->add_option("--most-kilobytes", options->most_kilobytes, "the largest plan that is taken")
        ->check(CLI::Range(1U, 65536U))
        ->capture_default_str();
    command
        ->add_option("--give-up-after", options->give_up_after,
                     "seconds after which a check that hangs is abandoned")
        ->check(CLI::Range(0.01, 600.0))
        ->capture_default_str();
    command->callback([options, &common, &chosen] {
        chosen = [options, &common] { return run_service(*options, common); };
    });
    command->footer(
        "Beyond this machine only with --tokens, and with --tls-certificate and --tls-key or\n"
        "--behind-proxy. SIGHUP loads rules, plugins, tokens and certificate anew; SIGTERM finishes what is\n"
        "in flight and ends. What can be asked: GET /openapi.json, docs/integrators.md.\n\n"
        "Example:\n"
        "  plumbline serve &\n"
        "  curl -H 'Content-Type: application/xml' --data-binary @plan.xml http://127.0.0.1:8787/v1/checks");

    auto name = std::make_shared<std::string>();
    CLI::App* token =
        program.add_subcommand("token", "make a token that lets a caller of 'plumbline serve' in");
    token->add_option("name", *name, "what the log calls its holder")->required();
    token->callback([name, &chosen] { chosen = [name] { return print_token(*name); }; });
}

} // namespace plumbline::host
