#include "lua/catalogue.hpp"

#include "base/user_error.hpp"
#include "lua/manifest.hpp"

#include <algorithm>
#include <mutex>
#include <system_error>

namespace plumbline::lua {

namespace fs = std::filesystem;

struct Catalogue::Implementation {
    std::vector<Plugin> plugins;
    fs::path words;
    // Made when first asked for: listing plugins and rules needs no pattern database.
    mutable std::once_flag made;
    mutable std::unique_ptr<const text::PhraseBook> book;
};

namespace {

/// "plugins/" and "plugins/contingency/." name the folder as "plugins/contingency" does.
fs::path tidy(const fs::path& folder) {
    fs::path out = folder.lexically_normal();
    return out.has_filename() || !out.has_parent_path() ? out : out.parent_path();
}

std::vector<fs::path> plugin_folders(const fs::path& root) {
    std::error_code error;
    if (!fs::is_directory(root, error))
        throw UserError({root.generic_string(), 0, 0},
                        "is no folder; expected the folder that holds the plugins");
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(root, error))
        if (fs::exists(entry.path() / "plugin.lua", error)) folders.push_back(entry.path());
    if (error) throw UserError({root.generic_string(), 0, 0}, "cannot be read: " + error.message());
    std::sort(folders.begin(), folders.end());
    return folders;
}

fs::path words_of(const std::vector<fs::path>& roots) {
    std::error_code error;
    for (const fs::path& root : roots)
        if (fs::is_directory(root / "words", error)) return tidy(root) / "words";
    return roots.empty() ? fs::path{} : tidy(roots.front()) / "words";
}

void add(std::vector<Plugin>& plugins, Plugin plugin) {
    const auto same = [&](const Plugin& other) { return other.id == plugin.id; };
    if (const auto other = std::find_if(plugins.begin(), plugins.end(), same); other != plugins.end())
        throw UserError({(plugin.folder / "plugin.lua").generic_string(), 0, 0},
                        "the id \"" + plugin.id + "\" is also that of " +
                            (other->folder / "plugin.lua").generic_string());
    plugins.push_back(std::move(plugin));
}

} // namespace

const Criterion* Plugin::criterion(std::string_view wanted) const {
    const auto found = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const Criterion& known) { return known.id == wanted; });
    return found == criteria.end() ? nullptr : &*found;
}

const Parameter* Plugin::parameter(std::string_view name) const {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const Parameter& known) { return known.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

Catalogue Catalogue::load(const std::vector<fs::path>& roots) {
    auto made = std::make_shared<Implementation>();
    made->words = words_of(roots);
    for (const fs::path& root : roots)
        for (const fs::path& folder : plugin_folders(root))
            add(made->plugins, read_plugin(tidy(folder), made->words));
    std::sort(made->plugins.begin(), made->plugins.end(),
              [](const Plugin& left, const Plugin& right) { return left.id < right.id; });
    Catalogue catalogue;
    catalogue.implementation_ = std::move(made);
    return catalogue;
}

Catalogue Catalogue::load_one(const fs::path& folder, const fs::path& words) {
    auto made = std::make_shared<Implementation>();
    made->words = tidy(words);
    fs::path named = tidy(folder);
    if (named == "." || named.filename() == "..") named = tidy(fs::absolute(named)); // its name is wanted
    made->plugins.push_back(read_plugin(named, made->words));
    Catalogue catalogue;
    catalogue.implementation_ = std::move(made);
    return catalogue;
}

const std::vector<Plugin>& Catalogue::plugins() const {
    return implementation_->plugins;
}

const Plugin* Catalogue::find(std::string_view id) const {
    const auto& all = implementation_->plugins;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Plugin& plugin) { return plugin.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const fs::path& Catalogue::words() const {
    return implementation_->words;
}

const text::PhraseBook& Catalogue::phrase_book() const {
    std::call_once(implementation_->made, [this] {
        std::vector<text::PhraseSet> sets;
        for (const Plugin& plugin : implementation_->plugins)
            for (const text::PhraseSet& set : plugin.phrases)
                sets.push_back({plugin.id + '/' + set.name, set.phrases});
        implementation_->book = std::make_unique<const text::PhraseBook>(std::move(sets));
    });
    return *implementation_->book;
}

} // namespace plumbline::lua
