#include "engine/explanation.hpp"

#include "base/user_error.hpp"
#include "engine/across.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plumbline::engine {

namespace {

using judgement::Observation;
using lua::Step;

/// "/plan/actions/action[1]" is within "/plan/actions/action[1]" and "/plan".
bool within(const std::string& path, const std::string& outer) {
    return path == outer ||
           (path.starts_with(outer) && path.size() > outer.size() && path[outer.size()] == '/');
}

/// Whether the step has to do with a judgement at this place. Steps about no node at all (a date, a
/// timescale) have when they were asked since the judgement before.
bool concerns(const Step& step, const std::string& place, bool since) {
    if (step.at.path.empty()) return since;
    return within(step.at.path, place) || (since && within(place, step.at.path));
}

class Explainer {
public:
    explicit Explainer(const lua::Recorder& recorder) : recorder_(recorder) {}

    Decision decision(const Observation& observation) const {
        Decision out{observation, {}, {}, {}};
        const auto& steps = recorder_.steps();
        const auto judged = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
            return step.judged && step.judged->criterion == observation.criterion &&
                   step.judged->at.path == observation.at.path &&
                   step.judged->outcome == observation.outcome && step.judged->message == observation.message;
        });
        const auto before = std::find_if(std::make_reverse_iterator(judged), steps.rend(),
                                         [](const Step& step) { return step.judged.has_value(); });
        const auto since = before.base();
        for (auto step = steps.begin(); step != judged; ++step)
            if (!step->judged && concerns(*step, observation.at.path, step >= since))
                out.steps.push_back(*step);
        if (judged == steps.end()) return out;
        out.from = judged->from;
        out.lines = lines(since == steps.begin() ? 0 : std::prev(since)->lines, judged->lines, judged->from);
        return out;
    }

private:
    std::vector<RanLine> lines(std::size_t first, std::size_t last,
                               const std::vector<lua::CodePlace>& from) const {
        std::map<std::tuple<std::string, std::uint32_t>, RanLine> found;
        for (std::size_t i = first; i < std::min(last, recorder_.lines().size()); ++i) {
            const lua::LineRun& run = recorder_.lines()[i];
            const std::string& file = recorder_.files().at(run.file);
            RanLine& line =
                found.try_emplace({file, run.line}, RanLine{file, run.line, run.function, 0, false})
                    .first->second;
            ++line.times;
        }
        for (const lua::CodePlace& place : from) {
            RanLine& line =
                found.try_emplace({place.file, place.line}, RanLine{place.file, place.line, 0, 1, false})
                    .first->second;
            line.decided = true;
        }
        std::vector<RanLine> out;
        out.reserve(found.size());
        for (auto& [place, line] : found)
            out.push_back(std::move(line));
        return out;
    }

    const lua::Recorder& recorder_;
};

} // namespace

std::vector<Decision> explain(const Foundation& foundation, const standard::Rule& rule,
                              const plan::Plan& plan, Date as_of) {
    const lua::Plugin* plugin = foundation.catalogue->find(rule.plugin);
    if (plugin == nullptr) throw InternalError("rule " + rule.id + " has no plugin");
    const lua::Surroundings surroundings{foundation.calendar, foundation.intervals, as_of};
    lua::Recorder recorder({.steps = true, .lines = true});
    lua::Worker worker(*foundation.catalogue, surroundings, {}, &recorder);
    recorder.clear();
    worker.open(plan);
    std::vector<Observation> observations = worker.check(*plugin, rule.parameters);
    if (plugin->across_plans) {
        lua::MemoryStore memories;
        memories.add(worker.remember(*plugin, rule.parameters));
        observations =
            merge(std::move(observations), worker.compare(*plugin, rule.parameters, memories).of(0));
    }
    worker.close();
    std::vector<Decision> decisions;
    const Explainer explainer(recorder);
    for (const Observation& observation : observations)
        if (std::find(rule.criteria.begin(), rule.criteria.end(), observation.criterion) !=
            rule.criteria.end())
            decisions.push_back(explainer.decision(observation));
    return decisions;
}

} // namespace plumbline::engine
