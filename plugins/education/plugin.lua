---@type plumbline.Plugin
-- Whether a personal education plan is in date and has targets that can be checked, and a pathway plan a target for
-- education, work or training.

local target = pattern([[(\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|all|half|expected standard|on his own|on her own|on their own|independently|grade|level|per cent)\b)]])
local vague = pattern([[^\s*\S*\s*(to |will |can )?(improved?|make|makes|achieve|achieves|support|monitor|reinforce|promote|engage|expected progress)\b]])

local advice_targets = "Say what the child will be able to do, by when, and how it will be seen: \"reads 40 of the first 100 words by "
  .. "Easter, 22 now\". One such target for each need."

local function meetings(plan)
  local found = {}
  for _, event in ipairs(plan:events("education-plan-meeting")) do
    if event.on and event.on <= plan.dates.written then found[#found + 1] = event end
  end
  table.sort(found, function(left, right) return left.on < right.on end)
  return found
end

local function looked_after_from(plan)
  local found
  for _, event in ipairs(plan:events("looked-after-from")) do
    if event.on and event.on <= plan.dates.written and (not found or event.on > found.on) then found = event end
  end
  return found
end

-- The first plan is due 20 working days after coming into care.
local function judge_first(judge, held, since)
  local interval = statutory("education-plan", since.on)
  local due, working
  if interval then due, working = interval:deadline(since.on) end
  if not due then return false end
  if held.on <= due then
    judge:met { "in-date", at = held }
  else
    judge:not_met { "in-date", at = held, message = ("%s; the first meeting was on %s."):format(working, tostring(held.on)),
      advice = "A date that has passed cannot be mended: say in the plan why it was late, and set the next meeting within the term." }
  end
  return true
end

-- School terms, counted on from the year 0: spring, summer (with its holidays), autumn. April may be either of two.
local names_of_terms = { [0] = "spring", "summer", "autumn" }

local function first_term(day)
  return day.year * 3 + (day.month <= 4 and 0 or day.month <= 8 and 1 or 2)
end

local function last_term(day)
  return day.month == 4 and day.year * 3 + 1 or first_term(day)
end

-- What shows that the meeting is too old on that day; nil where it is not, or may not be.
local function too_old(latest, day, months)
  if months > 0 then
    local due = latest:add_months(months)
    return day > due and ("The last meeting was on %s; %d months later is %s, and this plan is of %s."):format(tostring(latest),
      months, tostring(due), tostring(day)) or nil
  end
  local missed = last_term(latest) + 1
  return first_term(day) > missed and ("The last meeting was on %s; the %s term of %d passed without one, and this plan is of %s."):format(
    tostring(latest), names_of_terms[missed % 3], missed // 3, tostring(day)) or nil
end

local function judge_latest(plan, judge, parameters, latest, place)
  local message = too_old(latest.on, plan.dates.written, parameters.review_months)
  if message then
    judge:not_met { "in-date", at = place, message = message,
      advice = "Hold the personal education plan meeting this term and record the day." }
  else
    judge:met { "in-date", at = place }
  end
end

local function judge_in_date(plan, judge, parameters)
  local age = plan.child:age(plan.dates.written)
  local held, since = meetings(plan), looked_after_from(plan)
  if age and (age < parameters.from_age or age >= 18) then
    judge:not_applicable { "in-date", at = plan, reason = "asked of children of " .. parameters.from_age .. " to 17 years" }
    return
  end
  if #held == 0 then
    if plan.kind == "care" and not since then
      judge:could_not_check { "in-date", at = plan, reason = "neither a meeting nor the day of coming into care is recorded" }
      return
    end
    local interval = since and statutory("education-plan", since.on)
    local due, working
    if interval then due, working = interval:deadline(since.on) end
    if due and plan.dates.written <= due then
      judge:not_applicable { "in-date", at = plan, reason = "not due before " .. tostring(due) }
    else
      judge:not_met { "in-date", at = since or plan,
        message = (working and working .. "; no " or "No ") .. "meeting about the personal education plan is recorded.",
        advice = "Hold the meeting with the designated teacher and the virtual school, and record the day." }
    end
    return
  end
  -- a care plan's chronology need not hold the first meeting; the education plan's own does
  local first_judged = plan.kind == "personal-education" and since and held[1].on >= since.on and judge_first(judge, held[1], since)
  local latest = held[#held]
  if not first_judged or #held > 1 then
    judge_latest(plan, judge, parameters, latest, latest)
  elseif too_old(latest.on, plan.dates.written, parameters.review_months) then
    judge_latest(plan, judge, parameters, latest, plan)
  end
end

local function has_target(text)
  return not text:is_empty() and target:matches(text)
end

-- Precise is an outcome whose own words or measure can be counted, or every one of whose actions can.
local function is_precise(outcome)
  if has_target(outcome.statement) or has_target(outcome.measure) then return true end
  local counted, actions = 0, 0
  for _, action in ipairs(outcome.actions) do
    actions = actions + 1
    if has_target(action.measure) or has_target(action.task) and not vague:matches(action.task) then counted = counted + 1 end
  end
  return actions > 0 and counted * 2 > actions
end

local function judge_targets(plan, judge)
  if #plan.outcomes == 0 then
    judge:not_met { "precise-targets", at = plan, message = "The plan has no targets.", advice = advice_targets }
    return
  end
  for _, outcome in ipairs(plan.outcomes) do
    if is_precise(outcome) then
      judge:met { "precise-targets", at = outcome }
    else
      judge:not_met { "precise-targets", at = outcome, evidence = not outcome.statement:is_empty() and outcome.statement or nil,
        message = "Nobody could later say whether this target was reached.", advice = advice_targets }
    end
  end
end

local function judge_future(plan, judge, phrases)
  for _, outcome in ipairs(plan.outcomes) do
    local words = outcome.statement:find(phrases.future)
    if #words > 0 then
      judge:met { "future-target", at = outcome, evidence = words[1] }
      return
    end
  end
  for _, action in ipairs(plan.actions) do
    local words = action.task:find(phrases.future)
    if #words > 0 then
      judge:met { "future-target", at = action, evidence = words[1] }
      return
    end
  end
  judge:not_met { "future-target", at = plan,
    message = "No outcome or action is about education, work or training.",
    advice = "Write down what the young person wants to do next (course, job, apprenticeship), and the first step with its date." }
end

return {
  id = "education",
  title = "The education plan is in date and its targets can be checked",
  version = "1.0",
  api = 1,
  plans = { "personal-education", "care", "pathway" },
  criteria = {
    { id = "in-date", title = "the personal education plan is in date",
      question = "When does the next meeting about the personal education plan take place?" },
    { id = "precise-targets", title = "its targets can be checked",
      question = "How will anybody know that this target was reached?" },
    { id = "future-target", title = "a pathway plan has a target for education, work or training",
      question = "What is the young person's target for education, work or training?" },
  },
  parameters = {
    review_months = { type = "integer", default = 0, minimum = 0, maximum = 12,
      help = "most months between meetings; 0: not set, one every school term, as guidance says" },
    from_age = { type = "integer", default = 3, minimum = 2, maximum = 5, help = "from which age an education plan is asked for" },
  },
  phrases = {
    future = { "college", "university", "apprentice", "apprenticeship", "traineeship", "supported internship", "internship",
      "employment", "=job", "=jobs", "{find|look for|get|start} work", "work experience", "{start|keep|stay} in work", "EET", "NEET", "GCSE", "A level",
      "BTEC", "NVQ", "ESOL", "level #", "CV", "job centre", "jobcentre", "CSCS", "training course", "training provider", "prince's trust",
      "sixth form", "degree", "course", "career", "qualification", "open day", "employer", "interview for", "functional skills",
      "work placement", "education {and|or} training", "volunteering" },
  },
  check = function(plan, judge, parameters, phrases)
    if plan.kind == "pathway" then
      judge:not_applicable { "in-date", at = plan, reason = "asked of personal education plans and care plans" }
    else
      judge_in_date(plan, judge, parameters)
    end
    if plan.kind == "personal-education" then
      judge_targets(plan, judge)
    else
      judge:not_applicable { "precise-targets", at = plan, reason = "asked of personal education plans" }
    end
    if plan.kind == "pathway" then
      judge_future(plan, judge, phrases)
    else
      judge:not_applicable { "future-target", at = plan, reason = "asked of pathway plans" }
    end
  end,
}
