#pragma once

#include "plan/inputs.hpp"
#include "plan/read.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace support {

using namespace plumbline::plan;
using plumbline::to_iso;

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path(PLUMBLINE_SOURCE_DIR) / "fixtures" / name;
}

inline ReadResult read_text(std::string bytes, std::uint32_t line = 1, std::uint32_t column = 1) {
    const Source source{"test.xml", std::move(bytes), line, column};
    return read(source);
}

inline ReadResult read_fixture(const std::string& name) {
    return read({name, file_text(fixture(name)), 1, 1});
}

/// A plan that is right, with `inside` behind its dates. The first line is the root's; `inside` starts
/// line 4.
inline std::string plan_with(const std::string& inside, const std::string& root = "") {
    return "<plan format=\"1\" id=\"P1\" kind=\"child-in-need\"" + root +
           ">\n<child id=\"C1\"><name>Wren</name></child>\n<dates written=\"2024-03-06\"/>\n" + inside +
           "\n</plan>\n";
}

/// "line:column message" of each, for comparing all at once.
inline std::vector<std::string> lines_of(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const Problem& p : problems)
        out.push_back(std::to_string(p.line) + ':' + std::to_string(p.column) + ' ' + p.message);
    return out;
}

/// Where `word` stands in `text`, counted the plain way: the judge of every position.
inline Position place_in(std::string_view text, std::string_view word, std::size_t from = 0) {
    const std::size_t at = text.find(word, from);
    Position place{1, 1};
    std::size_t i = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    for (; i < at; ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

/// A directory of its own that goes away with it.
class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "plumbline-test-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string file(const std::string& name, std::string_view text) const {
        const std::filesystem::path full = path_ / name;
        std::filesystem::create_directories(full.parent_path());
        std::ofstream(full, std::ios::binary) << text;
        return full.string();
    }

private:
    std::filesystem::path path_;
};

inline std::vector<Input> all_inputs(const std::vector<std::string>& paths,
                                     std::size_t most_bytes = default_most_bytes) {
    Inputs inputs(paths, most_bytes);
    std::vector<Input> out;
    while (auto input = inputs.next())
        out.push_back(std::move(*input));
    return out;
}

} // namespace support
