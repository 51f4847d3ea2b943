#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace plumbline::plan {

/// Bytes read from front to back.
class ByteStream {
public:
    ByteStream() = default;
    virtual ~ByteStream() = default;
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    /// Adds the next bytes, at most 64 KB, to `out`. False when there are no more, or on a failure.
    virtual bool read(std::string& out) = 0;

    /// Why opening or reading failed, in the system's words; empty while all is well.
    const std::string& problem() const { return problem_; }

    /// What is left to read as far as anybody knows, 0 if nobody does.
    virtual std::size_t size_hint() const { return 0; }

protected:
    void fail(std::string why) { problem_ = std::move(why); }

private:
    std::string problem_;
};

/// A file, or standard input for "-".
class FileStream : public ByteStream {
public:
    explicit FileStream(const std::string& path);
    ~FileStream() override;

    bool read(std::string& out) override;
    std::size_t size_hint() const override;

private:
    int descriptor_;
    std::unique_ptr<char[]> piece_;
};

} // namespace plumbline::plan
