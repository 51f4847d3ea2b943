#include "engine/workspace.hpp"
#include "host/command.hpp"
#include "host/page.hpp"

#include "base/date.hpp"
#include "base/user_error.hpp"
#include "history/agreement.hpp"
#include "history/sample.hpp"
#include "history/store.hpp"
#include "report/output.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string report, output = "worksheet.csv", worksheet, where, name, format = "text";
    history::SampleOptions sample;
};

std::string read_whole(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw UserError({file, 0, 0}, std::string("cannot be read: ") + std::strerror(errno));
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

nlohmann::json read_report(const std::string& file) {
    auto report = nlohmann::json::parse(read_whole(file), nullptr, false);
    if (!report.is_object() || !report.contains("plans"))
        throw UserError({file, 0, 0}, "is no report of 'plumbline check --format json'");
    return report;
}

ExitCode sample(const Arguments& arguments, const Common& common) {
    const auto report = read_report(arguments.report);
    const std::size_t plans = history::draw(report, arguments.sample).size();
    if (plans == 0) throw UserError({arguments.report, 0, 0}, "has no judged plan to draw from");
    const engine::Workspace workspace(common);
    for (const std::string& check : arguments.sample.checks)
        if (workspace.catalogue().find(check) == nullptr)
            throw UserError("--check " + check + ": there is no such check");
    report::Output output(arguments.output);
    output.stream() << history::worksheet(report, arguments.sample, report::Titles(workspace.catalogue()));
    output.commit();
    if (arguments.output != "-")
        std::cout << arguments.output << ": " << plans << (plans == 1 ? " plan" : " plans")
                  << "; fill in 'auditor says', then: plumbline agreement " << arguments.output
                  << (arguments.sample.blind ? " --report " + arguments.report : "") << '\n';
    return ExitCode::clear;
}

ExitCode agreement(const Arguments& arguments) {
    const auto report = arguments.report.empty() ? nlohmann::json() : read_report(arguments.report);
    const auto found = history::agreement(read_whole(arguments.worksheet), arguments.worksheet, report);
    std::cout << (arguments.format == "json"  ? history::agreement_json(found)
                  : arguments.format == "csv" ? history::agreement_csv(found)
                                              : history::agreement_text(found, output_page()));
    if (arguments.where.empty()) return ExitCode::clear;
    std::vector<history::Agreement> kept;
    for (const auto& one : found)
        if (one.share().of > 0) kept.push_back({one.criterion, one.share().of, one.agreed});
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    history::Store(arguments.where)
        .save(arguments.name.empty() ? arguments.worksheet : arguments.name, to_iso(today), kept);
    return ExitCode::clear;
}

} // namespace

void define_moderation(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* sampling =
        program.add_subcommand("sample", "draw plans for auditors to read, and write their worksheet");
    sampling->add_option("report", arguments->report, "a json report of 'plumbline check'")->required();
    sampling->add_option("--size", arguments->sample.size, "how many plans")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    sampling->add_option("--by", arguments->sample.by, "draw from each in proportion: team or kind")
        ->check(CLI::IsMember({"team", "kind"}));
    sampling->add_option("--seed", arguments->sample.seed, "the same seed draws the same plans")
        ->capture_default_str();
    sampling
        ->add_option("--check", arguments->sample.checks,
                     "ask about this check only, such as contingency (repeatable)")
        ->take_all();
    sampling->add_flag("--blind", arguments->sample.blind, "do not tell the auditors what the tool said");
    sampling->add_option("--output,-o", arguments->output, "the worksheet (CSV); - is standard output")
        ->capture_default_str();
    sampling->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return sample(*arguments, common); };
    });
    sampling->footer(
        "Example:\n  plumbline sample march.json --size 20 --by team --seed 7 --blind -o worksheet.csv");

    CLI::App* agreeing =
        program.add_subcommand("agreement", "how often auditors agreed with the tool, by criterion");
    agreeing->add_option("worksheet", arguments->worksheet, "a worksheet of 'plumbline sample', filled in")
        ->required();
    agreeing->add_option("--report", arguments->report, "the report that a blind worksheet was drawn from");
    agreeing->add_option("--format,-f", arguments->format, "text, json or csv")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str();
    agreeing->add_option("--history", arguments->where, "keep it in this history");
    agreeing->add_option("--name", arguments->name,
                         "as what the history keeps it (default: the worksheet's name)");
    agreeing->callback([arguments, &chosen] { chosen = [arguments] { return agreement(*arguments); }; });
    agreeing->footer("'auditor says' is met, not met, not applicable or unsure; an empty cell was not read.");
}

} // namespace plumbline::host
