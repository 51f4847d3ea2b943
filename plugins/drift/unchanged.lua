-- Actions that stand in a later version of the same plan as they stood in an earlier one.

local most_actions = 30 -- kept of one plan: a memory holds 2 KB

local unchanged = {}

-- One number for the whole task: equal where the words are equal by stem.
local function mark(text)
  local count = text:count_words()
  if count == 0 or count > 100 then return nil end
  return text:shingles(count)[1] & 0xffffffff
end

local function is_open(action)
  return action.status == "open" or action.status == "in-progress"
end

-- Of each open action its mark, its day (false for none) and its place.
function unchanged.remember(plan)
  local kept = {}
  for _, action in ipairs(plan.actions) do
    if is_open(action) and #kept < most_actions then
      local number = mark(action.task)
      if number and timescale(action).kind ~= "recurring-bounded" then
        kept[#kept + 1] = { number, action.due or false, place(action) }
      end
    end
  end
  return { written = plan.dates.written, actions = kept }
end

-- The versions of one plan, oldest first.
local function in_order(memories, numbers)
  local versions = {}
  for _, number in ipairs(numbers) do
    local memory = memories[number]
    versions[#versions + 1] = { memory = memory, data = memory.data, version = memory.version, number = number }
  end
  table.sort(versions, function(left, right)
    local first, second = left.version or 0, right.version or 0
    if first ~= second then return first < second end
    if left.data.written ~= right.data.written then return left.data.written < right.data.written end
    return left.number < right.number
  end)
  return versions
end

local function message_of(due, before)
  local moved = due and before.due and before.due < due
  local which = before.version and ("version " .. before.version) or "an earlier version"
  return moved and ("Word for word as in %s, with its day moved on from %s."):format(which, tostring(before.due))
    or ("Word for word as in %s."):format(which)
end

local advice = "Say what has been done and what got in the way, and change the action: a smaller step, someone else, another way."

local function judge_first(judge, memory)
  judge:not_applicable { "unchanged", plan = memory, at = memory.place,
    reason = "no earlier version of this plan is among these plans" }
end

local function judge_version(judge, version, earlier)
  local memory, repeated = version.memory, false
  for _, action in ipairs(version.data.actions) do
    local number, due, at = action[1], action[2], action[3]
    local before = earlier[number]
    if before then
      repeated = true
      judge:not_met { "unchanged", plan = memory, at = at, message = message_of(due, before), advice = advice }
    end
  end
  if not repeated then judge:met { "unchanged", plan = memory, at = memory.place } end
end

local function judge_versions(judge, versions)
  local earlier = {}
  for index, version in ipairs(versions) do
    if index == 1 then
      judge_first(judge, version.memory)
    else
      judge_version(judge, version, earlier)
    end
    for _, action in ipairs(version.data.actions) do
      earlier[action[1]] = earlier[action[1]] or { due = action[2], version = version.version }
    end
  end
end

-- One plan at a time: the first memory of each judges all its versions.
function unchanged.compare(memories, judge)
  local versions_of = memories:index("plan_id", 2)
  for number, memory in ipairs(memories) do
    local numbers = versions_of:holders(memory.plan_id)
    if #numbers == 0 then
      judge_first(judge, memory)
    elseif numbers[1] == number then
      judge_versions(judge, in_order(memories, numbers))
    end
  end
end

return unchanged
