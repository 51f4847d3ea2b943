-- The comparison across the batch: each sentence and each name is looked up once, so that the work grows with the batch only.

local section_names = { "needs", "outcomes", "actions", "contingency", "views", "analysis or diversity", "history" }
local history = 7

-- Which plans hold a sentence, and which children have a name.
local function index(memories)
  local made = { plans = {}, sentences = {}, names = {}, children = 0 }
  local seen = {}
  for i, kept in ipairs(memories) do
    local data = kept.data
    local siblings = {}
    for _, child in ipairs(data.siblings) do siblings[child] = true end
    made.plans[i] = { id = kept.plan_id, child = kept.child_id, siblings = siblings }
    if not seen[kept.child_id] then
      seen[kept.child_id] = true
      made.children = made.children + 1
    end
    for _, number in ipairs(data.sentences) do
      local key = number >> 3
      local holders = made.sentences[key] or {}
      if holders[#holders] ~= i then holders[#holders + 1] = i end
      made.sentences[key] = holders
    end
    local first = data.own[1]
    if first then
      local bearers = made.names[first] or {}
      bearers[kept.child_id] = true
      made.names[first] = bearers
    end
  end
  return made
end

local function are_siblings(left, right)
  return left.siblings[right.child] or right.siblings[left.child] or false
end

-- The child of this name who is a brother or sister, else any; and how many children have it.
local function bearer_of(index_made, own, name)
  local bearers = index_made.names[name]
  local count, any = 0, nil
  for child in pairs(bearers or {}) do
    if child ~= own.child then
      count = count + 1
      if own.siblings[child] then return child, count, true end
      if not any or child < any then any = child end
    end
  end
  return any, count, false
end

local advice_name = "Write this child's name, and read the whole text again: what was true of the other child may not be true of this one."

local function judge_names(kept, judge, parameters, made, number)
  local data, own = kept.data, made.plans[number]
  if made.children < 2 then
    judge:not_applicable { "own-name", at = kept.place, plan = kept, reason = "no other child's plan is in this batch" }
    return
  end
  if #data.own == 0 then
    judge:could_not_check { "own-name", at = kept.place, plan = kept, reason = "the child's own name is not recorded" }
    return
  end
  local found = false
  for _, name in ipairs(data.names) do
    local child, count, sibling = bearer_of(made, own, name[1])
    if child and sibling then
      found = true
      judge:not_met { "own-name", at = name[2], plan = kept, evidence = name[3],
        message = "This is about another child: the name is that of a brother or sister (child " .. child .. ").", advice = advice_name }
    elseif child and count <= parameters.namesakes then
      found = true
      judge:needs_a_person { "own-name", at = name[2], plan = kept, evidence = name[3],
        reason = "another child of this batch has this name (child " .. child .. "), and it may be somebody else's too",
        message = "This may be about another child.", advice = advice_name }
    end
  end
  if not found then judge:met { "own-name", at = kept.place, plan = kept } end
end

-- How many sentences each other child's plan has in common with this one, and in which sections.
local function shared_with(data, number, made, parameters)
  local own, shared = made.plans[number], {}
  local counted = {}
  for _, packed in ipairs(data.sentences) do
    local key, section = packed >> 3, packed & 7
    local holders = made.sentences[key]
    if not counted[key] and #holders > 1 and #holders <= parameters.boilerplate_plans then
      counted[key] = true
      for _, other in ipairs(holders) do
        local plan = made.plans[other]
        if plan.child ~= own.child and not (section == history and are_siblings(own, plan)) then
          local entry = shared[other] or { count = 0, sections = {} }
          entry.count = entry.count + 1
          entry.sections[section] = true
          shared[other] = entry
        end
      end
    end
  end
  return shared
end

local function most_shared(shared, own, made, parameters)
  local best
  for other, entry in pairs(shared) do
    local needed = are_siblings(own, made.plans[other]) and parameters.sibling_sentences or parameters.shared_sentences
    local more = not best or entry.count > shared[best].count or entry.count == shared[best].count and other < best
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

local function judge_copies(kept, judge, parameters, made, number)
  if made.children < 2 then
    judge:not_applicable { "not-copied", at = kept.place, plan = kept, reason = "no other child's plan is in this batch" }
    return
  end
  local own = made.plans[number]
  local shared = shared_with(kept.data, number, made, parameters)
  local best = most_shared(shared, own, made, parameters)
  if not best then
    judge:met { "not-copied", at = kept.place, plan = kept }
    return
  end
  local other = made.plans[best]
  judge:not_met { "not-copied", at = kept.place, plan = kept,
    message = ("%d longer sentences are the same as in plan %s of child %s (%s)."):format(shared[best].count, other.id, other.child,
      named_sections(shared[best].sections)),
    advice = "Keep what is true of both, and write for each child what it means for them: what they need, what will be different, what they said." }
end

return { index = index, judge_names = judge_names, judge_copies = judge_copies }
