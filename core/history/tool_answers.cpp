#include "history/tool_answers.hpp"

#include <algorithm>

namespace plumbline::history {

using judgement::Outcome;
using nlohmann::json;

namespace {

std::string key_of(const std::string& plan, const std::string& version, const std::string& criterion) {
    return plan + '\n' + version + '\n' + criterion;
}

} // namespace

std::vector<std::pair<std::string, Outcome>> criteria_of(const json& plan) {
    std::vector<std::pair<std::string, Outcome>> out;
    for (const json& judged : plan.at("judgements")) {
        const std::string id =
            judged.at("plugin").get<std::string>() + '/' + judged.at("criterion").get<std::string>();
        const auto outcome = judgement::outcome_from_word(judged.at("outcome").get<std::string>());
        if (!outcome) continue;
        const auto found =
            std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == id; });
        if (found == out.end())
            out.emplace_back(id, *outcome);
        else
            found->second = judgement::combine(found->second, *outcome);
    }
    return out;
}

std::string version_text(const json& plan) {
    return plan.at("version").is_number() ? std::to_string(plan.at("version").get<int>()) : std::string{};
}

ToolAnswers::ToolAnswers(const json& report) {
    if (report.is_null()) return;
    for (const json& plan : report.at("plans"))
        for (const auto& [criterion, outcome] : criteria_of(plan))
            answers_.emplace(key_of(plan.at("id").get<std::string>(), version_text(plan), criterion),
                             outcome);
}

const Outcome* ToolAnswers::find(const std::string& plan, const std::string& version,
                                 const std::string& criterion) const {
    const auto found = answers_.find(key_of(plan, version, criterion));
    return found == answers_.end() ? nullptr : &found->second;
}

} // namespace plumbline::history
