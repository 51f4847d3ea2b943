-- Whether the child was seen alone since the last review, or the plan says why not.

local alone = {}

alone.phrases = {
  by_self = { "alone", "on her own", "on his own", "on their own", "by herself", "by himself", "by themselves", "one to one",
    "1:1", "without mum", "without dad", "without her mum", "without his mum", "in private", "separately" },
  why = { "because", "as", "due to", "refused", "declined", "did not want", "didn't want", "does not want", "doesn't want",
    "not safe", "not meaningful", "wanted * to stay", "asked * to stay", "asked for", "chose", "asleep", "preferred", "unwell",
    "would not", "wouldn't" },
}

local advice = "See the child without parents or carers, and record it; if that is not possible, say why and what was done instead."

local review_kinds = { "review-conference", "initial-conference", "child-in-need-meeting", "early-help-review",
  "looked-after-review", "pathway-review", "supervision", "education-plan-meeting" }

-- The last review before the one that this plan was written for; nil where none is recorded.
local function last_review(plan, grace)
  local last
  for _, event in ipairs(plan:events(table.unpack(review_kinds))) do
    if event.on and plan.dates.written - event.on > grace and (not last or event.on > last) then last = event.on end
  end
  return last
end

local function since(day, from)
  return not from or not day or day >= from
end

-- Words that say why the child was not alone.
local function reason_in(text, phrases)
  for _, sentence in ipairs(text:sentences()) do
    if sentence:has(phrases.by_self) and sentence:has(phrases.why) then return sentence end
  end
  return nil
end

local function find_alone(plan, visits, from)
  for index = #visits, 1, -1 do
    local visit = visits[index]
    if visit.alone and visit.seen ~= false and since(visit.on, from) then return visit end
  end
  for _, view in ipairs(plan.views) do
    if view.of == "child" and view.alone and since(view.on, from) then return view end
  end
  return nil
end

local function find_reason(plan, visits, from, phrases)
  for index = #visits, 1, -1 do
    local found = since(visits[index].on, from) and reason_in(visits[index].text, phrases)
    if found then return visits[index], found end
  end
  for _, view in ipairs(plan.views) do
    local found = view.of == "child" and since(view.on, from) and reason_in(view.text, phrases)
    if found then return view, found end
  end
  return nil, nil
end

function alone.judge(plan, judge, parameters, phrases, visits)
  local from = last_review(plan, parameters.review_grace_days)
  local seen = find_alone(plan, visits, from)
  if seen then
    judge:met { "alone", at = seen }
    return
  end
  local where, words = find_reason(plan, visits, from, phrases)
  if where then
    judge:met { "alone", at = where, evidence = words }
    return
  end
  local age = plan.child:age(plan.dates.written)
  local period = from and (" since the review of " .. tostring(from)) or ""
  if not age then
    judge:could_not_check { "alone", at = plan.child, reason = "the child's date of birth is not given" }
  elseif age >= 18 then
    judge:needs_a_person { "alone", at = visits[#visits] or plan,
      reason = "a young adult decides whom they meet with",
      message = "It is not recorded that the young person was met on their own" .. period .. ".",
      advice = "Offer time on their own at each visit, and record what they chose." }
  elseif #visits == 0 and plan.kind == "early-help" then
    judge:could_not_check { "alone", at = plan, reason = "no visit is recorded in this plan" }
  else
    judge:not_met { "alone", at = visits[#visits] or plan,
      message = "It is not recorded that the child was seen alone" .. period .. ", nor why not.", advice = advice }
  end
end

return alone
