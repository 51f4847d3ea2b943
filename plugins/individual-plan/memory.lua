-- What one plan leaves behind for the comparison, at most 2 KB: who the child is, names that stand where the child's
-- should, and one number for each longer sentence with its section.

local sections = { need = 1, outcome = 2, action = 3, contingency = 4, view = 5, plan = 6 }
local longest, most_sentences, most_names = 24, 100, 6
local least_words, run = 8, 6

local subject = pattern([[(?-i)\b([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?) (?:will|to|is|has|can|does|needs|should|must|remains|continues|attends|lives)\b]])
local first_word = pattern([[(?-i)^\W*([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\b]])

local function own_names(plan)
  local names = {}
  local function add(text)
    for word in tostring(text):gmatch("[%a\128-\255'-]+") do
      if #word > 1 and #names < 6 then names[#names + 1] = word:sub(1, longest):lower() end
    end
  end
  add(plan.child.name)
  for _, other in ipairs(plan.child.also_known_as) do add(other) end
  return names
end

local function set_of(list)
  local set = {}
  for _, item in ipairs(list) do set[item] = true end
  return set
end

local function names_of_people(plan, into)
  for _, person in ipairs(plan.people) do
    for word in (person.name or ""):gmatch("[%a\128-\255'-]+") do into[word:lower()] = true end
  end
  return into
end

-- Where a plan speaks of its own child: what is to change, what is done, how it goes.
local function is_about_the_child(text)
  local kind = text.node.type
  return kind == "outcome" and text.name == "statement" or kind == "action" and text.name == "task"
    or kind == "contingency" or text.path == "/plan/analysis" or text.path == "/plan/diversity"
end

local function holds_own_name(text, own)
  for _, name in ipairs(own) do
    if text:contains(name) then return true end
  end
  return false
end

-- Names of others that are the subject of such a text, in which this child is not named.
local function other_subjects(plan, own)
  local known = names_of_people(plan, set_of(own))
  local found = {}
  for _, text in ipairs(plan.narratives) do
    if #found < most_names and is_about_the_child(text) and not holds_own_name(text, own) then
      local match = text:find_pattern(first_word)[1]
      local hits = text:find_pattern(subject)
      local hit = hits[1]
      local groups = hit and hit.groups
      local name = groups and groups[1]
      if name and match and not known[name.words:lower()] then
        found[#found + 1] = { name.words:sub(1, longest):lower(), place(text), quote(name) }
      end
    end
  end
  return found
end

-- One number for a sentence: the least of its runs of words, so that small changes elsewhere do not matter.
local function sentence_numbers(text, into)
  local section = text.path == "/plan/history" and 7 or sections[text.node.type]
  if not section then return end
  for _, sentence in ipairs(text:sentences()) do
    if sentence:count_words() >= least_words then
      local least
      for _, number in ipairs(sentence:shingles(run)) do
        local short = number & 0xfffffff
        if not least or short < least then least = short end
      end
      if least then into[#into + 1] = least << 3 | section end
    end
  end
end

-- The least numbers, in order, with a digit for the section of each.
local function kept_of(numbers)
  table.sort(numbers)
  local sentences, digits = {}, {}
  for i = 1, math.min(#numbers, most_sentences) do
    sentences[i] = numbers[i] >> 3
    digits[i] = tostring(numbers[i] & 7)
  end
  return sentences, table.concat(digits)
end

local function remember(plan)
  local own, siblings, numbers = own_names(plan), {}, {}
  for _, sibling in ipairs(plan.child.siblings) do
    if sibling.child_id and #siblings < 8 then siblings[#siblings + 1] = sibling.child_id:sub(1, longest) end
  end
  for _, text in ipairs(plan.narratives) do sentence_numbers(text, numbers) end
  local sentences, digits = kept_of(numbers)
  return { first = own[1], siblings = siblings, names = other_subjects(plan, own), sentences = sentences, sections = digits }
end

return { remember = remember }
