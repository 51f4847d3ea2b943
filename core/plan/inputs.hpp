#pragma once

#include "plan/byte_stream.hpp"
#include "plan/read.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::plan {

/// One thing handed in: a plan's bytes, or why there are none.
struct Input {
    Source source;                      // `file` is always set
    std::string problem;                // why this cannot be read, or why it was skipped; empty for a plan
    bool skipped = false;               // it is no plan, and nobody said that it was
    std::uint32_t line = 0, column = 0; // of the problem
    std::string id;                     // of a plan that is not well formed, as far as it could be read
};

inline constexpr std::size_t default_most_bytes = std::size_t{64} << 20U;

class Container;
struct FoundFile;

/// Everything that the user named, one input after the other: files in the order named, a directory's files
/// by path, a container's plans in its order. Containers are cut as they are read: memory does not grow with
/// them.
class Inputs {
public:
    /// Files, directories (searched for *.xml), patterns (*, ?, [a-z], ** for any directories) and "-" for
    /// standard input. A file that is reached twice is read once. Throws UserError naming every path that
    /// does not exist.
    explicit Inputs(const std::vector<std::string>& paths,
                    std::size_t most_bytes_of_a_plan = default_most_bytes);
    /// The same of one stream, called `name` in what is said of it.
    Inputs(std::unique_ptr<ByteStream> stream, const std::string& name,
           std::size_t most_bytes_of_a_plan = default_most_bytes);
    ~Inputs();
    Inputs(Inputs&&) noexcept;
    Inputs& operator=(Inputs&&) noexcept;

    /// The next input; none when all are through.
    std::optional<Input> next();

    /// How many files (standard input is one) the paths led to; a container counts once.
    std::size_t files_found() const;

private:
    std::optional<Input> open(const FoundFile& file);
    std::optional<Input> begin(std::unique_ptr<ByteStream> stream, const FoundFile& file);

    std::unique_ptr<ByteStream> stream_; // handed in, not yet begun
    std::vector<FoundFile> files_;
    std::size_t next_file_ = 0;
    std::size_t most_bytes_;
    std::unique_ptr<Container> container_; // the one being cut
};

} // namespace plumbline::plan
