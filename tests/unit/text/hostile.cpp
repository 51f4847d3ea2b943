#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/phrases.hpp"
#include "text/reading.hpp"

#include <chrono>
#include <string>
#include <vector>

using namespace plumbline::text;

namespace {

std::string repeated(const std::string& words, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += words;
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile)

// Reading takes time in step with the length, whatever the words: no plan can hold up a batch.
BOOST_AUTO_TEST_CASE(time_grows_with_the_length_only) {
    const std::vector<std::string> wordings{"again ", "and ", "Mum and ", "' a ",   "“a ",   "\"a\" ", "(",
                                            "if ",    "to ",  "will ",    "not ",   "a, ",   "1) ",    "- ",
                                            "x-",     "1/",   ".",        "she's ", "“'a' ", "\n"};
    const PhraseBook book{{{"a/b", {"again … again … again", "mum and", "# a"}}}};
    PhraseBook::Scratch scratch{book};
    for (const auto& wording : wordings) {
        const auto start = std::chrono::steady_clock::now();
        const Reading reading = read(repeated(wording, 200'000), {{"Kai"}});
        book.scan(reading, scratch);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        BOOST_TEST(took.count() < 20, wording << " took " << took.count() << " s");
    }
}

BOOST_AUTO_TEST_CASE(every_byte_is_read_without_harm) {
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        for (int j = 0; j < 256; j += 5)
            bytes += {static_cast<char>(i), static_cast<char>(j)};
    const Reading reading = read(bytes);
    BOOST_TEST(reading.text == bytes);
    std::uint32_t last = 0;
    for (const auto& token : reading.tokens) {
        BOOST_REQUIRE(token.span.begin >= last);
        BOOST_REQUIRE(token.span.end > token.span.begin);
        last = token.span.end;
    }
    BOOST_TEST(last <= bytes.size());
}

BOOST_AUTO_TEST_SUITE_END()
