/// Nothing is learnt by heart: no five consecutive words of a labelled text stand in the word lists or in the
/// wording that models are trained on.

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/tokens.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

using namespace plumbline;
using namespace plumbline::text;

namespace {

constexpr std::size_t run_length = 5, shortest_text = 8;

using Runs = std::map<std::vector<std::string>, std::string>; // → id of the labelled text

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (const Token& token : tokenise(text))
        if (token.kind != TokenKind::punctuation) words.push_back(token.norm);
    return words;
}

void add_runs(Runs& runs, const std::string& text, const std::string& id) {
    const auto words = words_of(text);
    if (words.size() < shortest_text) return;
    for (auto first = words.begin(); words.end() - first >= static_cast<std::ptrdiff_t>(run_length); ++first)
        runs.emplace(std::vector<std::string>(first, first + run_length), id);
}

Runs labelled_runs() {
    Runs runs;
    const std::filesystem::path folder = std::string(PLUMBLINE_SOURCE_DIR) + "/fixtures/labelled";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".jsonl") continue;
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) {
            const auto item = nlohmann::json::parse(line);
            for (const char* field : {"text", "action", "need"})
                if (item.contains(field)) add_runs(runs, item.at(field), item.at("id"));
        }
    }
    return runs;
}

/// The labelled text that shares five words in a row with this one, if any.
std::optional<std::string> shared_with(const Runs& runs, const std::string& text) {
    const auto words = words_of(text);
    for (auto first = words.begin(); words.end() - first >= static_cast<std::ptrdiff_t>(run_length); ++first)
        if (const auto found = runs.find({first, first + run_length}); found != runs.end())
            return found->second;
    return std::nullopt;
}

/// Every cell of a table but the first, "core_group" as two words.
void check_table(const Runs& runs, const std::string& path) {
    std::ifstream in(std::string(PLUMBLINE_SOURCE_DIR) + '/' + path);
    BOOST_REQUIRE(in);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.starts_with('#')) continue;
        std::ranges::replace(line, '_', ' ');
        std::istringstream cells(line);
        std::string cell;
        std::getline(cells, cell, '\t');
        while (std::getline(cells, cell, '\t')) {
            const auto id = shared_with(runs, cell);
            BOOST_CHECK_MESSAGE(!id, path << ':' << number << " shares five words with " << id.value_or(""));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(memorising)

BOOST_AUTO_TEST_CASE(a_shared_run_would_be_found) {
    Runs runs;
    add_runs(runs, "Mum to ring the school nurse about his inhaler by Friday", "A1");
    add_runs(runs, "Too short to be held against us", "A2");
    BOOST_TEST(shared_with(runs, "Dad will ring the School Nurse about it").value_or("") == "A1");
    BOOST_TEST(!shared_with(runs, "Dad will ring the school dentist about it"));
    BOOST_TEST(!shared_with(runs, "short to be held against"));
    BOOST_TEST(labelled_runs().size() > 10000);
}

BOOST_AUTO_TEST_CASE(word_lists_hold_no_labelled_text) {
    const Runs runs = labelled_runs();
    for (const char* table : {"classes", "patterns"})
        check_table(runs, std::string("plugins/words/") + table + ".tsv");
}

BOOST_AUTO_TEST_CASE(training_wording_holds_no_labelled_text) {
    const Runs runs = labelled_runs();
    for (const char* table : {"contingency", "diversity", "linkage", "targets", "voice"})
        check_table(runs, std::string("tools/train/wording/") + table + ".tsv");
}

BOOST_AUTO_TEST_SUITE_END()
