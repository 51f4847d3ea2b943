#include "plan/parts.hpp"

namespace plumbline::plan {

namespace {

using tinyxml2::XMLElement;

/// Where an action stands, for its own path and those of its texts.
struct ActionPaths {
    std::string_view self, task, timescale, measure;
};

constexpr ActionPaths in_outcome{
    "/plan/outcomes/outcome[]/action[]", "/plan/outcomes/outcome[]/action[]/task",
    "/plan/outcomes/outcome[]/action[]/timescale", "/plan/outcomes/outcome[]/action[]/measure"};
constexpr ActionPaths loose{"/plan/actions/action[]", "/plan/actions/action[]/task",
                            "/plan/actions/action[]/timescale", "/plan/actions/action[]/measure"};

struct ActionPlace {
    const ActionPaths& paths;
    std::uint32_t first, second;
};

/// False when the element is as good as absent.
bool read_action(Reading& reading, const XMLElement& element, const ActionPlace& place, Action& action) {
    enum : std::size_t { task, timescale, measure };
    static constexpr std::array<Part, 3> parts{{{"task"}, {"timescale"}, {"measure"}}};
    const std::array<std::string_view, 3> paths{place.paths.task, place.paths.timescale, place.paths.measure};
    const std::array<Narrative*, 3> texts{&action.task, &action.timescale, &action.measure};

    const auto values = reading.attributes<5>(element, {"id", "by", "due", "status", "completed"});
    action.at = reading.locate(element, place.paths.self, place.first, place.second);
    reading.children(element, parts, [&](std::size_t part, const XMLElement& inner, std::uint32_t) {
        reading.attributes<0>(inner, {});
        const Location at = reading.locate(inner, paths.at(part), place.first, place.second);
        *texts.at(part) = reading.narrative(inner, at);
    });
    if (all_empty(values) && action.task.empty() && action.timescale.empty() && action.measure.empty())
        return false;

    const auto& [id, by, due, status, completed] = values;
    action.id = reading.id(id, element, Reading::Owner::action);
    action.by = reading.references(by, "by", Reading::Target::person);
    action.due = reading.date(due, "due");
    const auto choice = reading.choice(status, "status", vocabulary::action_statuses);
    action.status = static_cast<ActionStatus>(choice.value_or(0));
    action.completed = reading.date(completed, "completed");
    return true;
}

void read_scale(Reading& reading, const XMLElement& element, std::uint32_t of_outcome, std::uint32_t number,
                std::vector<Scale>& scales) {
    const auto values = reading.attributes<3>(element, {"on", "by", "score"});
    reading.children(element, {}, [](auto&&...) {});
    if (all_empty(values)) return;
    const auto& [on, by, score] = values;
    Scale& scale = scales.emplace_back();
    scale.at = reading.locate(element, "/plan/outcomes/outcome[]/scale[]", of_outcome, number);
    scale.on = reading.date(on, "on");
    scale.by = reading.reference(by, "by", Reading::Target::person);
    scale.score = reading.score(score, "score");
}

void read_outcome(Reading& reading, const XMLElement& element, std::uint32_t number, Plan& plan) {
    enum : std::size_t { statement, measure, scale, action };
    static constexpr std::array<Part, 4> parts{
        {{"statement"}, {"measure"}, {"scale", true}, {"action", true}}};

    const auto values = reading.attributes<2>(element, {"id", "for"});
    Outcome outcome;
    outcome.at = reading.locate(element, "/plan/outcomes/outcome[]", number);
    const auto text = [&](const XMLElement& inner, std::string_view path) {
        reading.attributes<0>(inner, {});
        return reading.narrative(inner, reading.locate(inner, path, number));
    };
    reading.children(element, parts,
                     [&](std::size_t part, const XMLElement& inner, std::uint32_t of_its_kind) {
                         switch (part) {
                         case statement:
                             outcome.statement = text(inner, "/plan/outcomes/outcome[]/statement");
                             break;
                         case measure:
                             outcome.measure = text(inner, "/plan/outcomes/outcome[]/measure");
                             break;
                         case scale:
                             read_scale(reading, inner, number, of_its_kind, outcome.scales);
                             break;
                         case action: {
                             Action read;
                             read.outcome = plan.outcomes.size();
                             if (!read_action(reading, inner, {in_outcome, number, of_its_kind}, read)) break;
                             outcome.actions.push_back(plan.actions.size());
                             plan.actions.push_back(std::move(read));
                             break;
                         }
                         }
                     });
    if (all_empty(values) && outcome.statement.empty() && outcome.measure.empty() && outcome.scales.empty() &&
        outcome.actions.empty())
        return;
    const auto& [id, serves] = values;
    outcome.id = reading.id(id, element, Reading::Owner::outcome);
    outcome.serves = reading.references(serves, "for", Reading::Target::need);
    plan.outcomes.push_back(std::move(outcome));
}

} // namespace

void read_needs(Reading& reading, const XMLElement& element, std::vector<Need>& needs) {
    static constexpr std::array<Part, 1> parts{{{"need", true}}};
    reading.attributes<0>(element, {});
    needs.reserve(8);
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        const auto values = reading.attributes<3>(inner, {"id", "kind", "area"});
        Need need;
        need.at = reading.locate(inner, "/plan/needs/need[]", number);
        need.text = reading.narrative(inner, need.at);
        if (all_empty(values) && need.text.empty()) return;
        const auto& [id, kind, area] = values;
        need.id = reading.id(id, inner, Reading::Owner::need);
        if (const auto choice = reading.choice(kind, "kind", vocabulary::need_kinds))
            need.kind = static_cast<NeedKind>(*choice);
        need.area = area.text;
        needs.push_back(std::move(need));
    });
}

void read_outcomes(Reading& reading, const XMLElement& element, Plan& plan) {
    static constexpr std::array<Part, 1> parts{{{"outcome", true}}};
    reading.attributes<0>(element, {});
    plan.outcomes.reserve(8);
    plan.actions.reserve(16);
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        read_outcome(reading, inner, number, plan);
    });
}

void read_loose_actions(Reading& reading, const XMLElement& element, std::vector<Action>& actions) {
    static constexpr std::array<Part, 1> parts{{{"action", true}}};
    reading.attributes<0>(element, {});
    reading.children(element, parts, [&](std::size_t, const XMLElement& inner, std::uint32_t number) {
        Action action;
        if (read_action(reading, inner, {loose, number, 0}, action)) actions.push_back(std::move(action));
    });
}

void read_contingency(Reading& reading, const XMLElement& element, std::uint32_t number,
                      std::vector<Contingency>& contingencies) {
    const auto [serves] = reading.attributes<1>(element, {"for"});
    Contingency contingency;
    contingency.at = reading.locate(element, "/plan/contingency[]", number);
    contingency.text = reading.narrative(element, contingency.at);
    if (!serves && contingency.text.empty()) return;
    contingency.serves = reading.references(serves, "for", Reading::Target::need);
    contingencies.push_back(std::move(contingency));
}

} // namespace plumbline::plan
