#include "engine/examples.hpp"

#include "base/user_error.hpp"
#include "engine/across.hpp"

#include <algorithm>
#include <set>

namespace plumbline::engine {

namespace fs = std::filesystem;

namespace {

using judgement::Observation;
using judgement::Outcome;

std::vector<fs::path> example_files(const lua::Plugin& plugin) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(plugin.folder / "examples", ignored))
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

bool is_at(const Observation& observation, const Expectation& expected) {
    return observation.at.line == expected.line && observation.at.column == expected.column;
}

std::string place(const std::string& file, std::uint32_t line) {
    return to_string(FilePosition{file, line, 0}) + ": ";
}

/// Runs one example and notes what differs.
class Run {
public:
    Run(const lua::Plugin& plugin, const Example& example, const std::vector<Observation>& observations,
        ExampleReport& report)
        : plugin_(plugin), example_(example), observations_(observations), report_(report) {}

    void compare() {
        for (const Expectation& expected : example_.expectations)
            if (expected.check.starts_with(plugin_.id + "/")) compare(expected);
        for (const Observation& observation : observations_)
            if (is_finding(observation) && !is_expected(observation)) unexpected(observation);
    }

private:
    std::string criterion_of(const Expectation& expected) const {
        return expected.check.substr(plugin_.id.size() + 1);
    }

    /// What was judged of the element that is meant; for the whole plan, everything.
    std::vector<Outcome> got(const Expectation& expected) const {
        std::vector<Outcome> here;
        Outcome all = Outcome::not_applicable;
        bool any = false;
        for (const Observation& observation : observations_) {
            if (observation.criterion != criterion_of(expected)) continue;
            all = any ? judgement::combine(all, observation.outcome) : observation.outcome;
            any = true;
            if (is_at(observation, expected)) here.push_back(observation.outcome);
        }
        if (any && expected.whole_plan) here.push_back(all);
        return here;
    }

    /// Why the plugin itself could not judge the criterion, on a line of its own; empty where it could.
    std::string failure_of(const std::string& criterion) const {
        for (const Observation& observation : observations_)
            if (observation.criterion == criterion && observation.failure != judgement::Failure::none)
                return "\n" + observation.reason;
        return {};
    }

    void compare(const Expectation& expected) {
        ++report_.expectations;
        const std::vector<Outcome> outcomes = got(expected);
        const bool holds = std::find(outcomes.begin(), outcomes.end(), expected.outcome) != outcomes.end();
        if (holds) return;
        if (expected.later) {
            ++report_.known_misses;
            return;
        }
        std::string said;
        for (const Outcome outcome : outcomes)
            said += (said.empty() ? "" : ", ") + std::string(judgement::to_word(outcome));
        report_.failures.push_back(place(example_.source.file, expected.comment_line) + expected.check +
                                   ": expected " + std::string(judgement::to_word(expected.outcome)) +
                                   ", got " + (said.empty() ? "no judgement of this element" : said) +
                                   failure_of(criterion_of(expected)));
    }

    static bool is_finding(const Observation& observation) {
        return (observation.outcome == Outcome::not_met || observation.outcome == Outcome::needs_a_person) &&
               observation.owner.empty();
    }

    bool is_expected(const Observation& observation) const {
        return std::any_of(example_.expectations.begin(), example_.expectations.end(),
                           [&](const Expectation& expected) {
                               return expected.check == plugin_.id + "/" + observation.criterion &&
                                      (expected.later || expected.outcome == observation.outcome) &&
                                      (expected.whole_plan || is_at(observation, expected));
                           });
    }

    void unexpected(const Observation& observation) {
        report_.failures.push_back(place(example_.source.file, observation.at.line) + plugin_.id + "/" +
                                   observation.criterion + ": a finding that no expectation names (" +
                                   std::string(judgement::to_word(observation.outcome)) +
                                   "): " + observation.message);
    }

    const lua::Plugin& plugin_;
    const Example& example_;
    const std::vector<Observation>& observations_;
    ExampleReport& report_;
};

/// A criterion without an example that meets it, and one that does not, is not shown to work.
void require_both(const lua::Plugin& plugin, const std::set<std::pair<std::string, Outcome>>& shown,
                  ExampleReport& report) {
    for (const lua::Criterion& criterion : plugin.criteria)
        for (const Outcome outcome : {Outcome::met, Outcome::not_met})
            if (!shown.contains({plugin.id + "/" + criterion.id, outcome}))
                report.failures.push_back((plugin.folder / "examples").string() + ": no example expects " +
                                          plugin.id + "/" + criterion.id + ": " +
                                          std::string(judgement::to_word(outcome)));
}

/// The plugin's judgements of the plans of one file; what it compares across plans it compares across those.
std::vector<std::vector<Observation>> observe(const lua::Plugin& plugin, lua::Worker& worker,
                                              const lua::Parameters& parameters,
                                              const std::vector<Example>& examples, ExampleReport& report) {
    std::vector<std::vector<Observation>> observations(examples.size());
    lua::MemoryStore memories;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const plan::ReadResult read = plan::read(examples[i].source);
        if (!read.plan) {
            for (const plan::Problem& problem : read.errors)
                report.failures.push_back(place(examples[i].source.file, problem.line) + problem.message);
            memories.add({});
            continue;
        }
        worker.open(*read.plan);
        observations[i] = worker.check(plugin, parameters);
        memories.add(plugin.across_plans ? worker.remember(plugin, parameters) : lua::Memory{});
        worker.close();
    }
    if (!plugin.across_plans) return observations;
    const lua::ObservationStore compared = worker.compare(plugin, parameters, memories);
    for (std::size_t i = 0; i < examples.size(); ++i)
        observations[i] = merge(std::move(observations[i]), compared.of(i));
    return observations;
}

} // namespace

std::vector<Example> examples_of(const lua::Plugin& plugin) {
    std::vector<Example> all;
    for (const fs::path& file : example_files(plugin))
        for (Example& example : read_examples(file))
            all.push_back(std::move(example));
    return all;
}

ExampleReport run_examples(const lua::Plugin& plugin, lua::Worker& worker) {
    ExampleReport report;
    std::set<std::pair<std::string, Outcome>> shown;
    for (const fs::path& file : example_files(plugin)) {
        const std::vector<Example> examples = read_examples(file);
        const auto observations = observe(plugin, worker, parameters_of(file, plugin), examples, report);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            ++report.examples;
            Run(plugin, examples[i], observations[i], report).compare();
            for (const Expectation& expected : examples[i].expectations)
                shown.emplace(expected.check, expected.outcome);
        }
    }
    require_both(plugin, shown, report);
    return report;
}

} // namespace plumbline::engine
