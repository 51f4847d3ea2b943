---@type plumbline.Plugin
-- Whether reports reach the reviewing officer and the family before a meeting, and minutes reach them afterwards.

local function newest(plan, ...)
  local found
  for _, event in ipairs(plan:events(...)) do
    if event.on and event.on <= plan.dates.written and (not found or event.on > found.on) then found = event end
  end
  return found
end

local function is_reviewing_officer(person)
  local role = (person.role or ""):lower()
  return role:find("reviewing officer", 1, true) ~= nil or role == "iro" or role:find("^iro%W") ~= nil or role:find("%Wiro$") ~= nil
end

local function went_to_officer(event)
  for _, person in ipairs(event.with_people) do
    if is_reviewing_officer(person) then return true end
  end
  for _, word in ipairs(event.with) do
    if word:lower() == "iro" then return true end
  end
  return false
end

local function anyone() return true end

-- The last report to somebody up to a meeting, and the first after it; what was shared before `from` was for an earlier one.
local function reports_around(plan, meeting, from, suits)
  local before, after
  for _, event in ipairs(plan:events("report-shared")) do
    if event.on and suits(event) and (not from or event.on > from) then
      if event.on <= meeting.on then
        if not before or event.on > before.on then before = event end
      elseif not after or event.on < after.on then
        after = event
      end
    end
  end
  return before, after
end

local function meeting_before(plan, meeting, ...)
  local found
  for _, event in ipairs(plan:events(...)) do
    if event.on and event.on < meeting.on and (not found or event.on > found) then found = event.on end
  end
  return found
end

-- The last day for the report, and the words that say so; without a number of days, the day before the meeting.
local function last_day_before(meeting, days)
  if days == 0 then return meeting.on - 1, "before the meeting on " .. tostring(meeting.on) end
  local due = calendar.add_working_days(meeting.on, -days)
  return due, ("%d working days before the meeting on %s, by %s"):format(days, tostring(meeting.on), tostring(due))
end

local function judge_before(plan, judge, wanted)
  local meeting = newest(plan, table.unpack(wanted.kinds))
  if not meeting then
    judge:not_applicable { wanted.criterion, at = plan, reason = "no such meeting has been held yet" }
    return
  end
  local due, when = last_day_before(meeting, wanted.days)
  local from = meeting_before(plan, meeting, table.unpack(wanted.kinds))
  local before, after = reports_around(plan, meeting, from, wanted.suits)
  local advice = wanted.days == 0 and "Share the report on an earlier day than the meeting, so that it can be read."
    or ("Share the report at least %d working days before the meeting, so that it can be read."):format(wanted.days)
  if not due then
    judge:could_not_check { wanted.criterion, at = meeting, reason = "the table of working days does not reach that day" }
  elseif before and before.on <= due then
    judge:met { wanted.criterion, at = before }
  elseif before then
    judge:not_met { wanted.criterion, at = before, advice = advice,
      message = ("The report was due %s; %s got it on %s."):format(when, wanted.who, tostring(before.on)) }
  elseif #plan:events("report-shared") == 0 then
    judge:could_not_check { wanted.criterion, at = meeting, reason = "the chronology records no report that was shared" }
  else
    judge:not_met { wanted.criterion, at = meeting,
      message = ("The report was due %s; none is recorded as given to %s%s."):format(when, wanted.who,
        after and " before it" or ""),
      advice = advice .. " Record the day and who had it." }
  end
end

-- The last day for the minutes, its working, and why a finding by it needs a person; nil where no number is known.
local function last_day_for_minutes(meeting, days)
  if days > 0 then
    local due = calendar.add_working_days(meeting.on, days)
    return due, ("%d working days from %s: due %s"):format(days, tostring(meeting.on), tostring(due))
  end
  if meeting.kind ~= "looked-after-review" then return nil end
  local interval = statutory("review-record-shared", meeting.on)
  if not interval then return nil end
  local due, working = interval:deadline(meeting.on)
  return due, working, not interval.confirmed and "the interval was not confirmed in the guidance itself" or nil
end

local function judge_minutes(plan, judge, parameters, phrases, kinds)
  local meeting = newest(plan, table.unpack(kinds))
  if not meeting then
    judge:not_applicable { "minutes", at = plan, reason = "no such meeting has been held yet" }
    return
  end
  local due, working, unsure = last_day_for_minutes(meeting, parameters.minutes_working_days)
  local function holds_minutes(event) return event.text:has(phrases.minutes) end
  local _, sent = reports_around(plan, meeting, nil, holds_minutes)
  if sent and (not due or sent.on <= due) then
    judge:met { "minutes", at = sent }
  elseif sent then
    local finding = { "minutes", at = sent, reason = unsure,
      message = ("The minutes of the meeting: %s; they went out on %s."):format(working, tostring(sent.on)),
      advice = "Send the minutes as soon as they are agreed, and the decisions on the day." }
    if unsure then judge:needs_a_person(finding) else judge:not_met(finding) end
  elseif due and plan.dates.written <= due then
    judge:not_applicable { "minutes", at = meeting, reason = "the minutes are not due before " .. tostring(due) }
  else
    judge:could_not_check { "minutes", at = meeting, reason = "the chronology does not say when minutes were shared" }
  end
end

return {
  id = "reports-in-time",
  title = "Reports and minutes arrive in time",
  version = "1.0",
  api = 1,
  plans = { "care", "pathway", "child-protection" },
  criteria = {
    { id = "to-reviewing-officer", title = "the reviewing officer has the reports before the review",
      question = "When did the reviewing officer get the reports?" },
    { id = "before-conference", title = "the family has the report before the conference",
      question = "When did the family see the report for the conference?" },
    { id = "minutes", title = "the minutes go out promptly", question = "When do the minutes go out?" },
  },
  parameters = {
    officer_working_days = { type = "integer", default = 3, minimum = 0, maximum = 20,
      help = "working days before a review by which the reviewing officer has the reports" },
    conference_working_days = { type = "integer", default = 0, minimum = 0, maximum = 20,
      help = "working days before a conference by which the family has the report; 0: not set, any earlier day will do" },
    minutes_working_days = { type = "integer", default = 0, minimum = 0, maximum = 60,
      help = "working days after a meeting by which its minutes go out; 0: not set, only looked-after reviews are judged by a day" },
  },
  phrases = { minutes = { "minute", "minutes", "record of the {conference|review|meeting}", "{conference|review} record", "notes of the" } },
  check = function(plan, judge, parameters, phrases)
    local conferences = { "initial-conference", "review-conference" }
    local reviews = { "looked-after-review" }
    if plan.kind == "child-protection" then
      judge:not_applicable { "to-reviewing-officer", at = plan, reason = "asked where a looked-after child is reviewed" }
      judge_before(plan, judge, { criterion = "before-conference", kinds = conferences, days = parameters.conference_working_days,
        suits = anyone, who = "the family" })
      judge_minutes(plan, judge, parameters, phrases, conferences)
    else
      judge_before(plan, judge, { criterion = "to-reviewing-officer", kinds = reviews, days = parameters.officer_working_days,
        suits = went_to_officer, who = "the reviewing officer" })
      judge:not_applicable { "before-conference", at = plan, reason = "asked of child protection plans" }
      judge_minutes(plan, judge, parameters, phrases, reviews)
    end
  end,
}
