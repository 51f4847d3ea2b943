#include "base/date.hpp"
#include "base/user_error.hpp"
#include "report/coverage_line.hpp"
#include "report/html/area_data.hpp"
#include "report/html/changes.hpp"
#include "report/text_names.hpp"

namespace plumbline::report::html {

namespace {

Data fact(const std::string& label, const std::string& value) {
    Data out;
    out.set("label", label);
    out.set("value", value);
    return out;
}

Data receipt_facts(const Receipt& receipt) {
    Data out = list();
    out.push_back(fact("Plumbline", receipt.plumbline));
    out.push_back(fact("As of", receipt.as_of));
    out.push_back(fact("Rule set", receipt.rule_set + ": " + receipt.rule_set_title));
    out.push_back(fact("Rule set's hash", receipt.rule_set_hash));
    out.push_back(fact("Calendar", receipt.calendar));
    for (const auto& [name, value] : receipt.settings)
        out.push_back(fact(sentence_case(spaced(name)), value));
    out.push_back(fact("Hash of the plans", receipt.inputs_hash));
    return out;
}

Data missing_of(const Summary& summary) {
    Data out = list();
    for (const Summary::Missing& missing : summary.missing) {
        Data one;
        one.set("state", sentence_case(std::string(to_word(missing.state))));
        one.set("file", missing.file);
        one.set("reason", missing.reason);
        out.push_back(one);
    }
    return out;
}

Data obstacles_of(const Batch& batch) {
    Data out = list();
    for (const Summary::Obstacle& obstacle : batch.summary.obstacles) {
        Data one;
        one.set("what", sentence_case(batch.titles.criterion(obstacle.plugin, obstacle.criterion)));
        one.set("reason", obstacle.reason);
        one.set("times", count_of(obstacle.judgements, "judgement", "judgements"));
        one.set("first-at", obstacle.first_at);
        out.push_back(one);
    }
    return out;
}

} // namespace

std::string reader_date(const std::string& iso) {
    const auto date = parse_iso_date(iso);
    return date ? to_reader(*date) : iso;
}

std::string about_page(const Batch& batch) {
    Data data;
    data.set("coverage", coverage_line(batch.summary.coverage));
    set_list(data, "missing", missing_of(batch.summary));
    Data notices = list();
    for (const auto& notice : batch.summary.acceptance_notices) {
        Data one;
        one.set("notice", notice.text);
        notices.push_back(one);
    }
    set_list(data, "notices", notices);
    set_list(data, "obstacles", obstacles_of(batch));
    data.set("receipt", receipt_facts(batch.receipt));
    Data plugins = list();
    for (const auto& plugin : batch.receipt.plugins) {
        Data one;
        one.set("plugin", plugin.id);
        one.set("version", plugin.version);
        one.set("hash", plugin.hash);
        plugins.push_back(one);
    }
    data.set("plugins", plugins);
    return filled("about", data);
}

std::string plans_page(const Batch& batch, const std::string& rows) {
    Data data;
    data.set("plans", number(batch.summary.plans));
    data.set("rows", rows);
    Data teams = list();
    for (const auto& [team, group] : batch.summary.teams) {
        Data one;
        one.set("team", team.empty() ? "-" : team);
        one.set("team-label", team.empty() ? "No team given" : team);
        teams.push_back(one);
    }
    data.set("teams", teams);
    Data kinds = list();
    for (const auto& [kind, group] : batch.summary.kinds) {
        Data one;
        one.set("kind", sentence_case(spaced(kind)));
        kinds.push_back(one);
    }
    data.set("kinds", kinds);
    Data plugins = list();
    const auto& checks = batch.index.checks();
    for (std::size_t at = 0; at < checks.size();) {
        const std::string plugin = checks[at].plugin;
        Data one;
        one.set("check", checks[at].plugin_title);
        Data criteria = list();
        for (; at < checks.size() && checks[at].plugin == plugin; ++at) {
            Data criterion;
            criterion.set("index", std::to_string(at));
            criterion.set("criterion", checks[at].title);
            criteria.push_back(criterion);
        }
        one.set("criteria", criteria);
        plugins.push_back(one);
    }
    data.set("plugins", plugins);
    Data areas = list();
    for (const AreaCount& counted : batch.summary.areas.all())
        if (!counted.area.answered_by.empty()) areas.push_back(area_data(counted, batch));
    data.set("areas", areas);
    return filled("plans", data);
}

} // namespace plumbline::report::html
