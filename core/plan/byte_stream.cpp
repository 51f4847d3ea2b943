#include "plan/byte_stream.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumbline::plan {

namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10U;

std::string last_error() {
    return std::generic_category().message(errno);
}

} // namespace

FileStream::FileStream(const std::string& path)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      piece_(std::make_unique_for_overwrite<char[]>(piece_size)) {
    if (descriptor_ < 0) fail(last_error());
}

FileStream::~FileStream() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool FileStream::read(std::string& out) {
    if (!problem().empty()) return false;
    ssize_t got = 0;
    do
        got = ::read(descriptor_, piece_.get(), piece_size);
    while (got < 0 && errno == EINTR);
    if (got < 0) fail(last_error());
    if (got > 0) out.append(piece_.get(), static_cast<std::size_t>(got));
    return got > 0;
}

std::size_t FileStream::size_hint() const {
    struct stat facts {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &facts) != 0 || !S_ISREG(facts.st_mode)) return 0;
    return static_cast<std::size_t>(facts.st_size);
}

} // namespace plumbline::plan
