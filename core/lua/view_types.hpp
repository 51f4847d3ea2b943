#pragma once

/// The types of the binding table, one function each. Node types are named as in the plan format.

#include "lua/bindings.hpp"

namespace plumbline::lua {

const Type& node_type(); // what every node has
const Type& plan_type();
const Type& dates_type();
const Type& child_type();
const Type& identity_type();
const Type& sibling_type();
const Type& person_type();
const Type& legal_status_type();
const Type& placement_type();
const Type& need_type();
const Type& outcome_type();
const Type& scale_type();
const Type& action_type();
const Type& contingency_type();
const Type& view_type();
const Type& event_type();
const Type& decision_type();

const Type& words_type(); // what every stretch of narrative has
const Type& text_type();
const Type& span_type(); // what words that are not a whole text have
const Type& sentence_type();
const Type& clause_type();
const Type& quotation_type();
const Type& match_type();

const Type& date_type();
const Type& timescale_type();
const Type& interval_type();
const Type& readability_type();
const Type& pattern_type();
const Type& model_type();
const Type& answer_type();

const Type& list_type();
const Type& parameters_type();
const Type& phrases_type();
const Type& phrase_set_type();
const Type& models_type();
const Type& judge_type();
const Type& memories_type();
const Type& memory_index_type();
const Type& memory_type();
const Type& place_type();
const Type& quote_type();

/// What plugins write: described in the stubs, not registered in Lua.
const std::vector<const Type*>& written_types();

} // namespace plumbline::lua
