#include "lua/source_tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace plumbline::lua {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view source) : source_(source) {}

    std::vector<Token> read() {
        if (source_.starts_with('#')) skip_line();
        std::vector<Token> out;
        while (skip_blank())
            out.push_back(next());
        out.push_back({Token::Kind::end, {}, place_});
        return out;
    }

private:
    std::string_view rest() const { return source_.substr(at_); }

    void advance(std::size_t bytes) {
        for (const std::size_t end = std::min(at_ + bytes, source_.size()); at_ < end; ++at_) {
            const auto byte = static_cast<unsigned char>(source_[at_]);
            if (byte == '\n')
                place_ = {place_.line + 1, 1};
            else if ((byte & 0xC0U) != 0x80U)
                ++place_.column; // not inside a UTF-8 character
        }
    }

    void skip_line() { advance(std::min(rest().find('\n'), rest().size())); }

    /// To the next token; false at the end.
    bool skip_blank() {
        while (at_ < source_.size()) {
            if (space(source_[at_])) {
                advance(1);
            } else if (rest().starts_with("--")) {
                advance(2);
                if (const auto length = long_bracket())
                    advance(*length);
                else
                    skip_line();
            } else {
                return true;
            }
        }
        return false;
    }

    /// The length of "[==[ … ]==]" when that is what comes next.
    std::optional<std::size_t> long_bracket() const {
        const std::string_view text = rest();
        if (!text.starts_with('[')) return std::nullopt;
        const std::size_t level = std::min(text.find_first_not_of('=', 1), text.size());
        if (level == text.size() || text[level] != '[') return std::nullopt;
        const std::string close = ']' + std::string(level - 1, '=') + ']';
        const std::size_t end = text.find(close, level + 1);
        return end == std::string_view::npos ? text.size() : end + close.size();
    }

    std::size_t quoted() const {
        const std::string_view text = rest();
        for (std::size_t at = 1; at < text.size(); ++at) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == text[0])
                return at + 1;
        }
        return text.size();
    }

    std::size_t number() const {
        const std::string_view text = rest();
        const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
        std::size_t at = 1;
        for (; at < text.size(); ++at) {
            const char before = text[at - 1];
            const bool exponent =
                hexadecimal ? before == 'p' || before == 'P' : before == 'e' || before == 'E';
            const bool sign = exponent && (text[at] == '+' || text[at] == '-');
            if (!digit(text[at]) && !name_start(text[at]) && text[at] != '.' && !sign) break;
        }
        return at;
    }

    std::size_t symbol() const {
        static constexpr auto longer =
            std::to_array<std::string_view>({"...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"});
        for (const auto known : longer)
            if (rest().starts_with(known)) return known.size();
        return 1;
    }

    Token take(Token::Kind kind, std::size_t length) {
        const Token token{kind, rest().substr(0, length), place_};
        advance(length);
        return token;
    }

    Token next() {
        const std::string_view text = rest();
        const char c = text.front();
        if (name_start(c)) {
            std::size_t end = 1;
            while (end < text.size() && (name_start(text[end]) || digit(text[end])))
                ++end;
            return take(Token::Kind::name, end);
        }
        if (digit(c) || (c == '.' && text.size() > 1 && digit(text[1])))
            return take(Token::Kind::number, number());
        if (c == '"' || c == '\'') return take(Token::Kind::text, quoted());
        if (const auto length = long_bracket()) return take(Token::Kind::text, *length);
        return take(Token::Kind::symbol, symbol());
    }

    std::string_view source_;
    std::size_t at_ = 0;
    SourcePlace place_{1, 1};
};

} // namespace

std::vector<Token> tokens_of(std::string_view source) {
    return Tokenizer(source).read();
}

} // namespace plumbline::lua
