#include "host/command.hpp"

#include "base/date.hpp"
#include "base/user_error.hpp"
#include "calendar/working_days.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

Date date_argument(const std::string& text) {
    const auto date = parse_iso_date(text);
    if (!date) throw UserError("'" + text + "' is not a date; expected one such as 2024-12-20");
    return *date;
}

std::string outside(const calendar::WorkingDays& calendar) {
    return "that leaves the working-day table, which covers " + to_iso(calendar.first()) + " to " +
           to_iso(calendar.last());
}

ExitCode add(const std::string& from, int count) {
    const calendar::WorkingDays& calendar = calendar::WorkingDays::england();
    const Date start = date_argument(from);
    const auto end = calendar.add(start, count);
    if (!end) throw UserError(outside(calendar));
    std::cout << to_iso(*end) << "  " << to_reader(*end) << '\n';
    const auto skipped = calendar.holidays_between(std::min(start, *end), std::max(start, *end));
    for (const Date holiday : skipped)
        std::cout << "  not counted: " << to_reader(holiday) << " (bank holiday)\n";
    return ExitCode::clear;
}

ExitCode between(const std::string& from, const std::string& to) {
    const calendar::WorkingDays& calendar = calendar::WorkingDays::england();
    const auto days = calendar.between(date_argument(from), date_argument(to));
    if (!days) throw UserError(outside(calendar));
    std::cout << *days << '\n';
    return ExitCode::clear;
}

struct Arguments {
    std::string from, to;
    int count = 0;
};

} // namespace

void define_calendar(CLI::App& program, const Common& /*common*/, Chosen& chosen) {
    CLI::App* command = program.add_subcommand("calendar", "England's working days");
    command->require_subcommand(1);
    auto arguments = std::make_shared<Arguments>();

    CLI::App* adding =
        command->add_subcommand("add", "the working day so many after a date (day 0 is the date)");
    adding->add_option("date", arguments->from, "the event, such as 2024-12-20")->required();
    adding->add_option("days", arguments->count, "working days; negative counts back")->required();
    adding->callback(
        [arguments, &chosen] { chosen = [arguments] { return add(arguments->from, arguments->count); }; });

    CLI::App* counting = command->add_subcommand("between", "working days after one date, up to another");
    counting->add_option("from", arguments->from)->required();
    counting->add_option("to", arguments->to)->required();
    counting->callback(
        [arguments, &chosen] { chosen = [arguments] { return between(arguments->from, arguments->to); }; });
}

} // namespace plumbline::host
