#pragma once

/// What is answered about one plan, as JSON (docs/integrators.md, "Sign-off").

#include "service/desk.hpp"

namespace plumbline::service {

/// A report of one plan: for an audit as `plumbline check --format json` writes it; for a sign-off the
/// questions first and no summary. Both with the edition's fingerprint in the receipt.
Answer answer_to(const Request& request, const judgement::PlanResult& result, const Edition& edition);

} // namespace plumbline::service
