-- Which conference, core group or review was due when: { title, start, event, due, working, unsure }.

local clock = {}

local function in_order(plan, ...)
  local events = {}
  for _, event in ipairs(plan:events(...)) do
    if event.day then events[#events + 1] = event end
  end
  table.sort(events, function(left, right)
    if left.day ~= right.day then return left.day < right.day end
    return left.line < right.line
  end)
  return events
end

local function by_law(title, check, start, event)
  local rule = statutory(check, start.day)
  if not rule then return nil end
  local due, working = rule:deadline(start.day)
  return { title = title, start = start, event = event, due = due, working = working,
    in_working_days = rule.unit == "working days",
    unsure = not rule.confirmed and "the interval that held then is not confirmed" or nil }
end

local function by_weeks(title, weeks, start, event)
  return { title = title, start = start, event = event, due = start.day + 7 * weeks,
    working = ("%d weeks from %s: due %s"):format(weeks, tostring(start.day), tostring(start.day + 7 * weeks)) }
end

-- "2 working days late", "1 day late"
function clock.late(step, day)
  local count = step.in_working_days and calendar.working_days(step.due, day) or day - step.due
  local unit = step.in_working_days and "working day" or "day"
  return ("%d %s%s late"):format(count, unit, count == 1 and "" or "s")
end

local function first_after(events, day)
  for _, event in ipairs(events) do
    if event.day >= day then return event end
  end
  return nil
end

local function has(list, word)
  for _, item in ipairs(list) do
    if item == word then return true end
  end
  return false
end

-- The strategy discussion at which the section 47 enquiry was begun; else the last before the conference. Where the
-- system hands over no strategy discussions, the enquiry's own start, which is never earlier.
local function initiating(plan, conference, unrecorded)
  local enquiry
  for _, event in ipairs(in_order(plan, "section-47-started")) do
    if event.happened and (not conference or event.day <= conference.day) then enquiry = event end
  end
  if has(unrecorded, "strategy-discussion") then return enquiry, true end
  local found
  for _, event in ipairs(in_order(plan, "strategy-discussion")) do
    local limit = enquiry or conference
    if event.happened and (not limit or event.day <= limit.day) then found = event end
  end
  return found, false
end

local function add(steps, step)
  if step then steps[#steps + 1] = step end
end

local function add_initial_conference(plan, steps, unrecorded)
  local conferences = in_order(plan, "initial-conference")
  local conference = conferences[#conferences]
  local began, by_enquiry = initiating(plan, conference, unrecorded)
  -- an enquiry without a conference may have ended without one
  if began and conference then
    local step = by_law("initial conference", "initial-conference", began, conference)
    if step and by_enquiry then step.working = (step.working or "") .. ", counted from the start of the section 47 enquiry" end
    add(steps, step)
  end
  return conference and conference.happened and conference or nil
end

local function ended(plan, kind)
  for _, decision in ipairs(plan.decisions) do
    if decision.kind == "step-down" or decision.kind == "closure" then return true end
  end
  return plan.kind ~= kind
end

local function add_protection(plan, steps, parameters)
  local unrecorded = parameters.not_recorded
  local conference = add_initial_conference(plan, steps, unrecorded)
  if not conference then return end
  local over = ended(plan, "child-protection")
  local groups, reviews = in_order(plan, "core-group"), in_order(plan, "review-conference")
  local first = first_after(groups, conference.day)
  if first or not (over or has(unrecorded, "core-group")) then
    add(steps, by_law("first core group", "first-core-group", conference, first))
  end
  if parameters.core_group_weeks > 0 and not has(unrecorded, "core-group") then
    for index, group in ipairs(groups) do
      local following = groups[index + 1]
      if group.happened and (following or not over) then
        add(steps, by_weeks("next core group", parameters.core_group_weeks, group, following))
      end
    end
  end
  local first_review = first_after(reviews, conference.day)
  if first_review or not over then
    add(steps, by_law("first review conference", "first-review-conference", conference, first_review))
  end
  for index, review in ipairs(reviews) do
    local following = reviews[index + 1]
    if review.happened and (following or not over) then
      add(steps, by_law("next review conference", "later-review-conference", review, following))
    end
  end
end

-- Of a long chronology only the newest part may be there: then the first review listed is not the first held.
local function is_cut_off(since, first)
  return first and first.day > since.day:add_months(9)
end

local function add_looked_after(plan, steps)
  local starts = in_order(plan, "looked-after-from")
  local since = starts[#starts]
  local reviews = in_order(plan, "looked-after-review")
  local first = since and first_after(reviews, since.day) or reviews[1]
  local cut_off = not since or is_cut_off(since, first)
  if since and not cut_off then add(steps, by_law("first looked-after review", "first-looked-after-review", since, first)) end
  local number = 0
  for index, review in ipairs(reviews) do
    if review.happened and (not since or review.day >= since.day) then
      number = number + 1
      local check = number == 1 and not cut_off and "second-looked-after-review" or "later-looked-after-review"
      add(steps, by_law(number == 1 and not cut_off and "second looked-after review" or "next looked-after review", check, review,
        reviews[index + 1]))
    end
  end
end

local function add_each_by_law(plan, steps, kind, title, check)
  local events = in_order(plan, kind)
  for index, event in ipairs(events) do
    if event.happened then add(steps, by_law(title, check, event, events[index + 1])) end
  end
end

local function add_each_by_weeks(plan, steps, kind, title, weeks)
  if weeks == 0 then return end
  local events = in_order(plan, kind)
  for index, event in ipairs(events) do
    if event.happened then add(steps, by_weeks(title, weeks, event, events[index + 1])) end
  end
end

local function add_education(plan, steps)
  local starts = in_order(plan, "looked-after-from")
  local since = starts[#starts]
  if not since then return end
  local first = first_after(in_order(plan, "education-plan-meeting"), since.day)
  if not is_cut_off(since, first) then add(steps, by_law("first education plan meeting", "education-plan", since, first)) end
end

function clock.steps(plan, parameters)
  local steps = {}
  if plan.kind == "child-protection" or plan.kind == "child-in-need" or plan.kind == "safety" then
    add_protection(plan, steps, parameters)
  end
  if plan.kind == "child-in-need" then
    add_each_by_weeks(plan, steps, "child-in-need-meeting", "next child in need meeting", parameters.child_in_need_weeks)
  elseif plan.kind == "early-help" then
    add_each_by_weeks(plan, steps, "early-help-review", "next early help review", parameters.early_help_weeks)
  elseif plan.kind == "care" then
    add_looked_after(plan, steps)
  elseif plan.kind == "pathway" then
    add_each_by_law(plan, steps, "pathway-review", "next pathway review", "pathway-review")
  elseif plan.kind == "personal-education" then
    add_education(plan, steps)
    add_each_by_weeks(plan, steps, "education-plan-meeting", "next education plan meeting", parameters.education_plan_weeks)
  end
  return steps
end

return clock
