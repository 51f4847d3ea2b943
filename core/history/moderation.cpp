#include "history/moderation.hpp"

#include "base/csv.hpp"
#include "base/user_error.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

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

/// The plan's criteria in the order in which it names them, each with its outcome for the whole plan.
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

bool wanted(const std::string& criterion, const SampleOptions& options) {
    const std::string plugin = criterion.substr(0, criterion.find('/'));
    return options.checks.empty() ||
           std::find(options.checks.begin(), options.checks.end(), plugin) != options.checks.end();
}

bool asks_people(Outcome outcome) {
    return outcome == Outcome::met || outcome == Outcome::not_met || outcome == Outcome::needs_a_person;
}

std::string version_text(const json& plan) {
    return plan.at("version").is_number() ? std::to_string(plan.at("version").get<int>()) : std::string{};
}

std::string lower_trimmed(std::string text) {
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    text.erase(0, text.find_first_not_of(' '));
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// A worksheet's columns by name.
class Sheet {
public:
    Sheet(std::string_view text, std::string file) : rows_(read_csv(text, file)), file_(std::move(file)) {
        if (rows_.empty()) throw UserError({file_, 1, 0}, "the worksheet is empty");
        for (std::size_t i = 0; i < rows_.front().cells.size(); ++i)
            where_.emplace(lower_trimmed(rows_.front().cells[i]), i);
        for (const char* needed : {"plan", "version", "criterion id", "auditor says"})
            if (where_.count(needed) == 0)
                throw UserError({file_, rows_.front().line, 0},
                                "the column '" + std::string(needed) +
                                    "' is missing; expected a worksheet of 'plumbline sample'");
    }

    std::size_t rows() const { return rows_.size(); }
    FilePosition at(std::size_t row) const { return {file_, rows_[row].line, 0}; }
    std::string cell(std::size_t row, const std::string& column) const {
        const auto found = where_.find(column);
        const bool there = found != where_.end() && found->second < rows_[row].cells.size();
        return there ? rows_[row].cells[found->second] : std::string{};
    }

private:
    std::vector<CsvRecord> rows_;
    std::string file_;
    std::map<std::string, std::size_t> where_;
};

/// What the tool said: in the worksheet, or in the report of a blind one.
Outcome tool_said(const Sheet& sheet, std::size_t row, const std::map<std::string, Outcome>& reported) {
    const std::string word = lower_trimmed(sheet.cell(row, "tool said"));
    if (const auto outcome = judgement::outcome_from_word(word)) return *outcome;
    const auto found = reported.find(sheet.cell(row, "plan") + '\n' + sheet.cell(row, "version") + '\n' +
                                     sheet.cell(row, "criterion id"));
    if (found != reported.end()) return found->second;
    throw UserError(sheet.at(row), reported.empty()
                                       ? "the worksheet does not say what the tool said; give the report "
                                         "that it was drawn from with --report"
                                       : "the report has no such plan and criterion");
}

std::map<std::string, Outcome> answers_of(const json& report) {
    std::map<std::string, Outcome> out;
    if (report.is_null()) return out;
    for (const json& plan : report.at("plans"))
        for (const auto& [criterion, outcome] : criteria_of(plan))
            out.emplace(plan.at("id").get<std::string>() + '\n' + version_text(plan) + '\n' + criterion,
                        outcome);
    return out;
}

/// Met or not met, or nothing where the auditor did not decide.
std::optional<Outcome> auditor_said(const Sheet& sheet, std::size_t row) {
    const std::string word = lower_trimmed(sheet.cell(row, "auditor says"));
    if (word.empty() || word == "unsure" || word == "not applicable") return std::nullopt;
    const auto outcome = judgement::outcome_from_word(word);
    if (outcome == Outcome::met || outcome == Outcome::not_met) return outcome;
    throw UserError(sheet.at(row),
                    "'auditor says' is '" + word + "'; expected met, not met, not applicable or unsure");
}

void count(Agreed& agreed, Outcome tool, std::optional<Outcome> auditor) {
    if (!auditor)
        ++agreed.unread;
    else if (tool != Outcome::met && tool != Outcome::not_met)
        ++agreed.left;
    else if (tool == *auditor)
        ++agreed.agreed;
    else
        ++(tool == Outcome::not_met ? agreed.false_alarms : agreed.missed);
}

std::string percent(double value) {
    return std::to_string(std::lround(value * 100)) + '%';
}

Agreed total_of(const std::vector<Agreed>& criteria) {
    Agreed all;
    all.criterion = "all criteria";
    for (const Agreed& one : criteria) {
        all.agreed += one.agreed;
        all.false_alarms += one.false_alarms;
        all.missed += one.missed;
        all.left += one.left;
        all.unread += one.unread;
    }
    return all;
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

std::vector<Agreed> agreement(std::string_view text, const std::string& file, const json& report) {
    const Sheet sheet(text, file);
    const auto reported = answers_of(report);
    std::vector<Agreed> out;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        const std::string criterion = sheet.cell(row, "criterion id");
        if (criterion.empty()) throw UserError(sheet.at(row), "'criterion id' is empty");
        auto found = std::find_if(out.begin(), out.end(),
                                  [&](const Agreed& one) { return one.criterion == criterion; });
        if (found == out.end()) found = out.insert(out.end(), Agreed{criterion, 0, 0, 0, 0, 0});
        const auto auditor = auditor_said(sheet, row);
        count(*found, auditor ? tool_said(sheet, row, reported) : Outcome::not_applicable, auditor);
    }
    return out;
}

std::string agreement_text(const std::vector<Agreed>& criteria, const report::Page& page) {
    report::Table table({{"criterion", false, true},
                         {"agreed", true},
                         {"%", true},
                         {"95 % interval", true},
                         {"false alarms", true},
                         {"missed", true},
                         {"left to people", true},
                         {"not read", true}});
    auto rows = criteria;
    rows.push_back(total_of(criteria));
    for (const Agreed& one : rows) {
        const Share share = one.share();
        const auto interval = interval_of(share);
        table.add({report::clean(one.criterion),
                   std::to_string(share.met) + " of " + std::to_string(share.of),
                   interval ? percent(static_cast<double>(share.met) / static_cast<double>(share.of)) : "-",
                   interval ? percent(interval->low) + " to " + percent(interval->high) : "-",
                   std::to_string(one.false_alarms), std::to_string(one.missed), std::to_string(one.left),
                   std::to_string(one.unread)});
    }
    return table.to_string(page) + '\n' +
           report::block(page,
                         "False alarm: the tool said not met, the auditor met. Missed: the other way round. "
                         "Left to people: "
                         "the tool did not decide. Intervals are Wilson's.",
                         0, 0, report::Tone::faint);
}

std::string agreement_json(const std::vector<Agreed>& criteria) {
    report::Json list = report::Json::array();
    auto rows = criteria;
    rows.push_back(total_of(criteria));
    for (const Agreed& one : rows) {
        const auto interval = interval_of(one.share());
        report::Json row{{"criterion", one.criterion}, {"agreed", one.agreed},
                         {"of", one.share().of},       {"false_alarms", one.false_alarms},
                         {"missed", one.missed},       {"left_to_people", one.left},
                         {"not_read", one.unread},     {"interval", nullptr}};
        if (interval) row["interval"] = {{"low", interval->low}, {"high", interval->high}};
        list.push_back(std::move(row));
    }
    return report::dump_indented(list);
}

} // namespace plumbline::history
