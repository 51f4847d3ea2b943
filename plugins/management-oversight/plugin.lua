---@type plumbline.Plugin
-- Whether a manager other than the author has signed the plan off, and says why when help steps down or ends.

local reasons = require("reasons")

local manager_words = { "manager", "head of", "director", "principal officer", "supervisor", "virtual school head", "head teacher",
  "headteacher", "service lead", "team leader", "reviewing officer", "conference chair" }
local worker_words = { "social worker", "support worker", "personal adviser", "key worker", "keyworker", "early help worker",
  "student", "assistant", "teacher", "health visitor", "nurse" }
-- Who wrote a plan that does not say so: the first of these among its people.
local author_words = { "social worker", "personal adviser", "lead professional", "lead practitioner", "early help worker",
  "family support worker", "key worker", "designated teacher", "worker" }

local function has_word(person, words)
  local role = (person.role or ""):lower()
  for _, word in ipairs(words) do
    if role:find(word, 1, true) then return true end
  end
  return false
end

local function author_of(plan)
  if plan.author then return plan.author end
  for _, word in ipairs(author_words) do
    for _, person in ipairs(plan.people) do
      if person.agency and has_word(person, { word }) and not has_word(person, manager_words) then return person end
    end
  end
  return nil
end

local function last_sign_off(plan)
  local last
  for _, decision in ipairs(plan.decisions) do
    if decision.kind == "sign-off" and (not last or not last.on or (decision.on and decision.on >= last.on)) then
      last = decision
    end
  end
  return last
end

local function judge_signed_off(plan, judge, decision)
  local signer = decision and decision.by
  local advice = "Let the team manager read the plan and sign it off, with the date and what they looked at."
  if not decision and not plan.dates.signed_off then
    judge:not_met { "signed-off", at = plan, message = "No manager's sign-off is recorded.", advice = advice }
  elseif not signer then
    judge:needs_a_person { "signed-off", at = decision or plan.dates,
      reason = "there is a date of sign-off and no name",
      message = "The plan is signed off, but it does not say by whom.", advice = "Record who signed it off." }
  elseif has_word(signer, manager_words) then
    judge:met { "signed-off", at = decision }
  elseif has_word(signer, worker_words) then
    judge:not_met { "signed-off", at = decision, message = "The plan is not signed off by a manager.", advice = advice }
  else
    judge:needs_a_person { "signed-off", at = decision, reason = "the role of who signed does not tell whether they manage the team",
      message = "It is not clear whether a manager signed this off.", advice = "Record the role of who signed it off." }
  end
end

local function judge_independent(plan, judge, decision)
  local signer = decision and decision.by
  if not signer then
    judge:could_not_check { "independent", at = decision or plan, reason = "the plan does not say who signed it off" }
    return
  end
  local author = author_of(plan)
  if not author then
    judge:could_not_check { "independent", at = decision, reason = "the plan does not say who wrote it" }
  elseif author.id == signer.id then
    judge:not_met { "independent", at = decision, message = "The plan is signed off by the person who wrote it.",
      advice = "Let a manager who did not write the plan read it and sign it off." }
  else
    judge:met { "independent", at = decision }
  end
end

local function judge_sign_off(plan, judge)
  if plan.status == "draft" or plan.status == "awaiting-sign-off" then
    local reason = plan.status == "draft" and "the plan is a draft" or "the plan is waiting for its sign-off"
    judge:not_applicable { "signed-off", at = plan, reason = reason }
    judge:not_applicable { "independent", at = plan, reason = reason }
    return
  end
  local decision = last_sign_off(plan)
  judge_signed_off(plan, judge, decision)
  judge_independent(plan, judge, decision)
end

local function judge_rationale(plan, judge, parameters, phrases)
  local asked = false
  for _, decision in ipairs(plan.decisions) do
    if decision.kind == "step-down" or decision.kind == "closure" or decision.kind == "no-further-action" then
      asked = true
      reasons.judge(decision, judge, parameters, phrases)
    end
  end
  if not asked then
    judge:not_applicable { "rationale", at = plan, reason = "no step-down, closure or decision of no further action is recorded" }
  end
end

return {
  id = "management-oversight",
  title = "A manager has looked at the plan",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "signed-off", title = "a manager has signed it off", question = "Which manager has signed this plan off?" },
    { id = "independent", title = "who signed it off did not write it",
      question = "Who other than its author has looked at this plan?" },
    { id = "rationale", title = "stepping down, closing or taking no further action is explained",
      question = "What does this decision rest on?" },
  },
  parameters = {
    min_words = { type = "integer", default = 6, minimum = 1, maximum = 100,
      help = "a shorter text is not read as the reason for a decision" },
  },
  phrases = reasons.phrases,
  check = function(plan, judge, parameters, phrases)
    judge_sign_off(plan, judge)
    judge_rationale(plan, judge, parameters, phrases)
  end,
}
