#include "service/pool.hpp"

#include "council.hpp"

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

using namespace plumbline;
using namespace std::chrono_literals;
using service::Judged;
using service::Pool;

namespace {

constexpr const char* met = "judge:met { 'first', at = plan } judge:met { 'second', at = plan }";
/// Longer than the tests' patience, shorter than the limits below: what nothing inside a check stops.
constexpr const char* hangs = "if plan.id == 'slow' then while true do end end\n"
                              "judge:met { 'first', at = plan } judge:met { 'second', at = plan }";

lua::Limits generous() {
    lua::Limits limits;
    limits.instructions = ~std::uint64_t{0};
    limits.time = 3s; // so that the thread that hangs ends before the test program does
    return limits;
}

service::Job job(const std::shared_ptr<service::Desk>& desk, const std::string& id,
                 std::function<void(Judged)> done) {
    return {desk, service::input_of(test::small_plan(id)), *parse_iso_date("2024-04-01"), std::move(done)};
}

bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 600 && !holds(); ++i)
        std::this_thread::sleep_for(20ms);
    return holds();
}

} // namespace

BOOST_AUTO_TEST_SUITE(pool)

BOOST_AUTO_TEST_CASE(every_plan_handed_in_is_judged_also_when_the_pool_ends) {
    const test::Council council;
    council.plugin("plain", met);
    council.rules({"plain"});
    const auto desk = std::make_shared<service::Desk>(council.edition());
    std::atomic<int> judged{0};
    {
        Pool pool({2, 100, 10s});
        for (int i = 0; i < 50; ++i)
            BOOST_TEST(pool.submit(job(desk, "T-1", [&](const Judged&) { ++judged; })));
    }
    BOOST_TEST(judged == 50);
}

BOOST_AUTO_TEST_CASE(a_full_queue_refuses_and_work_that_limits_itself_waits) {
    const test::Council council;
    council.plugin("plain", met);
    council.rules({"plain"});
    const auto desk = std::make_shared<service::Desk>(council.edition());
    std::promise<void> go;
    const std::shared_future<void> gate = go.get_future().share();
    std::atomic<int> judged{0};
    Pool pool({1, 2, 10s});
    const auto wait_then_count = [&, gate](const Judged&) {
        gate.wait();
        ++judged;
    };
    BOOST_TEST(pool.submit(job(desk, "T-1", wait_then_count)));
    BOOST_TEST(eventually([&] { return pool.load().waiting == 0; }));
    BOOST_TEST(pool.submit(job(desk, "T-2", wait_then_count)));
    BOOST_TEST(pool.submit(job(desk, "T-3", wait_then_count)));
    BOOST_TEST(!pool.submit(job(desk, "T-4", wait_then_count)));
    pool.submit_later(job(desk, "T-5", wait_then_count));
    go.set_value();
    BOOST_TEST(eventually([&] { return judged == 4; }));
}

BOOST_AUTO_TEST_CASE(a_check_that_hangs_is_abandoned_and_the_others_go_on) {
    const test::Council council;
    council.plugin("a-first", met);
    council.plugin("hanging", hangs);
    council.plugin("last", met);
    council.rules({"a-first", "hanging", "last"});
    const auto desk = std::make_shared<service::Desk>(council.edition(), generous());
    Pool pool({1, 100, 200ms});
    std::promise<Judged> slow;
    std::atomic<int> others{0};
    BOOST_TEST(pool.submit(job(desk, "slow", [&](Judged judged) { slow.set_value(std::move(judged)); })));
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(pool.submit(job(desk, "T-1", [&](const Judged& judged) {
            others += judged.result.judgements.size() == 6 && judged.result.findings.empty() ? 1 : 0;
        })));
    auto answer = slow.get_future();
    BOOST_REQUIRE(answer.wait_for(10s) == std::future_status::ready);
    const Judged judged = answer.get();
    BOOST_REQUIRE_EQUAL(judged.result.judgements.size(), 6);
    for (const judgement::Judgement& one : judged.result.judgements) {
        const bool gone = one.plugin == "hanging";
        BOOST_CHECK((one.outcome == judgement::Outcome::could_not_check) == gone);
        BOOST_CHECK((one.failure == judgement::Failure::limit) == gone);
    }
    BOOST_CHECK(service::outcome_of(judged.result) == service::Outcome::could_not_judge);
    BOOST_TEST(eventually([&] { return others == 5; }));
    BOOST_TEST(pool.load().abandoned == 1);
    BOOST_TEST(eventually([&] { return pool.load().stuck == 0; })); // the Lua limit ends the thread
}

BOOST_AUTO_TEST_SUITE_END()
