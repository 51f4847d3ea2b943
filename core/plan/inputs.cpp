#include "plan/inputs.hpp"

#include "plan/container.hpp"
#include "plan/root.hpp"
#include "plan/search.hpp"
#include "plan/utf8.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::plan {

namespace {

Input problem_of(const std::string& file, std::string problem) {
    Input input;
    input.source.file = file;
    input.problem = std::move(problem);
    return input;
}

/// Takes bytes until the root element is in sight.
Root look_at_start(ByteStream& stream, std::string& bytes, std::size_t most_bytes) {
    bool more = stream.read(bytes);
    for (;;) {
        const bool all = !more || bytes.size() > most_bytes;
        if (const auto root = root_of(bytes, all)) return *root;
        const std::size_t looked_at = bytes.size();
        while (more && bytes.size() < 2 * looked_at)
            more = stream.read(bytes);
    }
}

Input no_plan(const FoundFile& file, const Root& root, std::string_view bytes) {
    const Position place = place_after({1, 1}, bytes.substr(0, root.offset));
    Input input = problem_of(file.path, "the root element is <" + utf8::shortened(root.name, 40) +
                                            ">; expected <plan>, or <plans> for several");
    input.skipped = !file.named;
    input.line = place.line;
    input.column = place.column;
    return input;
}

Input whole_file(const FoundFile& file, ByteStream& stream, std::string bytes, std::size_t most_bytes) {
    bytes.reserve(std::min(stream.size_hint(), most_bytes) + 1);
    while (bytes.size() <= most_bytes && stream.read(bytes)) {
    }
    if (!stream.problem().empty()) return problem_of(file.path, "cannot be read: " + stream.problem());
    if (bytes.size() > most_bytes)
        return problem_of(file.path, "the plan is larger than " + std::to_string(most_bytes >> 20U) +
                                         " MB; expected a smaller one");
    Input input;
    input.source = {file.path, std::move(bytes), 1, 1};
    return input;
}

} // namespace

Inputs::Inputs(const std::vector<std::string>& paths, std::size_t most_bytes_of_a_plan)
    : files_(find_files(paths)), most_bytes_(most_bytes_of_a_plan) {}

Inputs::Inputs(std::unique_ptr<ByteStream> stream, const std::string& name, std::size_t most_bytes_of_a_plan)
    : stream_(std::move(stream)), most_bytes_(most_bytes_of_a_plan) {
    FoundFile& named = files_.emplace_back();
    named.path = name;
    named.named = true;
}

Inputs::~Inputs() = default;
Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;

std::size_t Inputs::files_found() const {
    return files_.size();
}

std::optional<Input> Inputs::next() {
    for (;;) {
        if (container_) {
            if (auto input = container_->next()) return input;
            container_.reset();
        }
        if (next_file_ == files_.size()) return std::nullopt;
        if (auto input = open(files_[next_file_++])) return input;
    }
}

/// What the file holds, unless it proves to be a container: that is then being cut.
std::optional<Input> Inputs::open(const FoundFile& file) {
    if (!file.problem.empty()) return problem_of(file.path, file.problem);
    if (stream_) return begin(std::move(stream_), file);
    return begin(std::make_unique<FileStream>(file.path), file);
}

std::optional<Input> Inputs::begin(std::unique_ptr<ByteStream> stream, const FoundFile& file) {
    std::string bytes;
    const Root root = look_at_start(*stream, bytes, most_bytes_);
    if (!stream->problem().empty()) return problem_of(file.path, "cannot be read: " + stream->problem());
    if (root.name == "plans") {
        container_ = std::make_unique<Container>(std::move(stream), file.path, std::move(bytes), most_bytes_);
        return std::nullopt;
    }
    if (!root.name.empty() && root.name != "plan") return no_plan(file, root, bytes);
    return whole_file(file, *stream, std::move(bytes), most_bytes_);
}

} // namespace plumbline::plan
