-- Whether visits were as frequent as law, or this council for plans without a law, asks.

local interval = {}

local supported = { ["hostel"] = true, ["foyer"] = true, ["semi-independent"] = true, ["supported-lodgings"] = true,
  ["bed-and-breakfast"] = true }

local function newest_placement(plan)
  local newest
  for _, placement in ipairs(plan.placements) do
    if not newest or (placement.started and (not newest.started or placement.started > newest.started)) then
      newest = placement
    end
  end
  return newest
end

local supported_words = pattern([[\b(?:hostel|foyer|semi[- ]independent|supported (?:lodgings|accommodation|housing)|b ?& ?b|bed and breakfast)\b]])

-- Whether the council seems to provide the home of a young adult: coded, or in the words of a need.
local function is_provided(plan, kind)
  if kind then return supported[kind] == true end
  for _, need in ipairs(plan.needs) do
    if need.kind ~= "strength" and supported_words:matches(need.text) then return true end
  end
  return false
end

-- Where the plan has only the event of a placement.
local function placement_start(plan, placement)
  if placement and placement.started then return placement.started end
  local start
  for _, event in ipairs(plan:events("placement-started", "looked-after-from")) do
    if event.on and (not start or event.on > start) then start = event.on end
  end
  return start
end

-- The name of the statutory interval for a visit that follows one of this day; nil: none, with the reason.
local function statutory_name(plan, placement, day)
  local kind = placement and placement.kind
  local age = plan.child:age(day)
  if age and age >= 18 then
    if is_provided(plan, kind) then return "care-leaver-visit" end
    return nil, "the law sets an interval only where the council provides the home"
  end
  if kind == "with-parents" then return "placed-with-parents-visit" end
  if kind == "short-breaks" then return nil, "visits of short breaks are set in the short break plan" end
  local start = placement_start(plan, placement)
  if start and day < start:add_months(12) then return "placement-visit-first-year" end
  if placement and placement.expected == "long-term" then return "placement-visit-to-eighteen" end
  return "placement-visit-later"
end

local function deadline_by_law(plan, day)
  local name, none = statutory_name(plan, newest_placement(plan), day)
  if not name then return nil, none end
  local rule = statutory(name, day)
  if not rule then return nil, "no interval of law held on " .. tostring(day) end
  local due, working = rule:deadline(day)
  return due, working or "the working-day table does not reach this date", rule.confirmed
end

-- The last day for the visit after one of this day, how it was reckoned, whether the number is sure. nil: why not.
local function deadline(plan, day, parameters)
  if plan.kind == "care" or plan.kind == "pathway" then return deadline_by_law(plan, day) end
  local numbers = { ["child-in-need"] = parameters.child_in_need_days, ["early-help"] = parameters.early_help_days }
  if plan.kind == "child-protection" and parameters.child_protection_working_days > 0 then
    local count = parameters.child_protection_working_days
    return calendar.add_working_days(day, count), ("%d working days from %s"):format(count, tostring(day)), true
  elseif (numbers[plan.kind] or 0) > 0 then
    return day + numbers[plan.kind], ("%d days from %s"):format(numbers[plan.kind], tostring(day)), true
  end
  return nil, "no law sets an interval for visits of this kind of plan, and the rule set gives none"
end

local advice = "Visit within the interval, and where a visit could not be made, record why and when the next one is."

local function judge_gap(plan, judge, visit, next_day, parameters)
  local due, how, sure = deadline(plan, visit.on, parameters)
  if not due then return how end
  if next_day <= due then
    judge:met { "interval", at = visit }
    return nil
  end
  local last = next_day == plan.dates.written
  local message = ("After the visit of %s the child was next to be seen by %s (%s); %s."):format(tostring(visit.on),
    tostring(due), how, last and "no later visit is recorded" or "it was " .. tostring(next_day))
  if sure then
    judge:not_met { "interval", at = visit, message = message, advice = advice }
  else
    judge:needs_a_person { "interval", at = visit, reason = "the interval that held then is not confirmed", message = message,
      advice = advice }
  end
  return nil
end

function interval.judge(plan, judge, parameters, visits)
  local seen = {}
  for _, visit in ipairs(visits) do
    if visit.seen ~= false then seen[#seen + 1] = visit end
  end
  if #seen == 0 then
    local _, why = deadline(plan, plan.dates.written, parameters)
    judge:not_applicable { "interval", at = plan, reason = #visits == 0 and "no visit is recorded (see recorded)"
      or "the child was seen at no visit (see alone); " .. tostring(why) }
    return
  end
  local excuse
  for index, visit in ipairs(seen) do
    local next_visit = seen[index + 1]
    excuse = judge_gap(plan, judge, visit, next_visit and next_visit.on or plan.dates.written, parameters) or excuse
  end
  if excuse then judge:not_applicable { "interval", at = plan, reason = excuse } end
end

return interval
