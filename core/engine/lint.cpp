#include "engine/lint.hpp"

#include "engine/examples.hpp"
#include "lua/bindings.hpp"
#include "lua/library.hpp"
#include "lua/recorder.hpp"
#include "lua/source_names.hpp"
#include "lua/view_types.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace plumbline::engine {

namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<fs::path> lua_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (auto entry = fs::recursive_directory_iterator(folder, ignored);
         entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.')) {
            entry.disable_recursion_pending();
            continue;
        }
        if (entry->path().extension() == ".lua") files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The names that one of the arguments of `check` has.
std::vector<std::string> names_of(const lua::Plugin& plugin, const std::string& argument) {
    if (argument == "plan") return lua::plan_type().names();
    if (argument == "judge") return lua::judge_type().names();
    std::vector<std::string> names;
    if (argument == "parameters")
        for (const auto& parameter : plugin.parameters)
            names.push_back(parameter.name);
    if (argument == "phrases")
        for (const auto& set : plugin.phrases)
            names.push_back(set.name);
    if (argument == "models")
        for (const auto& [name, file] : plugin.models)
            names.push_back(name);
    return names;
}

const std::set<std::string> arguments{"plan", "judge", "parameters", "phrases", "models"};

class Linter {
public:
    Linter(const lua::Catalogue& catalogue, const lua::Plugin& plugin, const lua::Surroundings& surroundings)
        : catalogue_(catalogue), plugin_(plugin), surroundings_(surroundings) {}

    std::vector<LintProblem> run() {
        for (const fs::path& file : lua_files(plugin_.folder))
            sources_.emplace_back(file.generic_string(), content_of(file));
        for (const auto& [file, source] : sources_)
            names(file, lua::names_in(source));
        examples();
        unused();
        phrases();
        readme();
        if (plugin_.version.empty())
            say(manifest(),
                "has no version; add version = \"0.1\", so that reports can say which one judged");
        return std::move(problems_);
    }

private:
    FilePosition manifest() const { return {(plugin_.folder / "plugin.lua").generic_string(), 0, 0}; }
    /// Where the manifest first has this word as a key.
    FilePosition key(const std::string& word) const {
        for (const auto& [file, source] : sources_) {
            if (!file.ends_with("/plugin.lua")) continue;
            std::uint32_t line = 1;
            for (std::size_t at = 0; at < source.size();) {
                const std::size_t end = std::min(source.find('\n', at), source.size());
                const std::string text = source.substr(at, end - at);
                const std::size_t found = text.find(word);
                const std::size_t after =
                    found == std::string::npos ? found : text.find_first_not_of(' ', found + word.size());
                const bool whole = found != std::string::npos &&
                                   (found == 0 || text[found - 1] == ' ' || text[found - 1] == '{');
                if (whole && after != std::string::npos && text[after] == '=') return {file, line, 0};
                at = end + 1;
                ++line;
            }
        }
        return manifest();
    }
    void say(FilePosition at, std::string message) {
        problems_.push_back({std::move(at), std::move(message)});
    }

    void names(const std::string& file, const lua::SourceNames& found) {
        for (const lua::GlobalUse& use : found.globals)
            global(FilePosition{file, use.at.line, use.at.column}, use);
        for (const lua::FieldUse& use : found.fields)
            field(FilePosition{file, use.at.line, use.at.column}, use);
        for (const lua::UnusedLocal& local : found.unused)
            say({file, local.at.line, local.at.column},
                "the local '" + local.name + "' is never used; leave it out, or call it '_'");
    }

    void global(const FilePosition& at, const lua::GlobalUse& use) {
        if (use.assigned)
            return say(at, "global '" + use.name + "' assigned; write 'local " + use.name + "'");
        const std::string first = use.name.substr(0, use.name.find('.'));
        const auto of_host = [&](const lua::Function& function) {
            return function.name == use.name || function.name == first ||
                   (use.name == first && function.name.starts_with(first + "."));
        };
        const auto& functions = lua::functions();
        if (std::any_of(functions.begin(), functions.end(), of_host)) return;
        const lua::AllowedName* library = lua::library_name(first);
        if (library != nullptr && !library->allowed)
            return say(at, "'" + first + "' cannot be used: " + std::string(library->hint));
        const lua::AllowedName* member = lua::library_name(use.name);
        if (member != nullptr && !member->allowed)
            return say(at, "'" + use.name + "' cannot be used: " + std::string(member->hint));
        if (library != nullptr && (use.name == first || member != nullptr)) return;
        std::vector<std::string> known;
        known.reserve(functions.size() + lua::library_names().size());
        for (const auto& function : functions)
            known.emplace_back(function.name);
        for (const lua::AllowedName& name : lua::library_names())
            if (name.allowed) known.emplace_back(name.name);
        say(at, "there is no global '" + use.name + "'" + lua::suggestion(use.name, known));
    }

    void field(const FilePosition& at, const lua::FieldUse& use) {
        if (!arguments.contains(use.of)) return;
        used_.insert(use.of + "." + use.field);
        const std::vector<std::string> known = names_of(plugin_, use.of);
        if (std::find(known.begin(), known.end(), use.field) == known.end()) {
            const std::string noun = use.of == "plan"    ? "field"
                                     : use.of == "judge" ? "outcome"
                                                         : use.of.substr(0, use.of.size() - 1);
            say(at, use.of + (use.method ? ":" : ".") + use.field + ": no such " + noun +
                        lua::suggestion(use.field, known));
        }
        if (use.of == "judge" && use.has_table) judgement(at, use);
    }

    void judgement(const FilePosition& at, const lua::FieldUse& use) {
        const auto has = [&](const char* wanted) {
            return std::find(use.keys.begin(), use.keys.end(), wanted) != use.keys.end();
        };
        const bool finding = use.field == "not_met" || use.field == "needs_a_person";
        const std::string call = "judge:" + use.field;
        if (!has("at")) say(at, call + " has no place: add at = the plan, or the node that it is about");
        if (finding && !has("message")) say(at, call + " has no message: say what is missing in the plan");
        if (finding && !has("advice")) say(at, call + " has no advice: say what to write instead");
        const bool reasoned = use.field != "met" && use.field != "not_met";
        if (reasoned && !has("reason")) say(at, call + " has no reason");
    }

    /// Runs the examples, to hear what they say and to see what the plugin reads.
    void examples() {
        lua::Recorder recorder({.steps = true, .lines = false});
        lua::Worker worker(catalogue_, surroundings_, {}, &recorder);
        recorder.clear();
        const ExampleReport report = run_examples(plugin_, worker);
        if (report.examples == 0)
            say({(plugin_.folder / "examples").generic_string(), 0, 0},
                "there are no examples; a met and a not-met one for each criterion show that it works");
        for (const std::string& failure : report.failures)
            if (report.examples > 0) say(FilePosition{}, failure);
        for (const lua::Step& step : recorder.steps())
            if (step.kind == lua::Step::Kind::read) used_.insert(step.what);
    }

    void unused() {
        for (const char* of : {"parameters", "phrases", "models"})
            for (const std::string& name : names_of(plugin_, of)) {
                std::string full = of;
                full.append(".").append(name);
                if (!used_.contains(full))
                    say(key(name), full.append(" is never used; use it or leave it out"));
            }
    }

    void phrases() {
        for (const text::PhraseSet& set : plugin_.phrases) {
            std::set<std::string> seen;
            for (const std::string& phrase : set.phrases)
                if (!seen.insert(phrase).second)
                    say(key(set.name), "phrases." + set.name + " has \"" + phrase + "\" twice");
        }
    }

    void readme() {
        const fs::path file = plugin_.folder / "README.md";
        const std::string text = content_of(file);
        const FilePosition at{file.generic_string(), 0, 0};
        if (text.find_first_not_of(" \t\r\n") == std::string::npos)
            return say(at, "is missing or empty; say what the plugin looks for, why, and what it cannot see");
        for (const lua::Criterion& criterion : plugin_.criteria)
            if (text.find('`' + criterion.id + '`') == std::string::npos)
                say(at, "does not explain the criterion `" + criterion.id + "`");
        for (const lua::Parameter& parameter : plugin_.parameters)
            if (parameter.help.empty() && text.find('`' + parameter.name + '`') == std::string::npos)
                say(at, "does not explain the parameter `" + parameter.name + "`, which has no help either");
    }

    const lua::Catalogue& catalogue_;
    const lua::Plugin& plugin_;
    const lua::Surroundings& surroundings_;
    std::vector<std::pair<std::string, std::string>> sources_;
    std::set<std::string> used_; // "parameters.min_words"
    std::vector<LintProblem> problems_;
};

} // namespace

std::vector<LintProblem> lint(const lua::Catalogue& catalogue, const lua::Plugin& plugin,
                              const lua::Surroundings& surroundings) {
    return Linter(catalogue, plugin, surroundings).run();
}

} // namespace plumbline::engine
