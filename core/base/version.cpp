#include "base/version.hpp"

namespace plumbline {

std::string version() {
    return PLUMBLINE_VERSION;
}

} // namespace plumbline
