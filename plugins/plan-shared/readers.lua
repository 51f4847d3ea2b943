-- Who was given the plan, and when first.

local parent_words = { "mother", "father", "parent", "mum", "dad", "guardian" }
local carer_words = { "carer", "grandmother", "grandfather", "grandparent", "aunt", "uncle" }

local readers = {}

local function has_word(role, words)
  for _, word in ipairs(words) do
    if role:find(word, 1, true) then return true end
  end
  return false
end

local function is_child(person)
  local role = (person.role or ""):lower()
  return person.id == "child" or role == "child" or role:find("young person", 1, true) == 1 or role == "pupil"
    or role == "student" or role == "care leaver"
end

local function is_parent(person)
  local role = (person.role or ""):lower()
  return not person.agency and has_word(role, parent_words) and not has_word(role, { "grand", "partner" })
end

local function is_carer(person)
  return has_word((person.role or ""):lower(), carer_words)
end

local function any(plan, test)
  for _, person in ipairs(plan.people) do
    if test(person) then return true end
  end
  return false
end

local function earlier(left, right)
  if not left or right.on < left.on then return right end
  return left
end

-- The first copies of this version: { child, parent, any, unnamed = events or nil; first = events of first copies }.
function readers.copies(plan)
  local from = plan.dates.written
  if plan.dates.agreed and plan.dates.agreed < from then from = plan.dates.agreed end
  -- where no parent is among the people, the family member or carer who stands in for them counts
  local stands_in = any(plan, is_parent) and is_parent or is_carer
  local copies = { first = {} }
  for _, event in ipairs(plan:events("plan-shared")) do
    if event.on and event.on >= from then
      copies.any = earlier(copies.any, event)
      if #event.with == 0 then copies.unnamed = earlier(copies.unnamed, event) end
      for _, person in ipairs(event.with_people) do
        if is_child(person) then copies.child = earlier(copies.child, event) end
        if stands_in(person) then copies.parent = earlier(copies.parent, event) end
      end
    end
  end
  if copies.child then copies.first[#copies.first + 1] = copies.child end
  if copies.parent and copies.parent ~= copies.child then copies.first[#copies.first + 1] = copies.parent end
  if #copies.first == 0 and copies.any then copies.first[1] = copies.any end
  return copies
end

return readers
