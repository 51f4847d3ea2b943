#include "http/settings.hpp"

#include "base/user_error.hpp"

#include <boost/asio/ip/address.hpp>

#include <charconv>

namespace plumbline::http {

namespace {

[[noreturn]] void refuse(const std::string& text) {
    throw UserError("--listen " + text +
                    ": expected an address and a port, such as 127.0.0.1:8787 or [::1]:8787");
}

} // namespace

void read_listen(const std::string& text, Settings& settings) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) refuse(text);
    const char* const begin = text.data() + colon + 1;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(begin, end, settings.port);
    if (error != std::errc{} || rest != end) refuse(text);
    std::string address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    if (address == "localhost" || address.empty()) address = "127.0.0.1";
    boost::system::error_code wrong;
    boost::asio::ip::make_address(address, wrong);
    if (wrong) refuse(text);
    settings.address = address;
}

void check_safe(const Settings& settings) {
    if (settings.certificate.empty() != settings.key.empty())
        throw UserError("--tls-certificate and --tls-key belong together; expected both or neither");
    if (boost::asio::ip::make_address(settings.address).is_loopback()) return;
    const std::string beyond = "--listen " + settings.address + " can be reached from other machines, so ";
    if (settings.tokens.empty())
        throw UserError(beyond + "callers must show who they are: give --tokens FILE ('plumbline token NAME' "
                                 "makes a token)");
    if (settings.certificate.empty() && !settings.behind_proxy)
        throw UserError(beyond + "plans must not pass in the clear: give --tls-certificate and --tls-key, or "
                                 "--behind-proxy where a proxy on the way does TLS");
}

} // namespace plumbline::http
