#include "host/command.hpp"

#include "text/describe.hpp"
#include "text/reading.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

void define_text(CLI::App& program, const Common& /*common*/, Chosen& chosen) {
    auto words = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand(
        "text", "how a piece of narrative is read: sentences, clauses, stems, speakers");
    command->add_option("words", *words, "the narrative, in quotation marks")->required();
    command->callback([words, &chosen] {
        chosen = [words] {
            std::cout << text::describe(text::read(*words));
            return ExitCode::clear;
        };
    });
}

} // namespace plumbline::host
