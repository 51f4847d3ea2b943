#include "service/pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace plumbline::service {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_stuck = 64; // threads that may hang before plans are refused

/// One job on one thread.
struct Run {
    Job job;
    engine::Attempt attempt;
    Clock::time_point handed_in, began;
    bool abandoned = false;
    // The watchdog's own notes: which check it saw running, and since when.
    std::size_t seen = engine::Attempt::outside;
    Clock::time_point since;
};

judgement::PlanResult lost(const Job& job) {
    judgement::PlanResult result;
    result.id = job.input.id;
    result.file = job.input.source.file;
    result.line = job.input.source.line;
    result.state = judgement::State::unreadable;
    result.reason = "the plan was not judged in the time that a check has, and was given up";
    return result;
}

} // namespace

struct Pool::State : std::enable_shared_from_this<Pool::State> {
    explicit State(const PoolSettings& the_settings) : settings(the_settings) {}

    const PoolSettings settings;
    mutable std::mutex mutex;
    std::condition_variable work, ended, watch;
    std::deque<std::shared_ptr<Run>> waiting, later;
    std::vector<std::shared_ptr<Run>> running;
    std::size_t workers = 0; // threads that do not hang
    std::size_t abandoned = 0, stuck = 0;
    bool stopping = false;

    // Each with the mutex held.
    void start_worker();
    std::shared_ptr<Run> next();
    void abandon(const std::shared_ptr<Run>& run, std::vector<std::shared_ptr<Run>>& hopeless);

    void work_on();
    void watch_over();
    void look(std::unique_lock<std::mutex>& lock);
};

void Pool::State::start_worker() {
    ++workers;
    std::thread([self = shared_from_this()] { self->work_on(); }).detach();
}

std::shared_ptr<Run> Pool::State::next() {
    std::deque<std::shared_ptr<Run>>& queue = waiting.empty() ? later : waiting;
    if (queue.empty()) return nullptr;
    std::shared_ptr<Run> run = std::move(queue.front());
    queue.pop_front();
    run->began = run->since = Clock::now();
    running.push_back(run);
    return run;
}

void Pool::State::work_on() {
    std::unique_lock lock(mutex);
    for (;;) {
        work.wait(lock, [&] { return stopping || !waiting.empty() || !later.empty(); });
        const std::shared_ptr<Run> run = next();
        if (!run) break; // stopping, and nothing is left
        lock.unlock();
        std::optional<judgement::PlanResult> result;
        try {
            result = run->job.desk->judge(run->job.input, run->job.as_of, &run->attempt);
        } catch (const std::exception&) { // a bug of ours costs this plan, not the service
            result = lost(run->job);
            result->reason = "plumbline met a bug of its own and could not judge the plan; please report it";
        }
        const auto now = Clock::now();
        lock.lock();
        if (run->abandoned) {
            --stuck;
            ended.notify_all();
            return; // another thread took this one's place
        }
        std::erase(running, run);
        lock.unlock();
        run->job.done({std::move(*result), run->began - run->handed_in, now - run->began});
        lock.lock();
    }
    --workers;
    ended.notify_all();
}

void Pool::State::abandon(const std::shared_ptr<Run>& run, std::vector<std::shared_ptr<Run>>& hopeless) {
    run->abandoned = true;
    std::erase(running, run);
    ++abandoned;
    ++stuck;
    --workers;
    start_worker();
    const std::size_t check = run->attempt.running;
    if (check == engine::Attempt::outside) { // no check of a plugin: nothing could be left out
        hopeless.push_back(run);
        return;
    }
    auto again = std::make_shared<Run>();
    again->job = run->job; // a copy: the thread that hangs still reads its own
    again->handed_in = run->handed_in;
    again->attempt.given_up = run->attempt.given_up;
    again->attempt.given_up.push_back(check);
    waiting.push_front(std::move(again));
    work.notify_one();
}

/// Looks at everything that runs, once.
void Pool::State::look(std::unique_lock<std::mutex>& lock) {
    std::vector<std::shared_ptr<Run>> hanging, hopeless;
    const auto now = Clock::now();
    for (const std::shared_ptr<Run>& run : running) {
        const std::size_t check = run->attempt.running;
        if (check != run->seen) {
            run->seen = check;
            run->since = now;
        }
        if (now - run->since >= settings.give_up_after) hanging.push_back(run);
    }
    for (const std::shared_ptr<Run>& run : hanging)
        abandon(run, hopeless);
    if (hopeless.empty()) return;
    lock.unlock();
    for (const std::shared_ptr<Run>& run : hopeless)
        run->job.done({lost(run->job), run->began - run->handed_in, now - run->began});
    lock.lock();
}

void Pool::State::watch_over() {
    constexpr int looks = 8; // in the time after which a check is given up
    std::unique_lock lock(mutex);
    while (!stopping || workers != 0) {
        watch.wait_for(lock, settings.give_up_after / looks);
        look(lock);
    }
}

Pool::Pool(const PoolSettings& settings) : state_(std::make_shared<State>(settings)) {
    const std::scoped_lock lock(state_->mutex);
    for (unsigned i = 0; i < std::max(1U, settings.workers); ++i)
        state_->start_worker();
    std::thread([state = state_] { state->watch_over(); }).detach();
}

Pool::~Pool() {
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    state_->work.notify_all();
    state_->ended.wait(lock, [&] { return state_->workers == 0; });
    state_->watch.notify_all();
}

bool Pool::submit(Job job) {
    auto run = std::make_shared<Run>();
    run->job = std::move(job);
    run->handed_in = Clock::now();
    const std::scoped_lock lock(state_->mutex);
    if (state_->waiting.size() >= state_->settings.queue || state_->stuck >= most_stuck) return false;
    state_->waiting.push_back(std::move(run));
    state_->work.notify_one();
    return true;
}

void Pool::submit_later(Job job) {
    auto run = std::make_shared<Run>();
    run->job = std::move(job);
    run->handed_in = Clock::now();
    const std::scoped_lock lock(state_->mutex);
    state_->later.push_back(std::move(run));
    state_->work.notify_one();
}

Load Pool::load() const {
    const std::scoped_lock lock(state_->mutex);
    return {state_->waiting.size() + state_->later.size(), state_->running.size(), state_->abandoned,
            state_->stuck};
}

} // namespace plumbline::service
