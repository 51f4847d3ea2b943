-- What one action asks for: how many tasks, whether without fail, and which measures bear on it.

local tasks = {}

-- A phrase counts as the start of a task when it stands at the start, after "to", or after a comma or "and".
local function starts_a_part(before)
  before = before:lower()
  return before == "" or before:find("[%.,;:/\n–-]%s*$") or before:find("%f[%w]and%s+$") or before:find("%f[%w]then%s+$")
    or before:find("%f[%w]to%s+$") or before:find("%f[%w]will%s+$") or before:find("%f[%w]must%s+$")
end

-- The separate tasks of a text, each as the span of the verb that opens it.
function tasks.parts(text, phrases)
  local whole = tostring(text)
  local parts = {}
  local last_end = 0
  for _, match in ipairs(text:find(phrases.task_verb)) do
    if match.first > last_end and starts_a_part(whole:sub(1, match.first - 1)) then
      parts[#parts + 1] = match
      last_end = match.last
    end
  end
  return parts
end

-- "Must never shout", "keep safe at all times": a demand on a person, not any use of the word.
function tasks.absolute_demand(action, phrases)
  for _, match in ipairs(action.task:find(phrases.absolute)) do
    local sentence = match:sentence()
    local before = tostring(sentence):sub(1, math.max(0, match.first - sentence.first)):lower()
    local stated = before:find("%f[%w]to%s") or before:find("%f[%w]must%f[%W]") or before:find("%f[%w]will%f[%W]")
      or before:find("%f[%w]should%f[%W]") or before:find("%f[%w]ensure") or before:find("make sure")
    local word = tostring(match):lower()
    if stated and not (word == "always" and before:find("seen")) then return match end
  end
  return nil
end

local common = { the = true, a = true, an = true, to = true, of = true, ["and"] = true, ["in"] = true, on = true, by = true,
  at = true, is = true, be = true, with = true, ["for"] = true, it = true, her = true, his = true, no = true, ["not"] = true,
  -- who acts does not say that a measure bears on the act
  mum = true, dad = true, mother = true, father = true, parent = true, nan = true, carer = true, child = true, children = true,
  sw = true, school = true, worker = true, social = true, he = true, she = true, they = true, their = true, him = true,
  them = true }

local function shares_a_word(left, right)
  local seen = {}
  for _, stem in ipairs(left:stems()) do
    if #stem > 2 and not common[stem] then seen[stem] = true end
  end
  for _, stem in ipairs(right:stems()) do
    if seen[stem] then return true end
  end
  return false
end

-- The measures that may show whether an action happened: its own, and its outcome's where the words bear on it.
function tasks.measures(action)
  local measures = {}
  if not action.measure:is_empty() then measures[#measures + 1] = action.measure end
  local outcome = action.outcome
  if outcome and not outcome.measure:is_empty() and shares_a_word(action.task, outcome.measure) then
    measures[#measures + 1] = outcome.measure
  end
  return measures
end

return tasks
