#include "report/html/pictures.hpp"

#include "report/html/fill.hpp"

#include <array>
#include <cstdio>
#include <utility>

namespace plumbline::report::html {

namespace {

using judgement::Outcome;

constexpr std::array<std::pair<Outcome, const char*>, 4> colours{{{Outcome::met, "#0f7a52"},
                                                                  {Outcome::not_met, "#ca3535"},
                                                                  {Outcome::needs_a_person, "#f499be"},
                                                                  {Outcome::could_not_check, "#b1b4b6"}}};

} // namespace

std::string bar(const OutcomeCounts& counts) {
    const std::size_t total = counts.applicable();
    if (total == 0) return {};
    std::string out = R"(<svg class=bar viewBox="0 0 1000 40" preserveAspectRatio=none aria-hidden=true>)";
    std::size_t before = 0;
    for (const auto& [outcome, colour] : colours) {
        if (counts[outcome] == 0) continue;
        const std::size_t from = before * 1000 / total;
        before += counts[outcome];
        const std::size_t to = before * 1000 / total;
        out += "<rect x=" + std::to_string(from) + " width=" + std::to_string(to - from) +
               " height=40 fill=" + colour + " stroke=#fff stroke-width=4 />";
    }
    return out + "</svg>";
}

std::string met_of(const OutcomeCounts& counts, const std::string& one, const std::string& many) {
    const auto percent = met_percent(counts);
    if (!percent) return "none of the " + many + ": nothing was met or not met";
    const std::size_t decided = counts.decided();
    return number(counts[Outcome::met]) + " of " + number(decided) + ' ' + (decided == 1 ? one : many) +
           " (" + std::to_string(*percent) + "%)";
}

std::string others_of(const OutcomeCounts& counts) {
    std::string out;
    const auto add = [&](Outcome outcome, const char* one, const char* many) {
        const std::size_t count = counts[outcome];
        if (count == 0) return;
        out += (out.empty() ? "" : ", ") + number(count) + ' ' + (count == 1 ? one : many);
    };
    add(Outcome::needs_a_person, "needs a person", "need a person");
    add(Outcome::could_not_check, "could not be checked", "could not be checked");
    add(Outcome::not_applicable, "not asked", "not asked");
    return out;
}

} // namespace plumbline::report::html
