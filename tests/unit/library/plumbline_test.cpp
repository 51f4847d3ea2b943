/// The C interface, through the shared library alone.

#include "plumbline.h"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cstring>
#include <fstream>
#include <iterator>
#include <locale>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using nlohmann::json;

namespace {

std::string content(const std::string& file) {
    std::ifstream in(PLUMBLINE_SOURCE_DIR "/" + file, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(in, file);
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string taken(char* text) {
    const std::string copy = text == nullptr ? "" : text;
    plumbline_free(text);
    return copy;
}

struct Closing {
    void operator()(plumbline_engine* engine) const { plumbline_close(engine); }
};
using Engine = std::unique_ptr<plumbline_engine, Closing>;

struct Opened {
    plumbline_status status;
    Engine engine;
    std::string error;
};

plumbline_settings blank() {
    plumbline_settings settings{};
    settings.size = sizeof settings;
    settings.home = PLUMBLINE_SOURCE_DIR;
    return settings;
}

Opened open(const plumbline_settings& settings) {
    plumbline_engine* engine = nullptr;
    char* error = nullptr;
    const plumbline_status status = plumbline_open(&settings, &engine, &error);
    return {status, Engine(engine), taken(error)};
}

plumbline_engine* shared_engine() {
    static const Opened opened = open(blank());
    BOOST_REQUIRE_MESSAGE(opened.status == PLUMBLINE_OK, opened.error);
    return opened.engine.get();
}

struct Checked {
    plumbline_status status;
    std::string answer, error;
};

Checked check(plumbline_engine* engine, const std::string& plan, int mode = PLUMBLINE_SIGN_OFF,
              const char* as_of = "2024-04-01") {
    char* answer = nullptr;
    char* error = nullptr;
    const plumbline_status status =
        plumbline_check(engine, plan.data(), plan.size(), mode, as_of, &answer, &error);
    return {status, taken(answer), taken(error)};
}

const std::string& robust_plan() {
    static const std::string text = content("fixtures/plans/cp-robust-neglect.xml");
    return text;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(c_interface)

BOOST_AUTO_TEST_CASE(the_version_is_the_projects) {
    const std::string project = content("CMakeLists.txt");
    BOOST_TEST(has(project, "project(plumbline VERSION " + std::string(plumbline_version()) + " "));
}

BOOST_AUTO_TEST_CASE(a_sign_off_has_an_outcome_and_questions) {
    const Checked checked = check(shared_engine(), robust_plan());
    BOOST_REQUIRE_MESSAGE(checked.status == PLUMBLINE_OK, checked.error);
    BOOST_TEST(checked.error == "");
    const json answer = json::parse(checked.answer);
    BOOST_TEST(answer.at("schema") == "plumbline-report/1");
    BOOST_TEST(answer.at("mode") == "sign-off");
    BOOST_TEST(answer.at("questions").size() <= 3U);
    BOOST_TEST(answer.at("plans").at(0).at("state") == "judged");
    BOOST_TEST(answer.at("plans").at(0).at("judgements").size() > 50U);
    BOOST_TEST(answer.at("receipt").at("as_of") == "2024-04-01");
    BOOST_TEST(answer.at("receipt").at("fingerprint") == plumbline_fingerprint(shared_engine()));
}

BOOST_AUTO_TEST_CASE(an_audit_has_a_summary_and_no_questions) {
    const json answer = json::parse(check(shared_engine(), robust_plan(), PLUMBLINE_AUDIT).answer);
    BOOST_TEST(answer.at("summary").at("judged") == 1);
    BOOST_TEST(!answer.contains("questions"));
}

BOOST_AUTO_TEST_CASE(the_day_decides_and_none_is_today) {
    const auto as_of = [](const char* day) {
        return json::parse(check(shared_engine(), robust_plan(), PLUMBLINE_AUDIT, day).answer)
            .at("receipt")
            .at("as_of")
            .get<std::string>();
    };
    BOOST_TEST(as_of("2023-01-31") == "2023-01-31");
    BOOST_TEST(as_of(nullptr) > "2026");
}

BOOST_AUTO_TEST_CASE(threads_in_parallel_get_the_same_bytes) {
    const std::string weak = content("fixtures/plans/cin-teen-refuses.xml");
    plumbline_settings settings = blank();
    settings.workers = 3; // fewer than threads: some wait for their turn
    const Opened opened = open(settings);
    BOOST_REQUIRE_MESSAGE(opened.status == PLUMBLINE_OK, opened.error);
    const std::string expected[2] = {check(shared_engine(), robust_plan()).answer,
                                     check(shared_engine(), weak).answer};
    BOOST_TEST((expected[0] != expected[1]));
    std::vector<std::size_t> different(8, 0);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < different.size(); ++i)
        threads.emplace_back([&, i] {
            for (std::size_t round = 0; round < 20; ++round) {
                const std::size_t which = (i + round) % 2;
                if (check(opened.engine.get(), which == 0 ? robust_plan() : weak).answer != expected[which])
                    ++different[i];
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::size_t count : different)
        BOOST_TEST(count == 0U);
}

BOOST_AUTO_TEST_CASE(a_plan_that_cannot_be_read_is_refused_with_its_place) {
    const Checked broken = check(shared_engine(), "<plan id='X-1'>\n  <people>\n</plan>");
    BOOST_TEST(broken.status == PLUMBLINE_BAD_PLAN);
    BOOST_TEST(broken.answer == "");
    BOOST_TEST(broken.error.starts_with("line "), broken.error);
    BOOST_TEST(check(shared_engine(), "").status == PLUMBLINE_BAD_PLAN);
    BOOST_TEST(check(shared_engine(), std::string(5000, '\0')).status == PLUMBLINE_BAD_PLAN);
    BOOST_TEST(check(shared_engine(), robust_plan().substr(0, robust_plan().size() / 2)).status ==
               PLUMBLINE_BAD_PLAN);
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    BOOST_TEST(check(shared_engine(), deep).status == PLUMBLINE_BAD_PLAN);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_plan_is_said_without_its_words) {
    const Checked checked = check(shared_engine(), "<plan>Zebedee told Quentin");
    BOOST_TEST(checked.status == PLUMBLINE_BAD_PLAN);
    BOOST_TEST(!has(checked.error, "Zebedee"));
    BOOST_TEST(!has(checked.error, "Quentin"));
}

BOOST_AUTO_TEST_CASE(null_is_refused_or_nothing) {
    char* answer = nullptr;
    char* error = nullptr;
    const auto refused = [&](plumbline_status status, const std::string& what) {
        BOOST_TEST(status == PLUMBLINE_BAD_CALL);
        BOOST_TEST(answer == nullptr);
        const std::string text = taken(error);
        error = nullptr;
        BOOST_TEST(text.starts_with(what), text);
    };
    refused(plumbline_open(nullptr, nullptr, &error), "engine is NULL");
    refused(plumbline_check(nullptr, "x", 1, PLUMBLINE_AUDIT, nullptr, &answer, &error), "engine is NULL");
    refused(plumbline_check(shared_engine(), nullptr, 1, PLUMBLINE_AUDIT, nullptr, &answer, &error),
            "document is NULL");
    refused(plumbline_check(shared_engine(), "x", 1, PLUMBLINE_AUDIT, nullptr, nullptr, &error),
            "answer is NULL");
    BOOST_TEST(plumbline_check(shared_engine(), nullptr, 1, PLUMBLINE_AUDIT, nullptr, nullptr, nullptr) ==
               PLUMBLINE_BAD_CALL);
    BOOST_TEST(plumbline_fingerprint(nullptr) == nullptr);
    plumbline_free(nullptr);
    plumbline_close(nullptr);
}

BOOST_AUTO_TEST_CASE(a_wrong_mode_or_day_is_refused) {
    const Checked mode = check(shared_engine(), robust_plan(), 7);
    BOOST_TEST(mode.status == PLUMBLINE_BAD_CALL);
    BOOST_TEST(has(mode.error, "mode 7; expected PLUMBLINE_SIGN_OFF or PLUMBLINE_AUDIT"), mode.error);
    for (const char* day : {"", "tomorrow", "2024-02-30", "01/04/2024"}) {
        const Checked checked = check(shared_engine(), robust_plan(), PLUMBLINE_SIGN_OFF, day);
        BOOST_TEST(checked.status == PLUMBLINE_BAD_CALL, day);
        BOOST_TEST(has(checked.error, "expected one such as 2024-04-01"), checked.error);
    }
}

BOOST_AUTO_TEST_CASE(wrong_settings_are_refused) {
    plumbline_settings settings = blank();
    settings.size = 8;
    BOOST_TEST(open(settings).status == PLUMBLINE_BAD_CALL);
    settings = blank();
    settings.workers = 1025;
    BOOST_TEST(has(open(settings).error, "expected 0 to 1024"));

    settings = blank();
    settings.home = "/nonexistent";
    const Opened nowhere = open(settings);
    BOOST_TEST(nowhere.status == PLUMBLINE_BAD_RULES);
    BOOST_TEST(nowhere.engine == nullptr);
    BOOST_TEST(has(nowhere.error, "/nonexistent"), nowhere.error);

    settings = blank();
    settings.rule_set = "defualt";
    const Opened misspelt = open(settings);
    BOOST_TEST(misspelt.status == PLUMBLINE_BAD_RULES);
    BOOST_TEST(has(misspelt.error, "default"), misspelt.error);

    const char* const folders[] = {"/nonexistent", nullptr};
    settings = blank();
    settings.plugins = folders;
    BOOST_TEST(open(settings).status == PLUMBLINE_BAD_RULES);
    settings = blank();
    settings.rules = folders;
    BOOST_TEST(has(open(settings).error, "no such folder"));
}

BOOST_AUTO_TEST_CASE(a_larger_struct_of_a_later_version_is_understood) {
    struct Later {
        plumbline_settings now = blank();
        const char* something_new = nullptr;
    } later;
    later.now.size = sizeof later;
    BOOST_TEST(open(later.now).status == PLUMBLINE_OK);
}

BOOST_AUTO_TEST_CASE(another_rule_set_answers_otherwise) {
    plumbline_settings settings = blank();
    settings.rule_set = "halton-2011";
    const Opened halton = open(settings);
    BOOST_REQUIRE_MESSAGE(halton.status == PLUMBLINE_OK, halton.error);
    BOOST_TEST(
        std::strcmp(plumbline_fingerprint(halton.engine.get()), plumbline_fingerprint(shared_engine())) != 0);
    const json answer = json::parse(check(halton.engine.get(), robust_plan()).answer);
    BOOST_TEST(answer.at("receipt").at("rule_set").at("id") == "halton-2011");
}

/// A locale in which numbers are grouped, as a German one does, that needs none installed.
struct Grouped : std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    char do_decimal_point() const override { return ','; }
    std::string do_grouping() const override { return "\1"; }
};

BOOST_AUTO_TEST_CASE(the_processs_locale_changes_no_answer) {
    const std::string expected = check(shared_engine(), robust_plan(), PLUMBLINE_AUDIT).answer;
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Grouped));
    const Opened opened = open(blank());
    const std::string answer = check(opened.engine.get(), robust_plan(), PLUMBLINE_AUDIT).answer;
    std::locale::global(before);
    BOOST_TEST((answer == expected));
}

BOOST_AUTO_TEST_SUITE_END()
