#pragma once

/// The models of plugins: weights and word classes are read once and shared by all workers that use them.

#include "text/model.hpp"

#include <filesystem>
#include <memory>

namespace plumbline::lua {

/// What `models.name` stands for.
struct NamedModel {
    std::shared_ptr<const text::Model> model;
    std::shared_ptr<const text::WordClasses> classes;
};

/// `words`: the folder of shared word lists. Throws UserError with file and line.
NamedModel load_model(const std::filesystem::path& weights, const std::filesystem::path& words);

} // namespace plumbline::lua
