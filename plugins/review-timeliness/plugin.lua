---@type plumbline.Plugin
-- Whether conferences, core groups and reviews are held in time, and the next one is set.

local clock = require("clock")

local review_kinds = { "review-conference", "core-group", "child-in-need-meeting", "early-help-review", "looked-after-review",
  "pathway-review", "education-plan-meeting", "initial-conference" }

local function judge_step(plan, judge, step)
  local written = plan.dates.written
  if not step.due then return false end -- beyond the calendar, or no interval
  local event = step.event
  local day = event and event.day
  if day and day <= step.due then
    judge:met { "held-in-time", at = event }
    return true
  end
  if not day and written <= step.due then return false end -- not due yet
  local message
  if event and event.happened then
    message = ("The %s: %s; held %s: %s."):format(step.title, step.working, tostring(day), clock.late(step, day))
  elseif event then
    message = ("The %s: %s; planned for %s: %s."):format(step.title, step.working, tostring(day), clock.late(step, day))
  else
    message = ("The %s: %s; none is recorded."):format(step.title, step.working)
  end
  -- what is missing has no place of its own: the start may itself be a review that was in time
  local finding = { "held-in-time", at = event or plan.dates, message = message,
    advice = "Hold it within the interval; where that cannot be done, record who agreed to the delay and why." }
  if step.unsure then
    finding.reason = step.unsure
    judge:needs_a_person(finding)
  else
    judge:not_met(finding)
  end
  return true
end

local function judge_next(plan, judge)
  if plan.status == "closed" or plan.dates.closed then
    judge:not_applicable { "next-planned", at = plan.dates, reason = "the plan is closed" }
    return
  end
  if plan.dates.next_review then
    judge:met { "next-planned", at = plan.dates }
    return
  end
  for _, event in ipairs(plan:events(table.unpack(review_kinds))) do
    if event.day and event.day > plan.dates.written then
      judge:met { "next-planned", at = event }
      return
    end
  end
  judge:not_met { "next-planned", at = plan.dates, owner = "timescales/review-set", message = "No next review is planned.",
    advice = "Set the day of the next review and write it into the plan." }
end

return {
  id = "review-timeliness",
  title = "Reviews are held in time",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "held-in-time", title = "conferences, core groups and reviews are within their interval",
      question = "Why was this not held in time, and what was done for the child meanwhile?" },
    { id = "next-planned", title = "the next one is planned", question = "When is the next review?" },
  },
  parameters = {
    not_recorded = { type = "list", default = {},
      help = "kinds of event that the recording system does not hand over: that there is none says nothing" },
    core_group_weeks = { type = "integer", default = 0, minimum = 0, maximum = 26,
      help = "most weeks between core groups; 0: not set, not judged" },
    child_in_need_weeks = { type = "integer", default = 0, minimum = 0, maximum = 52,
      help = "most weeks between child in need meetings; 0: not set, not judged" },
    early_help_weeks = { type = "integer", default = 0, minimum = 0, maximum = 52,
      help = "most weeks between early help reviews; 0: not set, not judged" },
    education_plan_weeks = { type = "integer", default = 0, minimum = 0, maximum = 52,
      help = "most weeks between education plan meetings; 0: not set, not judged" },
  },
  check = function(plan, judge, parameters)
    local judged = false
    for _, step in ipairs(clock.steps(plan, parameters)) do
      judged = judge_step(plan, judge, step) or judged
    end
    if not judged then
      judge:not_applicable { "held-in-time", at = plan, reason = "no conference, core group or review with an interval was due" }
    end
    judge_next(plan, judge)
  end,
}
