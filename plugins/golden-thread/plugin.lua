---@type plumbline.Plugin
-- Whether needs, outcomes and actions of a plan hang together.

local outcome_text = require("outcome_text")

local advice_change = "Say what will be different for the child: for example \"Sam sleeps through and gets to school on time\". "
  .. "The course or service belongs in the actions."

local wordings = {
  service = "This says which service somebody is to have, not what will be different for the child.",
  vague = "This could stand in any child's plan: it does not say what will be different for this child.",
  ["not-child"] = "This does not say what will be different for the child.",
}

local function judge_needs(plan, judge)
  local asked = 0
  for _, need in ipairs(plan.needs) do
    if need.kind ~= "strength" then
      asked = asked + 1
      if #need.outcomes > 0 then
        judge:met { "needs-served", at = need }
      else
        judge:not_met { "needs-served", at = need, evidence = not need.text:is_empty() and need.text:sentences()[1] or nil,
          message = ("No outcome or action answers this %s."):format(need.kind),
          advice = "Add an outcome and an action for it, or link the outcome that already answers it." }
      end
    end
  end
  if asked == 0 then
    judge:not_met { "needs-served", at = plan, message = "The plan names no need or risk, so nothing can be traced to one.",
      advice = "Write down what the child needs and what the worries are, and link each outcome to them." }
  end
end

local function judge_actions(plan, judge)
  for _, action in ipairs(plan.actions) do
    if not action.outcome then
      judge:not_met { "actions-serve", at = action, owner = "smart-targets/relevant",
        evidence = not action.task:is_empty() and action.task:sentences()[1] or nil,
        message = "This action serves no outcome of the plan.",
        advice = "Put it under the outcome it helps, or say which need or risk it is for." }
    elseif #action.outcome.needs == 0 then
      judge:not_met { "actions-serve", at = action, owner = "smart-targets/relevant",
        message = "The outcome of this action answers no need or risk of the plan.",
        advice = "Say which need or risk the outcome is for." }
    else
      judge:met { "actions-serve", at = action }
    end
  end
  if #plan.actions == 0 then
    judge:not_applicable { "actions-serve", at = plan, reason = "the plan has no actions" }
  end
end

local function judge_outcome(plan, outcome, judge, parameters)
  local text = outcome.statement
  if text:is_empty() then
    judge:not_met { "outcomes-change", at = outcome, message = "The outcome says nothing: its statement is empty.",
      advice = advice_change }
    return
  end
  local answer, words = outcome_text.read(plan, text, parameters.enough_words, parameters.beside_intention)
  if answer == "change" then
    judge:met { "outcomes-change", at = outcome, evidence = text:sentences()[1] }
  elseif answer == "unsure" then
    judge:needs_a_person { "outcomes-change", at = outcome, evidence = words,
      reason = "a service or an adult is named, and a change for the child may be meant as well",
      message = "It is not clear from these words what will be different for the child.", advice = advice_change }
  else
    judge:not_met { "outcomes-change", at = outcome, evidence = words, message = wordings[answer], advice = advice_change }
  end
end

return {
  id = "golden-thread",
  title = "Needs, outcomes and actions hang together",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "needs-served", title = "every need and risk has an outcome or action",
      question = "What does the plan do about this?" },
    { id = "actions-serve", title = "every action serves one of them", question = "Which need or risk is this for?" },
    { id = "outcomes-change", title = "outcomes say what will be different for the child",
      question = "What will be different for the child?" },
  },
  parameters = {
    enough_words = { type = "integer", default = 8, minimum = 1, maximum = 50,
      help = "so many further words beside a service, and the outcome may say more than that" },
    beside_intention = { type = "integer", default = 6, minimum = 1, maximum = 50,
      help = "so many further words beside a general intention, and the outcome is read as more than that" },
  },
  check = function(plan, judge, parameters)
    judge_needs(plan, judge)
    judge_actions(plan, judge)
    for _, outcome in ipairs(plan.outcomes) do judge_outcome(plan, outcome, judge, parameters) end
    if #plan.outcomes == 0 then
      judge:not_met { "outcomes-change", at = plan, message = "The plan has no outcome.", advice = advice_change }
    end
  end,
}
