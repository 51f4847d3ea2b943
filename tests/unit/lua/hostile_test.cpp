#define BOOST_TEST_DYN_LINK
#include "base/user_error.hpp"
#include "lua/sandbox.hpp"
#include "lua/stack.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

/// Each folder of fixtures/hostile is a plugin that tries something; its second line says what must come of
/// it:
///   -- expect limit | limit while loading        a limit is hit, and stays hit
///   -- expect error: words                       an error with these words, at a line of the plugin
///   -- expect error while loading: words
///   -- expect harmless

using namespace plumbline;
using namespace plumbline::lua;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

#ifdef PLUMBLINE_SANITIZE
constexpr std::chrono::milliseconds allowed{60'000};
constexpr Limits limits{2'000'000, std::size_t{24} << 20U, std::chrono::milliseconds{50'000}};
#else
constexpr std::chrono::milliseconds allowed{4000};
constexpr Limits limits{1'000'000, std::size_t{24} << 20U, std::chrono::milliseconds{1000}};
#endif
constexpr Limits tight{200'000, limits.memory, limits.time / 4};

const fs::path hostile = fs::path{PLUMBLINE_SOURCE_DIR} / "fixtures/hostile";

std::vector<std::string> names() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(hostile))
        if (fs::exists(entry.path() / "plugin.lua")) out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

struct Expectation {
    bool limit = false, harmless = false, while_loading = false;
    std::string words;
};

Expectation expectation(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    std::getline(in, line);
    constexpr std::string_view lead = "-- expect ";
    BOOST_REQUIRE(line.starts_with(lead));
    line.erase(0, lead.size());
    Expectation out;
    out.harmless = line == "harmless";
    out.limit = line.starts_with("limit");
    out.while_loading = line.find(" while loading") != std::string::npos;
    if (const auto colon = line.find(": "); !out.limit && colon != std::string::npos)
        out.words = line.substr(colon + 2);
    BOOST_REQUIRE(out.harmless || out.limit || !out.words.empty());
    return out;
}

/// Loads the plugin and calls its check. The error, if any, and whether it came while loading.
std::optional<LuaError> attack(Sandbox& sandbox, const std::string& name, bool& while_loading) {
    const fs::path folder = hostile / name;
    lua_State* const L = sandbox.state();
    sandbox.push_environment({folder});
    sandbox.load(folder / "plugin.lua");
    while_loading = true;
    if (auto error = sandbox.call(0, 1)) return error;
    while_loading = false;
    BOOST_REQUIRE(lua_istable(L, -1));
    lua_getfield(L, -1, "check");
    lua_remove(L, -2);
    return sandbox.call(0, 0);
}

void still_works(Sandbox& sandbox) {
    lua_State* const L = sandbox.state();
    BOOST_TEST(lua_gettop(L) == 0);
    sandbox.push_environment({});
    sandbox.load("local t = {}\n"
                 "for i = 1, 1000 do t[i] = ('%d'):format(i):rep(2, '-') end\n"
                 "return table.concat(t, ','):match('999%-999,(%d+)')",
                 "after.lua");
    const auto error = sandbox.call(0, 1);
    BOOST_REQUIRE_MESSAGE(!error, "the sandbox is unusable afterwards: " + (error ? error->message : ""));
    BOOST_TEST(to_text(L, -1) == "1000");
    lua_settop(L, 0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(hostile_plugins)

BOOST_DATA_TEST_CASE(is_held, boost::unit_test::data::make(names()), name) {
    const Expectation expected = expectation(hostile / name / "plugin.lua");
    Sandbox sandbox{limits};
    bool while_loading = false;
    const auto start = Clock::now();
    const auto error = attack(sandbox, name, while_loading);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    BOOST_TEST(took.count() < allowed.count());

    if (expected.harmless) {
        BOOST_TEST(!error, (error ? error->message : ""));
    } else {
        BOOST_REQUIRE(error);
        BOOST_TEST_CONTEXT(error->message) {
            BOOST_TEST(error->limit == expected.limit);
            BOOST_TEST(error->message.find(expected.words) != std::string::npos);
            BOOST_TEST(while_loading == expected.while_loading);
            BOOST_TEST(error->file == (hostile / name / "plugin.lua").generic_string());
            BOOST_TEST(error->line > 2U);
            BOOST_TEST(error->traceback.find("plugin.lua:" + std::to_string(error->line)) !=
                       std::string::npos);
        }
    }
    still_works(sandbox);
}

BOOST_AUTO_TEST_CASE(all_of_them_one_after_another_in_one_sandbox) {
    Sandbox sandbox{tight};
    for (const auto& name : names()) {
        BOOST_TEST_CONTEXT(name) {
            bool while_loading = false;
            const Expectation expected = expectation(hostile / name / "plugin.lua");
            const auto error = attack(sandbox, name, while_loading);
            BOOST_TEST(error.has_value() != expected.harmless);
            if (error) BOOST_TEST(error->limit == expected.limit);
            lua_settop(sandbox.state(), 0);
        }
    }
    still_works(sandbox);
}

BOOST_AUTO_TEST_SUITE_END()
