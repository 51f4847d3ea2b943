#pragma once

#include <string>

namespace plumbline::host {

/// What `plumbline --version` prints.
std::string version_text();

} // namespace plumbline::host
