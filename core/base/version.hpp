#pragma once

#include <string>

namespace plumbline {

/// "0.1.0"
std::string version();

} // namespace plumbline
