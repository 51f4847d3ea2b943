---@type plumbline.Plugin
-- Whether the child is seen, alone, and as often as is asked.

local alone = require("alone")
local interval = require("interval")

local function visits_of(plan)
  local visits = {}
  for _, event in ipairs(plan:events("visit")) do
    if event.on and event.on <= plan.dates.written then visits[#visits + 1] = event end
  end
  table.sort(visits, function(left, right) return left.on < right.on end)
  return visits
end

-- Whether being alone is not asked of this child yet; with the reason.
local function too_young(plan, parameters)
  if plan.child.unborn then return "the child is not yet born" end
  local age = plan.child:age(plan.dates.written)
  if age and age <= parameters.alone_from_age then
    return ("the child is %d; being seen alone is asked over %d"):format(age, parameters.alone_from_age)
  end
  return nil
end

local function judge_recorded(plan, judge, visits, young)
  if plan.child.unborn then
    judge:not_applicable { "recorded", at = plan, reason = "the child is not yet born" }
    return
  end
  for _, visit in ipairs(visits) do
    if visit.seen == nil or (visit.seen and visit.alone == nil and not young) then
      judge:not_met { "recorded", at = visit,
        message = visit.seen == nil and "The visit does not say whether the child was seen."
          or "The visit does not say whether the child was seen alone.",
        advice = "Record for every visit whether the child was seen, and whether they were seen alone." }
    else
      judge:met { "recorded", at = visit }
    end
  end
  if #visits > 0 then return end
  if plan.kind == "early-help" then
    judge:could_not_check { "recorded", at = plan, reason = "no visit is recorded in this plan" }
  else
    judge:not_met { "recorded", at = plan, message = "No visit to the child is recorded.",
      advice = "Record each visit with its day, whether the child was seen, and whether they were seen alone." }
  end
end

return {
  id = "seen-alone",
  title = "The child is seen, and seen alone",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "recorded", title = "visits say whether the child was seen and seen alone",
      question = "Was the child seen, and seen alone?" },
    { id = "alone", title = "the child was seen alone since the last review, or it says why not",
      question = "When was the child last seen alone, and if not, why not?" },
    { id = "interval", title = "visits are as frequent as this kind of plan asks",
      question = "When was the child seen, and is it often enough?" },
  },
  parameters = {
    alone_from_age = { type = "integer", default = 4, minimum = 0, maximum = 18,
      help = "a child older than this is to be seen alone" },
    review_grace_days = { type = "integer", default = 14, minimum = 0, maximum = 90,
      help = "a review so many days before the plan was written is the one it was written for, not the last one before" },
    child_protection_working_days = { type = "integer", default = 0, minimum = 0, maximum = 60,
      help = "most working days between visits under a child protection plan; 0: not set, not judged" },
    child_in_need_days = { type = "integer", default = 0, minimum = 0, maximum = 365,
      help = "most days between visits under a child in need plan; 0: not set, not judged" },
    early_help_days = { type = "integer", default = 0, minimum = 0, maximum = 365,
      help = "most days between visits under an early help plan; 0: not set, not judged" },
  },
  phrases = alone.phrases,
  check = function(plan, judge, parameters, phrases)
    local visits = visits_of(plan)
    if plan.kind == "personal-education" and #visits == 0 then
      for _, criterion in ipairs({ "recorded", "alone", "interval" }) do
        judge:not_applicable { criterion, at = plan, reason = "visits are recorded with the care plan" }
      end
      return
    end
    local young = too_young(plan, parameters)
    judge_recorded(plan, judge, visits, young)
    if young then
      judge:not_applicable { "alone", at = plan, reason = young }
    else
      alone.judge(plan, judge, parameters, phrases, visits)
    end
    interval.judge(plan, judge, parameters, visits)
  end,
}
