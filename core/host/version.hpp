#pragma once

#include <string>

namespace plumbline::host {

/// "0.1.0"
std::string version();
/// What `plumbline --version` prints.
std::string version_text();

} // namespace plumbline::host
