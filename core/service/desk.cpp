#include "service/desk.hpp"

#include "base/hash.hpp"
#include "service/answer.hpp"

#include <utility>

namespace plumbline::service {

namespace {

engine::Settings settings_with(const lua::Limits& limits) {
    engine::Settings settings;
    settings.limits = limits;
    return settings;
}

} // namespace

std::string_view to_word(Mode mode) {
    return mode == Mode::audit ? "audit" : "sign-off";
}

std::optional<Mode> mode_from_word(std::string_view word) {
    for (const Mode mode : {Mode::sign_off, Mode::audit})
        if (word == to_word(mode)) return mode;
    return std::nullopt;
}

plan::Input input_of(std::string plan) {
    plan::Input input;
    input.source.file = "-"; // as standard input is called
    input.source.bytes = std::move(plan);
    return input;
}

Desk::Desk(std::shared_ptr<const Edition> edition, const lua::Limits& limits)
    : edition_(std::move(edition)),
      checkers_(edition_->foundation(), edition_->lookups(), settings_with(limits)) {}

void Desk::warm_up(unsigned checkers) {
    std::vector<std::unique_ptr<engine::Checker>> made;
    for (unsigned i = 0; i < checkers; ++i)
        made.push_back(checkers_.take());
    for (auto& checker : made)
        checkers_.give_back(std::move(checker));
}

judgement::PlanResult Desk::judge(const plan::Input& input, Date as_of, engine::Attempt* attempt) {
    std::unique_ptr<engine::Checker> checker = checkers_.take();
    checker->set_as_of(as_of);
    judgement::PlanResult result = checker->check_alone(input, attempt);
    checkers_.give_back(std::move(checker));
    return result;
}

Answer Desk::check(const Request& request) {
    const plan::Input input = input_of(request.plan);
    return answer_to(request, judge(input, request.as_of), *edition_);
}

std::string Desk::tag(const Request& request) const {
    Hash hash;
    hash.add(request.plan);
    hash.add(edition_->fingerprint());
    hash.add(to_iso(request.as_of));
    hash.add(to_word(request.mode));
    return hash.digest().substr(0, 32);
}

} // namespace plumbline::service
