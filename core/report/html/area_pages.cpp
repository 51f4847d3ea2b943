#include "report/html/area_data.hpp"
#include "report/html/changes.hpp"
#include "report/html/pictures.hpp"
#include "report/layout.hpp"

namespace plumbline::report::html {

namespace {

constexpr std::size_t all_parts = 1000;

Data examples_of(const AreaCount::Part& part, std::size_t area, const Batch& batch) {
    Data out = list();
    const auto check = batch.index.check(part.plugin, part.criterion);
    if (!check) return out;
    for (const Kept::Example& example : batch.kept.examples(area, *check)) {
        Data one;
        one.set("to", "p" + std::to_string(example.plan));
        one.set("plan-name", example.name);
        one.set("words", example.words);
        out.push_back(one);
    }
    return out;
}

Data weak_parts(const std::vector<Part>& parts, std::size_t area, const Batch& batch) {
    Data out = list();
    for (const Part& part : parts) {
        Data one = part_data(*part.part, batch);
        set_list(one, "examples", examples_of(*part.part, area, batch));
        const auto check = batch.index.check(part.part->plugin, part.part->criterion);
        if (check) set_if(one, "advice", batch.kept.advice(*check));
        out.push_back(one);
    }
    return out;
}

void set_unmet(Data& data, const Kept::Unmet& unmet) {
    Data plans = list();
    for (const Kept::Plan& plan : unmet.first) {
        Data one;
        one.set("n", std::to_string(plan.plan));
        one.set("plan-name", plan.name);
        plans.push_back(one);
    }
    set_list(data, "unmet", plans);
    const std::string said = count_of(unmet.count, "plan that does", "plans that do") + " not meet it";
    data.set("unmet-said", unmet.count > unmet.first.size()
                               ? "The first " + number(unmet.first.size()) + " of " + said
                               : "The " + said);
}

Data team_bars(const AreaCount& counted, const Batch& batch) {
    Data bars = list();
    for (const auto& [team, counts] : counted.teams) {
        if (counts.decided() == 0) continue;
        Data one;
        one.set("label", team.empty() ? "No team given" : team);
        one.set("href", false);
        one.set("picture", bar(counts));
        one.set("said", met_of(counts, "plan", "plans"));
        one.set("share", "");
        set_rag(one, counts, batch.summary.areas);
        bars.push_back(one);
    }
    Data out;
    out.set("caption", "By team");
    out.set("what", "Team");
    out.set("bars", bars);
    return out;
}

std::string area_page(const AreaCount& counted, const Batch& batch) {
    const std::size_t area = batch.index.area(standard::full_id(counted.area));
    const Parts parts = parts_of(counted, batch.summary.areas);
    Data data = area_data(counted, batch);
    data.set("green-from", std::to_string(batch.summary.areas.green_from()));
    set_list(data, "strong", parts_data(parts.strong, all_parts, batch));
    set_list(data, "weak", weak_parts(parts.weak, area, batch));
    set_unmet(data, batch.kept.unmet(area));
    if (counted.teams.size() > 1) data.set("by-team", team_bars(counted, batch));
    return filled("area", data);
}

} // namespace

std::string area_pages(const Batch& batch) {
    std::string out;
    for (const AreaCount& counted : batch.summary.areas.all())
        if (!counted.area.answered_by.empty()) out += area_page(counted, batch);
    return out;
}

} // namespace plumbline::report::html
