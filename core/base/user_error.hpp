#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace plumbline {

/// Where in a file something stands. Lines and columns count from 1; columns count characters
/// (Unicode code points), not bytes. 0 means "not known".
struct FilePosition {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// "file:line:column", leaving out what is not known.
std::string to_string(const FilePosition& position);

/// Something that a user can put right: a plan, a rule set, a plugin, an argument.
/// Says where, what was found and what was expected. Never holds narrative, a name or a date of birth.
class UserError : public std::runtime_error {
public:
    explicit UserError(const std::string& message) : UserError(FilePosition{}, message) {}
    UserError(FilePosition position, const std::string& message);

    const FilePosition& position() const noexcept { return position_; }
    /// The message without the place.
    const std::string& message() const noexcept { return message_; }

private:
    FilePosition position_;
    std::string message_;
};

/// A bug of ours; the message says so to the user.
class InternalError : public std::logic_error {
public:
    explicit InternalError(const std::string& what);
};

} // namespace plumbline
