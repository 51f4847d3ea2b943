-- What is looked up of the batch: each name and each sentence once, so that the work grows with the batch only.

local indexes = {}

function indexes.over(memories, parameters)
  return {
    memories = memories,
    children = memories:index("child_id"):count(),
    by_child = memories:index("child_id"),
    by_name = memories:index("first"),
    by_sibling = memories:index("siblings"),
    -- a sentence in one plan is no copy, one in many is a form's
    by_sentence = memories:index("sentences", 2, parameters.boilerplate_plans),
  }
end

-- One plan: what it left, and the children who are its child's brothers and sisters.
function indexes.entry(memory, shared)
  local data, siblings = memory.data, {}
  for _, child in ipairs(data.siblings) do siblings[child] = true end
  for _, number in ipairs(shared.by_sibling:holders(memory.child_id)) do
    siblings[shared.memories[number].child_id] = true
  end
  return { memory = memory, data = data, number = memory.plan, child = memory.child_id, siblings = siblings }
end

return indexes
