-- Whether the child has had plans of this kind before.

local history = {}

history.phrases = {
  plan = { "child protection", "CP", "CPP", "CIN", "child in need", "child protection plan", "CP plan", "CIN plan", "section 47",
    "on the register" },
  earlier = { "previous", "previously", "before", "second", "third", "fourth", "again", "re-referred", "re-referral", "closed",
    "earlier", "last time", "in the past", "stepped down", "ended" },
}

local year = pattern([[\b(?:19|20)\d\d\b]])
local none = pattern([[\b(?:no|not|never|first)\b[^.]{0,40}\b(?:previous|before|plans?|known)\b]])

local advice = "Say why the earlier help did not last, and what is different in this plan."

local function earlier_plan(plan, phrases)
  for _, text in ipairs({ plan.history, plan.analysis }) do
    for _, sentence in ipairs(text:sentences()) do
      if sentence:has(phrases.plan) and (sentence:has(phrases.earlier) or year:matches(sentence)) and not none:matches(sentence) then
        -- a year of this plan's own beginning is no earlier plan
        local own = tostring(plan.dates.started and plan.dates.started.year or plan.dates.written.year)
        local years = sentence:find_pattern(year)
        local before = sentence:has(phrases.earlier)
        for _, found in ipairs(years) do
          if found.words < own then before = true end
        end
        if before then return sentence end
      end
    end
  end
  return nil
end

function history.judge(plan, judge, asked, phrases)
  if not asked then
    judge:not_applicable { "repeat-plan", at = plan, reason = "repeated plans are a question for child in need and child protection plans" }
    return
  end
  local count = plan.previous_plans
  if count and count > 0 then
    judge:not_met { "repeat-plan", at = plan,
      message = count == 1 and "The child has had a plan of this kind before."
        or ("The child has had %d plans of this kind before."):format(count),
      advice = advice }
    return
  end
  local sentence = not count and earlier_plan(plan, phrases)
  if sentence then
    judge:not_met { "repeat-plan", at = sentence, evidence = sentence, message = "The child has had plans before.", advice = advice }
  elseif count == 0 then
    judge:met { "repeat-plan", at = plan }
  else
    judge:could_not_check { "repeat-plan", at = plan, reason = "the plan does not say how many there were before" }
  end
end

return history
