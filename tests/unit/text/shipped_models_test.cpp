/// The models that are shipped: their plugins start from the thresholds in their files, and they punish no
/// good wording for being plain.

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/model.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace plumbline;
using namespace plumbline::text;

namespace {

const std::string root = PLUMBLINE_SOURCE_DIR;

struct Shipped {
    std::string plugin, name, parameter; // parameter: what the names of its thresholds begin with
};
const std::vector<Shipped> all_shipped{
    {"smart-targets", "specific", "specific"}, {"smart-targets", "measurable", "measurable"},
    {"contingency", "trigger", "trigger"},     {"contingency", "response", "response"},
    {"diversity", "considered", "considered"}, {"child-voice", "own-views", "own_views"}};

Model model_of(const Shipped& shipped) {
    return Model::from_file(root + "/plugins/" + shipped.plugin + "/models/" + shipped.name + ".tsv");
}

std::string contents(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The default of a number parameter as the manifest has it; -1 when it is not there.
double default_of(const std::string& manifest, const std::string& parameter) {
    const std::string before = parameter + " = { type = \"number\", default = ";
    const std::size_t at = manifest.find(before);
    return at == std::string::npos ? -1 : std::stod(manifest.substr(at + before.size()));
}

Surroundings surroundings(const std::string& check, const std::string& age) {
    Surroundings around;
    if (check != "child-voice") return around;
    around.unborn = age == "unborn";
    if (!around.unborn && !age.empty())
        around.child_age = std::stod(age) / (age.back() == 'y' ? 1 : age.back() == 'm' ? 12 : 52);
    return around;
}

} // namespace

BOOST_AUTO_TEST_SUITE(shipped_models)

BOOST_AUTO_TEST_CASE(plugins_start_from_the_thresholds_of_their_models) {
    for (const Shipped& shipped : all_shipped) {
        const Model model = model_of(shipped);
        const std::string manifest = contents(root + "/plugins/" + shipped.plugin + "/plugin.lua");
        BOOST_TEST_CONTEXT(shipped.plugin << ' ' << shipped.name) {
            BOOST_TEST(default_of(manifest, shipped.parameter + "_not_met_below") == model.not_met_below());
            BOOST_TEST(default_of(manifest, shipped.parameter + "_met_above") == model.met_above());
        }
    }
}

BOOST_AUTO_TEST_CASE(no_plain_good_text_is_called_not_met) {
    const auto classes = WordClasses::from_folder(root + "/plugins/words");
    std::size_t judged = 0;
    for (const Shipped& shipped : all_shipped) {
        const Model model = model_of(shipped);
        std::istringstream lines(contents(root + "/fixtures/labelled/plain_good.jsonl"));
        for (std::string line; std::getline(lines, line);) {
            const auto item = nlohmann::json::parse(line);
            const std::string check = item.at("check"), text = item.at("text");
            if (check != shipped.plugin) continue;
            const auto around = surroundings(check, item.value("age", ""));
            ++judged;
            BOOST_TEST_CONTEXT(shipped.name << ": " << text)
            BOOST_TEST(model.probability(features(read(text), *classes, around)) >= model.not_met_below());
        }
    }
    BOOST_TEST(judged > 100);
}

BOOST_AUTO_TEST_SUITE_END()
