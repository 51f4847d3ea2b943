#include "lua/observation_store.hpp"

#include "lua/memory_bytes.hpp"

#include <algorithm>
#include <initializer_list>

namespace plumbline::lua {

namespace {

using judgement::Evidence;
using judgement::Observation;

void write(ByteWriter& writer, WordTable& words, std::string_view text) {
    if (const auto number = words.take(text))
        writer.word_number(*number);
    else
        writer.word(text);
}

void write_evidence(ByteWriter& writer, const std::vector<Evidence>& evidence) {
    writer.number(evidence.size());
    for (const Evidence& piece : evidence) {
        writer.text(piece.text);
        for (const std::uint32_t number : {piece.line, piece.column, piece.length})
            writer.number(number);
    }
}

std::uint32_t small(ByteReader& reader) {
    return static_cast<std::uint32_t>(reader.number());
}

std::vector<Evidence> read_evidence(ByteReader& reader) {
    std::vector<Evidence> evidence(reader.number());
    for (Evidence& piece : evidence) {
        piece.text = reader.text();
        piece.line = small(reader);
        piece.column = small(reader);
        piece.length = small(reader);
    }
    return evidence;
}

} // namespace

void ObservationStore::add(std::size_t plan, const Observation& observation) {
    ByteWriter writer;
    writer.number(last_.at(plan));
    writer.number(static_cast<std::uint64_t>(observation.outcome));
    writer.number(static_cast<std::uint64_t>(observation.failure));
    for (const std::string* text : {&observation.criterion, &observation.at.path, &observation.advice,
                                    &observation.owner, &observation.detail})
        write(writer, words_, *text);
    write(writer, wordings_, observation.message);
    write(writer, wordings_, observation.reason);
    writer.text(observation.at.id);
    writer.number(observation.at.line);
    writer.number(observation.at.column);
    write_evidence(writer, observation.evidence);
    last_[plan] = static_cast<std::uint32_t>(records_.add(writer.take())) + 1;
}

std::vector<Observation> ObservationStore::of(std::size_t plan) const {
    std::vector<Observation> all;
    for (std::uint32_t number = last_.at(plan); number != 0;) {
        ByteReader reader(records_.at(number - 1));
        number = small(reader);
        Observation& observation = all.emplace_back();
        observation.outcome = static_cast<judgement::Outcome>(reader.number());
        observation.failure = static_cast<judgement::Failure>(reader.number());
        for (std::string* text : {&observation.criterion, &observation.at.path, &observation.advice,
                                  &observation.owner, &observation.detail})
            *text = reader.word(&words_);
        observation.message = reader.word(&wordings_);
        observation.reason = reader.word(&wordings_);
        observation.at.id = reader.text();
        observation.at.line = small(reader);
        observation.at.column = small(reader);
        observation.evidence = read_evidence(reader);
    }
    std::reverse(all.begin(), all.end());
    return all;
}

} // namespace plumbline::lua
