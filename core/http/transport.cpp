#include "http/transport.hpp"

#include "base/user_error.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

#include <utility>

namespace plumbline::http {

namespace asio = boost::asio;

namespace {

class Plain : public Transport {
public:
    explicit Plain(Socket socket) : socket_(std::move(socket)) {}

    void begin(Handled done) override {
        asio::post(socket_.get_executor(), [done = std::move(done)] { done({}, 0); });
    }
    void read(asio::mutable_buffer into, Handled done) override {
        socket_.async_read_some(into, std::move(done));
    }
    void write(const std::array<asio::const_buffer, 2>& bytes, Handled done) override {
        asio::async_write(socket_, bytes, std::move(done));
    }
    void finish(Handled done) override {
        ErrorCode error;
        socket_.shutdown(Socket::shutdown_send, error);
        asio::post(socket_.get_executor(), [done = std::move(done), error] { done(error, 0); });
    }
    void cancel() override {
        ErrorCode ignored;
        socket_.cancel(ignored);
    }
    void close() override {
        ErrorCode ignored;
        socket_.close(ignored);
    }

private:
    Socket socket_;
};

class Tls : public Transport {
public:
    Tls(Socket socket, std::shared_ptr<asio::ssl::context> context)
        : context_(std::move(context)), stream_(std::move(socket), *context_) {}

    void begin(Handled done) override {
        stream_.async_handshake(asio::ssl::stream_base::server,
                                [done = std::move(done)](const ErrorCode& error) { done(error, 0); });
    }
    void read(asio::mutable_buffer into, Handled done) override {
        stream_.async_read_some(into, std::move(done));
    }
    void write(const std::array<asio::const_buffer, 2>& bytes, Handled done) override {
        asio::async_write(stream_, bytes, std::move(done));
    }
    void finish(Handled done) override {
        stream_.async_shutdown([done = std::move(done)](const ErrorCode& error) { done(error, 0); });
    }
    void cancel() override {
        ErrorCode ignored;
        stream_.next_layer().cancel(ignored);
    }
    void close() override {
        ErrorCode ignored;
        stream_.next_layer().close(ignored);
    }

private:
    std::shared_ptr<asio::ssl::context> context_; // outlives a reload that brings another
    asio::ssl::stream<Socket> stream_;
};

} // namespace

std::unique_ptr<Transport> plain_transport(Socket socket) {
    return std::make_unique<Plain>(std::move(socket));
}

std::unique_ptr<Transport> tls_transport(Socket socket, std::shared_ptr<asio::ssl::context> context) {
    return std::make_unique<Tls>(std::move(socket), std::move(context));
}

std::shared_ptr<asio::ssl::context> tls_context(const std::string& certificate, const std::string& key) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1 | asio::ssl::context::single_dh_use);
    ErrorCode error;
    context->use_certificate_chain_file(certificate, error);
    if (error)
        throw UserError(FilePosition{certificate, 0, 0},
                        "cannot be used as a certificate (" + error.message() +
                            "); expected a chain in PEM form, the server's own certificate first");
    context->use_private_key_file(key, asio::ssl::context::pem, error);
    if (error)
        throw UserError(FilePosition{key, 0, 0}, "cannot be used as the certificate's key (" +
                                                     error.message() +
                                                     "); expected its private key in PEM form");
    return context;
}

} // namespace plumbline::http
