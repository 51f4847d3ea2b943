#include "http/tokens.hpp"

#include "base/hash.hpp"
#include "base/user_error.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace plumbline::http {

namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::size_t random_bytes = 32;

bool is_hash(std::string_view text) {
    return text.size() == hash_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

Tokens Tokens::read(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    if (!stream)
        throw UserError(FilePosition{file, 0, 0}, std::string("cannot be read: ") + std::strerror(errno));
    return read_text(text.str(), file);
}

Tokens Tokens::read_text(std::string_view text, const std::string& file) {
    Tokens tokens;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (std::uint32_t number = 1; std::getline(lines, line); ++number) {
        const FilePosition at{file, number, 0};
        std::istringstream words(line);
        Token token;
        std::string more;
        if (!(words >> token.name) || token.name.front() == '#') continue;
        words >> token.hash >> more;
        if (!is_token_name(token.name) || !is_hash(token.hash) || !more.empty())
            throw UserError(at, "is no token; expected a name and 64 lower-case hexadecimal digits, as "
                                "'plumbline token NAME' prints them");
        const auto same = [&](const Token& other) { return other.name == token.name; };
        if (std::any_of(tokens.tokens_.begin(), tokens.tokens_.end(), same))
            throw UserError(at, "the name " + token.name + " is there twice; expected one for each token");
        tokens.tokens_.push_back(std::move(token));
    }
    if (tokens.tokens_.empty())
        throw UserError(FilePosition{file, 0, 0},
                        "holds no token, so nobody could ask; 'plumbline token NAME' makes one");
    return tokens;
}

std::optional<std::string> Tokens::name_of(std::string_view token) const {
    const std::string hash = sha256(token);
    const Token* found = nullptr;
    for (const Token& known : tokens_) // all of them, each in constant time
        if (CRYPTO_memcmp(known.hash.data(), hash.data(), hash_digits) == 0) found = &known;
    if (found == nullptr) return std::nullopt;
    return found->name;
}

std::string new_token() {
    std::array<unsigned char, random_bytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw InternalError("the system gave no random bytes");
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    unsigned held = 0, bits = 0;
    for (const unsigned char byte : bytes) {
        held = held << 8U | byte;
        for (bits += 8; bits >= 6; bits -= 6)
            out += digits[held >> (bits - 6) & 63U];
    }
    return out + digits[held << (6 - bits) & 63U];
}

std::string token_line(const std::string& name, std::string_view token) {
    return name + ' ' + sha256(token);
}

bool is_token_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_';
    });
}

} // namespace plumbline::http
