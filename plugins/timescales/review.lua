-- Whether the plan's next review is set, and in time.

local advice_set = "Set the date of the next review and write it into the plan."

-- The newest event of a kind that happened by the day the plan was written, and how many there were.
local function newest(plan, kind)
  local found, count = nil, 0
  for _, event in ipairs(plan:events(kind)) do
    if event.on and event.on <= plan.dates.written then
      count = count + 1
      if not found or event.on > found.on then found = event end
    end
  end
  return found, count
end

-- What the next review is reckoned from, and the statutory check that sets how long: { event, check }.
local function reckoned_from(plan)
  if plan.kind == "child-protection" then
    local held = newest(plan, "review-conference")
    if held then return held, "later-review-conference" end
    return newest(plan, "initial-conference"), "first-review-conference"
  elseif plan.kind == "care" then
    local held, count = newest(plan, "looked-after-review")
    if not held then return newest(plan, "looked-after-from"), "first-looked-after-review" end
    return held, count == 1 and "second-looked-after-review" or "later-looked-after-review"
  elseif plan.kind == "pathway" then
    return newest(plan, "pathway-review"), "pathway-review"
  end
  return nil, nil
end

local function judge_interval(plan, judge, event, check)
  local interval = statutory(check, event.on)
  local due, working
  if interval then due, working = interval:deadline(event.on) end
  local next_review = plan.dates.next_review
  if interval and not due then
    judge:could_not_check { "review-set", at = plan.dates,
      reason = "the working-day table does not reach from " .. tostring(event.on) }
  elseif not interval or next_review <= due then
    judge:met { "review-set", at = plan.dates }
  elseif interval.confirmed then
    judge:not_met { "review-set", at = plan.dates,
      message = ("The next review is set for %s, later than the interval allows: %s."):format(tostring(next_review),
        working),
      advice = "Bring the review forward to " .. tostring(due) .. " or before." }
  else
    judge:needs_a_person { "review-set", at = plan.dates, reason = "the interval is not confirmed: " .. (interval.source or ""),
      message = ("The next review is set for %s; by the interval it would be due: %s."):format(tostring(next_review),
        working),
      advice = "Check the interval that holds for this review." }
  end
end

local review = {}

function review.judge(plan, judge, parameters)
  local next_review = plan.dates.next_review
  if not next_review then
    if plan.status == "closed" then
      judge:not_applicable { "review-set", at = plan.dates, reason = "the plan is closed" }
    else
      judge:not_met { "review-set", at = plan.dates, message = "No date is set for the next review.", advice = advice_set }
    end
    return
  end
  local event, check = reckoned_from(plan)
  if event then
    judge_interval(plan, judge, event, check)
  elseif parameters.max_review_days > 0 and next_review - plan.dates.written > parameters.max_review_days then
    judge:not_met { "review-set", at = plan.dates,
      message = ("The next review is %d days after the plan; this council asks for at most %d."):format(
        next_review - plan.dates.written, parameters.max_review_days),
      advice = "Bring the review forward." }
  else
    judge:met { "review-set", at = plan.dates }
  end
end

return review
