#pragma once

#include "host/command.hpp"

namespace plumbline::host {

// Like the commands of command.hpp; these two write down what the whole program understands.
void define_manual(CLI::App& program, Chosen& chosen);
void define_completion(CLI::App& program, Chosen& chosen);

} // namespace plumbline::host
