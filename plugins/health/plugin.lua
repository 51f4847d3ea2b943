---@type plumbline.Plugin
-- Whether the health assessments of a looked-after child come in time, and a care leaver gets their health history.

local assessments = require("assessments")

local function newest(plan, kind)
  local found
  for _, event in ipairs(plan:events(kind)) do
    if event.on and event.on <= plan.dates.written and (not found or event.on > found.on) then found = event end
  end
  return found
end

local function judge_dental(plan, judge, parameters, since)
  local written = plan.dates.written
  local checked = newest(plan, "dental-check")
  local from = written:add_months(-parameters.dental_months)
  local age = plan.child:age(written)
  if age and age < parameters.dental_from_age then
    judge:not_applicable { "dental", at = plan, reason = "asked of children from " .. parameters.dental_from_age .. " years" }
  elseif checked and checked.on >= from then
    judge:met { "dental", at = checked }
  elseif not checked and since and since.on > from then
    judge:not_applicable { "dental", at = plan,
      reason = ("looked after for less than %d months, and no check is recorded yet"):format(parameters.dental_months) }
  else
    judge:not_met { "dental", at = checked or plan,
      message = checked and ("The last dental check was on %s, more than %d months before the plan."):format(tostring(checked.on),
        parameters.dental_months) or "No dental check is recorded.",
      advice = "Book a dental check, write down who takes the child and when, and record the date when it is done." }
  end
end

local function judge_history(plan, judge, parameters)
  local given = newest(plan, "health-history-given")
  local age = plan.child:age(plan.dates.written)
  if given then
    judge:met { "history-given", at = given }
  elseif not age then
    judge:could_not_check { "history-given", at = plan, reason = "the date of birth is not recorded" }
  elseif age < parameters.history_from_age then
    judge:not_applicable { "history-given", at = plan,
      reason = ("due by the %dth birthday, which has not come yet"):format(parameters.history_from_age) }
  else
    judge:not_met { "history-given", at = plan, message = "Nothing records that the young person was given their health history.",
      advice = "Ask the looked-after children's nurse for the health history, go through it with the young person, and record the date." }
  end
end

local looked_after = { "requested-in-time", "initial-in-time", "review-in-time", "dental" }

local function not_for(judge, plan, criteria, reason)
  for _, criterion in ipairs(criteria) do judge:not_applicable { criterion, at = plan, reason = reason } end
end

return {
  id = "health",
  title = "Health assessments in time, and the health history given",
  version = "1.0",
  api = 1,
  plans = { "care", "pathway" },
  criteria = {
    { id = "requested-in-time", title = "the first health assessment was asked for at once",
      question = "Was the health assessment asked for, and when?" },
    { id = "initial-in-time", title = "the first health assessment was in time",
      question = "When was the child's health first assessed?" },
    { id = "review-in-time", title = "health is assessed again in time",
      question = "When is the child's health assessed again?" },
    { id = "dental", title = "a dentist has seen the child", question = "When does the child see a dentist?" },
    { id = "history-given", title = "a care leaver has their health history",
      question = "Has the young person been given their health history?" },
  },
  parameters = {
    request_working_days = { type = "integer", default = 2, minimum = 0, maximum = 20,
      help = "working days from coming into care to the request for the first assessment" },
    chronology_months = { type = "integer", default = 24, minimum = 6, maximum = 120,
      help = "how far back the chronology of a plan is expected to show the first weeks in care" },
    dental_months = { type = "integer", default = 12, minimum = 3, maximum = 24, help = "how many months a dental check counts" },
    dental_from_age = { type = "integer", default = 1, minimum = 0, maximum = 5, help = "from which age a dental check is asked for" },
    history_from_age = { type = "integer", default = 18, minimum = 16, maximum = 21,
      help = "by which age the health history should be given" },
  },
  check = function(plan, judge, parameters)
    if plan.kind == "pathway" then
      judge_history(plan, judge, parameters)
    else
      judge:not_applicable { "history-given", at = plan, reason = "asked of pathway plans" }
    end
    local age = plan.child:age(plan.dates.written)
    if age and age >= 18 then
      not_for(judge, plan, looked_after, "the young person is 18 or over and no longer looked after")
      return
    end
    for _, placement in ipairs(plan.placements) do
      if placement.kind == "short-breaks" then
        not_for(judge, plan, looked_after, "not asked of short breaks (regulation 48)")
        return
      end
    end
    local since = newest(plan, "looked-after-from")
    assessments.judge_request(plan, judge, parameters, since)
    assessments.judge_initial(plan, judge, parameters, since)
    assessments.judge_review(plan, judge, parameters, since)
    judge_dental(plan, judge, parameters, since)
  end,
}
