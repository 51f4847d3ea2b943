#include "engine/checker_pool.hpp"

#include <utility>

namespace plumbline::engine {

std::unique_ptr<Checker> CheckerPool::take() {
    {
        const std::scoped_lock lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<Checker> checker = std::move(idle_.back());
            idle_.pop_back();
            return checker;
        }
    }
    return std::make_unique<Checker>(foundation_, *lookups_, settings_);
}

void CheckerPool::give_back(std::unique_ptr<Checker> checker) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(checker));
}

} // namespace plumbline::engine
