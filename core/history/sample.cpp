#include "history/sample.hpp"

#include "base/csv.hpp"
#include "history/tool_answers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::history {

namespace {

using judgement::Outcome;
using nlohmann::json;

const std::vector<std::string> columns{"plan",      "version",      "kind",     "team",
                                       "file",      "check",        "question", "criterion id",
                                       "tool said", "auditor says", "note"};

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers with every compiler.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// From 0 to below `end`.
    std::size_t below(std::size_t end) {
        const std::uint64_t limit = UINT64_MAX - UINT64_MAX % end;
        std::uint64_t value = next();
        while (value >= limit)
            value = next();
        return static_cast<std::size_t>(value % end);
    }

private:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

struct Group {
    std::vector<const json*> plans;
    std::size_t share = 0;
    double rest = 0;
};

/// Largest remainders; of equal ones the group that comes first by name.
void share_out(std::map<std::string, Group>& groups, std::size_t size, std::size_t all) {
    std::size_t given = 0;
    std::vector<Group*> order;
    for (auto& [name, group] : groups) {
        const double exact =
            static_cast<double>(size) * static_cast<double>(group.plans.size()) / static_cast<double>(all);
        group.share = static_cast<std::size_t>(exact);
        group.rest = exact - std::floor(exact);
        given += group.share;
        order.push_back(&group);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Group* left, const Group* right) { return left->rest > right->rest; });
    for (std::size_t i = 0; given < size; ++i, ++given)
        ++order.at(i)->share;
}

void keep_some(Group& group, Random& random) {
    for (std::size_t i = 0; i < group.share; ++i)
        std::swap(group.plans[i], group.plans[i + random.below(group.plans.size() - i)]);
    group.plans.resize(group.share);
}

bool wanted(const std::string& criterion, const SampleOptions& options) {
    const std::string plugin = criterion.substr(0, criterion.find('/'));
    return options.checks.empty() ||
           std::find(options.checks.begin(), options.checks.end(), plugin) != options.checks.end();
}

bool asks_people(Outcome outcome) {
    return outcome == Outcome::met || outcome == Outcome::not_met || outcome == Outcome::needs_a_person;
}

} // namespace

std::vector<const json*> draw(const json& report, const SampleOptions& options) {
    std::map<std::string, Group> groups;
    std::size_t all = 0;
    for (const json& plan : report.at("plans")) {
        if (plan.at("state") != "judged") continue;
        groups[options.by.empty() ? "" : plan.at(options.by).get<std::string>()].plans.push_back(&plan);
        ++all;
    }
    share_out(groups, std::min(options.size, all), std::max<std::size_t>(all, 1));
    Random random(options.seed);
    std::vector<const json*> out;
    for (auto& [name, group] : groups) {
        keep_some(group, random);
        out.insert(out.end(), group.plans.begin(), group.plans.end());
    }
    std::sort(out.begin(), out.end()); // one array: the report's order
    return out;
}

std::string worksheet(const json& report, const SampleOptions& options, const report::Titles& titles) {
    std::string out = std::string(byte_order_mark) + csv_record(columns);
    for (const json* plan : draw(report, options))
        for (const auto& [criterion, outcome] : criteria_of(*plan)) {
            if (!asks_people(outcome) || !wanted(criterion, options)) continue;
            const std::size_t slash = criterion.find('/');
            const std::string plugin = criterion.substr(0, slash);
            out += csv_record({plan->at("id"), version_text(*plan), plan->at("kind"), plan->at("team"),
                               plan->at("file"), titles.plugin(plugin),
                               titles.criterion(plugin, criterion.substr(slash + 1)), criterion,
                               options.blind ? "" : std::string(judgement::to_word(outcome)), "", ""});
        }
    return out;
}

} // namespace plumbline::history
