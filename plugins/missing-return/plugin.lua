---@type plumbline.Plugin
-- Whether a child who came back is talked with in time, and whether the plan does something about why they went.

local function happened(plan, kind)
  local found = {}
  for _, event in ipairs(plan:events(kind)) do
    if event.on and event.on <= plan.dates.written then found[#found + 1] = event end
  end
  table.sort(found, function(left, right) return left.on < right.on end)
  return found
end

-- The first interview after a return that does not belong to a later time away.
local function interview_after(returned, interviews, absences)
  local until_day
  for _, absence in ipairs(absences) do
    if absence.on > returned.on then
      until_day = absence.on
      break
    end
  end
  for _, interview in ipairs(interviews) do
    if interview.on >= returned.on and (not until_day or interview.on <= until_day) then return interview end
  end
  return nil
end

local advice_interview = "Offer the talk within 72 hours, with somebody independent whom the child can trust; if they say no, record the "
  .. "offer, the answer and what else is known."

local function judge_return(plan, judge, returned, interviews, absences)
  local interval = statutory("return-interview", returned.on)
  if not interval then
    judge:not_applicable { "interview-in-time", at = returned, reason = "no interval held on " .. tostring(returned.on) }
    return
  end
  local due, working = interval:deadline(returned.on)
  local held = interview_after(returned, interviews, absences)
  if not due then
    judge:could_not_check { "interview-in-time", at = returned, reason = "the calendar does not reach that day" }
  elseif held and held.on <= due then
    judge:met { "interview-in-time", at = returned }
  elseif held then
    judge:not_met { "interview-in-time", at = returned, advice = advice_interview,
      message = ("%s; held %s, %d days after the return."):format(working, tostring(held.on), held.on - returned.on) }
  elseif plan.dates.written <= due then
    judge:not_applicable { "interview-in-time", at = returned, reason = "not due before " .. tostring(due) }
  else
    judge:not_met { "interview-in-time", at = returned, advice = advice_interview,
      message = working .. "; no return interview is recorded." }
  end
end

local function is_about_missing(text, phrases)
  return not text:is_empty() and text:has(phrases.missing)
end

local function serves_missing(action, phrases)
  local outcome = action.outcome
  if not outcome then return false end
  if is_about_missing(outcome.statement, phrases) then return true end
  for _, need in ipairs(outcome.needs) do
    if is_about_missing(need.text, phrases) or (need.area or ""):lower():find("missing", 1, true) then return true end
  end
  return false
end

local advice_taken = "Say why the child goes, as they told it, and what is done about each reason: for example \"Nan has him every other "
  .. "weekend, so that he need not run to see his friends\"."

local function judge_taken_up(plan, judge, phrases, first)
  local weak
  for _, action in ipairs(plan.actions) do
    local about = is_about_missing(action.task, phrases) or serves_missing(action, phrases)
    if about and action.status ~= "abandoned" then
      if action.task:has(phrases.routine) and not action.task:has(phrases.reasons) then
        weak = weak or action
      else
        judge:met { "taken-up", at = action }
        return
      end
    end
  end
  judge:not_met { "taken-up", at = weak or first, evidence = weak and weak.task or nil,
    message = weak and "The plan says what others do when the child is missing, not what is done about why the child goes."
      or "The child has been missing, and no action is about it.",
    advice = advice_taken }
end

return {
  id = "missing-return",
  title = "After going missing: a talk in time, and a plan that uses it",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway" },
  criteria = {
    { id = "interview-in-time", title = "a return interview was held in time",
      question = "When was the return interview, and what did the child say?" },
    { id = "taken-up", title = "the plan takes up why the child goes",
      question = "Why does the child go missing, and what is done about it?" },
  },
  phrases = {
    missing = { "missing", "run away", "runs away", "ran away", "running away", "abscond", "stay out", "stays out", "staying out",
      "goes off", "not come home", "does not come back", "curfew", "return interview" },
    routine = { "{follow|use|apply|initiate|adhere to} … {protocol|procedure|policy}", "report … missing", "reported missing",
      "discuss", "talk about the risk", "monitor", "be aware of", "risk assessment", "keep … safe", "support", "engage", "address",
      "remind", "trigger plan", "strategy meeting", "explore", "consider" },
    reasons = { "because", "why", "so that", "reason", "push", "pull", "who {he|she|they} text", "instead of" },
  },
  check = function(plan, judge, _, phrases)
    local returns, absences = happened(plan, "returned"), happened(plan, "missing-from")
    local first = absences[1] or returns[1]
    local age = plan.child:age(plan.dates.written)
    local reason = not first and "no time missing is recorded" or age and age >= 18 and "the guidance is for children under 18" or nil
    if reason then
      judge:not_applicable { "interview-in-time", at = plan, reason = reason }
      judge:not_applicable { "taken-up", at = plan, reason = reason }
      return
    end
    local interviews = happened(plan, "return-interview")
    for _, returned in ipairs(returns) do judge_return(plan, judge, returned, interviews, absences) end
    if #returns == 0 then
      judge:could_not_check { "interview-in-time", at = first, reason = "the day of the return is not recorded" }
    end
    judge_taken_up(plan, judge, phrases, first)
  end,
}
