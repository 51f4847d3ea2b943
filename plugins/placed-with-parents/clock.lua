-- Visits and reviews of a child at home on an order, by the law of each day.

local function happened(plan, kind)
  local found = {}
  for _, event in ipairs(plan:events(kind)) do
    if event.on and event.on <= plan.dates.written then found[#found + 1] = event end
  end
  table.sort(found, function(left, right) return left.on < right.on end)
  return found
end

local function last_day(check, start)
  local interval = statutory(check, start)
  if not interval then return nil, "no interval held on " .. tostring(start) end
  local due, working = interval:deadline(start)
  if not due then return nil, "the calendar does not reach from " .. tostring(start) end
  return due, working
end

local advice_visit = "Visit this week and see the child, alone if they are old enough; set the next visits in the plan and record each."

-- One gap between visits, or from the last to the day of the plan.
local function judge_gap(judge, check, from, to, visit, place)
  local due, working = last_day(check, from)
  if not due then
    judge:could_not_check { "visits", at = place, reason = working }
  elseif to > due then
    judge:not_met { "visits", at = place, advice = advice_visit,
      message = ("%s; %s."):format(working, visit and "visited " .. tostring(to) or "no later visit is recorded by " .. tostring(to)) }
  else
    judge:met { "visits", at = place }
  end
end

local function judge_visits(plan, judge, start, interim)
  local later = interim and "connected-person-visit" or "care-order-at-home-visit"
  local first = interim and "connected-person-visit-to-review" or "care-order-at-home-visit-first"
  local visits = {}
  for _, visit in ipairs(happened(plan, "visit")) do
    if visit.on >= start then visits[#visits + 1] = visit end
  end
  if #visits == 0 then
    judge_gap(judge, first, start, plan.dates.written, nil, plan)
    return
  end
  -- an older placement's chronology may begin later than the placement: its first visit is then not known
  if plan.dates.written - start <= 365 then judge_gap(judge, first, start, visits[1].on, true, visits[1]) end
  for index, visit in ipairs(visits) do
    local again = visits[index + 1]
    judge_gap(judge, later, visit.on, again and again.on or plan.dates.written, again ~= nil, again or plan)
  end
end

local function judge_reviews(plan, judge)
  local reviews = happened(plan, "looked-after-review")
  local last, check = reviews[#reviews], "later-looked-after-review"
  if #reviews == 0 then
    last, check = happened(plan, "looked-after-from")[1], "first-looked-after-review"
  elseif #reviews == 1 then
    check = "second-looked-after-review"
  end
  if not last then
    judge:could_not_check { "reviews", at = plan, reason = "neither a review nor the day of coming into care is recorded" }
    return
  end
  local due, working = last_day(check, last.on)
  if not due then
    judge:could_not_check { "reviews", at = last, reason = working }
  elseif plan.dates.written > due then
    judge:not_met { "reviews", at = last, message = working .. "; no later review is recorded.",
      advice = "Hold the review now; a child at home on an order is reviewed like any looked-after child." }
  else
    judge:met { "reviews", at = last }
  end
end

return { judge_visits = judge_visits, judge_reviews = judge_reviews }
