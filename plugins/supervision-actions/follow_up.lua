-- Whether a supervision record says what became of what was agreed last time.

local follow_up = {}

local advice = "Go through last time's actions one by one: done and when, or not done, why, and what happens now."

local function is_first(plan)
  for _, event in ipairs(plan:events("supervision")) do
    if event.on and event.on < plan.dates.written then return false end
  end
  return (plan.version or 1) <= 1
end

-- An action whose day was already past and that is still open as it was.
local function left_open(plan)
  for _, action in ipairs(plan.actions) do
    local open = action.status == "open" or action.status == "in-progress"
    if open and action.due and action.due < plan.dates.written then return action end
  end
  return nil
end

local function finished(plan)
  for _, action in ipairs(plan.actions) do
    if action.status == "done" or action.status == "abandoned" then return action end
  end
  return nil
end

-- What is said of last time: the sentence, and the ones that follow it in the same text.
local function account(plan, phrases)
  local texts = { plan.analysis }
  for _, decision in ipairs(plan.decisions) do texts[#texts + 1] = decision.text end
  for _, text in ipairs(texts) do
    local sentences = text:sentences()
    for index, sentence in ipairs(sentences) do
      if sentence:has(phrases.last_time) then
        return { sentence, sentences[index + 1], sentences[index + 2] }
      end
    end
  end
  return nil
end

local function any(sentences, set)
  for _, sentence in ipairs(sentences) do
    if sentence:has(set) then return true end
  end
  return false
end

function follow_up.judge(plan, judge, phrases)
  if is_first(plan) then
    judge:not_applicable { "followed-up", at = plan, reason = "it is the first supervision recorded" }
    return
  end
  local said = account(plan, phrases)
  local late = left_open(plan)
  if said and any(said, phrases.vague) and not any(said, phrases.reason) then
    judge:not_met { "followed-up", at = said[1], evidence = said[1],
      message = "Earlier actions are carried on without saying which were done, which were not, and what happens now.", advice = advice }
  elseif late and not (said and any(said, phrases.reason)) then
    judge:not_met { "followed-up", at = late, message = "This was to be done before this supervision; it is still open and nothing is said of it.",
      advice = advice }
  elseif said and any(said, phrases.done) then
    judge:met { "followed-up", at = said[1], evidence = said[1] }
  elseif finished(plan) then
    judge:met { "followed-up", at = finished(plan) }
  elseif said then
    judge:needs_a_person { "followed-up", at = said[1], evidence = said[1],
      reason = "earlier actions are spoken of, and the tool cannot tell what became of each",
      message = "It is not clear what became of the earlier actions.", advice = advice }
  else
    judge:not_met { "followed-up", at = plan.analysis.written and plan.analysis or plan,
      message = "The record does not say what became of the actions agreed last time.", advice = advice }
  end
end

return follow_up
