---@type plumbline.Plugin
-- Whether a plan records the family's history, and what that history means for the plan.

local denials = { "n/a", "not applicable", "none", "nil", "tbc", "to be confirmed", "not known", "unknown",
  "see file", "see chronology", "see previous", "see above", "as above", "see assessment", "on file" }

local advice_meaning = "Say what the history means now: for example \"She was moved without a goodbye three times, so "
  .. "changes are told to her a week before, by someone she knows\"."

local function is_denial(text)
  local words = tostring(text):lower():gsub("%s+", " ")
  for _, denial in ipairs(denials) do
    if words:sub(1, #denial) == denial and not words:sub(#denial + 1, #denial + 1):find("%w")
      and #words <= #denial + 60 then
      return true
    end
  end
  return false
end

local function judge_meaning(history, judge, phrases)
  local strong = history:find(phrases.meaning)
  local weak = history:find(phrases.link)
  if #strong > 0 then
    judge:met { "meaning", at = history, evidence = strong[1]:sentence() or strong[1] }
  elseif #weak > 0 then
    judge:needs_a_person { "meaning", at = history, evidence = weak[1]:sentence() or weak[1],
      reason = "a cause or an effect is named, and the tool cannot tell whether it bears on this plan",
      message = "It is not clear what this history means for the plan.", advice = advice_meaning }
  else
    judge:not_met { "meaning", at = history, evidence = history,
      message = "The history is told, but not what it means for the plan.", advice = advice_meaning }
  end
end

return {
  id = "family-history",
  title = "The family's history is there, and what it means",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "safety" },
  criteria = {
    { id = "recorded", title = "the family's history is recorded",
      question = "What has happened in this family before?" },
    { id = "meaning", title = "it says what that means for the plan",
      question = "What does the family's history mean for this plan?" },
  },
  parameters = {
    min_words = { type = "integer", default = 4, minimum = 1, maximum = 50, help = "shorter texts count as not written" },
  },
  phrases = {
    meaning = {
      "this mean", "it mean", "that mean", "it has meant", "this has meant", "which mean", "plan mean", "what that mean",
      "what it mean", "what this mean", "mean now", "mean for {him|her|them|the|this}", "mean {that|the|we|he|she|they}",
      "so the plan", "so this plan", "so the work", "so we", "so {he|she|they}", "so {his|her|their}", "for this plan",
      "for the plan", "this plan", "the plan need", "the plan rely", "relevant {to|for} {the|this} plan", "{that|this} is why",
      "that's why", "matter to", "matter for", "matter because", "the pattern", "a pattern", "therefore", "for this reason",
      "as a result", "this explain", "which explain", "explain why", "help explain", "it make {him|her|them}",
      "this make {him|her|them}", "which make {him|her|them}", "has made {him|her|them}", "still affect", "affect how",
      "impact on how", "shape how", "shape the way", "has to be thought of", "{need|has|have} to be asked",
      "need to be told", "what help {him|her|them}", "what has helped", "what worked", "the risk now", "significance",
      "tell us that", "suggest that", "we have learned", "we have learnt", "lesson from", "be a risk point",
      "{he|she|they} need", "in this plan", "history show", "will {probably|likely} happen again", "trigger for {him|her|them}",
      "{he|she|they} find it hard", "{he|she|they} {expect|cannot trust|do not trust|don't trust}", "why {he|she|they}",
    },
    link = { "because of", "because", "led to", "has led", "caused by", "linked to", "due to this", "affected {him|her|them}",
      "impact on", "impacted on", "since then" },
  },
  check = function(plan, judge, parameters, phrases)
    local history = plan.history
    if not history:is_empty() and history:count_words() >= parameters.min_words and not is_denial(history) then
      judge:met { "recorded", at = history }
      judge_meaning(history, judge, phrases)
      return
    end
    judge:not_met { "recorded", at = history.written and history or plan,
      evidence = not history:is_empty() and history or nil,
      message = "The family's history is not recorded in the plan.",
      advice = "Write in a few sentences what happened in this family before, and what that means for this plan." }
    judge:not_applicable { "meaning", at = plan, reason = "no history is recorded (see recorded)" }
  end,
}
