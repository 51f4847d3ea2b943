#include "workshop.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace {

std::filesystem::path fresh_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "plumbline-standard-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    return name;
}

void write_file(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

constexpr const char* contingency = R"(return {
  id = "contingency", title = "A contingency is recorded", api = 1,
  plans = { "child-protection", "care" },
  criteria = { { id = "trigger", title = "it says when it starts" },
               { id = "response", title = "it says what then happens" } },
  parameters = {
    min_words = { type = "integer", default = 4, minimum = 0, maximum = 50, help = "shorter texts count as empty" },
    share = { type = "number", default = 0.5, minimum = 0, maximum = 1, help = "a share" },
    strict = { type = "boolean", default = false, help = "whether it is strict" },
    mode = { type = "string", default = "plain", choices = { "plain", "full" }, help = "how to read" },
    extra = { type = "list", default = {}, help = "more words" },
  },
  check = function(plan, judge)
    judge:met { "trigger", at = plan }
    judge:met { "response", at = plan }
  end,
})";

constexpr const char* voice = R"(return {
  id = "voice", title = "The child's voice is there", api = 1,
  plans = { "child-protection", "care", "pathway" },
  criteria = { { id = "recorded", title = "a view is recorded" }, { id = "current", title = "it is current" } },
  check = function(plan, judge)
    judge:met { "recorded", at = plan }
    judge:met { "current", at = plan }
  end,
})";

std::filesystem::path with_plugins(const std::filesystem::path& folder) {
    write_file(folder / "plugins/contingency/plugin.lua", contingency);
    write_file(folder / "plugins/voice/plugin.lua", voice);
    std::filesystem::create_directories(folder / "plugins/words");
    std::filesystem::create_directories(folder / "rules");
    return folder;
}

} // namespace

Workshop::Workshop()
    : folder_(with_plugins(fresh_folder())),
      catalogue_(plumbline::lua::Catalogue::load({folder_ / "plugins"})) {}

Workshop::~Workshop() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Workshop::write(const std::string& name, const std::string& content) const {
    write_file(rules() / (name + ".lua"), content);
}

plumbline::standard::Library Workshop::library() const {
    return plumbline::standard::Library({rules()}, catalogue_);
}

std::string Workshop::without_folder(std::string message) const {
    const std::string folder = rules().string();
    for (auto at = message.find(folder); at != std::string::npos; at = message.find(folder))
        message.replace(at, folder.size(), "rules");
    return message;
}

std::string Workshop::refusal(const std::string& id) const {
    try {
        load(id);
    } catch (const plumbline::UserError& error) {
        return without_folder(error.what());
    }
    return {};
}

std::string Workshop::refusal_of_intervals() const {
    try {
        plumbline::standard::load_intervals(rules() / "statutory.lua");
    } catch (const plumbline::UserError& error) {
        return without_folder(error.what());
    }
    return {};
}

std::string document_set(const std::string& id, const std::string& areas, const std::string& rules) {
    return "return { api = 1, id = \"" + id + "\", title = \"" + id +
           " set\",\n"
           "document = { title = \"Inspection of " +
           id + "\", published = \"2011-08-19\", short_name = \"Doc " + id +
           "\" },\n"
           "services = { safeguarding = \"Safeguarding services\" },\n"
           "areas = {\n" +
           areas + "},\nrules = {\n" + rules + "} }\n";
}

std::string area(const std::string& id, const std::string& rest_of_it) {
    return "{ id = \"" + id + "\", paragraph = \"" + id.substr(0, id.find('-')) +
           R"(", service = "safeguarding", priority = "within three months", title = "An area", )" +
           rest_of_it + " },\n";
}

const plumbline::standard::Rule& rule_of(const plumbline::standard::RuleSet& set, const std::string& id) {
    for (const auto* list : {&set.rules, &set.switched_off})
        for (const auto& rule : *list)
            if (rule.id == id) return rule;
    throw std::runtime_error("no rule " + id);
}
