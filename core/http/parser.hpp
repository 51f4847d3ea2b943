#pragma once

/// Takes a request apart as its bytes come. The work is Boost.Beast's.

#include "http/message.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumbline::http {

enum class Parsed : std::uint8_t { needs_more, head, piece, whole, head_too_large, body_too_large, nonsense };

class Parser {
public:
    explicit Parser(std::size_t most_head_bytes);
    ~Parser();
    Parser(Parser&&) noexcept;
    Parser& operator=(Parser&&) noexcept;

    /// Takes bytes from the front of `bytes`; says what is there now. `head` comes once, `piece` whenever
    /// some of the body came, `whole` when the request is complete.
    Parsed take(std::string& bytes);

    Head head() const;
    /// Before the body's first byte is taken: how large it may be; none: of any size.
    void limit_body(std::optional<std::size_t> most);
    /// The body's bytes that came since it was last asked.
    std::string body();
    bool keeps_connection() const;
    bool expects_continue() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace plumbline::http
