#include "engine/input_stream.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::engine {

InputStream::InputStream(std::vector<std::string> paths, bool twice)
    : paths_(std::move(paths)), inputs_(std::in_place, paths_),
      keep_(twice && std::find(paths_.begin(), paths_.end(), "-") != paths_.end()) {}

std::optional<plan::Input> InputStream::next() {
    if (replay_) {
        if (next_kept_ == kept_.size()) return std::nullopt;
        return std::move(kept_[next_kept_++]);
    }
    std::optional<plan::Input> input = inputs_->next();
    if (input && keep_) kept_.push_back(*input);
    return input;
}

void InputStream::rewind() {
    replay_ = keep_;
    if (!replay_) inputs_.emplace(paths_);
}

} // namespace plumbline::engine
