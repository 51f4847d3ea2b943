#include "http/batch.hpp"

#include "base/hash.hpp"
#include "plan/inputs.hpp"
#include "report/json.hpp"
#include "report/summary.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>
#include <utility>

namespace plumbline::http {

namespace {

constexpr std::size_t most_held = std::size_t{256} << 10U; // bytes that wait, each way
constexpr std::size_t piece = std::size_t{64} << 10U;

/// A plan on its way through the pool.
struct Pending {
    std::string hash;
    std::future<judgement::PlanResult> result;
};

std::string last_line(const report::Summary& summary, const service::Edition& edition, Date as_of,
                      const std::string& inputs_hash) {
    report::Receipt receipt = edition.receipt(as_of);
    receipt.inputs_hash = inputs_hash;
    report::Json json{{"schema", report::schema_name}, {"summary", report::to_json(summary)}};
    json["receipt"] = report::to_json(receipt);
    json["receipt"]["fingerprint"] = edition.fingerprint();
    return report::dump(json) + '\n';
}

} // namespace

/// What the connection gave, as a stream to read plans from.
class Batch::Bytes : public plan::ByteStream {
public:
    explicit Bytes(Batch& batch) : batch_(&batch) {}
    bool read(std::string& out) override { return batch_->read(out); }

private:
    Batch* batch_;
};

Batch::Batch(BatchTask task, std::shared_ptr<service::Pool> pool, std::function<void()> changed)
    : task_(std::move(task)), pool_(std::move(pool)), changed_(std::move(changed)) {}

void Batch::start() {
    std::thread([self = shared_from_this(), crew = task_.crew]() mutable {
        bool failed = false;
        try {
            self->work();
        } catch (const std::exception&) {
            failed = true;
        }
        {
            const std::scoped_lock lock(self->mutex_);
            self->failed_ = failed;
            self->finished_ = true;
        }
        self->changed_();
        self.reset();
        crew.reset(); // last: from here on nobody waits for this thread
    }).detach();
}

void Batch::give(std::string_view bytes) {
    const std::scoped_lock lock(mutex_);
    in_ += bytes;
    wake_.notify_all();
}

bool Batch::is_full() const {
    const std::scoped_lock lock(mutex_);
    return in_.size() >= most_held;
}

void Batch::end_of_input() {
    const std::scoped_lock lock(mutex_);
    all_in_ = true;
    wake_.notify_all();
}

void Batch::cancel() {
    const std::scoped_lock lock(mutex_);
    cancelled_ = true;
    wake_.notify_all();
}

std::string Batch::take() {
    const std::scoped_lock lock(mutex_);
    wake_.notify_all();
    return std::exchange(out_, {});
}

bool Batch::is_finished() const {
    const std::scoped_lock lock(mutex_);
    return finished_ && out_.empty();
}

bool Batch::has_failed() const {
    const std::scoped_lock lock(mutex_);
    return failed_;
}

std::size_t Batch::plans() const {
    const std::scoped_lock lock(mutex_);
    return plans_;
}

bool Batch::read(std::string& out) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return cancelled_ || all_in_ || !in_.empty(); });
    if (cancelled_ || in_.empty()) return false;
    const bool was_full = in_.size() >= most_held;
    const std::size_t taken = std::min(piece, in_.size());
    out.append(in_, 0, taken);
    in_.erase(0, taken);
    const bool has_room = was_full && in_.size() < most_held;
    lock.unlock();
    if (has_room) changed_();
    return true;
}

/// False when nobody wants the line any more.
bool Batch::put(const std::string& line) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return cancelled_ || out_.size() < most_held; });
    if (cancelled_) return false;
    out_ += line;
    lock.unlock();
    changed_();
    return true;
}

void Batch::work() {
    task_.crew.reset();
    const service::Edition& edition = task_.desk->edition();
    report::Summary summary(edition.rule_set());
    Hash hash;
    std::deque<Pending> pending;
    const auto hand_on_first = [&] {
        const judgement::PlanResult result = pending.front().result.get();
        hash.add(pending.front().hash);
        pending.pop_front();
        summary.add(result);
        {
            const std::scoped_lock lock(mutex_);
            ++plans_;
        }
        return put(report::dump(report::to_json(result)) + '\n');
    };

    plan::Inputs inputs(std::make_unique<Bytes>(*this), "-", task_.most_bytes_of_a_plan);
    while (auto input = inputs.next()) {
        auto promise = std::make_shared<std::promise<judgement::PlanResult>>();
        pending.push_back({sha256(input->source.bytes), promise->get_future()});
        pool_->submit_later({task_.desk, std::move(*input), task_.as_of, [promise](service::Judged judged) {
                                 promise->set_value(std::move(judged.result));
                             }});
        if (pending.size() >= task_.at_once && !hand_on_first()) break;
    }
    while (!pending.empty() && hand_on_first()) {
    }
    for (Pending& left : pending)
        left.result.wait(); // the pool still holds them
    put(last_line(summary, edition, task_.as_of, hash.digest()));
}

} // namespace plumbline::http
