#include "host/check_run.hpp"
#include "host/command.hpp"
#include "host/plugin_commands.hpp"

#include "base/user_error.hpp"
#include "text/describe.hpp"
#include "text/phrases.hpp"
#include "text/reading.hpp"
#include "text/timescale.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <vector>

namespace plumbline::host {

namespace {

struct Arguments {
    std::string words, name, plugin, written;
};

std::string one_line(std::string_view words) {
    std::string line(words);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

/// Each match with the plugin's set and phrase that found it.
std::string phrases_text(const text::Reading& reading, const ChosenPlugins& chosen) {
    const text::PhraseBook& book = chosen.workspace.catalogue().phrase_book();
    text::PhraseBook::Scratch scratch(book);
    std::string out;
    for (const text::Match& match : book.scan(reading, scratch)) {
        const text::PhraseSet& set = book.sets().at(match.set);
        const std::string plugin = set.name.substr(0, set.name.find('/'));
        const bool asked = std::any_of(chosen.plugins.begin(), chosen.plugins.end(),
                                       [&](const lua::Plugin* one) { return one->id == plugin; });
        if (asked)
            out += "  - \"" + one_line(match.span.of(reading.text)) + "\"; " + set.name + ": " +
                   set.phrases.at(match.phrase) + "\n";
    }
    return out.empty() ? "phrases: none\n" : "phrases:\n" + out;
}

std::string timescale_text(const std::string& words, Date written) {
    text::TimescaleContext context;
    context.written = written;
    const text::Timescale timescale = text::read_timescale(words, context);
    std::string out =
        "timescale, in a plan written on " + to_reader(written) + ": " + std::string(to_word(timescale.kind));
    if (timescale.kind == text::TimescaleKind::none) return out + "\n";
    out += timescale.bounded ? "; bounded" : "; not bounded";
    if (!timescale.possible) out += "; not possible";
    if (timescale.first_day) out += "; from " + to_reader(*timescale.first_day);
    if (timescale.last_day) out += "; last day " + to_reader(*timescale.last_day);
    if (!timescale.words.empty()) out += "; by \"" + one_line(timescale.words.of(words)) + "\"";
    if (!timescale.how.empty()) out += "; " + timescale.how;
    return out + "\n";
}

ExitCode show(const Arguments& arguments, const Common& common) {
    text::People people;
    if (!arguments.name.empty()) people.child_names.push_back(arguments.name);
    const text::Reading reading = text::read(arguments.words, people);
    std::cout << text::describe(reading) << phrases_text(reading, ChosenPlugins(arguments.plugin, common))
              << timescale_text(arguments.words, as_of_date(arguments.written));
    return ExitCode::clear;
}

} // namespace

void define_text(CLI::App& program, const Common& common, Chosen& chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand(
        "text", "how a piece of narrative is read: sentences, clauses, stems, phrases, timescale, speakers");
    command->add_option("words", arguments->words, "the narrative, in quotation marks")->required();
    command->add_option("--name", arguments->name,
                        "the child's name, by which the child is known as a speaker");
    command->add_option("--plugin", arguments->plugin,
                        "only this plugin's phrases: an id, or a folder (with a /)");
    command->add_option("--written", arguments->written,
                        "the day the plan was written, from which timescales count (default: today)");
    command->callback([arguments, &common, &chosen] {
        chosen = [arguments, &common] { return show(*arguments, common); };
    });
}

} // namespace plumbline::host
