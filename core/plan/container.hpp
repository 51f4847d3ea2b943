#pragma once

#include "plan/byte_stream.hpp"
#include "plan/expat.hpp"
#include "plan/inputs.hpp"
#include "plan/window.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::plan {

/// Cuts a container, <plans> with any number of <plan>, into single plans while reading it. A plan that is
/// not well formed comes out as a problem, and cutting goes on at the next plan. What stands beside the plans
/// comes out as skipped. Offsets count from the start of the file.
class Container {
public:
    /// `begun`: the bytes already taken from the stream. Plans of more than `most_bytes` are not handed on.
    Container(std::unique_ptr<ByteStream> stream, std::string file, std::string begun,
              std::size_t most_bytes);

    std::optional<Input> next();

private:
    struct Handlers; // expat's calls, passed on to the functions below

    /// The plan that is open.
    struct OpenPlan {
        std::uint64_t start;
        Position place;
        std::size_t depth; // of elements inside it
    };

    /// Why we stopped the parser, though the XML may be right.
    struct Stop {
        std::uint64_t offset;
        std::string why;
        std::uint64_t resume_at; // or behind it
    };

    void start_parser(std::uint64_t at);
    void feed();
    std::string_view next_piece();
    std::uint64_t token_start() const;
    std::uint64_t token_end() const;
    std::uint64_t needed_from() const { return plan_ ? plan_->start : outside_; }

    void start_element(std::string_view name);
    void end_element();
    void start_plan();
    void end_plan();
    void text_outside(std::string_view text);
    void stop(std::uint64_t offset, std::string why, std::uint64_t resume_at);
    void refuse(const std::string& why);

    void broken();
    void broken_in_plan();
    void broken_outside();
    void resume(std::uint64_t from, std::uint64_t not_before);
    void report(Position place, std::string problem, bool skipped);
    void finish();

    std::unique_ptr<ByteStream> stream_;
    std::string file_;
    Window window_;
    std::size_t most_bytes_;
    std::deque<Input> ready_;
    bool anything_ = false; // came out so far
    bool finished_ = false;

    ExpatParser parser_;
    std::uint64_t parser_start_ = 0; // where the parser's bytes start in the file
    std::size_t prefix_ = 0;         // bytes that the parser was given before those
    std::uint64_t fed_ = 0;
    std::size_t step_;
    bool saw_elements_ = true; // while the last piece was fed
    bool at_end_ = false;

    std::optional<OpenPlan> plan_;
    std::uint64_t outside_ = 0;      // with no plan open: all before it is dealt with
    std::vector<OpenElement> open_;  // elements around and beside plans; here `offset` is their line
    std::optional<Position> beside_; // an element beside the plans in which no plan was seen
    bool text_reported_ = false;
    std::optional<Stop> stopped_;
    bool root_closed_ = false;
    bool refused_ = false; // nothing of the rest can be read
};

} // namespace plumbline::plan
