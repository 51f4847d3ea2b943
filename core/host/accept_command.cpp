#include "host/command.hpp"

#include "base/csv.hpp"
#include "base/user_error.hpp"
#include "judgement/acceptances.hpp"
#include "report/output.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

namespace plumbline::host {

namespace {

constexpr int months_accepted = 6; // where nobody says how long

struct Arguments {
    std::vector<std::string> fingerprints;
    std::string file = "accepted.csv";
    std::string report, by, reason, on, until;
};

Date date_argument(const std::string& option, const std::string& text) {
    const auto date = parse_iso_date(text);
    if (!date) throw UserError(option + ' ' + text + ": not a date; expected one such as 2024-04-01");
    return *date;
}

std::string read_whole(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw UserError({file, 0, 0}, std::string("cannot be read: ") + std::strerror(errno));
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct Known {
    std::string plan, check;
};

/// What the report says of the finding.
Known look_up(const nlohmann::json& report, const std::string& file, const std::string& fingerprint) {
    for (const auto& plan : report.at("plans"))
        for (const auto& finding : plan.at("findings"))
            if (finding.at("fingerprint") == fingerprint)
                return {plan.at("id"), finding.at("plugin").get<std::string>() + '/' +
                                           finding.at("criterion").get<std::string>()};
    throw UserError({file, 0, 0}, "has no finding with the fingerprint " + fingerprint);
}

nlohmann::json read_report(const std::string& file) {
    auto report = nlohmann::json::parse(read_whole(file), nullptr, false);
    if (!report.is_object() || !report.contains("plans"))
        throw UserError({file, 0, 0}, "is no report of 'plumbline check --format json'");
    return report;
}

/// The file as it will be: what it has, then the new lines in the order of its own columns.
std::string with_records(std::string text, const std::string& file,
                         const std::vector<std::map<std::string, std::string>>& added) {
    if (text.empty()) text = std::string(byte_order_mark) + csv_record(judgement::acceptance_columns());
    if (!text.ends_with('\n')) text += "\r\n";
    const auto rows = read_csv(text, file);
    const char separator = csv_separator(text);
    for (const auto& record : added) {
        std::vector<std::string> cells;
        for (std::string name : rows.front().cells) {
            for (char& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            const auto found = record.find(name);
            cells.push_back(found == record.end() ? "" : found->second);
        }
        text += csv_record(cells, separator);
    }
    return text;
}

ExitCode accept(const Arguments& arguments) {
    const Date on = arguments.on.empty()
                        ? std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())
                        : date_argument("--on", arguments.on);
    const Date until =
        arguments.until.empty() ? add_months(on, months_accepted) : date_argument("--until", arguments.until);
    const auto report = arguments.report.empty() ? nlohmann::json() : read_report(arguments.report);
    std::vector<std::map<std::string, std::string>> added;
    for (const std::string& fingerprint : arguments.fingerprints) {
        const Known known = report.is_null() ? Known{} : look_up(report, arguments.report, fingerprint);
        added.push_back({{"fingerprint", fingerprint},
                         {"plan", known.plan},
                         {"check", known.check},
                         {"reason", arguments.reason},
                         {"accepted by", arguments.by},
                         {"on", to_iso(on)},
                         {"until", to_iso(until)}});
    }
    const bool exists = std::filesystem::exists(arguments.file);
    const std::string before = exists ? read_whole(arguments.file) : std::string{};
    if (!before.empty()) judgement::Acceptances::read_text(before, arguments.file, on);
    const std::string after = with_records(before, arguments.file, added);
    judgement::Acceptances::read_text(after, arguments.file, on); // a wrong line is never written
    report::Output output(arguments.file);
    output.stream() << after;
    output.commit();
    std::cout << arguments.file << ": " << added.size() << (added.size() == 1 ? " finding" : " findings")
              << " accepted until " << to_reader(until) << '\n';
    return ExitCode::clear;
}

} // namespace

void define_accept(CLI::App& program, const Common& /*common*/, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand(
        "accept", "write findings on the list of those that a manager accepts for a while");
    command->add_option("fingerprint", arguments->fingerprints, "as csv, xlsx, sarif or json give it")
        ->required();
    command->add_option("--file", arguments->file, "the list (CSV; made when it is not there)")
        ->capture_default_str();
    command->add_option("--by", arguments->by, "who accepts it")->required();
    command->add_option("--reason", arguments->reason, "why")->required();
    command->add_option("--on", arguments->on, "since when, such as 2024-04-01 (default: today)");
    command->add_option("--until", arguments->until,
                        "the last day on which it is accepted (default: " + std::to_string(months_accepted) +
                            " months after)");
    command->add_option("--report", arguments->report,
                        "a json report to look the findings up in: plan and check are filled in, and a\n"
                        "fingerprint that it does not have is an error");
    command->callback([arguments, &chosen] { chosen = [arguments] { return accept(*arguments); }; });
    command->footer(
        "The list can be edited in Excel as well: fingerprint, plan, check, reason, accepted by, on, until.\n"
        "Give it to 'plumbline check --accepted'.\n\nExample:\n"
        "  plumbline accept 28ee67b5db28e1b8 --by 'A. Manager' --reason 'agreed at panel' "
        "--until 2024-09-30 --report out.json");
}

} // namespace plumbline::host
