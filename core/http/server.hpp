#pragma once

#include "http/settings.hpp"

#include <functional>
#include <string>

namespace plumbline::http {

/// Answers until SIGTERM or SIGINT, then finishes what is in flight. SIGHUP reloads. `listening` is told the
/// address once connections are taken. Throws UserError for what keeps it from starting.
void serve(const Settings& settings, const std::function<void(const std::string& url)>& listening);

} // namespace plumbline::http
