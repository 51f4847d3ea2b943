---@type plumbline.Plugin
-- Whether a plan names both what could harm the child and what protects them, and builds on the latter.

local common = {}
for word in ("about after again also always been before being child children could every family from have help home into just "
  .. "like made make more need needs never other over parent parents plan really same school should some support than that "
  .. "their them then there they this time very want well what when where which while will with work worker would year years"):gmatch("%S+") do
  common[word] = true
end

local function nodes_of_kind(plan, kind)
  local found = {}
  for _, need in ipairs(plan.needs) do
    if need.kind == kind and not need.text:is_empty() then found[#found + 1] = need end
  end
  return found
end

-- Stems of some weight, so that "Nan" or "boxing" in an action shows that the strength is used there.
local function weighty(text, into)
  for _, stem in ipairs(text:stems()) do
    local key = stem:lower()
    if #key >= 3 and not common[key] and not key:find("^%d+$") then into[key] = true end
  end
  return into
end

local function words_of_work(plan)
  local used = {}
  for _, action in ipairs(plan.actions) do weighty(action.task, used) end
  for _, contingency in ipairs(plan.contingencies) do weighty(contingency.text, used) end
  for _, outcome in ipairs(plan.outcomes) do weighty(outcome.statement, used) end
  weighty(plan.analysis, used)
  return used
end

local function is_used(strength, used, least)
  if #strength.outcomes > 0 or #strength.contingencies > 0 then return true end
  local shared = 0
  for stem in pairs(weighty(strength.text, {})) do
    if used[stem] then shared = shared + 1 end
  end
  return shared >= least
end

local advice_strengths = "Name what keeps this child safe and well, and use it: who is there for the child, what goes well, "
  .. "and which action or contingency builds on it."

-- A strength that stands in the analysis or the history instead of among the needs.
local function strength_elsewhere(plan, phrases)
  for _, text in ipairs({ plan.analysis, plan.history }) do
    for _, match in ipairs(text:find(phrases.strength)) do
      local denied = false
      local sentence = match:sentence()
      if sentence and sentence:has(phrases.denial) then denied = true end
      if not denied then return match end
    end
  end
  return nil
end

local function judge_strengths(plan, judge, parameters, phrases)
  local strengths = nodes_of_kind(plan, "strength")
  if #strengths == 0 then
    local words = strength_elsewhere(plan, phrases)
    if words then
      judge:needs_a_person { "strengths", at = words.text, evidence = words,
        reason = "a strength seems to be named outside the list of needs, and the tool cannot tell whether the plan uses it",
        message = "No strength stands among the needs.", advice = advice_strengths }
    else
      judge:not_met { "strengths", at = plan, message = "No strength or protective factor is named.", advice = advice_strengths }
    end
    return
  end
  local used = words_of_work(plan)
  for _, strength in ipairs(strengths) do
    if is_used(strength, used, parameters.shared_words) then
      judge:met { "strengths", at = strength }
      return
    end
  end
  judge:not_met { "strengths", at = strengths[1], evidence = strengths[1].text,
    message = "A strength is named, but nothing in the plan builds on it.", advice = advice_strengths }
end

local function judge_risks(plan, judge, phrases)
  local risks = nodes_of_kind(plan, "risk")
  if #risks > 0 then
    judge:met { "risks", at = risks[1] }
    return
  end
  for _, need in ipairs(nodes_of_kind(plan, "need")) do
    local words = need.text:find(phrases.risk)
    if #words > 0 then
      judge:met { "risks", at = need, evidence = words[1] }
      return
    end
  end
  local advice = "Say what could harm this child, how likely it is and how bad it would be; if the assessment found none, say so."
  if #plan.needs > 0 and plan.kind ~= "child-protection" and plan.kind ~= "safety" then
    judge:needs_a_person { "risks", at = plan.needs[1],
      reason = "needs are named and none is called a risk; the tool cannot tell whether there is one",
      message = "No need is marked as a risk.", advice = advice }
  else
    judge:not_met { "risks", at = plan, message = "No risk is named.", advice = advice }
  end
end

return {
  id = "risk-and-strength",
  title = "Risks and strengths are both named and used",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "safety" },
  criteria = {
    { id = "risks", title = "risks are named", question = "What is the child at risk of?" },
    { id = "strengths", title = "strengths are named, and something builds on them",
      question = "What is going well, and how does the plan build on it?" },
  },
  parameters = {
    shared_words = { type = "integer", default = 1, minimum = 1, maximum = 10,
      help = "how many words of weight a strength shares with the actions, contingencies or analysis to count as used" },
  },
  phrases = {
    strength = { "protective factor", "protective", "strength {is|are}", "strengths", "what is working well", "what's working well",
      "working well", "resilient" },
    denial = { "no protective", "no strength", "not protective", "lack of protective", "not a protective", "not able to be protective" },
    risk = { "risk of", "at risk", "risk that", "danger", "unsafe", "harm", "worry that", "worried that", "worries that",
      "exploit", "missing", "overdose", "violence", "abuse", "neglect" },
  },
  check = function(plan, judge, parameters, phrases)
    judge_risks(plan, judge, phrases)
    judge_strengths(plan, judge, parameters, phrases)
  end,
}
