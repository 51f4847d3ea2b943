// What comparing the plans of a batch takes: time and bytes a plan, for batches of growing size.
//
//     across                          a table for 5,000, 10,000 and 20,000 plans
//     across --gate N                 exit 1 when N plans take over 2 KB a plan, or over half as much time
//                                     again a plan as N / 4 plans do

#include "base/user_error.hpp"
#include "calendar/working_days.hpp"
#include "lua/catalogue.hpp"
#include "lua/worker.hpp"
#include "plan/read.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace plumbline;

constexpr std::size_t most_bytes = 2048;
constexpr double most_growth = 1.5;

/// Plans of words in no order that means anything, always the same: every 20th is a copy of the one before
/// it, every 10th a second version, and all share a form's sentences.
class Plans {
public:
    std::string next() {
        const std::size_t number = made_++;
        if (number % 20 != 1) words_ = sentences(40);
        const bool again = number % 10 == 5;
        const std::string id = std::to_string(again ? number - 1 : number);
        const std::string version = again ? "2" : "1";
        std::string xml = "<plan format=\"1\" id=\"P-" + id + "\" version=\"" + version +
                          "\" kind=\"child-in-need\"><child id=\"C-" + id + "\" sex=\"female\"><name>" +
                          name() + "</name></child><dates written=\"2024-03-06\"/><needs>";
        std::size_t at = 0;
        for (int need = 1; need <= 4; ++need)
            xml += "<need id=\"n" + std::to_string(need) + "\" kind=\"need\">" + take(at, 4) + "</need>";
        xml += "</needs><history>The family was told how the council keeps what it knows about them. " +
               take(at, 8) + "</history><outcomes><outcome id=\"o1\" for=\"n1\"><statement>" + take(at, 2) +
               "</statement>";
        for (int action = 1; action <= 8; ++action)
            xml += "<action id=\"a" + std::to_string(action) + "\" due=\"2024-05-01\"><task>" + take(at, 1) +
                   "</task></action>";
        return xml + "</outcome></outcomes><analysis>" + take(at, 6) + "</analysis></plan>";
    }

private:
    std::string word() {
        static constexpr std::array<std::string_view, 64> words{
            "school", "mother", "father",   "kitchen",  "morning", "evening", "teacher", "football",
            "garden", "window", "weekend",  "holiday",  "doctor",  "nurse",   "money",   "letter",
            "phone",  "family", "friend",   "sister",   "brother", "cousin",  "house",   "street",
            "bus",    "train",  "dinner",   "lunch",    "clothes", "shoes",   "book",    "story",
            "music",  "dance",  "swimming", "park",     "garage",  "office",  "meeting", "visit",
            "plan",   "worry",  "sleep",    "bed",      "bath",    "toilet",  "coat",    "winter",
            "summer", "spring", "autumn",   "birthday", "present", "picture", "drawing", "pencil",
            "paper",  "table",  "chair",    "door",     "key",     "car",     "bike",    "ball"};
        return std::string(words[random_() % words.size()]);
    }

    std::string name() {
        std::string made = "Child";
        for (int i = 0; i < 2; ++i)
            made += static_cast<char>('a' + random_() % 26);
        return made;
    }

    std::vector<std::string> sentences(std::size_t count) {
        std::vector<std::string> all(count);
        for (std::string& sentence : all) {
            sentence = "The " + word();
            for (int i = 0; i < 11; ++i)
                sentence += ' ' + word();
            sentence += ". ";
        }
        return all;
    }

    std::string take(std::size_t& at, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += words_[at++ % words_.size()];
        return text;
    }

    std::size_t made_ = 0;
    std::mt19937 random_{20240306};
    std::vector<std::string> words_;
};

struct Figures {
    std::size_t plans = 0, kept_bytes = 0, said_bytes = 0, findings = 0;
    double remembering = 0, comparing = 0; // seconds

    std::size_t bytes_a_plan() const { return (kept_bytes + said_bytes) / plans; }
    double microseconds_a_plan() const { return comparing / static_cast<double>(plans) * 1e6; }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Figures measure(const lua::Catalogue& catalogue, std::size_t count) {
    lua::Surroundings surroundings;
    surroundings.calendar = &calendar::WorkingDays::england();
    const calendar::Intervals intervals;
    surroundings.intervals = &intervals;
    surroundings.as_of = *parse_iso_date("2024-06-01");
    lua::Worker worker(catalogue, surroundings);
    std::vector<const lua::Plugin*> plugins;
    for (const lua::Plugin& plugin : catalogue.plugins())
        if (plugin.across_plans) plugins.push_back(&plugin);

    Figures figures;
    figures.plans = count;
    std::vector<lua::MemoryStore> stores(plugins.size());
    Plans plans;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < count; ++i) {
        const plan::ReadResult read = plan::read({"bench.xml", plans.next()});
        if (!read.plan) throw InternalError(read.errors.front().message);
        worker.open(*read.plan);
        for (std::size_t plugin = 0; plugin < plugins.size(); ++plugin)
            stores[plugin].add(worker.remember(*plugins[plugin], {}));
        worker.close();
    }
    figures.remembering = seconds_since(start);
    const auto middle = std::chrono::steady_clock::now();
    for (std::size_t plugin = 0; plugin < plugins.size(); ++plugin) {
        const lua::ObservationStore said = worker.compare(*plugins[plugin], {}, stores[plugin]);
        figures.kept_bytes += stores[plugin].capacity();
        figures.said_bytes += said.capacity();
        for (std::size_t plan = 0; plan < count; ++plan)
            for (const judgement::Observation& observation : said.of(plan)) {
                if (observation.failure != judgement::Failure::none)
                    throw UserError(plugins[plugin]->id + ": " + observation.reason);
                if (observation.outcome == judgement::Outcome::not_met) ++figures.findings;
            }
    }
    figures.comparing = seconds_since(middle);
    return figures;
}

void print(const Figures& figures) {
    std::cout << std::setw(8) << figures.plans << std::setw(10) << figures.bytes_a_plan() << std::setw(10)
              << figures.kept_bytes / figures.plans << std::setw(10) << figures.said_bytes / figures.plans
              << std::fixed << std::setprecision(1) << std::setw(14) << figures.remembering << std::setw(14)
              << figures.comparing << std::setw(14) << figures.microseconds_a_plan() << std::setw(12)
              << figures.findings << '\n';
}

int run(const std::vector<std::string>& arguments) {
    const std::filesystem::path root = PLUMBLINE_SOURCE_DIR;
    const lua::Catalogue catalogue = lua::Catalogue::load({root / "plugins"});
    std::vector<std::size_t> counts{5'000, 10'000, 20'000};
    const bool gate = arguments.size() == 2 && arguments[0] == "--gate";
    if (gate) counts = {std::stoul(arguments[1]) / 4, std::stoul(arguments[1])};
    std::cout << "   plans bytes/pl.      kept      said remembering s  comparing s  us a plan    findings\n";
    std::vector<Figures> measured;
    for (const std::size_t count : counts)
        print(measured.emplace_back(measure(catalogue, count)));
    const double growth = measured.back().microseconds_a_plan() / measured.front().microseconds_a_plan();
    std::cout << "time a plan, largest batch against smallest: " << std::setprecision(2) << growth << '\n';
    return gate && (growth > most_growth || measured.back().bytes_a_plan() > most_bytes) ? 1 : 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "across: " << error.what() << '\n';
        return 2;
    }
}
