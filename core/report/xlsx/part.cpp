#include "report/xlsx/part.hpp"

#include <dlfcn.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <exception>
#include <memory>
#include <string>

namespace plumbline::report::xlsx {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10U;

/// What was written, deflated; then the same inflated. Throws where there is no memory.
class Part {
public:
    Part() = default;
    ~Part() {
        if (state_ == State::writing) deflateEnd(&stream_);
        if (state_ == State::reading) inflateEnd(&stream_);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    std::size_t write(const char* from, std::size_t size) {
        if (state_ == State::reading) return 0;
        if (state_ == State::empty) begin_writing();
        deflate_from(from, size, Z_NO_FLUSH);
        return size;
    }

    std::size_t read(char* to, std::size_t size) {
        if (state_ != State::reading) return 0;
        stream_.next_out = bytes(to);
        stream_.avail_out = static_cast<uInt>(size);
        const int result = inflate(&stream_, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) throw std::bad_alloc();
        return size - stream_.avail_out;
    }

    void rewind() {
        if (state_ == State::empty) begin_writing();
        if (state_ == State::writing) deflate_from("", 0, Z_FINISH);
        if (state_ == State::writing) deflateEnd(&stream_);
        if (state_ == State::reading) inflateEnd(&stream_);
        state_ = State::empty; // of a stream: for the destructor, should the next line throw
        stream_ = {};
        if (inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
        state_ = State::reading;
        stream_.next_in = bytes(packed_.data());
        stream_.avail_in = static_cast<uInt>(packed_.size());
    }

private:
    enum class State { empty, writing, reading };

    static Bytef* bytes(const char* text) {
        return reinterpret_cast<Bytef*>(const_cast<char*>(text)); // NOLINT: zlib's type
    }

    void begin_writing() {
        if (deflateInit(&stream_, Z_BEST_SPEED) != Z_OK) throw std::bad_alloc();
        state_ = State::writing;
    }

    void deflate_from(const char* from, std::size_t size, int flush) {
        stream_.next_in = bytes(from);
        stream_.avail_in = static_cast<uInt>(size);
        std::array<char, buffer_size> out{};
        do {
            stream_.next_out = bytes(out.data());
            stream_.avail_out = static_cast<uInt>(out.size());
            deflate(&stream_, flush);
            packed_.append(out.data(), out.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    State state_ = State::empty;
    z_stream stream_{};
    std::string packed_;
};

/// The C library's calls: an exception may not pass through it.
template <typename Work>
auto guarded(const Work& work, decltype(work()) failed) {
    try {
        return work();
    } catch (const std::exception&) {
        errno = ENOMEM;
        return failed;
    }
}

ssize_t write_part(void* part, const char* from, std::size_t size) {
    return guarded([&] { return static_cast<ssize_t>(static_cast<Part*>(part)->write(from, size)); }, 0);
}

ssize_t read_part(void* part, char* to, std::size_t size) {
    return guarded([&] { return static_cast<ssize_t>(static_cast<Part*>(part)->read(to, size)); }, -1);
}

int seek_part(void* part, off64_t* offset, int whence) {
    if (whence != SEEK_SET || *offset != 0) return -1;
    return guarded(
        [&] {
            static_cast<Part*>(part)->rewind();
            return 0;
        },
        -1);
}

int close_part(void* part) {
    delete static_cast<Part*>(part); // NOLINT: the C library kept it
    return 0;
}

} // namespace

std::FILE* new_part() {
    auto part = std::make_unique<Part>();
    std::FILE* file = ::fopencookie(part.get(), "w+", {read_part, write_part, seek_part, close_part});
    if (file == nullptr) return nullptr;
    part.release();                                                      // NOLINT: close_part has it now
    static_cast<void>(std::setvbuf(file, nullptr, _IOFBF, buffer_size)); // without it: slower, no more
    return file;
}

bool parts_stay_in_memory() {
    const void* used = ::dlsym(RTLD_DEFAULT, "lxw_tmpfile"); // what the library's calls lead to
    return used == nullptr || used == reinterpret_cast<const void*>(&lxw_tmpfile); // null: linked statically
}

} // namespace plumbline::report::xlsx

/// Stands before the library's own of that name, which makes a file in a folder.
extern "C" FILE* lxw_tmpfile(char* /*folder*/) {
    return plumbline::report::xlsx::new_part();
}
