#pragma once

/// The readers of the plan's parts. Each takes the part's element and fills its place in the plan.

#include "plan/reading.hpp"

#include <algorithm>
#include <vector>

namespace plumbline::plan {

void read_child(Reading& reading, const tinyxml2::XMLElement& element, Child& child);
void read_dates(Reading& reading, const tinyxml2::XMLElement& element, Dates& dates);
void read_people(Reading& reading, const tinyxml2::XMLElement& element, std::vector<Person>& people);
void read_legal_status(Reading& reading, const tinyxml2::XMLElement& element, std::uint32_t number,
                       std::vector<LegalStatus>& statuses);
void read_placement(Reading& reading, const tinyxml2::XMLElement& element, std::uint32_t number,
                    std::vector<Placement>& placements);

void read_needs(Reading& reading, const tinyxml2::XMLElement& element, std::vector<Need>& needs);
void read_outcomes(Reading& reading, const tinyxml2::XMLElement& element, Plan& plan);
void read_loose_actions(Reading& reading, const tinyxml2::XMLElement& element, std::vector<Action>& actions);
void read_contingency(Reading& reading, const tinyxml2::XMLElement& element, std::uint32_t number,
                      std::vector<Contingency>& contingencies);

void read_views(Reading& reading, const tinyxml2::XMLElement& element, std::vector<View>& views);
void read_chronology(Reading& reading, const tinyxml2::XMLElement& element, std::vector<Event>& events);
void read_oversight(Reading& reading, const tinyxml2::XMLElement& element, std::vector<Decision>& decisions);

/// An element without any value and without text is as good as absent.
template <std::size_t N>
bool all_empty(const std::array<Value, N>& values) {
    return std::none_of(values.begin(), values.end(), [](const Value& value) { return bool(value); });
}

} // namespace plumbline::plan
