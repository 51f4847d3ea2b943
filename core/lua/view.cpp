#include "lua/view.hpp"

#include "base/user_error.hpp"
#include "lua/view_types.hpp"

#include <algorithm>
#include <tuple>

namespace plumbline::lua {

namespace {

constexpr std::size_t most_patterns = 200;           // different ones in one call of a plugin
constexpr std::size_t longest_pattern = 2000;        // bytes
constexpr std::size_t longest_foreign_text = 100000; // bytes of a text that is not of the plan
constexpr std::size_t most_readings = 64;            // of such texts, kept while a plan is open

} // namespace

Session::Session(const text::PhraseBook& book, const Surroundings& surroundings)
    : book_(&book), scratch_(book), surroundings_(&surroundings) {}

Session::Session() {
    static const Surroundings nowhere;
    surroundings_ = &nowhere;
}

void Session::open(const plan::Plan& plan) {
    close();
    plan_ = &plan;
    child_as_person_ = {};
    child_as_person_.at = plan.child.at;
    child_as_person_.id = "child";
    child_as_person_.role = "child";
    child_as_person_.name = plan.child.name.text;
    for (const plan::Identity& identity : plan.child.identities) {
        if (identity.aspect != "language") continue;
        child_as_person_.language = identity.text.text;
        child_as_person_.interpreter = identity.interpreter;
    }
    if (!plan.child.name.empty()) people_.child_names.push_back(plan.child.name.text);
    for (const plan::Narrative& name : plan.child.also_known_as)
        if (!name.empty()) people_.child_names.push_back(name.text);
    list_narratives();
}

void Session::close() {
    ++generation_;
    plan_ = nullptr;
    people_.child_names.clear();
    by_address_.clear();
    narratives_.clear();
    readings_.clear();
}

void Session::add(const plan::Narrative& narrative, Owner owner, std::string_view name) {
    narratives_.emplace_back(narrative, owner, name, reading_time_);
}

void Session::list_narratives() {
    const plan::Plan& plan = *plan_;
    const Owner whole{&plan_type(), &plan};
    const Owner child{&child_type(), &plan.child};
    add(plan.child.name, child, "name");
    for (const auto& name : plan.child.also_known_as)
        add(name, child, "also_known_as");
    for (const auto& identity : plan.child.identities)
        add(identity.text, {&identity_type(), &identity}, "text");
    for (const auto& need : plan.needs)
        add(need.text, {&need_type(), &need}, "text");
    add(plan.history, whole, "history");
    for (const auto& outcome : plan.outcomes) {
        add(outcome.statement, {&outcome_type(), &outcome}, "statement");
        add(outcome.measure, {&outcome_type(), &outcome}, "measure");
    }
    for (const auto& action : plan.actions) {
        add(action.task, {&action_type(), &action}, "task");
        add(action.timescale, {&action_type(), &action}, "timescale");
        add(action.measure, {&action_type(), &action}, "measure");
    }
    for (const auto& contingency : plan.contingencies)
        add(contingency.text, {&contingency_type(), &contingency}, "text");
    for (const auto& view : plan.views)
        add(view.text, {&view_type(), &view}, "text");
    add(plan.diversity, whole, "diversity");
    add(plan.analysis, whole, "analysis");
    for (const auto& event : plan.events)
        add(event.text, {&event_type(), &event}, "text");
    add(plan.delegated_authority, whole, "delegated_authority");
    for (const auto& decision : plan.decisions)
        add(decision.text, {&decision_type(), &decision}, "text");
    std::stable_sort(narratives_.begin(), narratives_.end(), [](const auto& left, const auto& right) {
        const plan::Location& a = left.narrative().at;
        const plan::Location& b = right.narrative().at;
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    for (NarrativeView& view : narratives_)
        by_address_.emplace(&view.narrative(), &view);
}

NarrativeView& Session::narrative(const plan::Narrative& narrative) {
    const auto found = by_address_.find(&narrative);
    if (found == by_address_.end()) throw InternalError("a narrative that is not of the open plan");
    return *found->second;
}

const std::vector<text::Match>& Session::matches(NarrativeView& view) {
    return view.matches(people_, *book_, *scratch_);
}

std::string Session::set_name(std::size_t set) const {
    const std::string& name = book_->sets().at(set).name;
    return name.substr(name.find('/') + 1);
}

std::string_view Session::phrase(const text::Match& match) const {
    return book_->sets().at(match.set).phrases.at(match.phrase);
}

std::shared_ptr<const text::Reading> Session::reading_of(std::string_view text) {
    if (text.size() > longest_foreign_text)
        throw UserError("a text of " + std::to_string(text.size()) + " bytes is too long to read; at most " +
                        std::to_string(longest_foreign_text) + " are read");
    std::string key(text);
    if (const auto found = readings_.find(key); found != readings_.end()) return found->second;
    if (readings_.size() >= most_readings) readings_.clear();
    auto reading = std::make_shared<const text::Reading>(text::read(text, people_));
    readings_.emplace(std::move(key), reading);
    return reading;
}

const text::Pattern& Session::pattern(const std::string& expression) {
    if (expression.size() > longest_pattern)
        throw UserError("a pattern of " + std::to_string(expression.size()) + " bytes; at most " +
                        std::to_string(longest_pattern) + " are allowed");
    if (patterns_of_call_.insert(expression).second && patterns_of_call_.size() > most_patterns)
        throw UserError("more than " + std::to_string(most_patterns) +
                        " different patterns in one check; write fixed patterns, not one for each text");
    auto found = patterns_.find(expression);
    if (found == patterns_.end()) found = patterns_.emplace(expression, text::Pattern(expression)).first;
    return found->second;
}

void Session::begin(const Plugin& plugin, Judge* judge) {
    plugin_ = &plugin;
    judge_ = judge;
    ++call_;
    patterns_of_call_.clear();
    if (patterns_.size() > 10 * most_patterns) patterns_.clear();
}

void Session::end() {
    plugin_ = nullptr;
    judge_ = nullptr;
}

} // namespace plumbline::lua
