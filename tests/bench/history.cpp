/// What scorecards take of a history of 50 batches of 2,000 plans, in SQLite and in a real PostgreSQL.
///
/// history_bench [--gate]: with --gate, more than a second for any of them fails.

#include "databases.hpp"

#include "history/batches_report.hpp"
#include "history/scorecard.hpp"
#include "history/trend.hpp"

#include <chrono>
#include <cstring>
#include <functional>
#include <iomanip>
#include <iostream>
#include <random>

using namespace plumbline;
using namespace plumbline::history;

namespace {

constexpr std::size_t batches = 50, plans = 2'000, criteria = 90, areas = 44, teams = 14;
constexpr double most_seconds = 1;
const std::vector<std::string> kinds{"early-help", "child-in-need", "child-protection", "care", "pathway"};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// As the recorder makes it, the outcomes drawn.
class Source {
public:
    Batch next() {
        ++made_;
        Batch out;
        out.as_of = to_iso(add_months(Date{std::chrono::year{2012} / 1 / 31}, static_cast<int>(made_) * 3));
        out.rule_set = "default";
        out.rule_set_hash = made_ % 20 == 0 ? "bbbb" : "aaaa";
        out.inputs_hash = std::to_string(made_);
        out.plans = out.judged = plans;
        for (std::size_t i = 0; i < areas; ++i)
            out.items.push_back({Scope::area, "doc/" + std::to_string(i), "Plans say what is to change",
                                 "Children in need", "immediately", "Cheshire East 2011 §29"});
        for (std::size_t i = 0; i < criteria; ++i)
            out.items.push_back({Scope::criterion, "plugin/" + std::to_string(i), "it says so", "", "", ""});
        add_tallies(out);
        add_plans(out);
        return out;
    }

private:
    void add_tallies(Batch& out) {
        for (const Item& item : out.items)
            for (std::size_t team = 0; team < teams; ++team)
                for (const std::string& kind : kinds) {
                    Tally tally{item.scope, item.id, "Team " + std::to_string(team), kind, {}};
                    for (std::size_t& count : tally.outcomes)
                        count = random_() % (plans / teams / kinds.size());
                    out.tallies.push_back(tally);
                }
    }

    void add_plans(Batch& out) {
        for (std::size_t i = 0; i < plans; ++i) {
            JudgedPlan plan{"CP-" + std::to_string(i),
                            kinds[i % kinds.size()],
                            "Team " + std::to_string(i % teams),
                            "judged",
                            3,
                            12,
                            0,
                            ""};
            for (std::size_t at = 0; at < criteria; ++at)
                plan.outcomes += "mnp-?"[random_() % 5];
            out.judged_plans.push_back(plan);
        }
    }

    std::size_t made_ = 0;
    std::minstd_rand random_{7};
};

/// From opening the history to the last letter, as the command does it.
double measure(const std::string& where, const std::string& name,
               const std::function<std::string(Store&)>& work) {
    const auto start = std::chrono::steady_clock::now();
    Store store(where, true);
    const std::size_t size = work(store).size();
    const double seconds = seconds_since(start);
    std::cout << "  " << std::left << std::setw(34) << name << std::right << std::fixed
              << std::setprecision(3) << std::setw(8) << seconds << " s" << std::setw(9) << size
              << " bytes\n";
    return seconds;
}

std::function<std::string(Store&)> scorecard(Lines by, const Filter& filter = {}) {
    return [=](Store& store) {
        const auto kept = store.batches();
        return scorecard_text(make_scorecard(store, by, kept.back(), batch_before(kept, kept.back()), filter),
                              true, {});
    };
}

/// The slowest.
double measure(const std::string& where) {
    const Filter filter{"Team 3", "care"};
    double slowest = 0;
    for (const auto& [name, work] : std::vector<std::pair<std::string, std::function<std::string(Store&)>>>{
             {"scorecard --by area", scorecard(Lines::area)},
             {"scorecard --by criterion", scorecard(Lines::criterion)},
             {"scorecard --by team", scorecard(Lines::team)},
             {"scorecard --by kind", scorecard(Lines::kind)},
             {"scorecard --by quarter", scorecard(Lines::quarter)},
             {"by quarter, one team and kind", scorecard(Lines::quarter, filter)},
             {"by area, one team and kind", scorecard(Lines::area, filter)},
             {"list", [](Store& store) { return list_text(store.batches(), true, {}); }},
             {"trend of a report",
              [](Store& store) { return report::trend_words(trend_to(store, store.batches().back().id)); }}})
        slowest = std::max(slowest, measure(where, name, work));
    return slowest;
}

int run(bool gate) {
    double slowest = 0;
    for (const std::string& where : databases::fresh()) {
        Source source;
        const auto start = std::chrono::steady_clock::now();
        {
            Store store(where);
            for (std::size_t i = 0; i < batches; ++i)
                store.save(source.next());
        }
        std::cout << databases::sort_of(where) << ": " << batches << " batches of " << plans
                  << " plans kept in " << std::fixed << std::setprecision(1) << seconds_since(start)
                  << " s\n";
        slowest = std::max(slowest, measure(where));
    }
    return gate && slowest > most_seconds ? 1 : 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc > 1 && std::strcmp(argv[1], "--gate") == 0);
    } catch (const std::exception& error) {
        std::cerr << "history_bench: " << error.what() << '\n';
        return 2;
    }
}
