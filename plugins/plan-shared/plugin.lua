---@type plumbline.Plugin
-- Whether the child and the parents were given the plan, and soon.

local readers = require("readers")

local no_words = pattern([[non[- ]?verbal|no speech|does(?:n't| not) (?:use|have) (?:words|speech)|profound|PMLD|pre[- ]?verbal]])

-- A child whose recorded disability leaves no written or spoken words.
local function has_no_words(plan)
  for _, identity in ipairs(plan.child.identities) do
    if identity.aspect == "disability" and no_words:matches(identity.text) then return true end
  end
  return false
end

-- Why this child is not asked to have a copy; nil where they are.
local function excuse_child(plan, parameters)
  if plan.child.unborn then return "the child is not yet born" end
  local age = plan.child:age(plan.dates.written)
  if age and age < parameters.own_copy_from_age then
    return ("the child is %d; their own copy is asked from %d"):format(age, parameters.own_copy_from_age)
  end
  if has_no_words(plan) then return "the child has no words; those who speak for them have the plan" end
  return nil
end

local function judge_child(plan, judge, parameters, copies)
  local copy = copies.child
  if copy then
    judge:met { "child", at = copy }
    return
  end
  local excuse = excuse_child(plan, parameters)
  if excuse then
    judge:not_applicable { "child", at = plan, reason = excuse }
  elseif not plan.child.born then
    judge:could_not_check { "child", at = plan.child, reason = "the child's date of birth is not given" }
  elseif copies.unnamed then
    judge:could_not_check { "child", at = copies.unnamed, reason = "the copy does not say who it was given to" }
  else
    judge:not_met { "child", at = copies.any or plan, message = "It is not recorded that the child was given this plan.",
      advice = "Give the child the plan in a form for their age, go through it with them, and record the day." }
  end
end

local function judge_parents(plan, judge, copies)
  local age = plan.child:age(plan.dates.written)
  if plan.kind == "pathway" or (age and age >= 18) then
    judge:not_applicable { "parents", at = plan, reason = "the young person is the reader of this plan" }
  elseif copies.parent then
    judge:met { "parents", at = copies.parent }
  elseif copies.unnamed then
    judge:could_not_check { "parents", at = copies.unnamed, reason = "the copy does not say who it was given to" }
  else
    judge:not_met { "parents", at = copies.any or plan, message = "It is not recorded that a parent was given this plan.",
      advice = "Give the parents a copy and record the day; if one must not have it, say why." }
  end
end

local function judge_prompt(plan, judge, parameters, copies)
  if #copies.first == 0 then
    judge:not_applicable { "prompt", at = plan, reason = "no copy is recorded (see child and parents)" }
    return
  end
  for _, event in ipairs(copies.first) do
    local days = calendar.working_days(plan.dates.written, event.on)
    if not days then
      judge:could_not_check { "prompt", at = event, reason = "the working-day table does not reach this date" }
    elseif days > parameters.within_working_days then
      judge:not_met { "prompt", at = event,
        message = ("The copy was given %d working days after the plan was written; %d are asked."):format(days,
          parameters.within_working_days),
        advice = "Give the family the plan within the time asked, as soon as it is written." }
    else
      judge:met { "prompt", at = event }
    end
  end
end

return {
  id = "plan-shared",
  title = "Child and parents have the plan",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "child", title = "the child was given the plan",
      question = "Has the child been given this plan in a way they understand?" },
    { id = "parents", title = "a parent was given the plan", question = "Has a parent been given this plan?" },
    { id = "prompt", title = "it was given soon after it was written",
      question = "Why did the plan reach them so late?" },
  },
  parameters = {
    own_copy_from_age = { type = "integer", default = 8, minimum = 0, maximum = 18,
      help = "from this age the child has a copy of their own" },
    within_working_days = { type = "integer", default = 10, minimum = 0, maximum = 60,
      help = "working days after the plan was written within which it is given" },
  },
  check = function(plan, judge, parameters)
    local copies = readers.copies(plan)
    judge_child(plan, judge, parameters, copies)
    judge_parents(plan, judge, copies)
    judge_prompt(plan, judge, parameters, copies)
  end,
}
