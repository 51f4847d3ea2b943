#include "http/parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>
#include <cctype>
#include <limits>
#include <utility>

namespace plumbline::http {

namespace beast = boost::beast;
using beast::http::field;
using ErrorCode = beast::error_code;

namespace {

/// A body that grows as its bytes come, whatever length was announced, and is taken away piece by piece.
struct Pieces {
    using value_type = std::string;

    class reader {
    public:
        template <bool is_request, typename Fields>
        reader(beast::http::header<is_request, Fields>& /*header*/, value_type& body) : body_(&body) {}

        void init(const boost::optional<std::uint64_t>& /*length*/, ErrorCode& error) { error = {}; }

        template <typename Buffers>
        std::size_t put(const Buffers& buffers, ErrorCode& error) {
            error = {};
            const std::size_t before = body_->size();
            for (const auto buffer : beast::buffers_range_ref(buffers))
                body_->append(static_cast<const char*>(buffer.data()), buffer.size());
            return body_->size() - before;
        }

        void finish(ErrorCode& error) { error = {}; }

    private:
        value_type* body_;
    };
};

std::string text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

struct Parser::Implementation {
    beast::http::request_parser<Pieces> parser;
    bool told_head = false;
    std::size_t most_waiting = 0; // bytes that may wait for their end: a line of the head, or of a chunk's
};

Parser::Parser(std::size_t most_head_bytes) : implementation_(std::make_unique<Implementation>()) {
    implementation_->parser.header_limit(static_cast<std::uint32_t>(most_head_bytes));
    implementation_->parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    implementation_->most_waiting = most_head_bytes;
}

Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

Parsed Parser::take(std::string& bytes) {
    auto& parser = implementation_->parser;
    ErrorCode error;
    std::size_t used = 0;
    if (!bytes.empty()) used = parser.put(boost::asio::buffer(bytes), error);
    bytes.erase(0, used);
    if (error == beast::http::error::header_limit) return Parsed::head_too_large;
    if (error == beast::http::error::body_limit) return Parsed::body_too_large;
    if (error && error != beast::http::error::need_more) return Parsed::nonsense;
    if (!implementation_->told_head && parser.is_header_done()) {
        implementation_->told_head = true;
        parser.eager(true); // from here on all that is there, not a step at a time
        return Parsed::head;
    }
    if (parser.is_done()) return Parsed::whole;
    if (bytes.size() > implementation_->most_waiting && (error || used == 0))
        return parser.is_header_done() ? Parsed::nonsense : Parsed::head_too_large;
    return used == 0 || bytes.empty() || error ? Parsed::needs_more : Parsed::piece;
}

Head Parser::head() const {
    const auto& message = implementation_->parser.get();
    Head head;
    head.method = text_of(message.method_string());
    head.target = text_of(message.target());
    head.old = message.version() < 11;
    for (const auto& one : message) {
        std::string name = text_of(one.name_string());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        head.fields.emplace_back(std::move(name), text_of(one.value()));
    }
    if (const auto length = implementation_->parser.content_length()) head.content_length = *length;
    head.has_body = implementation_->parser.chunked() || head.content_length.value_or(0) > 0;
    return head;
}

void Parser::limit_body(std::optional<std::size_t> most) {
    if (most) implementation_->parser.body_limit(static_cast<std::uint64_t>(*most));
}

std::string Parser::body() {
    return std::exchange(implementation_->parser.get().body(), {});
}

bool Parser::keeps_connection() const {
    return implementation_->parser.keep_alive();
}

bool Parser::expects_continue() const {
    return beast::iequals(implementation_->parser.get()[field::expect], "100-continue");
}

} // namespace plumbline::http
