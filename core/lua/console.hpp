#pragma once

/// Lua typed line by line with a plan at hand: the host's functions and one plugin's phrases, parameters and
/// models, within the limits of a check.

#include "lua/catalogue.hpp"
#include "lua/worker.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::lua {

class Console {
public:
    /// `plugin`: whose phrases, parameters, models and criteria can be used; nullptr: none. All of it
    /// outlives the console.
    Console(const Catalogue& catalogue, const Plugin* plugin, const plan::Plan& plan,
            const Surroundings& surroundings);
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    struct Reply {
        std::string text; // what to show, with its line ends
        bool error = false;
        bool unfinished = false; // a statement that goes on in the next line
    };
    /// Runs an expression or statements. What is assigned without 'local' stays for later lines.
    Reply run(const std::string& source);

    /// What the word at the end of the line may become: names after a dot or colon, or of the console itself.
    struct Completion {
        std::size_t from = 0; // where the word begins in the line
        std::vector<std::string> words;
    };
    Completion complete(std::string_view line);

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::lua
