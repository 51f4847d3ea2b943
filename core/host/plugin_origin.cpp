#include "host/plugin_origin.hpp"

#include "report/json.hpp"
#include "report/output.hpp"

#include <fstream>

namespace plumbline::host {

namespace {

std::filesystem::path file_in(const std::filesystem::path& folder) {
    return folder / ".origin.json";
}

} // namespace

void write_origin(const std::filesystem::path& folder, const Origin& origin) {
    report::Output output(file_in(folder).string());
    output.stream() << report::dump_indented(
                           {{"file", origin.file}, {"sha256", origin.file_sha256}, {"hash", origin.hash}})
                    << '\n';
    output.commit();
}

std::optional<Origin> read_origin(const std::filesystem::path& folder) {
    std::ifstream in(file_in(folder), std::ios::binary);
    if (!in) return std::nullopt;
    const report::Json json = report::Json::parse(in, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto text = [&](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return Origin{text("file"), text("sha256"), text("hash")};
}

} // namespace plumbline::host
