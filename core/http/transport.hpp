#pragma once

/// A connection's bytes, with or without TLS. Everything happens on the thread of the connections; what is
/// given to be called back is called from there, later.

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>

namespace plumbline::http {

using ErrorCode = boost::system::error_code;
using Socket = boost::asio::ip::tcp::socket;
using Handled = std::function<void(const ErrorCode&, std::size_t)>;

class Transport {
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    virtual void begin(Handled done) = 0; // the handshake, where there is one
    virtual void read(boost::asio::mutable_buffer into, Handled done) = 0;
    /// All of both.
    virtual void write(const std::array<boost::asio::const_buffer, 2>& bytes, Handled done) = 0;
    /// Says that nothing more will be sent; reading goes on.
    virtual void finish(Handled done) = 0;
    /// Ends what is under way with an error.
    virtual void cancel() = 0;
    virtual void close() = 0;
};

std::unique_ptr<Transport> plain_transport(Socket socket);
std::unique_ptr<Transport> tls_transport(Socket socket, std::shared_ptr<boost::asio::ssl::context> context);

/// TLS 1.2 or later with this certificate chain and key (PEM). Throws UserError that names the file.
std::shared_ptr<boost::asio::ssl::context> tls_context(const std::string& certificate,
                                                       const std::string& key);

} // namespace plumbline::http
