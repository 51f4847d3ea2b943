#include "host/version.hpp"

#include "base/version.hpp"

namespace plumbline::host {

std::string version_text() {
    return "plumbline " + version() + " (plan format 1, plugin api 1, report plumbline-report/1)";
}

} // namespace plumbline::host
