#pragma once

/// The objects of the schema plumbline-report/1 (docs: the machine-readable report).

#include "judgement/judgement.hpp"
#include "report/receipt.hpp"
#include "report/summary.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace plumbline::report {

using Json = nlohmann::ordered_json;

inline constexpr const char* schema_name = "plumbline-report/1";

Json to_json(const judgement::Citation& citation);
Json to_json(const judgement::PlanResult& plan);
Json to_json(const Receipt& receipt);
Json to_json(const Summary& summary);
Json to_json(const standard::Coverage& coverage);

/// One line; bytes that are no UTF-8 become "�".
std::string dump(const Json& json);
/// The same for people to read.
std::string dump_indented(const Json& json);

} // namespace plumbline::report
