#include "engine/example_file.hpp"

#include <fstream>
#include <sstream>

namespace plumbline::engine {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw UserError(FilePosition{file.string(), 0, 0}, "cannot be read");
    std::stringstream content;
    content << stream.rdbuf();
    return content.str();
}

FilePosition place_at(std::string_view text, std::size_t offset, const std::string& file) {
    FilePosition at{file, 1, 1};
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++at.column;
        }
    }
    return at;
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<ExampleComment> comments_in(std::string_view text, std::size_t begin, std::size_t end,
                                        const std::string& file) {
    std::vector<ExampleComment> found;
    for (std::size_t at = text.find("<!--", begin); at < end; at = text.find("<!--", at + 1)) {
        const std::size_t close = text.find("-->", at);
        if (close == std::string_view::npos) break;
        found.push_back({trimmed(text.substr(at + 4, close - at - 4)), place_at(text, at, file), close});
    }
    return found;
}

} // namespace plumbline::engine
