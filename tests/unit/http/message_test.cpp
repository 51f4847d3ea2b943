#include "http/message.hpp"
#include "http/parser.hpp"
#include "http/settings.hpp"
#include "http/tokens.hpp"

#include "base/hash.hpp"
#include "base/user_error.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <string>

using namespace plumbline;
using http::Parsed;

BOOST_AUTO_TEST_SUITE(message)

BOOST_AUTO_TEST_CASE(a_target_is_a_path_and_parameters) {
    const auto target = http::parse_target("/v1/rules/default%2Fcontingency?as-of=2024-04-01&&x=%26");
    BOOST_REQUIRE(target);
    BOOST_TEST(target->path == "/v1/rules/default/contingency");
    BOOST_REQUIRE_EQUAL(target->query.size(), 2);
    BOOST_TEST(target->query[0].second == "2024-04-01");
    BOOST_TEST(target->query[1].second == "&");
    for (const char* const bad : {"", "*", "http://x/", "/%", "/%2", "/%zz", "/?a=%"})
        BOOST_TEST(!http::parse_target(bad), bad);
}

BOOST_AUTO_TEST_CASE(accept_fields_are_weighed) {
    const std::string_view json = "application/json";
    for (const char* const good :
         {"", "*/*", "application/*", "application/json", "text/html, */*;q=0.1", "APPLICATION/JSON;q=1.0"})
        BOOST_TEST(http::accepts(good, json), good);
    for (const char* const bad :
         {"text/html", "application/json;q=0", "*/*, application/json;q=0.0", "text/*"})
        BOOST_TEST(!http::accepts(bad, json), bad);
}

BOOST_AUTO_TEST_CASE(a_media_type_is_told_from_its_parameters) {
    BOOST_TEST(http::media_type("Application/XML ; charset=\"UTF-8\"") == "application/xml");
    BOOST_TEST(http::charset_of("Application/XML ; charset=\"UTF-8\"") == "utf-8");
    BOOST_TEST(http::charset_of("application/xml") == "");
}

BOOST_AUTO_TEST_CASE(tags_are_found_weak_or_not) {
    BOOST_TEST(http::holds_tag("\"a\", W/\"b\"", "\"b\""));
    BOOST_TEST(!http::holds_tag("\"a\"", "\"b\""));
    BOOST_TEST(!http::holds_tag("*", "\"b\""));
}

BOOST_AUTO_TEST_CASE(a_reply_without_a_length_comes_in_chunks) {
    http::Reply reply;
    BOOST_TEST(http::head_text(reply, 12, true).find("Content-Length: 12\r\n") != std::string::npos);
    BOOST_TEST(http::head_text(reply, std::nullopt, true).find("chunked") != std::string::npos);
    BOOST_TEST(http::head_text(reply, 0, false).find("Connection: close\r\n\r\n") != std::string::npos);
    reply.status = 304;
    BOOST_TEST(http::head_text(reply, 12, true).find("Content-Length") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_request_may_come_byte_by_byte) {
    const std::string request = "POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
    http::Parser parser(4096);
    std::string bytes, body;
    int heads = 0;
    Parsed last = Parsed::needs_more;
    for (const char c : request) {
        bytes += c;
        for (last = parser.take(bytes); last == Parsed::head || last == Parsed::piece;
             last = parser.take(bytes))
            heads += last == Parsed::head ? 1 : 0;
        body += parser.body();
        if (last == Parsed::whole) break;
    }
    BOOST_CHECK(last == Parsed::whole);
    BOOST_TEST(heads == 1);
    BOOST_TEST(body == "hello");
    BOOST_TEST(parser.head().method == "POST");
    BOOST_TEST(parser.head().field("host") == "x");
    BOOST_TEST(bytes.empty());
}

BOOST_AUTO_TEST_CASE(what_follows_a_request_is_left_for_the_next) {
    http::Parser parser(4096);
    std::string bytes = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n";
    BOOST_CHECK(parser.take(bytes) == Parsed::head);
    BOOST_CHECK(parser.take(bytes) == Parsed::whole);
    BOOST_TEST(bytes == "GET /b HTTP/1.1\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(heads_and_bodies_have_their_limits) {
    std::string flood = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 500; ++i)
        flood += "X-" + std::to_string(i) + ": y\r\n";
    BOOST_CHECK(http::Parser(1024).take(flood) == Parsed::head_too_large);
    std::string line(5000, 'x');
    BOOST_CHECK(http::Parser(1024).take(line) != Parsed::needs_more);

    http::Parser parser(1024);
    std::string bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    BOOST_CHECK(parser.take(bytes) == Parsed::head);
    parser.limit_body(10);
    bytes += "14\r\n" + std::string(20, 'x') + "\r\n0\r\n\r\n";
    Parsed last = Parsed::piece;
    while (last == Parsed::piece)
        last = parser.take(bytes);
    BOOST_CHECK(last == Parsed::body_too_large);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(tokens)

BOOST_AUTO_TEST_CASE(a_token_is_known_by_its_hash) {
    const std::string token = http::new_token();
    BOOST_TEST(token.size() == 43);
    BOOST_TEST(token != http::new_token());
    const auto known = http::Tokens::read_text(
        "# callers\n\n" + http::token_line("vendor", token) + "\r\nother " + sha256("two") + '\n', "tokens");
    BOOST_TEST(known.size() == 2);
    BOOST_TEST(known.name_of(token).value() == "vendor");
    BOOST_TEST(known.name_of("two").value() == "other");
    BOOST_TEST(!known.name_of(""));
    BOOST_TEST(!known.name_of(token + "x"));
    BOOST_TEST(!known.name_of(sha256(token)));
}

BOOST_AUTO_TEST_CASE(a_file_of_tokens_is_read_strictly) {
    const std::string hash = sha256("x");
    for (const std::string& bad :
         {std::string("vendor\n"), "vendor " + hash.substr(1), "ven/dor " + hash, "vendor " + hash + " x",
          "vendor " + hash + "\nvendor " + sha256("y"), std::string("# nobody\n")})
        BOOST_CHECK_THROW(http::Tokens::read_text(bad, "tokens"), UserError);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(listening)

BOOST_AUTO_TEST_CASE(an_address_is_read) {
    http::Settings settings;
    http::read_listen("[::1]:0", settings);
    BOOST_TEST(settings.address == "::1");
    BOOST_TEST(settings.port == 0);
    http::read_listen("localhost:80", settings);
    BOOST_TEST(settings.address == "127.0.0.1");
    for (const char* const bad :
         {"", "8787", "127.0.0.1", "x:1", "127.0.0.1:70000", "127.0.0.1:", "127.0.0.1:-1"})
        BOOST_CHECK_THROW(http::read_listen(bad, settings), UserError);
}

BOOST_AUTO_TEST_CASE(strangers_are_kept_out) {
    http::Settings settings;
    BOOST_CHECK_NO_THROW(http::check_safe(settings));
    settings.address = "192.0.2.1";
    BOOST_CHECK_THROW(http::check_safe(settings), UserError);
    settings.behind_proxy = true;
    BOOST_CHECK_THROW(http::check_safe(settings), UserError);
    settings.tokens = "tokens";
    BOOST_CHECK_NO_THROW(http::check_safe(settings));
    settings.behind_proxy = false;
    BOOST_CHECK_THROW(http::check_safe(settings), UserError);
    settings.certificate = settings.key = "file.pem";
    BOOST_CHECK_NO_THROW(http::check_safe(settings));
    settings.key.clear();
    BOOST_CHECK_THROW(http::check_safe(settings), UserError);
}

BOOST_AUTO_TEST_SUITE_END()
