#include "http/openapi.hpp"

namespace plumbline::http {

std::string_view openapi_json() {
    static constexpr std::string_view text =
#include "openapi.inc"
        ;
    return text;
}

} // namespace plumbline::http
