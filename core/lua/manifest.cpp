#include "lua/manifest.hpp"

#include "base/hash.hpp"
#include "lua/data_read.hpp"
#include "lua/library.hpp"
#include "lua/sandbox.hpp"
#include "lua/view.hpp"
#include "lua/worker_room.hpp"
#include "text/phrase_syntax.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

namespace plumbline::lua {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t spoken_api = 1;

void check_api(const Data& api) {
    if (api.as_integer() == spoken_api) return;
    throw UserError(api.at, "api " + std::to_string(api.integer) +
                                " is not spoken by this plumbline; it speaks api " +
                                std::to_string(spoken_api));
}

std::string read_id(const Data& id, const fs::path& folder) {
    if (!is_kebab_case(words_of(id)))
        throw UserError(id.at, '"' + id.string + "\" is no id; expected lower-case words joined by hyphens");
    const std::string name = folder.filename().string();
    if (id.string != name)
        throw UserError(id.at, "the id is \"" + id.string + "\" and the folder is \"" + name +
                                   "\"; expected the same for both");
    return id.string;
}

std::vector<plan::Kind> read_plans(const Data& plans) {
    std::vector<plan::Kind> kinds;
    for (const Data& item : plans.as_list()) {
        const auto kind = plan::kind_from_word(item.as_string());
        if (!kind) {
            const auto& words = plan::kind_words();
            throw UserError(item.at, '"' + item.string + "\" is no kind of plan" +
                                         expected_one_of(item.string, {words.begin(), words.end()}));
        }
        if (std::find(kinds.begin(), kinds.end(), *kind) != kinds.end())
            throw UserError(item.at, '"' + item.string + "\" stands in 'plans' twice");
        kinds.push_back(*kind);
    }
    if (kinds.empty())
        throw UserError(plans.at, "'plans' is empty; expected the kinds of plan that are checked");
    return kinds;
}

std::vector<Criterion> read_criteria(const Data& criteria) {
    std::vector<Criterion> out;
    for (const Data& item : criteria.as_list()) {
        const Data& id = item.as_table({"id", "title", "question"}).require("id");
        if (!is_kebab_case(words_of(id)))
            throw UserError(id.at, "the criterion \"" + id.string +
                                       "\" is no id; expected lower-case words joined by hyphens");
        const auto same = [&](const Criterion& other) { return other.id == id.string; };
        if (std::any_of(out.begin(), out.end(), same))
            throw UserError(id.at, "the criterion \"" + id.string + "\" is there twice");
        const Data* const question = item.find("question");
        out.push_back({id.string, words_of(item.require("title")),
                       question == nullptr ? std::string{} : words_of(*question), id.at});
    }
    if (out.empty()) throw UserError(criteria.at, "'criteria' is empty; expected at least one criterion");
    return out;
}

void check_phrase(const Data& phrase) {
    try {
        text::parse_phrase(words_of(phrase));
    } catch (const UserError& error) {
        if (error.position().line != 0) throw;
        throw UserError(phrase.at, error.message());
    }
}

std::vector<text::PhraseSet> read_phrases(const Data& phrases) {
    std::vector<text::PhraseSet> sets;
    for (const auto& [name, list] : phrases.fields) {
        if (!is_field_name(name))
            throw UserError(list.key_at, "the phrase set '" + name +
                                             "' is no name; expected lower-case letters, digits and '_'");
        text::PhraseSet set{name, list.as_strings()};
        if (set.phrases.empty()) throw UserError(list.at, "the phrase set '" + name + "' is empty");
        std::for_each(list.items.begin(), list.items.end(), &check_phrase);
        sets.push_back(std::move(set));
    }
    return sets;
}

std::string read_model(const Data& model, const fs::path& folder) {
    const fs::path file = fs::path{words_of(model)}.lexically_normal();
    if (file.is_absolute() || file.begin()->string() == "..")
        throw UserError(model.at, '"' + model.string + "\" leads out of the plugin's folder");
    std::error_code error;
    const fs::path real = fs::canonical(folder / file, error), root = fs::canonical(folder, error);
    if (error || !fs::is_regular_file(real, error))
        throw UserError(model.at, "there is no file \"" + model.string + "\" in the plugin's folder");
    if (std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end())
        throw UserError(model.at, '"' + model.string + "\" leads out of the plugin's folder");
    return file.generic_string();
}

void check_function(const Data& function, const char* wanted) {
    if (function.type == DataType::function) return;
    throw UserError(function.at, '\'' + function.path + "' is not a function; expected " + wanted);
}

bool read_across_plans(const Data& manifest) {
    const Data* const remember = manifest.find("remember");
    const Data* const compare = manifest.find("compare");
    if (remember != nullptr) check_function(*remember, "function(plan, parameters, phrases)");
    if (compare != nullptr) check_function(*compare, "function(memories, judge, parameters)");
    if (remember != nullptr && compare == nullptr)
        throw UserError(remember->key_at,
                        "'remember' without 'compare': nothing would look at what is remembered");
    if (compare != nullptr && remember == nullptr)
        throw UserError(compare->key_at, "'compare' without 'remember': there would be nothing to compare");
    return remember != nullptr;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>{in}, {}};
    if (!in || in.bad()) throw UserError({file.generic_string(), 0, 0}, "cannot be read");
    return content;
}

/// Of the manifest, what it required, and the models: all that its check can reach. Names are relative to the
/// folder or to that of the shared word lists, so that a copy elsewhere has the same hash.
std::string hash_of(const Plugin& plugin, const fs::path& words, const std::vector<fs::path>& required) {
    std::set<std::pair<std::string, fs::path>> files;
    for (const auto& file : required) {
        const fs::path own = file.lexically_relative(plugin.folder);
        const bool is_own = !own.empty() && own.begin()->string() != "..";
        files.emplace(
            is_own ? own.generic_string() : "words/" + file.lexically_relative(words).generic_string(), file);
    }
    for (const auto& [name, file] : plugin.models)
        files.emplace(file, plugin.folder / file);
    files.emplace("plugin.lua", plugin.folder / "plugin.lua");
    Hash hash;
    for (const auto& [name, file] : files) {
        hash.add(name);
        hash.add(content_of(file));
    }
    return hash.digest();
}

} // namespace

Plugin read_manifest(const Data& manifest, const fs::path& folder) {
    manifest.as_table({"id", "title", "api", "version", "plans", "criteria", "parameters", "phrases",
                       "models", "check", "remember", "compare"});
    check_api(manifest.require("api"));
    Plugin plugin;
    plugin.folder = folder;
    plugin.id = read_id(manifest.require("id"), folder);
    plugin.title = words_of(manifest.require("title"));
    if (const Data* const version = manifest.find("version")) plugin.version = words_of(*version);
    plugin.plans = read_plans(manifest.require("plans"));
    plugin.criteria = read_criteria(manifest.require("criteria"));
    if (const Data* const parameters = manifest.find("parameters"))
        plugin.parameters = read_parameters(*parameters);
    if (const Data* const phrases = manifest.find("phrases")) {
        if (!phrases->items.empty() || phrases->type != DataType::table)
            throw UserError(phrases->at,
                            "'phrases' is wrong: expected named sets, like { trigger = { \"if\" } }");
        plugin.phrases = read_phrases(*phrases);
    }
    if (const Data* const models = manifest.find("models")) {
        if (models->type != DataType::table)
            throw UserError(models->at,
                            "'models' is wrong: expected names and files, { name = \"models/name.tsv\" }");
        for (const auto& [name, file] : models->fields)
            plugin.models.emplace(name, read_model(file, folder));
    }
    check_function(manifest.require("check"), "function(plan, judge, parameters, phrases, models)");
    plugin.across_plans = read_across_plans(manifest);
    return plugin;
}

Plugin read_plugin(const fs::path& folder, const fs::path& words) {
    const fs::path file = folder / "plugin.lua";
    const std::string name = file.generic_string(), source = read_source(file);
    const text::PhraseBook no_phrases({});
    const Surroundings
        nowhere; // a function of the host that needs a plan or a calendar says that it has none
    Session session(no_phrases, nowhere);
    Sandbox sandbox{Limits{}};
    share_host(sandbox, session);
    sandbox.push_environment({folder, words});
    sandbox.load(source, name);
    run_data_file(sandbox, name);
    Plugin plugin = read_manifest(take_data(sandbox, source, name), folder);
    plugin.hash = hash_of(plugin, words, sandbox.required());
    return plugin;
}

} // namespace plumbline::lua
