-- How much one member of the family is asked to do at once.

local family_roles = { "mother", "father", "mum", "dad", "parent", "carer", "grand", "aunt", "uncle", "brother", "sister",
  "step", "partner", "young person", "nan", "gran", "guardian", "family" }
local not_family = { "foster carer", "worker", "residential" }

local function is_family(person)
  local role = (person.role or ""):lower()
  if person.agency then return false end
  for _, word in ipairs(not_family) do
    if role:find(word, 1, true) then return false end
  end
  for _, word in ipairs(family_roles) do
    if role:find(word, 1, true) then return true end
  end
  return person.id == "child"
end

local load = {}

local function open_days(plan, person)
  local days = {}
  for _, action in ipairs(plan.actions) do
    if action.status == "open" or action.status == "in-progress" then
      local day = action.due or timescale(action).last_day
      for _, owner in ipairs(action.owners) do
        if day and owner.id == person.id then days[#days + 1] = day end
      end
    end
  end
  table.sort(days, function(left, right) return left < right end)
  return days
end

-- The family members with more than `most` open actions due within fourteen days: { person, count, from, to }.
function load.too_much(plan, most)
  local found = {}
  for _, person in ipairs(plan.people) do
    if is_family(person) then
      local days = open_days(plan, person)
      for first = 1, #days - most do
        local last = first
        while days[last + 1] and days[last + 1] - days[first] < 14 do last = last + 1 end
        if last - first + 1 > most then
          found[#found + 1] = { person = person, count = last - first + 1, from = days[first], to = days[last] }
          break
        end
      end
    end
  end
  return found
end

return load
