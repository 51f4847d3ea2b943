---@type plumbline.Plugin
-- Whether a plan goes on without getting anywhere.

local history = require("history")
local unchanged = require("unchanged")

local function has(list, word)
  for _, item in ipairs(list) do
    if item == word then return true end
  end
  return false
end

-- The day to judge by: today while the plan is the current one, or the day it was written once a newer one is likely.
local function reckoned_on(plan, parameters)
  local written, today = plan.dates.written, as_of()
  if today > written and today - written <= parameters.current_for_days then return today end
  return written
end

local function judge_duration(plan, judge, parameters, today)
  local started = plan.dates.started
  if not has(parameters.duration_kinds, plan.kind) then
    judge:not_applicable { "duration", at = plan, reason = "plans of this kind may rightly last; they are judged by their actions" }
  elseif not started then
    judge:could_not_check { "duration", at = plan.dates, reason = "the day this help began is not given" }
  else
    local last = plan.dates.closed or today
    local escalate = last > started:add_months(parameters.escalate_after_months)
    if escalate or last > started:add_months(parameters.review_after_months) then
      judge:not_met { "duration", at = plan.dates,
        message = ("Open since %s: longer than %d months."):format(tostring(started),
          escalate and parameters.escalate_after_months or parameters.review_after_months),
        advice = escalate and "Take it to a senior manager: what has changed for the child, what has not, and what is decided now."
          or "Review with a manager whether this plan is working, and say what will be done differently." }
    else
      judge:met { "duration", at = plan.dates }
    end
  end
end

local function judge_overdue(plan, judge, parameters)
  local today = reckoned_on(plan, parameters)
  local asked = false
  for _, action in ipairs(plan.actions) do
    local last_day = action.due or timescale(action).last_day
    if action.status == "done" or action.status == "abandoned" or last_day then asked = true end
    if last_day and (action.status == "open" or action.status == "in-progress") then
      if last_day < today then
        judge:not_met { "overdue", at = action, owner = action.due and action.due < plan.dates.written and "timescales/possible" or nil,
          message = ("Open, and it was to be done by %s."):format(tostring(last_day)),
          advice = "Do it, or say why it was not done and set a new day or a different action." }
      else
        judge:met { "overdue", at = action }
      end
    elseif action.status == "done" or action.status == "abandoned" then
      judge:met { "overdue", at = action }
    end
  end
  if not asked then
    judge:not_applicable { "overdue", at = plan, reason = "no action has a last day" }
  end
end

return {
  id = "drift",
  title = "The plan does not drift",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "duration", title = "it is not open for too long",
      question = "Why is this plan still needed after so long, and what must change for it to end?" },
    { id = "overdue", title = "no open action is past its day",
      question = "Was this done, and if not, what happens now?" },
    { id = "unchanged", title = "actions are not carried over unchanged from version to version",
      question = "Why does this stand here unchanged since the last version?" },
    { id = "repeat-plan", title = "it is not one more plan of the same kind for this child",
      question = "What is different this time, now that the child has had such a plan before?" },
  },
  parameters = {
    review_after_months = { type = "integer", default = 9, minimum = 1, maximum = 60, help = "months after which a plan is looked at again" },
    escalate_after_months = { type = "integer", default = 15, minimum = 1, maximum = 60,
      help = "months after which a plan is taken to a senior manager" },
    duration_kinds = { type = "list", default = { "early-help", "child-in-need", "child-protection", "safety" },
      help = "the kinds of plan that are judged by how long they are open" },
    repeat_kinds = { type = "list", default = { "child-in-need", "child-protection" },
      help = "the kinds of plan for which an earlier plan is a sign of drift" },
    current_for_days = { type = "integer", default = 183, minimum = 0, maximum = 36500,
      help = "so many days after it was written a plan is judged by today; later, by the day it was written" },
  },
  phrases = history.phrases,
  check = function(plan, judge, parameters, phrases)
    judge_duration(plan, judge, parameters, reckoned_on(plan, parameters))
    judge_overdue(plan, judge, parameters)
    history.judge(plan, judge, has(parameters.repeat_kinds, plan.kind), phrases)
  end,
  remember = unchanged.remember,
  compare = unchanged.compare,
}
