#pragma once

#include <string_view>

namespace plumbline::http {

/// docs/openapi.yaml as JSON, built into the program.
std::string_view openapi_json();

} // namespace plumbline::http
