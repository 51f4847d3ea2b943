#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace plumbline::plan {

/// A file, or standard input for "-", read from front to back.
class ByteStream {
public:
    explicit ByteStream(const std::string& path);
    ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    /// Adds the next bytes, at most 64 KB, to `out`. False when there are no more, or on a failure.
    bool read(std::string& out);

    /// Why opening or reading failed, in the system's words; empty while all is well.
    const std::string& problem() const { return problem_; }

    /// What is left to read as far as the system knows, 0 if it does not.
    std::size_t size_hint() const;

private:
    int descriptor_;
    std::unique_ptr<char[]> piece_;
    std::string problem_;
};

} // namespace plumbline::plan
