---@type plumbline.Plugin
-- Whether a plan says when something else is to happen than was hoped for, and what happens then.

local judge_text = require("judge_text")
local wording = require("wording")

-- Words that stand in the box and say that nothing was written.
local denials = {
  "n/a", "not applicable", "none", "nil", "tbc", "to be confirmed", "to be agreed", "to be discussed",
  "no contingency", "not required", "not needed",
}

local unsure = {
  trigger = { reason = "the wording may imply when it starts, and the tool cannot tell",
    message = "It is not clear from these words when the contingency starts." },
  response = { reason = "a next step may be meant, and the tool cannot tell",
    message = "It is not clear from these words what happens next." },
}

local function judge_part(criterion, contingency, plan, judge, parameters, phrases, models)
  local answer = models[criterion]:answer(contingency.text)
  judge_text(judge, parameters, { criterion = criterion, at = contingency, answer = answer, unsure = unsure[criterion],
    example_after = " For example: ",
    say = function() return wording[criterion](contingency, answer, plan, phrases) end })
end

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
    { id = "present", title = "a contingency is written", question = "What happens if this plan does not work?" },
    { id = "trigger", title = "it says when it starts",
      question = "What would tell you that it is time for the contingency?" },
    { id = "response", title = "it says what then happens",
      question = "What happens to the child then, who does it, and by when?" },
  },
  parameters = {
    min_words = { type = "integer", default = 2, minimum = 1, help = "shorter texts count as not written" },
    trigger_not_met_below = { type = "number", default = 0.38, minimum = 0, maximum = 1,
      help = "below this probability the trigger is judged not met" },
    trigger_met_above = { type = "number", default = 0.52, minimum = 0, maximum = 1,
      help = "from this probability on the trigger is judged met" },
    response_not_met_below = { type = "number", default = 0.32, minimum = 0, maximum = 1,
      help = "below this probability the response is judged not met" },
    response_met_above = { type = "number", default = 0.6, minimum = 0, maximum = 1,
      help = "from this probability on the response is judged met" },
  },
  phrases = wording.phrases,
  models = { trigger = "models/trigger.tsv", response = "models/response.tsv" },
  check = function(plan, judge, parameters, phrases, models)
    local written = 0
    for _, contingency in ipairs(plan.contingencies) do
      local text = contingency.text
      if not text:is_empty() and text:count_words() >= parameters.min_words and not is_denial(text) then
        written = written + 1
        judge:met { "present", at = contingency }
        judge_part("trigger", contingency, plan, judge, parameters, phrases, models)
        judge_part("response", contingency, plan, judge, parameters, phrases, models)
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
