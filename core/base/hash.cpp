#include "base/hash.hpp"

#include "base/user_error.hpp"

#include <openssl/evp.h>

#include <array>
#include <cstdint>

namespace plumbline {

namespace {

EVP_MD_CTX* start() {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    if (context == nullptr || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1)
        throw InternalError("SHA-256 is not available");
    return context;
}

std::string finish(EVP_MD_CTX* context) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context, bytes.data(), &size);
    std::string out;
    out.reserve(std::size_t{size} * 2);
    for (unsigned i = 0; i < size; ++i) {
        out += digits[bytes.at(i) >> 4U];
        out += digits[bytes.at(i) & 15U];
    }
    return out;
}

} // namespace

Hash::Hash() : context_(start()) {}

Hash::~Hash() {
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
}

void Hash::add(std::string_view part) {
    const std::uint64_t size = part.size();
    std::array<unsigned char, 8> length{};
    for (unsigned i = 0; i < 8; ++i)
        length.at(i) = static_cast<unsigned char>(size >> (8 * i));
    auto* context = static_cast<EVP_MD_CTX*>(context_);
    EVP_DigestUpdate(context, length.data(), length.size());
    EVP_DigestUpdate(context, part.data(), part.size());
}

std::string Hash::digest() {
    return finish(static_cast<EVP_MD_CTX*>(context_));
}

std::string sha256(std::string_view text) {
    EVP_MD_CTX* context = start();
    EVP_DigestUpdate(context, text.data(), text.size());
    std::string out = finish(context);
    EVP_MD_CTX_free(context);
    return out;
}

} // namespace plumbline
