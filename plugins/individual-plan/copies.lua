-- Passages that stand in another child's plan as well.

local copies = {}

local section_names = { "needs", "outcomes", "actions", "contingency", "views", "analysis or diversity", "history" }
local history = 7

-- How many sentences each other child's plan has in common with this one, and in which sections.
local function shared_with(kept, shared)
  local common, children = {}, {}
  local digits, counted = kept.data.sections, nil
  for i, number in ipairs(kept.data.sentences) do
    local section = tonumber(digits:sub(i, i))
    -- in order: the same sentence again stands next to itself
    if number ~= counted then
      for _, other in ipairs(shared.by_sentence:holders(number)) do
        children[other] = children[other] or shared.memories[other].child_id
        local child = children[other]
        if child ~= kept.child and not (section == history and kept.siblings[child]) then
          local entry = common[other] or { child = child, count = 0, sections = {} }
          entry.count = entry.count + 1
          entry.sections[section] = true
          common[other] = entry
          counted = number
        end
      end
    end
  end
  return common
end

local function most_shared(kept, common, parameters)
  local best
  for other, entry in pairs(common) do
    local needed = kept.siblings[entry.child] and parameters.sibling_sentences or parameters.shared_sentences
    local more = not best or entry.count > common[best].count or entry.count == common[best].count and other < best
    if entry.count >= needed and more then best = other end
  end
  return best
end

local function named_sections(sections)
  local names = {}
  for section, name in ipairs(section_names) do
    if sections[section] then names[#names + 1] = name end
  end
  return table.concat(names, ", ")
end

function copies.judge(kept, judge, parameters, shared)
  local memory = kept.memory
  if shared.children < 2 then
    judge:not_applicable { "not-copied", at = memory.place, plan = memory, reason = "no other child's plan is in this batch" }
    return
  end
  local common = shared_with(kept, shared)
  local best = most_shared(kept, common, parameters)
  if not best then
    judge:met { "not-copied", at = memory.place, plan = memory }
    return
  end
  judge:not_met { "not-copied", at = memory.place, plan = memory,
    message = ("%d longer sentences are the same as in plan %s of child %s (%s)."):format(common[best].count,
      shared.memories[best].plan_id, common[best].child, named_sections(common[best].sections)),
    advice = "Keep what is true of both, and write for each child what it means for them: what they need, what will be different, what they said." }
end

return copies
