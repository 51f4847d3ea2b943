#pragma once

#include "plan/inputs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plumbline::engine {

/// The inputs of a batch, once or twice. Files are read again for the second pass; standard input cannot be,
/// so what came from it is kept in memory until then.
class InputStream {
public:
    InputStream(std::vector<std::string> paths, bool twice);

    std::optional<plan::Input> next();
    /// Starts again from the first input. Only where `twice` was asked for.
    void rewind();

private:
    std::vector<std::string> paths_;
    std::optional<plan::Inputs> inputs_;
    bool keep_ = false;             // first pass over inputs that include standard input
    bool replay_ = false;           // second pass over what was kept
    std::vector<plan::Input> kept_; // every input, in order
    std::size_t next_kept_ = 0;
};

} // namespace plumbline::engine
