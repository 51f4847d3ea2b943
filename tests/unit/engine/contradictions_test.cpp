// What one plugin's example shows as well done, no other plugin may find fault with: else two checks give
// opposite advice, or the example teaches something that is not well done.

#define BOOST_TEST_DYN_LINK
#include "base/user_error.hpp"
#include "calendar/working_days.hpp"
#include "engine/examples.hpp"
#include "lua/catalogue.hpp"
#include "lua/worker.hpp"
#include "plan/read.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace plumbline;
using judgement::Outcome;

namespace {

namespace fs = std::filesystem;

const fs::path root = PLUMBLINE_SOURCE_DIR;

struct Place {
    std::uint32_t line = 0, column = 0;
    auto operator<=>(const Place&) const = default;
};

/// The checks that the example expects to be met of one of its elements, by the element's place.
std::map<Place, std::vector<std::string>> met_of(const engine::Example& example, const std::string& plugin) {
    std::map<Place, std::vector<std::string>> met;
    for (const engine::Expectation& expected : example.expectations)
        if (expected.outcome == Outcome::met && !expected.whole_plan && !expected.later &&
            expected.check.starts_with(plugin + "/"))
            met[{expected.line, expected.column}].push_back(expected.check);
    return met;
}

} // namespace

BOOST_AUTO_TEST_CASE(no_check_finds_fault_with_what_another_shows_as_done_well) {
    const lua::Catalogue catalogue = lua::Catalogue::load({root / "plugins"});
    lua::Surroundings surroundings;
    surroundings.calendar = &calendar::WorkingDays::england();
    const calendar::Intervals intervals;
    surroundings.intervals = &intervals;
    surroundings.as_of = *parse_iso_date("2024-12-01");
    lua::Worker worker(catalogue, surroundings);
    std::size_t compared = 0;
    for (const lua::Plugin& plugin : catalogue.plugins())
        for (const auto& file : fs::directory_iterator(plugin.folder / "examples")) {
            if (file.path().extension() != ".xml") continue;
            for (const engine::Example& example : engine::read_examples(file.path())) {
                const auto met = met_of(example, plugin.id);
                const plan::ReadResult read = plan::read(example.source);
                if (met.empty() || !read.plan) continue;
                worker.open(*read.plan);
                for (const lua::Plugin& other : catalogue.plugins()) {
                    const bool asked = std::find(other.plans.begin(), other.plans.end(), read.plan->kind) !=
                                       other.plans.end();
                    if (other.id == plugin.id || !asked) continue;
                    for (const judgement::Observation& said : worker.check(other, {})) {
                        ++compared;
                        const auto here = met.find({said.at.line, said.at.column});
                        if (said.outcome != Outcome::not_met || !said.owner.empty() || here == met.end())
                            continue;
                        for (const std::string& check : here->second)
                            BOOST_ERROR(example.source.file << ":" << said.at.line << ": " << check
                                                            << " is met, and " << other.id << "/"
                                                            << said.criterion << " says: " << said.message);
                    }
                }
                worker.close();
            }
        }
    BOOST_TEST(compared > 1000U);
}
