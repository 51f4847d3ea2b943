#include "accuracy_report.hpp"

#include "base/user_error.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <map>
#include <ostream>
#include <sstream>

namespace plumbline::bench {
namespace {

using namespace plumbline::training;

constexpr double tolerance = 0.005; // what another processor's rounding may move

bool any(const Example&) {
    return true;
}

std::string figure(double value) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(2) << value;
    return std::move(out).str();
}

std::string with_interval(const Share& share) {
    const Interval interval = wilson(share);
    return figure(share.value()) + " (" + figure(interval.low) + "–" + figure(interval.high) + ")";
}

struct Row {
    std::string name;
    Score score;
};

std::vector<Row> rows_of(const Result& result) {
    std::vector<Row> rows{{"all", score_where(result, result.decisions, any)}};
    for (const std::string difficulty : {"easy", "medium", "hard"})
        rows.push_back({difficulty, score_where(result, result.decisions, [&](const Example& e) {
                            return e.difficulty == difficulty;
                        })});
    const auto second = [](const Example& e) { return !is_first_source(e); };
    rows.push_back({"first source", score_where(result, result.decisions, is_first_source)});
    rows.push_back({"second source", score_where(result, result.decisions, second)});
    rows.push_back(
        {"first source, trained on the second", score_where(result, result.transferred, is_first_source)});
    rows.push_back({"second source, trained on the first", score_where(result, result.transferred, second)});
    return rows;
}

std::string arguable_too(const Result& result) {
    std::vector<bool> met;
    for (const auto& example : result.examples)
        met.push_back(example.met);
    const Score s = score(result.decisions, met);
    return figure(s.precision.value()) + ", " + figure(s.recall.value()) + ", " + figure(s.decided.value());
}

std::string plain_line(const Result& result) {
    std::string line = std::to_string(result.plain) + " short, plain, good texts, " +
                       std::to_string(result.plain_punished.size()) + " called not met";
    for (const auto& id : result.plain_punished)
        line += ' ' + id;
    return line;
}

void write_confusions(std::ostream& out, const Result& result) {
    for (std::size_t i = 0; i < result.examples.size(); ++i) {
        const Example& e = result.examples[i];
        const bool called = result.decisions[i] == Decision::not_met;
        if (e.arguable || result.decisions[i] == Decision::undecided || called != e.met) continue;
        out << "  " << e.id << (e.met ? " met, called not met " : " not met, called met ")
            << figure(result.probability[i]) << ": " << (e.need.empty() ? "" : e.need + " → ") << e.text
            << "  [" << e.why << "]\n";
    }
}

} // namespace

void write_tables(std::ostream& out, const std::vector<Result>& results) {
    for (const auto& result : results) {
        out << result.name << "\n  " << std::left << std::setw(38) << "" << std::setw(22)
            << "not met: precision" << std::setw(22) << "recall"
            << "decided\n";
        for (const auto& [name, s] : rows_of(result))
            out << "  " << std::setw(38) << name << std::setw(24) << with_interval(s.precision)
                << std::setw(24) << with_interval(s.recall) << with_interval(s.decided) << '\n';
        out << "  with arguable items: " << arguable_too(result)
            << "\n  goal: " << figure(result.goal.precision) << ", " << figure(result.goal.recall) << ", "
            << figure(result.goal.decided) << '\n';
        if (result.plain > 0) out << "  " << plain_line(result) << '\n';
        write_confusions(out, result);
        out << '\n';
    }
}

void write_markdown(std::ostream& out, const std::vector<Result>& results) {
    out << "# How right the text checks are\n\n"
           "Written by `tests/bench/accuracy --markdown`; do not edit. All wording measured on is invented\n"
           "(`fixtures/labelled`, with auditors' labels): this says how well the checks read wording of that "
           "kind, and\n"
           "nothing yet about a council's real plans.\n\n"
           "Each text is judged by a model that has seen neither it nor its near-duplicates (ten folds; "
           "texts that share two\n"
           "rare words or names are kept together), with thresholds chosen on the other nine folds. Texts "
           "that we wrote for\n"
           "training (`tools/train/wording`) are never scored; some were written after reading these "
           "confusions, "
           "so the figures\n"
           "flatter by as much as such lines tell, even though a line that resembles a text is left out "
           "where "
           "that text is\n"
           "judged. \"Not met\" is the finding: *precision* is "
           "the share of findings\n"
           "that auditors agree with, *recall* the share of empty wording that is found, *decided* the share "
           "that is not left to\n"
           "a person (a text left to a person counts against recall). In brackets: Wilson's 95 % interval. "
           "Arguable items are\n"
           "left out; the line below each table has them in.\n\n";
    for (const auto& result : results) {
        out << "## " << result.name
            << "\n\n| texts | not met: precision | not met: recall | decided |\n|---|---|---|---|\n";
        for (const auto& [name, s] : rows_of(result))
            out << "| " << name << " (" << s.decided.of << ") | " << with_interval(s.precision) << " | "
                << with_interval(s.recall) << " | " << with_interval(s.decided) << " |\n";
        out << "| *asked for* | " << figure(result.goal.precision) << " | " << figure(result.goal.recall)
            << " | " << figure(result.goal.decided) << " |\n\nWith arguable items: " << arguable_too(result)
            << ". ";
        if (result.plain > 0) out << plain_line(result) << ". ";
        out << "Thresholds:";
        for (const auto& t : result.thresholds)
            out << " not met below " << figure(t.not_met_below) << ", met from " << figure(t.met_above)
                << ';';
        out << " they stand in the weights file.\n\nIt cannot see " << result.blind << "\n\n";
    }
    out << "The confusions with their texts are printed by `tests/bench/accuracy`.\n";
}

void write_figures(std::ostream& out, const std::vector<Result>& results) {
    out << "# What tests/bench/accuracy reached when this was recorded (accuracy --record); the gate fails "
           "below it.\n"
           "# The last count is of short, plain, good texts called not met: the aim is none.\n"
           "# criterion\tprecision\trecall\tdecided\tplain texts not met\n";
    for (const auto& result : results) {
        const Score s = score_where(result, result.decisions, any);
        out << result.name << '\t' << std::setprecision(4) << s.precision.value() << '\t' << s.recall.value()
            << '\t' << s.decided.value() << '\t' << result.plain_punished.size() << '\n';
    }
}

bool below_recorded(std::ostream& out, const std::vector<Result>& results, const std::string& file) {
    std::ifstream in(file);
    if (!in) throw UserError({file}, "cannot be opened");
    bool below = false;
    std::size_t compared = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::string name = line.substr(0, line.find('\t'));
        std::istringstream figures(line.substr(name.size()));
        double precision = 0, recall = 0, decided = 0;
        std::size_t plain_punished = 0;
        if (!(figures >> precision >> recall >> decided >> plain_punished))
            throw UserError({file}, "expected three figures and a count of " + name);
        const auto result = std::ranges::find(results, name, &Result::name);
        if (result == results.end()) throw UserError({file}, "nothing is measured by the name " + name);
        ++compared;
        const Score s = score_where(*result, result->decisions, any);
        const auto hold = [&](const char* what, const Share& share, double recorded) {
            if (share.value() >= recorded - tolerance) return;
            below = true;
            out << name << ": " << what << " is " << figure(share.value()) << ", recorded was "
                << figure(recorded) << '\n';
        };
        hold("precision", s.precision, precision);
        hold("recall", s.recall, recall);
        hold("share decided", s.decided, decided);
        if (result->plain_punished.size() > plain_punished) {
            below = true;
            out << name << ": calls " << result->plain_punished.size()
                << " plain good texts not met, recorded were " << plain_punished << '\n';
        }
    }
    if (compared != results.size())
        throw UserError({file}, "a criterion that is measured has no recorded figure");
    return below;
}

} // namespace plumbline::bench
