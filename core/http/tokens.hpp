#pragma once

/// Who may ask: bearer tokens, of which only hashes are kept.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::http {

class Tokens {
public:
    /// A line for each token, "name sha256-hex"; empty lines and lines that begin with # are left out. Throws
    /// UserError with file and line, and for a file without a token.
    static Tokens read(const std::string& file);
    /// The same from text.
    static Tokens read_text(std::string_view text, const std::string& file);

    /// Whose token it is. Takes the same time for every token that is none of them.
    std::optional<std::string> name_of(std::string_view token) const;
    std::size_t size() const { return tokens_.size(); }

private:
    struct Token {
        std::string name, hash;
    };
    std::vector<Token> tokens_;
};

/// A fresh token: 256 random bits, as 43 letters, digits, "-" and "_".
std::string new_token();

/// The line that lets it in.
std::string token_line(const std::string& name, std::string_view token);

/// Letters, digits, ".", "-" and "_": what a token may be called, for a name stands in the log.
bool is_token_name(std::string_view name);

} // namespace plumbline::http
