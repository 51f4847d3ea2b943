-- Whether the words of a decision say why.

local reasons = {}

reasons.phrases = {
  -- what has been seen: facts that a reason rests on
  fact = { "because", "evidence", "no longer", "has been", "have been", "has not", "have not", "has had", "sustained", "reduced",
    "improved", "progress", "consistent", "consistently", "attended", "attending", "engaged", "completed", "months", "weeks",
    "since", "no further incidents", "no incidents", "no concerns", "has moved", "have moved", "has separated", "in place",
    "feels safe", "is safe", "says", "told", "risk has", "risks have", "lower", "met all", "achieved", "due to", "so that",
    "i am satisfied", "i considered", "school report", "withdrawn", "refused consent", "does not consent", "left the area" },
  -- a conclusion whose ground is not said
  conclusion = { "threshold", "criteria", "not met", "agreed", "appropriate", "suitable", "no role", "proportionate", "as" },
}

local advice = "Say what has changed, how you know, and what will keep it so: for example \"No incidents since March, all core "
  .. "group members report Mum keeps the routine, school will ring if attendance falls\"."

function reasons.judge(decision, judge, parameters, phrases)
  local text = decision.text
  if text:is_empty() then
    judge:not_met { "rationale", at = decision, message = "The decision is recorded without a reason.", advice = advice }
  elseif text:count_words() < parameters.min_words then
    judge:not_met { "rationale", at = decision, evidence = text, message = "These words say what was decided, not why.",
      advice = advice }
  elseif text:has(phrases.fact) then
    judge:met { "rationale", at = decision, evidence = text:find(phrases.fact) }
  elseif text:has(phrases.conclusion) and text:count_words() < 2 * parameters.min_words then
    judge:not_met { "rationale", at = decision, evidence = text, message = "These words give a conclusion, not what it rests on.",
      advice = advice }
  else
    judge:needs_a_person { "rationale", at = decision, evidence = text:sentences()[1],
      reason = "a reason may stand in these words, and the tool cannot tell",
      message = "It is not clear from these words why this was decided.", advice = advice }
  end
end

return reasons
