#include "host/line_editor.hpp"

#include <editline/readline.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>

namespace plumbline::host {

namespace {

LineEditor::Complete& completer() {
    static LineEditor::Complete complete; // the library calls back without a context
    return complete;
}

std::vector<std::string>& offered() {
    static std::vector<std::string> words;
    return words;
}

/// Hands the words on one by one; the library frees them.
char* next_word(const char* /*text*/, int state) {
    static std::size_t next = 0;
    if (state == 0) next = 0;
    return next < offered().size() ? ::strdup(offered()[next++].c_str()) : nullptr;
}

char** complete_line(const char* text, int /*start*/, int end) {
    const std::string line(rl_line_buffer, static_cast<std::size_t>(end));
    auto [from, words] = completer()(line);
    // What the library takes for the word may begin before ours: "plan.act".
    const std::string typed(text);
    const std::size_t ours = line.size() - from;
    const std::string before = typed.size() >= ours ? typed.substr(0, typed.size() - ours) : "";
    offered().clear();
    for (const std::string& word : words)
        offered().push_back(before + word);
    rl_attempted_completion_over = 1; // no file names
    rl_completion_append_character = '\0';
    return offered().empty() ? nullptr : rl_completion_matches(text, &next_word);
}

} // namespace

LineEditor::LineEditor(Complete complete) : terminal_(::isatty(STDIN_FILENO) != 0) {
    if (!terminal_) return;
    static_cast<void>(std::setlocale(LC_CTYPE, "")); // without such a locale: bytes
    completer() = std::move(complete);
    rl_readline_name = const_cast<char*>("plumbline"); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    rl_attempted_completion_function = &complete_line;
    using_history();
}

LineEditor::~LineEditor() {
    completer() = nullptr;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
    if (!terminal_) {
        std::string line;
        if (!std::getline(std::cin, line)) return std::nullopt;
        return line;
    }
    const std::unique_ptr<char, void (*)(void*)> line(::readline(prompt.c_str()), &std::free);
    if (!line) return std::nullopt;
    if (*line != '\0') add_history(line.get());
    return std::string(line.get());
}

} // namespace plumbline::host
