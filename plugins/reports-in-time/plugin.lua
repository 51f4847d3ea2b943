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

local function judge_before(plan, judge, wanted)
  local meeting = newest(plan, table.unpack(wanted.kinds))
  if not meeting then
    judge:not_applicable { wanted.criterion, at = plan, reason = "no such meeting has been held yet" }
    return
  end
  local due = calendar.add_working_days(meeting.on, -wanted.days)
  local from = meeting_before(plan, meeting, table.unpack(wanted.kinds))
  local before = reports_around(plan, meeting, from, wanted.suits)
  if not due then
    judge:could_not_check { wanted.criterion, at = meeting, reason = "the table of working days does not reach that day" }
  elseif before and before.on <= due then
    judge:met { wanted.criterion, at = before }
  elseif before then
    judge:not_met { wanted.criterion, at = before,
      message = ("%d working days before the meeting on %s is %s; %s got the report on %s."):format(wanted.days,
        tostring(meeting.on), tostring(due), wanted.who, tostring(before.on)),
      advice = ("Share the report at least %d working days before the meeting, so that it can be read."):format(wanted.days) }
  elseif #plan:events("report-shared") == 0 then
    judge:could_not_check { wanted.criterion, at = meeting, reason = "the chronology records no report that was shared" }
  else
    judge:not_met { wanted.criterion, at = meeting,
      message = ("No report to %s is recorded before the meeting on %s; it was due by %s."):format(wanted.who,
        tostring(meeting.on), tostring(due)),
      advice = ("Share the report at least %d working days before the meeting, and record the day and who had it."):format(wanted.days) }
  end
end

local function judge_minutes(plan, judge, parameters, phrases, kinds)
  local meeting = newest(plan, table.unpack(kinds))
  if not meeting then
    judge:not_applicable { "minutes", at = plan, reason = "no such meeting has been held yet" }
    return
  end
  local due = calendar.add_working_days(meeting.on, parameters.minutes_working_days)
  local function holds_minutes(event) return event.text:has(phrases.minutes) end
  local _, sent = reports_around(plan, meeting, nil, holds_minutes)
  if not due then
    judge:could_not_check { "minutes", at = meeting, reason = "the table of working days does not reach that day" }
  elseif sent and sent.on <= due then
    judge:met { "minutes", at = sent }
  elseif sent then
    judge:not_met { "minutes", at = sent,
      message = ("The minutes of %s were due by %s (%d working days); they went out on %s."):format(tostring(meeting.on),
        tostring(due), parameters.minutes_working_days, tostring(sent.on)),
      advice = "Send the minutes as soon as they are agreed, and the decisions on the day." }
  elseif plan.dates.written <= due then
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
    { id = "to-reviewing-officer", title = "the reviewing officer has the reports before the review" },
    { id = "before-conference", title = "the family has the report before the conference" },
    { id = "minutes", title = "the minutes go out promptly" },
  },
  parameters = {
    officer_working_days = { type = "integer", default = 3, minimum = 0, maximum = 20,
      help = "working days before a review by which the reviewing officer has the reports" },
    conference_working_days = { type = "integer", default = 2, minimum = 0, maximum = 20,
      help = "working days before a conference by which the family has the report; each council sets its own" },
    minutes_working_days = { type = "integer", default = 20, minimum = 1, maximum = 60,
      help = "working days after a meeting by which its minutes go out" },
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
