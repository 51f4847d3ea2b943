#include "http/application.hpp"

#include "base/user_error.hpp"
#include "base/version.hpp"
#include "http/openapi.hpp"
#include "http/problem.hpp"
#include "lua/data.hpp"
#include "report/coverage_report.hpp"
#include "report/json.hpp"
#include "report/rules_report.hpp"
#include "service/answer.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <thread>

namespace plumbline::http {

namespace {

constexpr std::string_view json_type = "application/json";
constexpr std::string_view rules_path = "/v1/rules/";

struct Route {
    std::string_view path;
    bool post = false;
    bool is_public = false; // without a token
    std::string_view type;  // of the answer
    Wanted wanted = Wanted::reply;
    std::vector<std::string_view> parameters;
};

const std::vector<Route>& routes() {
    static const std::vector<Route> all{
        {"/v1/checks", true, false, json_type, Wanted::check, {"mode", "as-of"}},
        {"/v1/batches", true, false, "application/x-ndjson", Wanted::batch, {"as-of"}},
        {"/v1/reload", true, false, json_type, Wanted::reload, {}},
        {"/v1/rules", false, false, json_type, Wanted::reply, {}},
        {rules_path, false, false, json_type, Wanted::reply, {}}, // and an id
        {"/v1/coverage", false, false, json_type, Wanted::reply, {}},
        {"/openapi.json", false, true, json_type, Wanted::reply, {}},
        {"/healthz", false, true, json_type, Wanted::reply, {}},
        {"/readyz", false, true, json_type, Wanted::reply, {}},
        {"/metrics", false, false, "text/plain", Wanted::reply, {}},
    };
    return all;
}

const Route* find_route(std::string_view path) {
    for (const Route& route : routes()) {
        if (path == route.path && path != rules_path) return &route;
        if (route.path == rules_path && path.starts_with(rules_path) && path.size() > rules_path.size())
            return &route;
    }
    return nullptr;
}

Reply with_field(Reply reply, const std::string& name, const std::string& value) {
    reply.fields.emplace_back(name, value);
    return reply;
}

/// The token's name; none for a caller that must not ask.
std::optional<std::string> caller_of(const Head& head, const std::optional<Tokens>& tokens) {
    if (!tokens) return "";
    constexpr std::string_view scheme = "bearer ";
    std::string_view value = head.field("authorization");
    if (value.size() <= scheme.size()) return std::nullopt;
    for (std::size_t i = 0; i < scheme.size(); ++i)
        if ((value[i] | 0x20) != scheme[i]) return std::nullopt;
    value.remove_prefix(scheme.size());
    return tokens->name_of(value);
}

Date today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

/// What is wrong with the parameters, after the good ones were taken over.
std::optional<Reply> read_parameters(const Fields& query, const Route& route, Decision& decision) {
    decision.as_of = today();
    for (const auto& [name, value] : query) {
        if (std::find(route.parameters.begin(), route.parameters.end(), name) == route.parameters.end()) {
            const auto near = lua::nearest(name, {route.parameters.begin(), route.parameters.end()});
            return problem(400, "parameter",
                           near ? "there is no such parameter here; did you mean '" + *near + "'?"
                                : "there is no such parameter here; see /openapi.json");
        }
        if (name == "as-of") {
            const auto day = parse_iso_date(value);
            if (!day)
                return problem(400, "parameter", "as-of is not a date; expected one such as 2024-04-01");
            decision.as_of = *day;
        }
        if (name == "mode") {
            const auto mode = service::mode_from_word(value);
            if (!mode) return problem(400, "parameter", "mode is unknown; expected sign-off or audit");
            decision.mode = *mode;
        }
    }
    return std::nullopt;
}

/// Why the body that was announced is not wanted.
std::optional<Reply> refuse_body(const Head& head, const Limits& limits, Wanted wanted) {
    const std::string type = media_type(head.field("content-type"));
    if (type != "application/xml" && type != "text/xml")
        return with_field(problem(415, "media-type", "expected a plan as Content-Type: application/xml"),
                          "Accept", "application/xml");
    const std::string charset = charset_of(head.field("content-type"));
    if (!charset.empty() && charset != "utf-8" && charset != "us-ascii")
        return problem(415, "media-type", "expected UTF-8 and no other charset");
    const std::string_view encoding = head.field("content-encoding");
    if (!encoding.empty() && encoding != "identity")
        return problem(415, "media-type", "expected a body without Content-Encoding");
    if (wanted == Wanted::check && head.content_length.value_or(0) > limits.plan_bytes)
        return problem(413, "too-large",
                       "the plan is larger than " + std::to_string(limits.plan_bytes) + " bytes");
    if (wanted == Wanted::batch && head.old)
        return problem(400, "bad-request", "batches are answered in chunks, which need HTTP/1.1");
    return std::nullopt;
}

Reply json_reply(std::string body) {
    Reply reply;
    reply.body = std::move(body);
    return reply;
}

} // namespace

std::shared_ptr<const Loaded> load(const Settings& settings) {
    auto loaded = std::make_shared<Loaded>();
    if (!settings.tokens.empty()) loaded->tokens = Tokens::read(settings.tokens);
    auto edition = std::make_shared<const service::Edition>(engine::find_installation(settings.folders),
                                                            settings.rule_set);
    try_out(*edition);
    loaded->rules = report::rule_set_json(edition->rule_set(), false);
    loaded->coverage = report::coverage_json(edition->rule_set(), false);
    loaded->desk = std::make_shared<service::Desk>(std::move(edition));
    loaded->desk->warm_up(settings.pool.workers);
    return loaded;
}

Application::Application(Settings settings, std::shared_ptr<const Loaded> loaded)
    : settings_(std::move(settings)), loaded_(std::move(loaded)),
      pool_(std::make_shared<service::Pool>(settings_.pool)) {}

Application::~Application() {
    constexpr std::chrono::milliseconds moment{5};
    while (crew_.use_count() > 1)
        std::this_thread::sleep_for(moment);
}

Decision Application::decide(const Head& head) const {
    Decision decision;
    decision.loaded = loaded_;
    const auto refuse = [&](Reply reply) {
        decision.wanted = Wanted::reply;
        decision.reply = std::move(reply);
        return decision;
    };
    decision.route = "other";
    const auto target = parse_target(head.target);
    const Route* const route = target ? find_route(target->path) : nullptr;
    if (route == nullptr || !route->is_public) {
        const auto caller = caller_of(head, loaded_->tokens);
        if (!caller)
            return refuse(with_field(
                problem(401, "token", "expected Authorization: Bearer with a token that is known here"),
                "WWW-Authenticate", "Bearer realm=\"plumbline\""));
        decision.caller = *caller;
    }
    if (!target)
        return refuse(problem(400, "bad-request", "the request's target is no path of this service"));
    if (route == nullptr)
        return refuse(problem(404, "not-found", "there is nothing here; see /openapi.json"));
    const bool reads = head.method == "GET" || head.method == "HEAD";
    decision.route = (route->post ? "POST " : "GET ") + std::string(route->path) +
                     (route->path == rules_path ? "{id}" : "");
    if (route->post ? head.method != "POST" : !reads)
        return refuse(with_field(problem(405, "method", route->post ? "expected POST" : "expected GET"),
                                 "Allow", route->post ? "POST" : "GET, HEAD"));
    if (!accepts(head.field("accept"), route->type))
        return refuse(problem(406, "not-acceptable", "the answer is " + std::string(route->type)));
    if (auto wrong = read_parameters(target->query, *route, decision)) return refuse(std::move(*wrong));
    if (route->wanted == Wanted::check || route->wanted == Wanted::batch)
        if (auto wrong = refuse_body(head, settings_.limits, route->wanted)) return refuse(std::move(*wrong));
    decision.if_none_match = head.field("if-none-match");
    decision.wanted = route->wanted;
    if (decision.wanted == Wanted::reply) decision.reply = show(target->path, head);
    return decision;
}

Reply Application::show(const std::string& path, const Head& head) const {
    if (path == "/healthz") return json_reply("{\"status\":\"alive\"}\n");
    if (path == "/readyz") return ready();
    if (path == "/metrics") {
        Reply reply = json_reply(metrics_.text(pool_->load(), version(), fingerprint()));
        reply.type = "text/plain; version=0.0.4; charset=utf-8";
        return reply;
    }
    if (path == "/openapi.json") return json_reply(std::string(openapi_json()));
    const service::Edition& edition = loaded_->desk->edition();
    const std::string tag = '"' + edition.fingerprint() + '"';
    Reply reply;
    if (path == "/v1/rules")
        reply.body = loaded_->rules;
    else if (path == "/v1/coverage")
        reply.body = loaded_->coverage;
    else {
        try {
            const standard::Rule& rule =
                report::find_rule(edition.rule_set(), path.substr(rules_path.size()));
            reply.body = report::rule_json(edition.rule_set(), rule,
                                           *edition.workspace().catalogue().find(rule.plugin));
        } catch (const UserError& error) {
            return problem(404, "not-found", error.message());
        }
    }
    if (holds_tag(head.field("if-none-match"), tag)) {
        reply.status = 304;
        reply.body.clear();
    }
    reply.fields.emplace_back("ETag", tag);
    return reply;
}

Reply Application::ready() const {
    const service::Load load = pool_->load();
    if (ending_) return problem(503, "ending", "the service is ending");
    if (load.stuck > settings_.pool.workers)
        return problem(503, "stuck", "more checks hang than plans are judged at a time; restart the service");
    const report::Json json{{"status", "ready"},
                            {"fingerprint", fingerprint()},
                            {"rule_set", loaded_->desk->edition().rule_set().id},
                            {"plumbline", version()}};
    return json_reply(report::dump(json) + '\n');
}

Reply check_reply(const service::Request& request, const service::Judged& judged, const service::Desk& desk) {
    const auto began = std::chrono::steady_clock::now();
    service::Answer answer = answer_to(request, judged.result, desk.edition());
    const std::chrono::nanoseconds answering = std::chrono::steady_clock::now() - began;
    Reply reply = answer.problems.empty() ? json_reply(std::move(answer.json)) : unreadable(answer.problems);
    const bool is_whole = std::none_of(
        judged.result.judgements.begin(), judged.result.judgements.end(),
        [](const judgement::Judgement& one) { return one.failure == judgement::Failure::limit; });
    if (reply.status == 200 && judged.result.state != judgement::State::unreadable && is_whole)
        reply.fields.emplace_back("ETag", '"' + desk.tag(request) + '"');
    const auto milliseconds = [](std::chrono::nanoseconds time) {
        return static_cast<double>(time.count()) / 1e6;
    };
    std::array<char, 96> timing{};
    static_cast<void>(
        std::snprintf(timing.data(), timing.size(), "queue;dur=%.3f, check;dur=%.3f, answer;dur=%.3f",
                      milliseconds(judged.waiting), milliseconds(judged.checking), milliseconds(answering)));
    reply.fields.emplace_back("Server-Timing", timing.data());
    reply.fields.emplace_back("Cache-Control", "no-store");
    return reply;
}

void add_rules(Reply& reply, const std::string& fingerprint) {
    reply.fields.emplace_back("Plumbline-Rules", fingerprint);
}

} // namespace plumbline::http
