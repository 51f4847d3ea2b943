-- Pronouns that cannot mean anybody but the child, and do not fit the child.

local function set(words)
  local made = {}
  for word in words:gmatch("%S+") do made[word] = true end
  return made
end

local he, she = set("he him his himself he's he'd he'll"), set("she her hers herself she's she'd she'll")
local objects = set("him her")
local men = set("dad father daddy stepdad stepfather brother brothers uncle grandad grandfather grandpa boyfriend husband son nephew mr man men boy boys pgf mgf partner ex")
local women = set("mum mother mummy mam stepmum stepmother sister sisters aunt auntie aunty nan nana nanna gran grandma grandmother girlfriend wife daughter niece mrs ms miss woman women girl girls pgm mgm partner ex idva midwife")
local either = set("baby friend friends cousin cousins sibling siblings twin twins child children kids carer carers worker teacher gp doctor nurse officer parent parents person someone somebody adult pupil peer peers sw pa fsw iro hv dt lodger neighbour foal dog cat pony horse")
local no_names = set("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english british christmas easter eid school college year reception white black asian i camhs")

local function own_names(plan)
  local own = {}
  for word in tostring(plan.child.name):lower():gmatch("[%a\128-\255'-]+") do own[word] = true end
  for _, other in ipairs(plan.child.also_known_as) do
    for word in tostring(other):lower():gmatch("[%a\128-\255'-]+") do own[word] = true end
  end
  return own
end

local function sex_of_role(role)
  for word in (role or ""):lower():gmatch("[%a']+") do
    -- "mother's partner" is not the mother
    if not word:find("'s$") and (men[word] or false) ~= (women[word] or false) then return men[word] and "male" or "female" end
  end
  return "either"
end

-- The names that the plan uses, with the sex of who bears them where their role tells it.
local function names_of(plan, own)
  local names = {}
  for _, text in ipairs(plan.narratives) do
    for word in tostring(text):gmatch("[%l,;] ([A-Z][a-z\128-\255]+)") do
      local key = word:lower()
      if not own[key] and not no_names[key] then names[key] = "either" end
    end
  end
  for _, person in ipairs(plan.people) do
    for word in (person.name or ""):gmatch("%a+") do
      if #word > 1 and not own[word:lower()] then names[word:lower()] = sex_of_role(person.role) end
    end
  end
  return names
end

local function can_mean(word, sex, names)
  local kin = sex == "male" and men or women
  local base = word:gsub("'s$", "")
  local named = names[base] or names[base:gsub("s$", "")]
  return kin[base] or either[base] or named == sex or named == "either"
end

local function owners_can_mean(node, sex)
  if node.type ~= "action" then return false end
  for _, owner in ipairs(node.owners) do
    if owner.id ~= "child" then
      local theirs = sex_of_role(owner.role)
      if theirs == "either" or theirs == sex then return true end
    end
  end
  return false
end

local function is_read(text)
  local kind = text.node.type
  if kind == "view" then return text.node.of == "child" end
  return kind == "need" or kind == "outcome" or kind == "action" or text.path == "/plan/diversity" or text.path == "/plan/analysis"
end

-- The sentences of a text in which such a pronoun can only be the child's; somebody named before stays in mind until a
-- sentence that is about nobody.
local function wrong_in(text, wrong, right, sex, names, own, into)
  local active = owners_can_mean(text.node, sex)
  for _, sentence in ipairs(text:sentences()) do
    local quoted = #sentence:quotations() > 0
    local named, used, odd, child, other = false, false, false, false, false
    for word in tostring(sentence):lower():gsub("’", "'"):gmatch("[%a\128-\255'-]+") do
      if can_mean(word, sex, names) then named = true end
      if own[word] or own[word:gsub("'s$", "")] then child = true end
      if right[word] then other = true end
      if wrong[word] then
        used = true
        -- "Robin told her", "she thinks he is kind": somebody else is meant
        if not active and not named and not (child and objects[word]) then odd = true end
      end
    end
    if odd and not quoted and not other then into[#into + 1] = sentence end
    active = named or used and (active or other)
  end
end

local function not_asked(plan)
  local sex = (plan.child.sex or ""):lower()
  if plan.child.unborn then return "the child is not yet born" end
  if sex ~= "male" and sex ~= "female" and sex ~= "m" and sex ~= "f" then return "the child's sex is not recorded as male or female" end
  for _, identity in ipairs(plan.child.identities) do
    if identity.aspect == "gender" then return "the child's gender is recorded in words: how the child is spoken of is theirs to say" end
  end
  return nil
end

-- The element that the words stand in; of the plan's own texts that text, not the whole plan.
local function place_of(words)
  return words.node.type == "plan" and words.text or words.node
end

local advice = "Read the passage again: it may have been written about another child. Write it for this one."

local function judge(plan, judge_of_plan, parameters)
  local reason = not_asked(plan)
  if reason then
    judge_of_plan:not_applicable { "pronouns", at = plan, reason = reason }
    return
  end
  local female = plan.child.sex:lower():sub(1, 1) == "f"
  local wrong, right, sex = female and he or she, female and she or he, female and "male" or "female"
  local own = own_names(plan)
  local names, found = names_of(plan, own), {}
  for _, text in ipairs(plan.narratives) do
    if is_read(text) then wrong_in(text, wrong, right, sex, names, own, found) end
  end
  local shown = {}
  for i = 1, math.min(#found, 20) do shown[i] = found[i] end
  if #found == 0 then
    judge_of_plan:met { "pronouns", at = plan }
  elseif #found >= parameters.wrong_pronouns then
    judge_of_plan:not_met { "pronouns", at = place_of(found[1]), evidence = shown, advice = advice,
      message = ("%d sentences say %s of a child who is recorded as %s."):format(#found, female and "he or his" or "she or her",
        female and "female" or "male") }
  else
    judge_of_plan:needs_a_person { "pronouns", at = place_of(found[1]), evidence = shown, advice = advice,
      reason = "one sentence does not fit the child's recorded sex, and somebody else may be meant",
      message = "It is not clear who is meant here." }
  end
end

return { judge = judge }
