#include "standard/source.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace plumbline::standard {

namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    if (!stream || std::filesystem::is_directory(file) || !(content << stream.rdbuf()).good())
        throw UserError({file.string()}, "cannot be read: " + std::generic_category().message(errno));
    return content.str();
}

Document read_document(const lua::Data& data) {
    data.as_table({"title", "publisher", "published", "about", "short_name"});
    Document document;
    document.title = words_of(data.require("title"));
    document.published = read_published(data.require("published"));
    document.publisher = words_of(data, "publisher");
    document.about = words_of(data, "about");
    document.short_name = words_of(data, "short_name");
    if (document.short_name.empty()) document.short_name = document.title;
    return document;
}

std::vector<std::pair<std::string, std::string>> read_services(const lua::Data& data) {
    std::vector<std::pair<std::string, std::string>> services;
    for (const auto& [id, title] : fields_of(data)) {
        check_id({id, title.at});
        services.emplace_back(id, words_of(title));
    }
    return services;
}

std::optional<Placed<int>> read_percent(const lua::Data& table, std::string_view key) {
    const lua::Data* field = table.find(key);
    if (field == nullptr) return std::nullopt;
    const std::int64_t value = field->as_integer();
    if (value < 0 || value > 100)
        refuse(field->at, std::to_string(value) + " is not a percentage; expected 0 to 100");
    return Placed<int>{static_cast<int>(value), field->at};
}

void read_thresholds(const lua::Data& data, Source& source) {
    data.as_table({"red_below", "green_from"});
    source.red_below = read_percent(data, "red_below");
    source.green_from = read_percent(data, "green_from");
}

std::vector<Placed<std::string>> read_set_ids(const lua::Data& data) {
    auto ids = placed_strings(data);
    std::for_each(ids.begin(), ids.end(), check_id);
    return ids;
}

void read_identity(const lua::Data& data, Source& source) {
    const lua::Data& id = data.require("id");
    source.id = words_of(id);
    check_id({source.id, id.at});
    const std::string stem = source.file.stem().string();
    if (source.id != stem)
        refuse(id.at, "the id " + in_quotes(source.id) + " differs from the file's name; expected " +
                          in_quotes(stem));
    source.title = words_of(data.require("title"));
}

void read_areas_of(const lua::Data& data, Source& source) {
    std::vector<std::pair<std::string, std::string>> services;
    if (const lua::Data* table = data.find("services")) services = read_services(*table);
    const lua::Data* areas = data.find("areas");
    if (areas == nullptr) return;
    source.areas = read_areas(*areas, source.id, services);
    if (!source.areas.empty() && !source.document)
        refuse(areas->at, "a set with areas for improvement needs the 'document' that lists them");
}

} // namespace

Source read_source(const std::filesystem::path& file) {
    Source source;
    source.file = file;
    source.content = content_of(file);
    const lua::Data data = lua::load_data(source.content, file.string());
    data.as_table(
        {"api", "id", "title", "document", "services", "rag", "extends", "documents", "areas", "rules"});
    check_api(data);
    read_identity(data, source);
    if (const lua::Data* document = data.find("document")) source.document = read_document(*document);
    if (const lua::Data* thresholds = data.find("rag")) read_thresholds(*thresholds, source);
    if (const lua::Data* extends = data.find("extends")) source.extends = read_set_ids(*extends);
    if (const lua::Data* documents = data.find("documents")) source.documents = read_set_ids(*documents);
    read_areas_of(data, source);
    if (const lua::Data* rules = data.find("rules")) source.rules = read_rules(*rules, source.id);
    return source;
}

} // namespace plumbline::standard
