#include "host/bash_completion.hpp"

#include <sstream>

namespace plumbline::host {

namespace {

// The tables are filled in from what the program understands: $command is what was typed so far, as in
// "plumbline plugin new".
constexpr const char* opening = R"bash(# Made by `plumbline completion bash`.

# The names that may follow the command $1, then its options.
_plumbline_words() {
    case $1 in
)bash";

constexpr const char* values_opening = R"bash(    esac
}

# What the option $2 of the command $1 takes: words, "(file)", or nothing for a flag.
_plumbline_values() {
    case "$1 $2" in
)bash";

constexpr const char* closing = R"bash(    esac
}

# The same for an option that every command has.
_plumbline_value_of() {
    local command=$1 found
    while :; do
        found=$(_plumbline_values "$command" "$2")
        [ -n "$found" ] && { echo "$found"; return; }
        case $command in *' '*) command=${command% *} ;; *) return ;; esac
    done
}

_plumbline() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=plumbline at=1 values common
    # Bash takes --option=value apart.
    if [ "$word" = '=' ]; then word=
    elif [ "$before" = '=' ]; then before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    while [ "$at" -lt "$COMP_CWORD" ]; do
        case ${COMP_WORDS[at]} in
        -*) [ -n "$(_plumbline_value_of "$command" "${COMP_WORDS[at]}")" ] && at=$((at + 1))
            [ "${COMP_WORDS[at]}" = '=' ] && at=$((at + 1)) ;;
        *) [ -n "$(_plumbline_words "$command ${COMP_WORDS[at]}")" ] && command="$command ${COMP_WORDS[at]}" ;;
        esac
        at=$((at + 1))
    done
    COMPREPLY=()
    case $before in -*) values=$(_plumbline_value_of "$command" "$before") ;; *) values= ;; esac
    case $values in
    '') ;;
    '(file)') COMPREPLY=($(compgen -f -- "$word")); return ;;
    *) COMPREPLY=($(compgen -W "$values" -- "$word")); return ;;
    esac
    values=$(_plumbline_words "$command") common=$(_plumbline_words plumbline)
    case $word in
    -*) COMPREPLY=($(compgen -W "${values#*|} ${common#*|}" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "${values%|*}" -- "$word"))
       [ ${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "$word")) ;;
    esac
    return 0
}

complete -o filenames -F _plumbline plumbline
)bash";

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

void write_words(std::ostream& out, const CommandSyntax& command) {
    std::vector<std::string> commands;
    std::vector<std::string> options;
    for (const CommandSyntax& sub : command.commands)
        commands.push_back(sub.words.substr(command.words.size() + 1));
    for (const OptionSyntax& option : command.positionals)
        commands.insert(commands.end(), option.choices.begin(), option.choices.end());
    for (const OptionSyntax& option : command.options)
        options.insert(options.end(), option.names.begin(), option.names.end());
    out << "    '" << command.words << "') echo '" << joined(commands) << "|" << joined(options) << "' ;;\n";
    for (const CommandSyntax& sub : command.commands)
        write_words(out, sub);
}

void write_values(std::ostream& out, const CommandSyntax& command) {
    for (const OptionSyntax& option : command.options) {
        if (!option.takes_value()) continue;
        out << "    ";
        for (std::size_t i = 0; i < option.names.size(); ++i)
            out << (i == 0 ? "'" : "|'") << command.words << ' ' << option.names[i] << '\'';
        out << ") echo '" << (option.choices.empty() ? "(file)" : joined(option.choices)) << "' ;;\n";
    }
    for (const CommandSyntax& sub : command.commands)
        write_values(out, sub);
}

} // namespace

std::string bash_completion(const CommandSyntax& program) {
    std::ostringstream out;
    out << opening;
    write_words(out, program);
    out << values_opening;
    write_values(out, program);
    out << closing;
    return out.str();
}

} // namespace plumbline::host
