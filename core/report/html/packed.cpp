#include "report/html/packed.hpp"

#include "base/user_error.hpp"

#include <openssl/evp.h>
#include <zlib.h>

namespace plumbline::report::html {

std::string packed(std::string_view text) {
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string bytes(size, '\0');
    // Both libraries want unsigned bytes.
    auto* const out = reinterpret_cast<Bytef*>(bytes.data());
    const auto* const in = reinterpret_cast<const Bytef*>(text.data());
    if (compress2(out, &size, in, static_cast<uLong>(text.size()), Z_BEST_COMPRESSION) != Z_OK)
        throw InternalError("a page of the HTML report could not be packed");
    std::string base64((size + 2) / 3 * 4 + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), out, static_cast<int>(size));
    base64.resize(static_cast<std::size_t>(length));
    return base64;
}

} // namespace plumbline::report::html
