#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/timescale.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace plumbline;
using namespace plumbline::text;

namespace {

std::vector<std::string> split(const std::string& line, char by) {
    std::vector<std::string> parts;
    std::istringstream in(line);
    for (std::string part; std::getline(in, part, by);)
        parts.push_back(part);
    return parts;
}

struct Wording {
    bool bounded = false;
    std::string text, last_day;
    TimescaleContext context;
};

Wording read_line(const std::string& line) {
    auto cells = split(line, '|');
    cells.resize(5);
    Wording wording;
    wording.bounded = cells[0] == "1";
    wording.text = cells[1];
    wording.last_day = cells[2];
    wording.context.written = parse_iso_date(cells[3].empty() ? "2024-03-06" : cells[3]).value();
    for (const std::string& fact : split(cells[4], ',')) {
        const auto equals = fact.find('=');
        const Date date = parse_iso_date(fact.substr(equals + 1)).value();
        const std::string name = fact.substr(0, equals);
        if (name == "next_review")
            wording.context.next_review = date;
        else if (name == "born")
            wording.context.born = date;
        else if (name == "core_group")
            wording.context.events.push_back({"core-group", date});
        else
            BOOST_ERROR("unknown fact " << fact);
    }
    return wording;
}

} // namespace

BOOST_AUTO_TEST_SUITE(timescale_wordings)

BOOST_AUTO_TEST_CASE(every_wording_reads_as_written) {
    std::ifstream file(PLUMBLINE_SOURCE_DIR "/tests/unit/text/timescale_wordings.txt");
    BOOST_REQUIRE(file);
    int count = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const Wording wording = read_line(line);
        const Timescale read = read_timescale(wording.text, wording.context);
        BOOST_TEST_CONTEXT("'" << wording.text << "' as " << to_word(read.kind) << ": " << read.how) {
            BOOST_TEST(read.bounded == wording.bounded);
            if (!wording.last_day.empty())
                BOOST_TEST((read.last_day ? to_iso(*read.last_day) : "none") == wording.last_day);
            BOOST_TEST(!read.how.empty());
            BOOST_TEST(read.words.end <= wording.text.size());
            BOOST_TEST(read.words.begin < read.words.end);
        }
        ++count;
    }
    BOOST_TEST(count > 900);
}

BOOST_AUTO_TEST_SUITE_END()
