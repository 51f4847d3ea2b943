#include "host/manual_page.hpp"

#include <algorithm>
#include <sstream>

namespace plumbline::host {

namespace {

// What follows the program's own words on settings.
constexpr const char* settings = R"(.PP
The variable of
.B \-\-fail\-on
is
.BR PLUMBLINE_FAIL_ON .
The file is TOML: options of every command first, then a section for each command.
.PP
.EX
plugins = ["/etc/plumbline/plugins"]

[check]
rule\-set = "example\-council"
.EE
.PP
A key that no option has, or a value that the option refuses, is an error with the file and its line.
)";

constexpr const char* files = R"(.SH FILES
.TP
.I /etc/plumbline/plumbline.conf
The settings of the service.
.TP
.I /etc/plumbline/plugins/\fR, \fI/etc/plumbline/rules/
A council's own plugins and rule sets, which the service reads as well.
.TP
.I /usr/share/plumbline/
The plugins and rule sets that come with the program, and the schema of a plan. Another place is named by
.BR PLUMBLINE_HOME .
.TP
.I /usr/share/doc/plumbline/
The guides: for quality assurance, for authors of rules, for council IT, for recording systems.
)";

constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Text as roff shows it: dashes that can be copied, no line taken for a request.
std::string roff(const std::string& text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        line_start = c == '\n';
    }
    return out;
}

std::string heading(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// "a, b or c"
std::string listed(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return out;
}

/// What the description leaves out of choices and default: " (one of a or b; default a)".
std::string remarks(const OptionSyntax& option) {
    const auto unsaid = [&](const std::string& choice) {
        return option.description.find(choice) == std::string::npos;
    };
    std::vector<std::string> parts;
    if (std::any_of(option.choices.begin(), option.choices.end(), unsaid))
        parts.push_back("one of " + listed(option.choices));
    if (!option.preset.empty()) parts.push_back("default: " + option.preset);
    if (parts.empty()) return "";
    return " (" + parts.front() + (parts.size() > 1 ? "; " + parts.back() : "") + ")";
}

class Page {
public:
    Page(const CommandSyntax& program, const std::string& version) {
        out_ << ".\\\" Made by `plumbline manual`.\n.TH PLUMBLINE 1 \"\" \"plumbline " << version
             << "\" \"User Commands\"\n.SH NAME\nplumbline \\- says which children's social\\-care plans do "
                "what inspectors have asked\n.SH SYNOPSIS\n";
        for (const CommandSyntax& command : program.commands)
            synopsis(command);
        out_ << ".SH DESCRIPTION\n" << roff(program.description) << "\n.SH OPTIONS OF EVERY COMMAND\n";
        for (const OptionSyntax& option : program.options)
            entry(option);
        out_ << ".SH COMMANDS\n";
        for (const CommandSyntax& command : program.commands)
            section(command);
        footer(program.footer, true);
        out_ << settings << files;
    }

    std::string text() const { return out_.str(); }

private:
    static std::string usage(const CommandSyntax& command) {
        std::string text = "\\fB" + roff(command.words) + "\\fR";
        for (const OptionSyntax& option : command.positionals) {
            const std::string name =
                "\\fI" + roff(option.placeholder) + "\\fR" + (option.repeatable ? "..." : "");
            text += option.required ? " " + name : " [" + name + "]";
        }
        return text + (command.options.size() > 1 ? " [options]" : "");
    }

    void synopsis(const CommandSyntax& command) {
        if (command.commands.empty()) out_ << usage(command) << "\n.br\n";
        for (const CommandSyntax& sub : command.commands)
            synopsis(sub);
    }

    void section(const CommandSyntax& command) {
        out_ << ".SS " << usage(command) << '\n' << roff(command.description) << '\n';
        for (const OptionSyntax& option : command.positionals)
            entry(option);
        for (const OptionSyntax& option : command.options)
            if (option.names.front() != "--help") entry(option);
        footer(command.footer, false);
        for (const CommandSyntax& sub : command.commands)
            section(sub);
    }

    void entry(const OptionSyntax& option) {
        out_ << ".TP\n";
        for (std::size_t i = 0; i < option.names.size(); ++i)
            out_ << (i == 0 ? "" : ", ") << "\\fB" << roff(option.names[i]) << "\\fR";
        if (option.takes_value())
            out_ << (option.names.empty() ? "" : " ") << "\\fI" << roff(option.placeholder) << "\\fR";
        out_ << '\n' << roff(option.description) << roff(remarks(option));
        out_ << '\n';
    }

    /// A paragraph that starts with a word and a colon has that word as its heading; examples keep their
    /// lines.
    void footer(const std::string& text, bool headings) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find("\n\n", at), text.size());
            paragraph(text.substr(at, end - at), headings);
            at = end + 2;
        }
    }

    void paragraph(const std::string& text, bool headings) {
        const std::size_t colon = text.find_first_not_of(letters);
        if (colon == 0 || text[colon] != ':') {
            out_ << ".PP\n" << roff(text) << '\n';
            return;
        }
        const std::string word = text.substr(0, colon);
        const std::string rest = text.substr(colon + 2); // past the colon, and a space or the end of the line
        if (headings)
            out_ << ".SH " << heading(word == "Exit" ? "Exit status" : word) << '\n';
        else
            out_ << ".PP\n" << word << ":\n";
        if (word.starts_with("Example"))
            out_ << (headings ? "" : ".PP\n") << ".EX\n" << roff(rest) << "\n.EE\n";
        else
            out_ << roff(rest) << '\n';
    }

    std::ostringstream out_;
};

} // namespace

std::string manual_page(const CommandSyntax& program, const std::string& version) {
    return Page(program, version).text();
}

} // namespace plumbline::host
