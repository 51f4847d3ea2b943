-- Names that stand where the child's should, and whether they are those of other children of the batch.

local names = {}

local advice = "Write this child's name, and read the whole text again: what was true of the other child may not be true of this one."

local function sibling_of_name(kept, name, shared)
  local children = {}
  for child in pairs(kept.siblings) do children[#children + 1] = child end
  table.sort(children)
  for _, child in ipairs(children) do
    local number = shared.by_child:holders(child)[1]
    if child ~= kept.child and number and shared.memories[number].data.first == name then return child end
  end
  return nil
end

-- Another child of this name, and how many there are; more than `most` are not counted out.
local function other_of_name(kept, name, shared, most)
  local count, least, seen = 0, nil, {}
  for _, number in ipairs(shared.by_name:holders(name)) do
    local child = shared.memories[number].child_id
    if child ~= kept.child and not seen[child] then
      seen[child] = true
      count = count + 1
      if count > most then return nil, count end
      if not least or child < least then least = child end
    end
  end
  return least, count
end

local function judge_name(kept, judge, parameters, shared, name)
  local sibling = sibling_of_name(kept, name[1], shared)
  if sibling then
    judge:not_met { "own-name", at = name[2], plan = kept.memory, evidence = name[3],
      message = "This is about another child: the name is that of a brother or sister (child " .. sibling .. ").", advice = advice }
    return true
  end
  local child = other_of_name(kept, name[1], shared, parameters.namesakes)
  if not child then return false end
  judge:needs_a_person { "own-name", at = name[2], plan = kept.memory, evidence = name[3],
    reason = "another child of this batch has this name (child " .. child .. "), and it may be somebody else's too",
    message = "This may be about another child.", advice = advice }
  return true
end

function names.judge(kept, judge, parameters, shared)
  local memory, data = kept.memory, kept.data
  if shared.children < 2 then
    judge:not_applicable { "own-name", at = memory.place, plan = memory, reason = "no other child's plan is in this batch" }
  elseif not data.first then
    judge:could_not_check { "own-name", at = memory.place, plan = memory, reason = "the child's own name is not recorded" }
  else
    local found = false
    for _, name in ipairs(data.names) do
      if judge_name(kept, judge, parameters, shared, name) then found = true end
    end
    if not found then judge:met { "own-name", at = memory.place, plan = memory } end
  end
end

return names
