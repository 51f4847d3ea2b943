#pragma once

/// One batch: a container's bytes come in piece by piece, a line of JSON a plan goes out. At most a few plans
/// are held at a time, whatever the container's size.

#include "report/receipt.hpp"
#include "service/pool.hpp"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace plumbline::http {

struct BatchTask {
    std::shared_ptr<service::Desk> desk;
    Date as_of{};
    std::size_t most_bytes_of_a_plan = 0;
    std::size_t at_once = 2;    // plans judged at a time
    std::shared_ptr<void> crew; // held while the batch's thread runs
};

/// Between the connection, which must never wait, and the thread that works, which may.
class Batch : public std::enable_shared_from_this<Batch> {
public:
    /// `changed` is called from the batch's thread whenever the connection should look again.
    Batch(BatchTask task, std::shared_ptr<service::Pool> pool, std::function<void()> changed);

    /// Starts the thread; it ends by itself.
    void start();

    // For the connection:
    void give(std::string_view bytes);
    /// Whether it should wait with more.
    bool is_full() const;
    void end_of_input();
    /// The client is gone: nothing more is wanted.
    void cancel();
    /// What is ready to send.
    std::string take();
    /// Nothing more will be ready than what `take` returned.
    bool is_finished() const;
    /// It ended before its last line, through a bug of ours.
    bool has_failed() const;
    /// Plans answered so far.
    std::size_t plans() const;

private:
    class Bytes;

    void work();
    bool put(const std::string& line);
    bool read(std::string& out);

    BatchTask task_;
    std::shared_ptr<service::Pool> pool_;
    std::function<void()> changed_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::string in_, out_;
    std::size_t plans_ = 0;
    bool all_in_ = false, finished_ = false, failed_ = false, cancelled_ = false;
};

} // namespace plumbline::http
