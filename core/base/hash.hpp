#pragma once

#include <string>
#include <string_view>

namespace plumbline {

/// SHA-256 of the parts added, as 64 lower-case hexadecimal digits. Each part's length goes in with it, so
/// that
/// {"ab", "c"} and {"a", "bc"} differ.
class Hash {
public:
    Hash();
    ~Hash();
    Hash(const Hash&) = delete;
    Hash& operator=(const Hash&) = delete;

    void add(std::string_view part);
    std::string digest();

private:
    void* context_;
};

/// SHA-256 of one text alone.
std::string sha256(std::string_view text);

} // namespace plumbline
