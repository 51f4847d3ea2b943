#include "base/user_error.hpp"

#include <utility>

namespace plumbline {

std::string to_string(const FilePosition& position) {
    std::string out = position.file;
    if (position.line == 0) return out;
    out += ':' + std::to_string(position.line);
    if (position.column != 0) out += ':' + std::to_string(position.column);
    return out;
}

namespace {

std::string with_place(const FilePosition& position, const std::string& message) {
    const std::string place = to_string(position);
    return place.empty() ? message : place + ": " + message;
}

} // namespace

UserError::UserError(FilePosition position, const std::string& message)
    : std::runtime_error(with_place(position, message)), position_(std::move(position)), message_(message) {}

InternalError::InternalError(const std::string& what)
    : std::logic_error("internal error (a bug in plumbline, please report it): " + what) {}

} // namespace plumbline
