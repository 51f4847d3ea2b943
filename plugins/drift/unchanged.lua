-- Actions that stand in a later version of the same plan as they stood in an earlier one.

local most_actions = 14 -- kept of one plan: a memory holds 2 KB

local unchanged = {}

-- One number for the whole task: equal where the words are equal by stem.
local function mark(text)
  local count = text:count_words()
  if count == 0 or count > 100 then return nil end
  return text:shingles(count)[1]
end

local function is_open(action)
  return action.status == "open" or action.status == "in-progress"
end

function unchanged.remember(plan)
  local kept = {}
  for _, action in ipairs(plan.actions) do
    local number = mark(action.task)
    if number and is_open(action) and #kept < most_actions and timescale(action).kind ~= "recurring-bounded" then
      kept[#kept + 1] = { mark = number, due = action.due, at = place(action) }
    end
  end
  return { written = plan.dates.written, actions = kept }
end

-- The memories of each plan, oldest first: { [plan id] = { { memory, data }, … } }; and the ids in the order met.
local function by_plan(memories)
  local groups, order = {}, {}
  for _, memory in ipairs(memories) do
    local id = memory.plan_id
    if not groups[id] then
      groups[id] = {}
      order[#order + 1] = id
    end
    table.insert(groups[id], { memory = memory, data = memory.data })
  end
  for _, id in ipairs(order) do
    table.sort(groups[id], function(left, right)
      local first, second = left.memory.version or 0, right.memory.version or 0
      if first ~= second then return first < second end
      if left.data.written ~= right.data.written then return left.data.written < right.data.written end
      return left.memory.plan < right.memory.plan
    end)
  end
  return groups, order
end

local function message_of(action, before, version)
  local moved = action.due and before.due and before.due < action.due
  local which = version and ("version " .. version) or "an earlier version"
  return moved and ("Word for word as in %s, with its day moved on from %s."):format(which, tostring(before.due))
    or ("Word for word as in %s."):format(which)
end

local advice = "Say what has been done and what got in the way, and change the action: a smaller step, someone else, another way."

local function judge_version(judge, memory, data, earlier)
  local repeated = false
  for _, action in ipairs(data.actions) do
    local before = earlier[action.mark]
    if before then
      repeated = true
      judge:not_met { "unchanged", plan = memory, at = action.at, message = message_of(action, before.action, before.version),
        advice = advice }
    end
  end
  if not repeated then judge:met { "unchanged", plan = memory, at = memory.place } end
end

function unchanged.compare(memories, judge)
  local groups, order = by_plan(memories)
  for _, id in ipairs(order) do
    local earlier = {}
    for index, version in ipairs(groups[id]) do
      if index == 1 then
        judge:not_applicable { "unchanged", plan = version.memory, at = version.memory.place,
          reason = "no earlier version of this plan is among these plans" }
      else
        judge_version(judge, version.memory, version.data, earlier)
      end
      for _, action in ipairs(version.data.actions) do
        earlier[action.mark] = earlier[action.mark] or { action = action, version = version.memory.version }
      end
    end
  end
end

return unchanged
