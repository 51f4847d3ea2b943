#pragma once

/// The words that plan format 1 fixes, in the order of docs/plan-format.md.

#include <array>
#include <span>
#include <string_view>

namespace plumbline::plan::vocabulary {

using Words = std::span<const std::string_view>;
using namespace std::string_view_literals;

inline constexpr std::array kinds{"early-help"sv, "child-in-need"sv, "child-protection"sv,
                                  "care"sv,       "pathway"sv,       "personal-education"sv,
                                  "safety"sv,     "supervision"sv};
inline constexpr std::array statuses{"draft"sv, "awaiting-sign-off"sv, "signed-off"sv, "closed"sv};
inline constexpr std::array need_kinds{"risk"sv, "need"sv, "strength"sv};
inline constexpr std::array action_statuses{"open"sv, "in-progress"sv, "done"sv, "abandoned"sv};
inline constexpr std::array yes_no{"yes"sv, "no"sv};

inline constexpr std::array aspects{"ethnicity"sv, "culture"sv,     "religion"sv,
                                    "language"sv,  "disability"sv,  "gender"sv,
                                    "sexuality"sv, "immigration"sv, "other"sv};
inline constexpr std::array legal_statuses{"none"sv,       "section-20"sv,           "interim-care-order"sv,
                                           "care-order"sv, "placement-order"sv,      "emergency-protection"sv,
                                           "remand"sv,     "special-guardianship"sv, "supervision-order"sv};
inline constexpr std::array placement_kinds{"foster"sv,
                                            "connected-person"sv,
                                            "with-parents"sv,
                                            "residential"sv,
                                            "supported-lodgings"sv,
                                            "semi-independent"sv,
                                            "hostel"sv,
                                            "foyer"sv,
                                            "bed-and-breakfast"sv,
                                            "own-tenancy"sv,
                                            "custody"sv,
                                            "hospital"sv,
                                            "short-breaks"sv,
                                            "other"sv};
inline constexpr std::array placement_terms{"short-term"sv, "long-term"sv};
inline constexpr std::array view_givers{"child"sv, "mother"sv, "father"sv,      "parent"sv,
                                        "carer"sv, "family"sv, "professional"sv};
inline constexpr std::array view_methods{"conversation"sv, "direct work"sv, "observation"sv,
                                         "advocate"sv,     "written"sv,     "not obtained"sv};
inline constexpr std::array event_kinds{"strategy-discussion"sv,
                                        "section-47-started"sv,
                                        "assessment-started"sv,
                                        "assessment-completed"sv,
                                        "initial-conference"sv,
                                        "review-conference"sv,
                                        "core-group"sv,
                                        "child-in-need-meeting"sv,
                                        "early-help-review"sv,
                                        "looked-after-from"sv,
                                        "placement-started"sv,
                                        "looked-after-review"sv,
                                        "health-assessment-requested"sv,
                                        "initial-health-assessment"sv,
                                        "review-health-assessment"sv,
                                        "dental-check"sv,
                                        "education-plan-meeting"sv,
                                        "pathway-review"sv,
                                        "missing-from"sv,
                                        "returned"sv,
                                        "return-interview"sv,
                                        "visit"sv,
                                        "supervision"sv,
                                        "plan-shared"sv,
                                        "report-shared"sv,
                                        "legal-planning-meeting"sv,
                                        "family-group-conference"sv,
                                        "advocacy-offered"sv,
                                        "independent-visitor-offered"sv,
                                        "complaints-information-given"sv,
                                        "health-history-given"sv,
                                        "case-transferred"sv};
inline constexpr std::array decision_kinds{"sign-off"sv, "step-up"sv,           "step-down"sv,
                                           "closure"sv,  "no-further-action"sv, "other"sv};

/// Compared without case; any other word counts as "other" and is kept as written.
inline constexpr std::array agencies{"children's social care"sv,
                                     "health"sv,
                                     "education"sv,
                                     "early years"sv,
                                     "police"sv,
                                     "probation"sv,
                                     "youth justice"sv,
                                     "housing"sv,
                                     "adult social care"sv,
                                     "adult mental health"sv,
                                     "substance misuse"sv,
                                     "domestic abuse"sv,
                                     "voluntary"sv,
                                     "legal"sv,
                                     "other"sv};

} // namespace plumbline::plan::vocabulary
