#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plumbline::host {

/// Lines of files, each file read once. What cannot be read has none.
class SourceLines {
public:
    /// Without its line end; empty when there is no such line.
    const std::string& line(const std::string& file, std::uint32_t number);

private:
    std::map<std::string, std::vector<std::string>> files_;
};

} // namespace plumbline::host
