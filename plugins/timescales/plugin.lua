---@type plumbline.Plugin
-- Whether every action has a last day that can be worked out and kept, and the plan a next review in time.

local review = require("review")

local advice = "Give a date, or a number of weeks from the plan's date; for something that repeats, how often and until when."

-- Kinds of timescale that name no day that can be kept: one finding, under "possible".
local impossible = { ["past"] = true, ["invalid-date"] = true, ["contradictory"] = true }

local messages = {
  ["none"] = "No timescale is written, and no due date is coded.",
  ["open-ended"] = "This has a beginning or a rhythm, but no last day.",
  ["vague"] = "The last day cannot be worked out from these words.",
}

local function judge_bounded(action, time, judge)
  if time.bounded then
    judge:met { "bounded", at = action, evidence = time.words }
    return
  end
  judge:not_met { "bounded", at = action, evidence = time.words,
    owner = impossible[time.kind] and "timescales/possible" or nil,
    message = messages[time.kind] or ("The last day cannot be worked out: %s."):format(time.how), advice = advice }
end

local function judge_possible(action, time, judge)
  if action.status == "done" or action.status == "abandoned" then
    judge:not_applicable { "possible", at = action, reason = "the action is " .. action.status }
  elseif not time.possible then
    judge:not_met { "possible", at = action, evidence = time.words,
      message = ("This day cannot be kept: %s."):format(time.how),
      advice = "Agree a new day after the plan's date, and make the words and the coded date say the same." }
  elseif not time.bounded and not action.due then
    judge:not_applicable { "possible", at = action, reason = "there is no day to hold against the plan (see bounded)" }
  else
    judge:met { "possible", at = action }
  end
end

local function judge_actions(plan, judge)
  for _, action in ipairs(plan.actions) do
    local time = timescale(action)
    judge_bounded(action, time, judge)
    judge_possible(action, time, judge)
  end
  if #plan.actions == 0 then
    judge:not_applicable { "bounded", at = plan, reason = "the plan has no actions" }
    judge:not_applicable { "possible", at = plan, reason = "the plan has no actions" }
  end
end

return {
  id = "timescales",
  title = "Actions and reviews have days that can be kept",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "bounded", title = "the last day can be worked out", question = "By which day will this be done?" },
    { id = "possible", title = "it is a real day, after the plan was written, and words and date agree",
      question = "Which day is right?" },
    { id = "review-set", title = "the next review is set, within the interval for this kind of plan",
      question = "When is the next review?" },
  },
  parameters = {
    max_review_days = { type = "integer", default = 0, minimum = 0,
      help = "days from the plan's date to its next review at most, where no law sets it; 0: the council sets none" },
  },
  check = function(plan, judge, parameters)
    judge_actions(plan, judge)
    review.judge(plan, judge, parameters)
  end,
}
