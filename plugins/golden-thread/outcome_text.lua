-- Whether an outcome says what will be different for the child, or only which service somebody is to have.

-- A service delivered, or an adult's task: what is done, not what changes.
local service = pattern([[\b(?:to|will|should|must|can|needs? to)\s+(?:\w+ly\s+)?(?:attend|access|receive|engage|complete|undertake|participate|co-?operate|work with|take part|link in|sign up|be (?:supported|referred|offered|provided|promoted|monitored|assessed|allocated|considered|encouraged|reviewed|explored|maintained|facilitated|signposted)|(?:get|have|be given) (?:the )?(?:right |more |some |appropriate |additional |extra )*(?:support|help|input|intervention|sessions|a referral|respite|short breaks))\b|\b(?:gets?|receives?)\s+(?:all\s+)?(?:the\s+)?(?:right |appropriate )*support\b|^\s*(?:support|referral|access|attendance at|engagement|provision|completion|promote|monitor|refer|provide|ensure|offer|attend)\b]])

-- A good intention that fits any child.
local vague = pattern([[\b(?:(?:to be|is|be|are|stays?|remains?|keep|kept)\s+(?:kept )?safe|kept safe|(?:achieve|reach|fulfil)\w*\s+(?:\w+\s+)?(?:full\s+)?potential|(?:expected|good|positive|better)\s+(?:progress|outcomes?)|(?:behaviour|attendance|relationships?|self[- ]esteem|confidence|well-?being|situation|communication)\s+(?:to|will|should)\s+(?:be\s+)?improved?|improved?\s+(?:\w+\s+)?(?:behaviour|attendance|relationships?|outcomes?|well-?being|self[- ]esteem|parenting|communication|home conditions)|needs\s+(?:to be|are|will be|being|be)\s+(?:fully )?met|(?:to have|have|has|be in|is in)\s+(?:stable|suitable|appropriate|settled)\s+(?:accommodation|housing|placement)|(?:be|to be|is|will be)\s+in\s+(?:EET|ETE)\b|finances?\s+(?:to be|are|will be)\s+stable|(?:to be|is|be)\s+healthy)\b]])

local child_words = pattern([[\b(?:child|children|baby|bump|unborn|son|daughter|boy|girl|siblings?|young person|pupil|he|she|they|him|her|them|his|their|hers|theirs|I|me|my|I'm)\b]])
local adult_subject = pattern([[^\s*(?:for\s+)?(?:mum|mom|dad|mother|father|parents?|carers?|both parents|step\w+|nan|gran\w*|the family|family|home|house|social worker|school)\b]])

-- Going to school is a child's own doing, no service.
local schooling = pattern([[\b(?:attend|access)\s+(?:\w+\s+){0,3}?(?:school|nursery|pre-?school|college|lessons?|class(?:es)?|education|sixth form|work|university)\b]])
-- "Mum to …": what an adult is to do.
local adults_task = pattern([[^\s*(?:for\s+)?(?:(?:\w+\s+){1,2}?|\w+ and \w+\s+)(?:to|will|should|must)\s+\w+]])

local outcome_text = {}

local function names_of(plan)
  local names = { plan.child.name }
  for _, name in ipairs(plan.child.also_known_as) do names[#names + 1] = name end
  return names
end

local function names_child(plan, text)
  for _, name in ipairs(names_of(plan)) do
    if not name:is_empty() and text:contains(tostring(name)) then return true end
  end
  return false
end

-- An adult of the plan who is named first: "Beth to get …".
local function begins_with_adult(plan, text)
  if adult_subject:matches(text) then return true end
  local words = text:words()
  for _, person in ipairs(plan.people) do
    local role = (person.role or ""):lower()
    local is_child = role == "child" or role == "young person" or role == "pupil"
    if person.name and words[1] and not is_child and person.name:find(words[1], 1, true) == 1 then return true end
  end
  return false
end

-- How many words stand outside the matches.
local function words_beside(text, matches)
  local inside = 0
  for _, match in ipairs(matches) do
    for _ in match.words:gmatch("%S+") do inside = inside + 1 end
  end
  return text:count_words() - inside
end

-- "change", "service", "vague", "not-child" or "unsure"; and the words that show it.
function outcome_text.read(plan, text, enough_words, beside_intention)
  local about_child = names_child(plan, text)
  local adult_first = begins_with_adult(plan, text)
  local child = about_child or (not adult_first and child_words:matches(text))

  local services = text:find_pattern(service)
  if #services > 0 and not (about_child and not adult_first and schooling:matches(text)) then
    if words_beside(text, services) >= enough_words and (about_child or child_words:matches(text)) and not adult_first then
      return "unsure", services
    end
    return "service", services
  end
  local intentions = text:find_pattern(vague)
  if #intentions > 0 and words_beside(text, intentions) < beside_intention then return "vague", intentions end
  if adult_first and not about_child then return "not-child", text end
  if adult_first and adults_task:matches(text) then return "unsure", text end
  if child then return "change", nil end

  local clauses = text:clauses()
  local first = clauses[1]
  if first and first.verb and first.tense == "present" and not adult_first then return "change", nil end
  return text:count_words() < enough_words and "not-child" or "unsure", text
end

return outcome_text
