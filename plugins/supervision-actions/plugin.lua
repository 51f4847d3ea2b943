---@type plumbline.Plugin
-- Whether a supervision record says who does what by when, follows earlier actions up, and directs.

local follow_up = require("follow_up")

local function judge_action(action, judge)
  local time = timescale(action)
  local advice = "Name one person and the day by which it is done."
  if #action.owners == 0 then
    judge:not_met { "owner-and-timescale", at = action, owner = "smart-targets/achievable",
      message = "Nobody is named who will do this.", advice = advice }
  elseif not time.bounded then
    judge:not_met { "owner-and-timescale", at = action, owner = "timescales/bounded", evidence = time.words,
      message = "There is no last day by which this is to be done.", advice = advice }
  else
    judge:met { "owner-and-timescale", at = action }
  end
end

local function judge_challenge(plan, judge, phrases)
  local texts = { plan.analysis }
  for _, decision in ipairs(plan.decisions) do texts[#texts + 1] = decision.text end
  local asked, written
  for _, text in ipairs(texts) do
    if not text:is_empty() then
      written = written or text
      for _, sentence in ipairs(text:sentences()) do
        if sentence:has(phrases.direction) then
          judge:met { "challenge", at = text, evidence = sentence }
          return
        end
        if not asked and sentence:has(phrases.question) and not sentence:has(phrases.feeling) then asked = sentence end
      end
    end
  end
  local advice = "Write down what was questioned and what is decided: for example \"I asked how we know. See Sam alone by "
    .. "Friday; if that fails I call a strategy discussion\"."
  if asked then
    judge:needs_a_person { "challenge", at = asked, evidence = asked,
      reason = "a question is recorded, and the tool cannot tell whether anything was put to the test",
      message = "It is not clear whether this questions the work or directs it.", advice = advice }
  else
    judge:not_met { "challenge", at = written or plan, evidence = written and written:sentences()[1] or nil,
      message = "The record describes and agrees; it does not question what is known or say what must happen next.",
      advice = advice }
  end
end

return {
  id = "supervision-actions",
  title = "Supervision directs the work and follows it up",
  version = "1.0",
  api = 1,
  plans = { "supervision" },
  criteria = {
    { id = "owner-and-timescale", title = "every action has an owner and a last day",
      question = "Who will do this, and by when?" },
    { id = "followed-up", title = "what was agreed last time is followed up",
      question = "What became of what was agreed last time?" },
    { id = "challenge", title = "there is challenge or direction, not only description",
      question = "What must happen next, and what do we not know yet?" },
  },
  phrases = {
    last_time = { "last time", "last supervision", "last session", "last month", "previous supervision", "previous actions",
      "earlier actions", "since last supervision", "actions from", "outstanding action", "outstanding from", "carried over",
      "carried forward", "agreed in", "agreed last" },
    done = { "completed", "done", "finished", "sent", "received", "held", "attended", "signed", "made", "seen", "returned",
      "visited", "updated", "submitted", "was agreed", "took place", "has been" },
    vague = { "a few", "some of", "some not", "some actions", "most of", "several not", "carry on", "carry forward", "still to be", "not done", "ongoing", "as before",
      "no change", "remain outstanding", "roll over", "to continue", "mostly" },
    reason = { "because", "new date", "now by", "instead", "i will", "escalate", "to be done by", "reason" },
    direction = { "challenged", "directed", "direction", "i want", "i asked * to", "must", "not satisfied",
      "not good enough", "not accept", "instructed", "what if", "what would", "what is the evidence", "what's the evidence",
      "how do we know", "how do you know", "hypothesis", "alternative explanation", "my decision", "my view", "decided",
      "i disagree", "did not agree", "escalate", "escalated", "bottom line", "legal planning", "legal gateway",
      "strategy discussion today", "strategy discussion by", "call a strategy discussion", "come back to me", "report back",
      "i do not think", "i don't think", "we do not know", "we don't know", "unless", "why has", "why have", "why hasn't",
      "why is", "why did" },
    question = { "asked why", "asked whether", "asked what", "asked who", "asked when", "asked which", "asked how", "questioned",
      "considered whether", "discussed whether", "wondered" },
    feeling = { "feeling", "feels", "caseload", "wellbeing", "coping" },
  },
  check = function(plan, judge, _, phrases)
    for _, action in ipairs(plan.actions) do judge_action(action, judge) end
    if #plan.actions == 0 then
      judge:not_applicable { "owner-and-timescale", at = plan, reason = "the record has no actions" }
    end
    follow_up.judge(plan, judge, phrases)
    judge_challenge(plan, judge, phrases)
  end,
}
