#include "host/command.hpp"
#include "host/page.hpp"

#include "base/user_error.hpp"
#include "history/batches_report.hpp"
#include "history/samples_report.hpp"
#include "history/scorecard.hpp"

#include <iostream>
#include <map>
#include <memory>

namespace plumbline::host {

namespace {

using history::Lines;

const std::map<std::string, Lines> lines_by_word{{"area", Lines::area},
                                                 {"criterion", Lines::criterion},
                                                 {"team", Lines::team},
                                                 {"kind", Lines::kind},
                                                 {"quarter", Lines::quarter}};

struct Arguments {
    std::string where, by = "area", team, kind, format = "text", colour = "auto";
    std::vector<std::int64_t> batches;
    bool suppress = false;
};

void print(const Arguments& arguments, const history::Scorecard& card) {
    if (arguments.format == "json")
        std::cout << history::scorecard_json(card, arguments.suppress);
    else if (arguments.format == "csv")
        std::cout << history::scorecard_csv(card, arguments.suppress);
    else
        std::cout << history::scorecard_text(card, arguments.suppress, output_page(arguments.colour));
}

std::vector<history::Batch> some_batches(history::Store& store, const std::string& where) {
    auto batches = store.batches();
    if (batches.empty())
        throw UserError({where, 0, 0}, "the history is empty; 'plumbline check … --history' keeps a batch");
    return batches;
}

ExitCode list(const Arguments& arguments) {
    const auto batches = history::Store(arguments.where, true).batches();
    if (arguments.format == "json")
        std::cout << history::list_json(batches, arguments.suppress);
    else if (arguments.format == "csv")
        std::cout << history::list_csv(batches, arguments.suppress);
    else
        std::cout << history::list_text(batches, arguments.suppress, output_page(arguments.colour));
    return ExitCode::clear;
}

ExitCode agreement(const Arguments& arguments) {
    const auto samples = history::Store(arguments.where, true).samples();
    if (arguments.format == "json")
        std::cout << history::samples_json(samples, arguments.suppress);
    else if (arguments.format == "csv")
        std::cout << history::samples_csv(samples, arguments.suppress);
    else
        std::cout << history::samples_text(samples, arguments.suppress, output_page(arguments.colour));
    return ExitCode::clear;
}

ExitCode show(const Arguments& arguments) {
    history::Store store(arguments.where, true);
    const auto batch = history::find_batch(some_batches(store, arguments.where), arguments.batches.at(0));
    print(arguments, history::make_scorecard(store, lines_by_word.at(arguments.by), batch, std::nullopt,
                                             {arguments.team, arguments.kind}));
    return ExitCode::clear;
}

ExitCode compare(const Arguments& arguments) {
    history::Store store(arguments.where, true);
    const auto batches = some_batches(store, arguments.where);
    const auto before = history::find_batch(batches, arguments.batches.at(0));
    const auto now = history::find_batch(batches, arguments.batches.at(1));
    print(arguments, history::make_scorecard(store, lines_by_word.at(arguments.by), now, before,
                                             {arguments.team, arguments.kind}));
    return ExitCode::clear;
}

ExitCode scorecard(const Arguments& arguments) {
    history::Store store(arguments.where, true);
    const auto batches = some_batches(store, arguments.where);
    const history::Batch& now = batches.back();
    print(arguments,
          history::make_scorecard(store, lines_by_word.at(arguments.by), now,
                                  history::batch_before(batches, now), {arguments.team, arguments.kind}));
    return ExitCode::clear;
}

CLI::App* add(CLI::App& parent, const std::shared_ptr<Arguments>& arguments, Chosen& chosen,
              const std::string& name, const std::string& about, ExitCode (*run)(const Arguments&)) {
    CLI::App* command = parent.add_subcommand(name, about);
    command
        ->add_option("--history", arguments->where, "the history: a file (SQLite), or a URL postgresql://…")
        ->required();
    command->add_flag("--suppress-small", arguments->suppress, "show no line with a number from 1 to 4");
    command->add_option("--format,-f", arguments->format, "text, json or csv")
        ->check(CLI::IsMember({"text", "json", "csv"}))
        ->capture_default_str();
    command->add_option("--colour,--color", arguments->colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    command->callback([arguments, &chosen, run] { chosen = [arguments, run] { return run(*arguments); }; });
    return command;
}

void add_lines(CLI::App* command, const std::shared_ptr<Arguments>& arguments,
               const std::vector<std::string>& words) {
    command->add_option("--by", arguments->by, "what there is a line for: " + CLI::detail::join(words, ", "))
        ->check(CLI::IsMember(words))
        ->capture_default_str();
    command->add_option("--team", arguments->team, "only plans of this team");
    command->add_option("--kind", arguments->kind, "only plans of this kind, such as care");
}

} // namespace

void define_history(CLI::App& program, const Common& /*common*/, Chosen& chosen) {
    CLI::App* command =
        program.add_subcommand("history", "batches kept by 'check --history': what was met, what changed");
    command->require_subcommand(1);
    auto arguments = std::make_shared<Arguments>();
    const std::vector<std::string> words{"area", "criterion", "team", "kind"};
    add(*command, arguments, chosen, "list", "the batches, marked where the rule set changed", list);
    CLI::App* showing = add(*command, arguments, chosen, "show", "what was met in one batch", show);
    showing->add_option("batch", arguments->batches, "its number")->required()->expected(1);
    add_lines(showing, arguments, words);
    CLI::App* comparing =
        add(*command, arguments, chosen, "compare", "two batches, the earlier one first", compare);
    comparing->add_option("batches", arguments->batches, "their numbers")->required()->expected(2);
    add_lines(comparing, arguments, words);
    CLI::App* scoring = add(*command, arguments, chosen, "scorecard",
                            "the last batch against the one before by the same rule set", scorecard);
    add_lines(scoring, arguments, {"area", "criterion", "team", "kind", "quarter"});
    add(*command, arguments, chosen, "agreement",
        "how often auditors agreed with the tool, by sample (see 'plumbline agreement')", agreement);
    command->footer("PLUMBLINE_HISTORY names the history once for all.\n\nExamples:\n"
                    "  plumbline check plans/ --history quality.db\n"
                    "  plumbline history scorecard --history quality.db --by team --suppress-small\n"
                    "  plumbline history compare 3 4 --history postgresql://qa@db.council.example/quality");
}

} // namespace plumbline::host
