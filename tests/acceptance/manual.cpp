/// The manual page and the completion, made by the program, against what --help says.

#include "program.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <regex>
#include <set>
#include <sstream>

using namespace acceptance;

namespace {

/// What a shell command says on standard output.
std::string shell(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, n);
    BOOST_TEST(::pclose(pipe) == 0, command << " failed");
    return output;
}

struct Help {
    std::vector<std::string> words; // of the command, without "plumbline"
    std::set<std::string> options;
    std::vector<std::string> commands;
};

/// What --help of this command lists: the reading of text that people see, not of the program's tables.
Help help_of(const std::vector<std::string>& words) {
    std::vector<std::string> arguments = words;
    arguments.emplace_back("--help");
    const Run run = plumbline(arguments);
    BOOST_REQUIRE_MESSAGE(run.exit == 0, run.errors);
    Help help{words, {}, {}};
    static const std::regex option(R"(^  ((-\w,)?--[a-z-]+(,--[a-z-]+)*)[ :].*)");
    static const std::regex command(R"(^  ([a-z0-9-]+)  +\S.*)");
    static const std::regex title(R"(^(\w+):.*)");
    std::istringstream lines(run.output);
    std::string section;
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (std::regex_match(line, found, title)) section = found[1];
        if (section == "Options" && std::regex_match(line, found, option)) {
            std::istringstream names(found[1]);
            for (std::string name; std::getline(names, name, ',');)
                help.options.insert(name);
        }
        if (section == "Subcommands" && std::regex_match(line, found, command))
            help.commands.push_back(found[1]);
    }
    return help;
}

void collect(const std::vector<std::string>& words, std::vector<Help>& all) {
    all.push_back(help_of(words));
    const std::vector<std::string> commands = all.back().commands;
    for (const std::string& command : commands) {
        std::vector<std::string> longer = words;
        longer.push_back(command);
        collect(longer, all);
    }
}

const std::vector<Help>& every_command() {
    static const std::vector<Help> all = [] {
        std::vector<Help> found;
        collect({}, found);
        return found;
    }();
    return all;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out = "plumbline";
    for (const std::string& word : words)
        out += " " + word;
    return out;
}

class Completion {
public:
    Completion() : script_(folder_.write("completion", plumbline({"completion", "bash"}).output)) {
        folder_.write("plans/one.xml", "");
    }

    /// What Bash would offer for the last of these words.
    std::set<std::string> offers(const std::vector<std::string>& typed) const {
        std::string words;
        for (const std::string& word : typed)
            words += " '" + word + "'";
        const std::string program = "cd " + folder_.path().string() +
                                    " && . ./completion && COMP_WORDS=(plumbline" + words +
                                    ") && COMP_CWORD=" + std::to_string(typed.size()) +
                                    " && _plumbline && printf \"%s\\n\" \"${COMPREPLY[@]}\"";
        const std::string file = folder_.write("ask", "set -u\n" + program + "\n");
        std::istringstream lines(shell("bash --norc " + file));
        std::set<std::string> offered;
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) offered.insert(line);
        return offered;
    }

private:
    Folder folder_;
    std::string script_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(manual)

BOOST_AUTO_TEST_CASE(help_is_read_as_it_is_meant) {
    BOOST_TEST(every_command().size() > 30U);
    const Help check = help_of({"check"});
    BOOST_TEST(check.options.contains("--fail-on"));
    BOOST_TEST(check.options.contains("-r"));
    BOOST_TEST(check.options.contains("--color"));
    BOOST_TEST(check.options.size() > 15U);
}

BOOST_AUTO_TEST_CASE(the_page_has_every_command_and_option) {
    const Run run = plumbline({"manual"});
    BOOST_TEST(run.exit == 0);
    const std::string page = std::regex_replace(run.output, std::regex(R"(\\-)"), "-");
    for (const Help& help : every_command()) {
        const std::string head =
            help.words.empty() ? ".SH OPTIONS OF EVERY COMMAND\n" : ".SS \\fB" + joined(help.words) + "\\fR";
        const std::size_t start = page.find(head);
        BOOST_REQUIRE_MESSAGE(start != std::string::npos, head);
        const std::string part = page.substr(start, page.find("\n.S", start + 1) - start);
        for (const std::string& option : help.options)
            if (help.words.empty() || (option != "--help" && option != "-h"))
                BOOST_TEST(part.find("\\fB" + option + "\\fR") != std::string::npos, head << ": " << option);
    }
    for (const std::string part :
         {".SH NAME\nplumbline - ", ".SH EXAMPLES\n", ".SH EXIT STATUS\n", ".SH SETTINGS\n", ".SH FILES\n"})
        BOOST_TEST(page.find(part) != std::string::npos, part);
}

BOOST_AUTO_TEST_CASE(the_page_is_sound_to_groff) {
    const Folder folder;
    const std::string file = folder.write("plumbline.1", plumbline({"manual"}).output);
    BOOST_TEST(shell("groff -man -ww -b -z -K utf8 -T utf8 " + file + " 2>&1") == "");
    const std::string shown = shell("groff -man -K utf8 -T utf8 -P-cbou -rLL=100n " + file);
    BOOST_TEST(shown.find("plumbline check path... [options]") != std::string::npos);
    BOOST_TEST(shown.find("cat plan.xml | plumbline check - --format json") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(bash_offers_every_command_and_option) {
    const Completion completion;
    for (const Help& help : every_command()) {
        std::vector<std::string> typed = help.words;
        typed.emplace_back("--");
        const std::set<std::string> offered = completion.offers(typed);
        for (const std::string& option : help.options)
            if (option.starts_with("--")) BOOST_TEST(offered.contains(option), joined(typed) << option);
        BOOST_TEST(offered.contains("--quiet"), joined(typed));
        if (help.commands.empty()) continue;
        typed.back() = "";
        const std::set<std::string> commands(help.commands.begin(), help.commands.end());
        BOOST_TEST(completion.offers(typed) == commands, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(bash_offers_values_and_files) {
    using Words = std::set<std::string>;
    const Completion completion;
    const auto offers = [&](const std::vector<std::string>& typed, const Words& expected) {
        BOOST_TEST(completion.offers(typed) == expected, boost::test_tools::per_element());
    };
    offers({"ch"}, {"check"});
    offers({"check", "--show", ""}, {"findings", "not-met", "all", "counts"});
    offers({"check", "--show", "=", "no"}, {"not-met"});
    offers({"check", "--show", "="}, {"findings", "not-met", "all", "counts"});
    offers({"check", "pl"}, {"plans"});
    offers({"check", "plans/"}, {"plans/one.xml"});
    offers({"--rules", "check", "plugin", "ne"}, {"new"}); // an option's value is no command
    offers({"--rules", "=", "check", "plugin", "ne"}, {"new"});
    offers({"check", "--plugins", "pl"}, {"plans"}); // an option of every command
    offers({"completion", ""}, {"bash"});
}

BOOST_AUTO_TEST_SUITE_END()
