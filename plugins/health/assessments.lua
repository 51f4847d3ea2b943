-- The clock of health assessments: asked for, first, again.

local advice_late = "A date that has passed cannot be mended: say in the plan why it was late, and what was done for the child's health meanwhile."

local function happened(plan, ...)
  local found = {}
  for _, event in ipairs(plan:events(...)) do
    if event.on and event.on <= plan.dates.written then found[#found + 1] = event end
  end
  table.sort(found, function(left, right) return left.on < right.on end)
  return found
end

local function first_from(events, day)
  for _, event in ipairs(events) do
    if event.on >= day then return event end
  end
  return nil
end

-- The last day by law, and how it was reckoned; nil and why not.
local function last_day(check, start)
  local interval = statutory(check, start)
  if not interval then return nil, "no interval held on " .. tostring(start) end
  local due, working = interval:deadline(start)
  if not due then return nil, "the table of working days does not reach from " .. tostring(start) end
  return due, working
end

-- An assessment in the three months before coming into care stands for the first one.
local function made_before(assessed, since)
  for _, event in ipairs(assessed) do
    if event.on <= since.on and event.on >= since.on:add_months(-3) then return event end
  end
  return nil
end

-- Of a child who came into care long ago, today's chronology need not show the first weeks.
local function is_long_ago(plan, since, parameters)
  return since.on:add_months(parameters.chronology_months) < plan.dates.written
end

local function judge_request(plan, judge, parameters, since)
  if not since then
    judge:could_not_check { "requested-in-time", at = plan, reason = "the day of coming into care is not recorded" }
    return
  end
  local due = calendar.add_working_days(since.on, parameters.request_working_days)
  if not due then
    judge:could_not_check { "requested-in-time", at = since, reason = "the table of working days does not reach that day" }
    return
  end
  local requested = first_from(happened(plan, "health-assessment-requested"), since.on)
  local assessed = first_from(happened(plan, "initial-health-assessment"), since.on)
  local before = made_before(happened(plan, "initial-health-assessment", "review-health-assessment"), since)
  if requested and requested.on <= due or assessed and assessed.on <= due then
    judge:met { "requested-in-time", at = requested or assessed }
  elseif before then
    judge:not_applicable { "requested-in-time", at = before, reason = "an assessment was made in the three months before" }
  elseif requested then
    judge:not_met { "requested-in-time", at = requested,
      message = ("Asked for on %s, %d working days after coming into care on %s; %d are allowed, to %s."):format(
        tostring(requested.on), calendar.working_days(since.on, requested.on) or 0, tostring(since.on),
        parameters.request_working_days, tostring(due)),
      advice = advice_late }
  elseif assessed or #happened(plan, "review-health-assessment") > 0 or is_long_ago(plan, since, parameters) then
    judge:could_not_check { "requested-in-time", at = plan, reason = "the day of the request is not recorded" }
  elseif plan.dates.written <= due then
    judge:not_applicable { "requested-in-time", at = plan, reason = "not due before " .. tostring(due) }
  else
    judge:not_met { "requested-in-time", at = since, message = "No request for a health assessment is recorded; it was due by "
      .. tostring(due) .. ".", advice = "Send the request today, with consent, and record the day." }
  end
end

local function judge_initial(plan, judge, parameters, since)
  if not since then
    judge:could_not_check { "initial-in-time", at = plan, reason = "the day of coming into care is not recorded" }
    return
  end
  local due, working = last_day("initial-health-assessment", since.on)
  local assessed = happened(plan, "initial-health-assessment")
  local held = first_from(assessed, since.on)
  local before = made_before(happened(plan, "initial-health-assessment", "review-health-assessment"), since)
  if not due then
    judge:could_not_check { "initial-in-time", at = since, reason = working }
  elseif before then
    judge:met { "initial-in-time", at = before }
  elseif held and held.on <= due then
    judge:met { "initial-in-time", at = held }
  elseif held then
    judge:not_met { "initial-in-time", at = held, advice = advice_late,
      message = ("%s; held %s, %d working days after coming into care."):format(working, tostring(held.on),
        calendar.working_days(since.on, held.on) or 0) }
  elseif plan.dates.written <= due then
    judge:not_applicable { "initial-in-time", at = plan, reason = "not due before " .. tostring(due) }
  elseif #happened(plan, "review-health-assessment") > 0 or is_long_ago(plan, since, parameters) then
    judge:could_not_check { "initial-in-time", at = plan, reason = "the day of the first assessment is not recorded; the chronology may begin later" }
  else
    judge:not_met { "initial-in-time", at = since, message = working .. "; no health assessment is recorded.",
      advice = "Get the first health assessment booked with a doctor, and record the day." }
  end
end

-- Children under 5 at the half year are seen again then, others after a year.
local function review_check(plan, last)
  local age = plan.child:age(last.on:add_months(6))
  if not age then return nil end
  return age < 5 and "review-health-assessment-under-5" or "review-health-assessment"
end

local function judge_review(plan, judge, parameters, since)
  local assessed = happened(plan, "initial-health-assessment", "review-health-assessment")
  if #assessed == 0 and since and is_long_ago(plan, since, parameters) then
    judge:not_met { "review-in-time", at = plan, message = "No health assessment is recorded, and the child has been in care since "
      .. tostring(since.on) .. ".", advice = "Find out when the last one was; if it is due, book it. Record the day." }
    return
  elseif #assessed == 0 then
    judge:not_applicable { "review-in-time", at = plan, reason = "no first assessment is recorded (see initial-in-time)" }
    return
  end
  local judged = false
  for index, event in ipairs(assessed) do
    local check = review_check(plan, event)
    local due, working
    if check then due, working = last_day(check, event.on) end
    local again = assessed[index + 1]
    local late = due and (again and again.on > due or not again and plan.dates.written > due)
    if late then
      judged = true
      judge:not_met { "review-in-time", at = again or plan,
        message = ("%s; %s."):format(working, again and "held " .. tostring(again.on) or "no later assessment is recorded"),
        advice = "Book the review health assessment, tell the child when and where it is, and record the day." }
    elseif due and again then
      judged = true
      judge:met { "review-in-time", at = again }
    elseif not due and not again then
      judged = true
      judge:could_not_check { "review-in-time", at = plan, reason = working or "the date of birth is not recorded" }
    end
  end
  if not judged then
    judge:not_applicable { "review-in-time", at = plan, reason = "no review health assessment is due yet" }
  end
end

return { judge_request = judge_request, judge_initial = judge_initial, judge_review = judge_review }
