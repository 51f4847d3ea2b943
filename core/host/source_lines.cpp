#include "host/source_lines.hpp"

#include <fstream>

namespace plumbline::host {

const std::string& SourceLines::line(const std::string& file, std::uint32_t number) {
    static const std::string none;
    auto found = files_.find(file);
    if (found == files_.end()) {
        std::vector<std::string> lines;
        std::ifstream stream(file, std::ios::binary);
        for (std::string line; std::getline(stream, line);) {
            if (line.ends_with('\r')) line.pop_back();
            lines.push_back(std::move(line));
        }
        found = files_.emplace(file, std::move(lines)).first;
    }
    const auto& lines = found->second;
    return number == 0 || number > lines.size() ? none : lines[number - 1];
}

} // namespace plumbline::host
