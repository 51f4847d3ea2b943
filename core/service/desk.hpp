#pragma once

/// Judges plans one at a time for other programs: what `plumbline serve` and the C interface stand on.

#include "engine/checker_pool.hpp"
#include "plan/read.hpp"
#include "service/edition.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::service {

enum class Mode : std::uint8_t { sign_off, audit };

/// "sign-off", "audit"
std::string_view to_word(Mode mode);
std::optional<Mode> mode_from_word(std::string_view word);

/// One plan to judge: the bytes of an XML document, the day to judge by.
struct Request {
    std::string plan;
    Mode mode = Mode::sign_off;
    Date as_of{};
};

struct Answer {
    std::string json; // a report of one plan (plumbline-report/1)
    Outcome outcome = Outcome::could_not_judge;
    /// Why the document is no plan that can be read; empty for one that is.
    std::vector<plan::Problem> problems;
};

/// The plan as something to judge.
plan::Input input_of(std::string plan);

class Desk {
public:
    explicit Desk(std::shared_ptr<const Edition> edition, const lua::Limits& limits = {});

    const Edition& edition() const { return *edition_; }

    /// Judges one plan by itself: what compares plans has no other to compare it with. Safe to call from
    /// several threads at once. Never throws on account of the plan or of a plugin.
    Answer check(const Request& request);
    /// The same without writing the answer (see answer.hpp). `attempt` lets another thread watch.
    judgement::PlanResult judge(const plan::Input& input, Date as_of, engine::Attempt* attempt = nullptr);

    /// What the answer would be called: the same for the same plan, rules, mode and day, and for nothing
    /// else.
    std::string tag(const Request& request) const;

    /// Makes so many checkers before the first plan waits for one.
    void warm_up(unsigned checkers);

private:
    std::shared_ptr<const Edition> edition_;
    engine::CheckerPool checkers_;
};

} // namespace plumbline::service
