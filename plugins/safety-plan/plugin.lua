---@type plumbline.Plugin
-- Whether a child has a safety plan between a strategy discussion or section 47 enquiry and the initial conference.

local advice = "Write down now, with the family, who does what until the conference so that the child is safe, and share it."

-- The day since which the child waits for a conference; nil where nothing began or the conference was held.
local function waiting_since(plan)
  local began, held
  for _, event in ipairs(plan:events("strategy-discussion", "section-47-started")) do
    if event.on and event.on <= plan.dates.written and (not began or event.on > began.on) then began = event end
  end
  for _, event in ipairs(plan:events("initial-conference")) do
    if event.on and event.on <= plan.dates.written and (not held or event.on > held.on) then held = event end
  end
  if not began then return nil, "no strategy discussion or section 47 enquiry is recorded" end
  if held and held.on >= began.on then return nil, "the initial conference has been held" end
  return began, nil
end

local function has_content(plan)
  for _, action in ipairs(plan.actions) do
    if not action.task:is_empty() then return true end
  end
  for _, contingency in ipairs(plan.contingencies) do
    if not contingency.text:is_empty() then return true end
  end
  return false
end

local function is_over(plan)
  return plan.status == "closed" or plan.dates.closed ~= nil
end

return {
  id = "safety-plan",
  title = "A safety plan until the conference",
  version = "1.0",
  api = 1,
  plans = { "child-in-need", "child-protection", "care", "safety" },
  criteria = {
    { id = "present", title = "a safety plan stands between enquiry and conference",
      question = "What keeps the child safe until the conference?" },
  },
  check = function(plan, judge)
    if plan.kind == "safety" then
      if has_content(plan) then
        judge:met { "present", at = plan }
      else
        judge:not_met { "present", at = plan, message = "This safety plan says nothing that anybody is to do.", advice = advice }
      end
      return
    end
    local began, reason = waiting_since(plan)
    if not began then
      judge:not_applicable { "present", at = plan, reason = reason }
    elseif is_over(plan) then
      judge:not_applicable { "present", at = plan, reason = "the plan is closed" }
    end -- otherwise the other plans of the batch tell: compare
  end,
  remember = function(plan)
    if plan.kind == "safety" then return has_content(plan) and { safety = true, written = plan.dates.written } or nil end
    local began = waiting_since(plan)
    if not began or is_over(plan) then return nil end
    return { since = began.on, written = plan.dates.written, event = place(began) }
  end,
  compare = function(memories, judge)
    local of_child = memories:index("child_id", 2)
    for _, memory in ipairs(memories) do
      local data = memory.data
      if data.since then
        local found = false
        for _, number in ipairs(of_child:holders(memory.child_id)) do
          local other = memories[number].data
          if other.safety and other.written >= data.since then found = true end
        end
        local interval = statutory("initial-conference", data.since)
        local due = interval and interval:deadline(data.since)
        local message = ("No safety plan for this child is among these plans; the enquiry began on %s and no conference is recorded."):format(
          tostring(data.since))
        if found then
          judge:met { "present", plan = memory, at = data.event }
        elseif due and data.written > due then
          judge:needs_a_person { "present", plan = memory, at = data.event,
            reason = "so long after the enquiry began it may have ended without a conference", message = message, advice = advice }
        else
          judge:not_met { "present", plan = memory, at = data.event, message = message, advice = advice }
        end
      end
    end
  end,
}
