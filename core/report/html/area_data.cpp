#include "report/html/area_data.hpp"

#include "report/html/changes.hpp"
#include "report/html/pictures.hpp"

#include <algorithm>

namespace plumbline::report::html {

namespace {

std::string colour_of(Rag rag) {
    switch (rag) {
    case Rag::red:
        return "red";
    case Rag::amber:
        return "orange";
    case Rag::green:
        return "green";
    case Rag::none:
        return "grey";
    }
    return "grey";
}

} // namespace

Parts parts_of(const AreaCount& area, const Areas& areas) {
    Parts out;
    for (const AreaCount::Part& part : area.parts) {
        const auto percent = met_percent(part.plans);
        if (!percent) continue;
        auto& side = areas.rag(part.plans) == Rag::green ? out.strong : out.weak;
        side.push_back({&part, *percent});
    }
    std::stable_sort(out.strong.begin(), out.strong.end(),
                     [](const Part& left, const Part& right) { return left.percent > right.percent; });
    std::stable_sort(out.weak.begin(), out.weak.end(),
                     [](const Part& left, const Part& right) { return left.percent < right.percent; });
    return out;
}

void set_rag(Data& data, const OutcomeCounts& counts, const Areas& areas) {
    const Rag rag = areas.rag(counts);
    if (rag == Rag::none) {
        data.set("rag", false); // else a template would find that of the list it stands in
        return;
    }
    Data tag;
    tag.set("word", sentence_case(std::string(to_word(rag))) + ' ' +
                        std::to_string(met_percent(counts).value_or(0)) + "%");
    tag.set("colour", colour_of(rag));
    data.set("rag", tag);
}

Data part_data(const AreaCount::Part& part, const Batch& batch) {
    Data out;
    out.set("what", sentence_case(batch.titles.criterion(part.plugin, part.criterion)));
    out.set("check", batch.titles.plugin(part.plugin));
    out.set("part-said", met_of(part.plans, "plan", "plans"));
    out.set("part-picture", bar(part.plans));
    set_rag(out, part.plans, batch.summary.areas);
    return out;
}

Data parts_data(const std::vector<Part>& parts, std::size_t most, const Batch& batch) {
    Data out = list();
    for (std::size_t at = 0; at < std::min(most, parts.size()); ++at)
        out.push_back(part_data(*parts[at].part, batch));
    return out;
}

std::string document_of(const standard::Area& area) {
    const bool digit = !area.paragraph.empty() && area.paragraph[0] >= '0' && area.paragraph[0] <= '9';
    return area.document.short_name + ' ' + (digit ? "§" : "") + area.paragraph;
}

bool asked(const AreaCount& counted) {
    return counted.plans.applicable() > 0;
}

Data area_data(const AreaCount& counted, const Batch& batch) {
    const standard::Area& area = counted.area;
    Data out;
    out.set("number", std::to_string(batch.index.area(standard::full_id(area))));
    out.set("area", area.title);
    out.set("document", document_of(area));
    out.set("service", area.service_title.empty() ? "All services" : area.service_title);
    out.set("priority-word", heading_of(area.priority));
    out.set("ours", area.priority_is_ours);
    out.set("said", met_of(counted.plans, "plan", "plans"));
    out.set("picture", bar(counted.plans));
    out.set("others", false);
    set_if(out, "others", others_of(counted.plans));
    out.set("rest", false);
    set_if(out, "rest", area.rest);
    set_rag(out, counted.plans, batch.summary.areas);
    return out;
}

void set_list(Data& data, const std::string& name, const Data& list) {
    data.set("any-" + name, list.is_non_empty_list());
    data.set(name, list);
}

} // namespace plumbline::report::html
