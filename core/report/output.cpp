#include "report/output.hpp"

#include "base/user_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <streambuf>
#include <system_error>
#include <utility>

namespace plumbline::report {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10U;
constexpr mode_t new_file_mode = 0666; // less the umask

[[noreturn]] void refuse(const std::string& name, const std::string& what, int error) {
    throw UserError({name, 0, 0}, what + ": " + std::generic_category().message(error));
}

/// A buffer before a file descriptor. What cannot be written is thrown, not swallowed: the stream has its
/// exceptions on.
class DescriptorBuffer : public std::streambuf {
public:
    DescriptorBuffer(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }

    void flush() {
        const char* from = pbase();
        std::size_t left = static_cast<std::size_t>(pptr() - pbase());
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        while (left > 0) {
            const ssize_t written = ::write(descriptor_, from, left);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) refuse(name_, "the report could not be written", errno);
            from += written;
            left -= static_cast<std::size_t>(written);
        }
    }

protected:
    int_type overflow(int_type c) override {
        flush();
        if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
        return c;
    }

    int sync() override {
        flush();
        return 0;
    }

private:
    int descriptor_;
    std::string name_;
    std::array<char, buffer_size> buffer_{};
};

/// Follows a link, so that the report lands where the link points and the link stays.
std::filesystem::path real_path(const std::string& target) {
    std::error_code error;
    const auto path = std::filesystem::canonical(target, error);
    return error ? std::filesystem::path(target) : path;
}

/// The mode that the file has, or that a new one gets.
mode_t mode_for(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return new_file_mode & ~mask;
}

} // namespace

class Output::File {
public:
    explicit File(const std::string& target) : name_(target == "-" ? "standard output" : target) {
        if (target == "-")
            descriptor_ = STDOUT_FILENO;
        else
            open(target);
        buffer_ = std::make_unique<DescriptorBuffer>(descriptor_, name_);
        stream_ = std::make_unique<std::ostream>(buffer_.get());
        stream_->exceptions(std::ios::badbit);
    }

    ~File() {
        if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }

    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::ostream& stream() { return *stream_; }

    void commit() {
        buffer_->flush();
        if (temporary_.empty()) return;
        if (::fsync(descriptor_) != 0) refuse(name_, "the report could not be written", errno);
        const int descriptor = std::exchange(descriptor_, -1);
        if (::close(descriptor) != 0) refuse(name_, "the report could not be written", errno);
        if (::rename(temporary_.c_str(), path_.c_str()) != 0)
            refuse(name_, "the report could not be put in place", errno);
        temporary_.clear();
        keep_the_name();
    }

private:
    void open(const std::string& target) {
        path_ = real_path(target);
        struct stat status {};
        const bool exists = ::stat(path_.c_str(), &status) == 0;
        if (exists && S_ISDIR(status.st_mode)) refuse(name_, "the report needs a file's name", EISDIR);
        if (exists && !S_ISREG(status.st_mode))
            open_device();
        else
            open_temporary();
    }

    void open_device() {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) refuse(name_, "cannot be opened for writing", errno);
    }

    /// In the same folder: a rename within a file system is all or nothing.
    void open_temporary() {
        std::string pattern = (path_.parent_path() / ('.' + path_.filename().string() + ".XXXXXX")).string();
        const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
        if (descriptor < 0) refuse(name_, "a report cannot be written in this folder", errno);
        descriptor_ = descriptor;
        temporary_ = pattern;
        if (::fchmod(descriptor_, mode_for(path_)) != 0) {
            const int error = errno;
            ::close(descriptor_);
            ::unlink(temporary_.c_str());
            refuse(name_, "cannot be written", error);
        }
    }

    /// After a power cut, too. Some file systems cannot; the report itself is safe by then.
    void keep_the_name() const {
        const auto folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
        const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return;
        ::fsync(descriptor);
        ::close(descriptor);
    }

    std::string name_;
    std::filesystem::path path_;
    std::string temporary_; // empty: written to directly, or in place
    int descriptor_ = -1;
    std::unique_ptr<DescriptorBuffer> buffer_;
    std::unique_ptr<std::ostream> stream_;
};

Output::Output(const std::string& target) : file_(std::make_unique<File>(target)) {}
Output::~Output() = default;
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;

std::ostream& Output::stream() {
    return file_->stream();
}

void Output::commit() {
    file_->commit();
}

} // namespace plumbline::report
