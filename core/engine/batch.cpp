#include "engine/batch.hpp"

#include "base/hash.hpp"
#include "engine/checker_pool.hpp"
#include "engine/input_stream.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace plumbline::engine {

namespace {

/// Inputs under way at once for each worker: enough to read ahead, too few for memory to matter.
constexpr std::size_t tokens_a_worker = 8;

struct Numbered {
    std::size_t number = 0;
    plan::Input input;
};

/// Runs `work` on every input with as many workers as asked for, and hands each result on in input order.
template <typename Result, typename Work, typename Sink>
void run_pipeline(InputStream& inputs, CheckerPool& pool, unsigned jobs, const Work& work, const Sink& sink) {
    namespace tbb = oneapi::tbb;
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::task_arena arena(static_cast<int>(jobs));
    std::size_t next_number = 0;
    const auto read_ahead = [&](tbb::flow_control& control) -> std::shared_ptr<Numbered> {
        std::optional<plan::Input> input = inputs.next();
        if (!input) {
            control.stop();
            return nullptr;
        }
        return std::make_shared<Numbered>(Numbered{next_number++, std::move(*input)});
    };
    const auto check = [&](const std::shared_ptr<Numbered>& numbered) -> std::shared_ptr<Result> {
        std::unique_ptr<Checker> checker = pool.take();
        auto result = std::make_shared<Result>(work(*checker, *numbered));
        pool.give_back(std::move(checker));
        return result;
    };
    const auto hand_on = [&](const std::shared_ptr<Result>& result) { sink(*result); };
    arena.execute([&] {
        tbb::parallel_pipeline(
            jobs * tokens_a_worker,
            tbb::make_filter<void, std::shared_ptr<Numbered>>(tbb::filter_mode::serial_in_order, read_ahead) &
                tbb::make_filter<std::shared_ptr<Numbered>, std::shared_ptr<Result>>(
                    tbb::filter_mode::parallel, check) &
                tbb::make_filter<std::shared_ptr<Result>, void>(tbb::filter_mode::serial_in_order, hand_on));
    });
}

/// What the first pass takes from a plan: its hash, to notice a file that changes between the passes, and its
/// memories.
struct Seen {
    std::string hash;
    std::vector<lua::Memory> memories; // one a lookup
};

struct FirstPass {
    lua::PackedRecords hashes;
    ComparedPlans compared;
};

FirstPass compare_batch(InputStream& inputs, CheckerPool& pool, const Lookups& lookups, unsigned jobs,
                        const Sink& sink) {
    FirstPass pass;
    Kept kept(lookups.all().size());
    run_pipeline<Seen>(
        inputs, pool, jobs,
        [](Checker& checker, const Numbered& numbered) {
            return Seen{sha256(numbered.input.source.bytes), checker.remember(numbered.input)};
        },
        [&](const Seen& seen) {
            pass.hashes.add(seen.hash);
            for (std::size_t index = 0; index < kept.size(); ++index)
                if (lookups.all()[index].plugin->across_plans) kept[index].add(seen.memories.at(index));
            if (sink.progress) sink.progress({pass.hashes.size(), true});
        });
    std::unique_ptr<Checker> checker = pool.take();
    pass.compared = checker->compare(std::move(kept));
    pool.give_back(std::move(checker));
    return pass;
}

struct Judged {
    std::string hash;
    judgement::PlanResult result;
    std::vector<std::string> prepared;
};

judgement::PlanResult changed_meanwhile(const plan::Input& input) {
    judgement::PlanResult result;
    result.file = input.source.file;
    result.line = input.source.line;
    result.state = judgement::State::unreadable;
    result.reason =
        input.source.file + ": the file changed while the batch was being checked; check it again";
    return result;
}

} // namespace

BatchTotals check_batch(const std::vector<std::string>& paths, const Foundation& foundation,
                        const Settings& settings, const Sink& sink) {
    const Lookups lookups(*foundation.catalogue, *foundation.rule_set);
    CheckerPool pool(foundation, lookups, settings);
    const unsigned jobs = std::max(1U, settings.jobs);
    InputStream inputs(paths, lookups.across_plans());

    FirstPass first;
    if (lookups.across_plans()) {
        first = compare_batch(inputs, pool, lookups, jobs, sink);
        inputs.rewind();
    }

    BatchTotals totals;
    Hash hash;
    run_pipeline<Judged>(
        inputs, pool, jobs,
        [&](Checker& checker, const Numbered& numbered) {
            Judged judged{sha256(numbered.input.source.bytes), {}, {}};
            const bool compared = lookups.across_plans();
            const bool known = !compared || (numbered.number < first.hashes.size() &&
                                             first.hashes.at(numbered.number) == judged.hash);
            judged.result =
                known ? checker.check(numbered.input, numbered.number, compared ? &first.compared : nullptr)
                      : changed_meanwhile(numbered.input);
            if (sink.amend) sink.amend(judged.result);
            if (sink.prepare) judged.prepared = sink.prepare(judged.result);
            judged.result.plan.reset(); // only reports of one plan show its text
            return judged;
        },
        [&](const Judged& judged) {
            hash.add(judged.hash);
            ++totals.inputs;
            sink.put(judged.result, judged.prepared);
            if (sink.progress) sink.progress({totals.inputs, false});
        });
    totals.inputs_hash = hash.digest();
    return totals;
}

} // namespace plumbline::engine
