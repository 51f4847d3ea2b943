---@type plumbline.Plugin
-- Whether a plan says when something else is to happen than was hoped for, and what happens then.

-- Words that stand in the box and say that nothing was written.
local denials = {
  "n/a", "not applicable", "none", "nil", "tbc", "to be confirmed", "to be agreed", "to be discussed",
  "no contingency", "not required", "not needed",
}

local function judge_text(contingency, judge, parameters, models, criterion, wanted)
  local answer = models[criterion]:answer(contingency.text)
  if answer.probability >= parameters[criterion .. "_met_above"] then
    judge:met { criterion, at = contingency, evidence = answer.deciding }
  elseif answer.probability < parameters[criterion .. "_not_met_below"] then
    judge:not_met { criterion, at = contingency, evidence = wanted.evidence(contingency, answer),
      message = wanted.message, advice = wanted.advice }
  else
    judge:needs_a_person { criterion, at = contingency, evidence = wanted.evidence(contingency, answer),
      reason = wanted.unsure, message = wanted.unsure_message, advice = wanted.advice }
  end
end

-- The words that decided, or the whole of a short text, so that the reader sees what was read.
local function shown(contingency, answer)
  if #answer.deciding > 0 then return answer.deciding end
  return contingency.text:sentences()[1]
end

local trigger = {
  evidence = shown,
  message = "The contingency does not say what would make you use it.",
  advice = "Say what would have to happen: for example \"If Mum misses two sessions\" or \"If the carer gives notice\".",
  unsure = "the wording may imply when it starts, and the tool cannot tell",
  unsure_message = "It is not clear from these words when the contingency starts.",
}
local response = {
  evidence = shown,
  message = "The contingency does not say what then happens.",
  advice = "Say who does what, by when, or where the child goes: for example \"Nan collects the children that day and "
    .. "the social worker is told\".",
  unsure = "a next step may be meant, and the tool cannot tell",
  unsure_message = "It is not clear from these words what happens next.",
}

local function is_denial(text)
  local words = tostring(text):lower():gsub("%s+", " ")
  for _, denial in ipairs(denials) do
    if words:sub(1, #denial) == denial and not words:sub(#denial + 1, #denial + 1):find("%w") then return true end
  end
  return false
end

return {
  id = "contingency",
  title = "A contingency is recorded",
  version = "1.0",
  api = 1,
  plans = { "child-in-need", "child-protection", "care", "pathway", "safety" },
  criteria = {
    { id = "present", title = "a contingency is written" },
    { id = "trigger", title = "it says when it starts" },
    { id = "response", title = "it says what then happens" },
  },
  parameters = {
    min_words = { type = "integer", default = 2, minimum = 1, help = "shorter texts count as not written" },
    trigger_not_met_below = { type = "number", default = 0.3, minimum = 0, maximum = 1,
      help = "below this probability the trigger is judged not met" },
    trigger_met_above = { type = "number", default = 0.46, minimum = 0, maximum = 1,
      help = "from this probability on the trigger is judged met" },
    response_not_met_below = { type = "number", default = 0.36, minimum = 0, maximum = 1,
      help = "below this probability the response is judged not met" },
    response_met_above = { type = "number", default = 0.58, minimum = 0, maximum = 1,
      help = "from this probability on the response is judged met" },
  },
  models = { trigger = "models/trigger.tsv", response = "models/response.tsv" },
  check = function(plan, judge, parameters, _, models)
    local written = 0
    for _, contingency in ipairs(plan.contingencies) do
      local text = contingency.text
      if not text:is_empty() and text:count_words() >= parameters.min_words and not is_denial(text) then
        written = written + 1
        judge:met { "present", at = contingency }
        judge_text(contingency, judge, parameters, models, "trigger", trigger)
        judge_text(contingency, judge, parameters, models, "response", response)
      end
    end
    if written > 0 then return end

    local first = plan.contingencies[1]
    judge:not_met { "present", at = first or plan,
      evidence = first and not first.text:is_empty() and first.text or nil,
      message = first and not first.text:is_empty() and "What is written here is not a contingency."
        or "No contingency is written.",
      advice = "Say what would make you change course, and what happens then: who does what, or where the child goes." }
    judge:not_applicable { "trigger", at = plan, reason = "no contingency is written (see present)" }
    judge:not_applicable { "response", at = plan, reason = "no contingency is written (see present)" }
  end,
}
