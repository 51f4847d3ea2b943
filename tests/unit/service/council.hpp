#pragma once

#include "service/desk.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace plumbline::test {

/// A council's installation in a folder that is gone when the test ends: our statutory intervals and word
/// lists, and the plugins and rules that the test writes.
class Council {
public:
    Council() {
        std::string pattern = (std::filesystem::temp_directory_path() / "plumbline-service-XXXXXX").string();
        folder_ = mkdtemp(pattern.data());
        const std::filesystem::path source = PLUMBLINE_SOURCE_DIR;
        std::filesystem::create_directories(folder_ / "plugins" / "words");
        std::filesystem::create_directories(folder_ / "rules");
        std::filesystem::copy(source / "rules" / "statutory.lua", folder_ / "rules");
    }
    ~Council() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Council(const Council&) = delete;
    Council& operator=(const Council&) = delete;

    /// A plugin with the criteria "first" (with a question) and "second" (without), judged by this Lua.
    void plugin(const std::string& id, const std::string& check) const {
        const auto file = folder_ / "plugins" / id / "plugin.lua";
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << "return { id = '" << id << "', title = '" << id
                            << "', api = 1, plans = { 'child-in-need', 'care' },\n"
                               "criteria = { { id = 'first', title = 'first', question = 'Who does it?' },\n"
                               "  { id = 'second', title = 'second' } },\n"
                               "check = function(plan, judge)\n"
                            << check << "\nend }\n";
    }

    void example(const std::string& plugin, const std::string& content) const {
        const auto folder = folder_ / "plugins" / plugin / "examples";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "example.xml") << content;
    }

    /// The rule set "local" with a rule for each of these, for plans of children in need.
    void rules(const std::vector<std::string>& plugins) const {
        std::ofstream out(folder_ / "rules" / "local.lua");
        out << "return { api = 1, id = 'local', title = 'Local', rules = {\n";
        for (const std::string& plugin : plugins)
            out << "{ id = '" << plugin << "', plugin = '" << plugin << "', plans = { 'child-in-need' } },\n";
        out << "} }\n";
    }

    std::shared_ptr<const service::Edition> edition() const {
        engine::Installation installation;
        installation.root = folder_;
        installation.plugins = {folder_ / "plugins"};
        installation.rules = {folder_ / "rules"};
        return std::make_shared<const service::Edition>(installation, "local");
    }

private:
    std::filesystem::path folder_;
};

/// The smallest plan that can be judged, with this id.
inline std::string small_plan(const std::string& id = "T-1", const std::string& kind = "child-in-need") {
    return "<plan format=\"1\" id=\"" + id + "\" version=\"1\" kind=\"" + kind +
           "\" status=\"draft\">\n  <child id=\"C-1\"><name>Wilhelmina</name></child>\n"
           "  <dates written=\"2024-03-06\"/>\n</plan>\n";
}

/// Our own rules and plugins.
inline std::shared_ptr<const service::Edition> everyday() {
    engine::Installation installation;
    installation.root = PLUMBLINE_SOURCE_DIR;
    installation.plugins = {installation.root / "plugins"};
    installation.rules = {installation.root / "rules"};
    return std::make_shared<const service::Edition>(installation, "default");
}

} // namespace plumbline::test
