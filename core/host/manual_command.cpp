/// manual, completion: what the program understands, for man and for Bash.

#include "host/manual_command.hpp"

#include "host/bash_completion.hpp"
#include "host/manual_page.hpp"

#include "base/version.hpp"

#include <iostream>
#include <memory>

namespace plumbline::host {

void define_manual(CLI::App& program, Chosen& chosen) {
    CLI::App* command = program.add_subcommand("manual", "writes the manual page, plumbline(1)");
    command->callback([&program, &chosen] {
        chosen = [&program] {
            std::cout << manual_page(syntax_of(program), version());
            return ExitCode::clear;
        };
    });
    command->footer("Examples:\n  plumbline manual | man -l -");
}

void define_completion(CLI::App& program, Chosen& chosen) {
    auto shell = std::make_shared<std::string>();
    CLI::App* command =
        program.add_subcommand("completion", "writes the script that completes commands and options");
    command->add_option("shell", *shell, "the shell")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>{"bash"}));
    command->callback([shell, &program, &chosen] {
        chosen = [&program] {
            std::cout << bash_completion(syntax_of(program));
            return ExitCode::clear;
        };
    });
    command->footer("Examples:\n  source <(plumbline completion bash)");
}

} // namespace plumbline::host
