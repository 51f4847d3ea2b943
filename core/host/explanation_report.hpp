#pragma once

/// A plan's judgements explained, as text and JSON.

#include "engine/explanation.hpp"
#include "report/layout.hpp"

#include <string>

namespace plumbline::host {

/// What the explanation is about.
struct Explained {
    const plan::Plan* plan = nullptr;
    const standard::Rule* rule = nullptr;
    std::vector<engine::Decision> decisions;
};

std::string explanation_text(const Explained& explained, const report::Page& page);
std::string explanation_json(const Explained& explained);

} // namespace plumbline::host
