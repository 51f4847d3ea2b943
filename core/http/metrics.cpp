#include "http/metrics.hpp"

#include <fstream>
#include <sstream>
#include <string_view>

#include <unistd.h>

namespace plumbline::http {

namespace {

void head(std::ostream& out, std::string_view name, std::string_view kind, std::string_view help) {
    out << "# HELP " << name << ' ' << help << "\n# TYPE " << name << ' ' << kind << '\n';
}

template <typename Number>
void one(std::ostream& out, std::string_view name, std::string_view kind, std::string_view help,
         Number value) {
    head(out, name, kind, help);
    out << name << ' ' << value << '\n';
}

std::uint64_t resident_bytes() {
    std::ifstream stream("/proc/self/statm");
    std::uint64_t size = 0, resident = 0;
    stream >> size >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

} // namespace

void Histogram::add(Seconds value) {
    std::size_t bucket = 0;
    while (bucket < bounds.size() && value.count() > bounds.at(bucket))
        ++bucket;
    ++counts_.at(bucket);
    sum_ += value.count();
}

std::string Histogram::text(const std::string& name, const std::string& help) const {
    std::ostringstream out;
    head(out, name, "histogram", help);
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        count += counts_.at(i);
        out << name << "_bucket{le=\"" << bounds.at(i) << "\"} " << count << '\n';
    }
    count += counts_.back();
    out << name << "_bucket{le=\"+Inf\"} " << count << '\n'
        << name << "_sum " << sum_ << '\n'
        << name << "_count " << count << '\n';
    return out.str();
}

std::string Metrics::text(const service::Load& load, const std::string& version,
                          const std::string& fingerprint) const {
    std::ostringstream out;
    head(out, "plumbline_info", "gauge", "what is running");
    out << "plumbline_info{version=\"" << version << "\",rules=\"" << fingerprint << "\"} 1\n";
    head(out, "plumbline_requests_total", "counter", "requests answered, by route and status");
    for (const auto& [key, count] : requests)
        out << "plumbline_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} "
            << count << '\n';
    head(out, "plumbline_plans_total", "counter", "plans judged one at a time, by outcome");
    for (const auto& [outcome, count] : outcomes)
        out << "plumbline_plans_total{outcome=\"" << outcome << "\"} " << count << '\n';
    one(out, "plumbline_batch_plans_total", "counter", "plans of batches", batch_plans);
    out << request_time.text("plumbline_request_seconds", "from a request's first byte to its answer's last");
    out << check_time.text("plumbline_check_seconds", "reading and judging one plan");
    one(out, "plumbline_in_flight", "gauge", "requests being received or answered", in_flight);
    one(out, "plumbline_checks_waiting", "gauge", "plans that wait for a thread", load.waiting);
    one(out, "plumbline_checks_running", "gauge", "plans being judged", load.checking);
    one(out, "plumbline_checks_abandoned_total", "counter", "checks given up because they hung",
        load.abandoned);
    one(out, "plumbline_checks_stuck", "gauge", "threads that still hang in one", load.stuck);
    one(out, "plumbline_batches", "gauge", "batches being answered", batches);
    one(out, "plumbline_connections", "gauge", "open connections", connections);
    one(out, "plumbline_connections_total", "counter", "connections accepted", connections_total);
    one(out, "plumbline_connections_refused_total", "counter", "connections over the limit",
        refused_connections);
    one(out, "plumbline_timeouts_total", "counter", "connections closed because nothing came in time",
        timeouts);
    one(out, "plumbline_broken_total", "counter", "connections that ended within a request", broken);
    head(out, "plumbline_reloads_total", "counter", "reloads of rules and plugins, by result");
    out << "plumbline_reloads_total{result=\"swapped\"} " << reloads << '\n'
        << "plumbline_reloads_total{result=\"kept\"} " << failed_reloads << '\n';
    one(out, "process_resident_memory_bytes", "gauge", "memory in use", resident_bytes());
    return out.str();
}

} // namespace plumbline::http
