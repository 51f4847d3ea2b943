-- A parent's difficulty that harms the child, and the adult service that helps with it.

local factors = {}

factors.phrases = {
  adult = { "mum", "mum's", "dad", "dad's", "mother", "mother's", "father", "father's", "parent", "parents", "parental", "partner",
    "stepfather", "stepmother", "step-dad", "stepdad", "carer's", "ex-partner" },
  mental_health = { "depression", "depressed", "bipolar", "psychosis", "psychotic", "schizophrenia", "postnatal depression",
    "suicidal", "overdose", "mental health", "anxiety", "personality disorder", "sectioned", "low mood" },
  substance = { "drinking", "drinks", "drunk", "alcohol", "heroin", "cocaine", "cannabis", "crack", "drug use", "drugs",
    "substance misuse", "methadone", "detox", "intoxicated", "vodka" },
  violence = { "domestic abuse", "domestic violence", "DV", "DA", "hit mum", "violence", "violent", "strangled", "controlling",
    "coercive", "assaulted" },
  learning = { "learning disability", "learning disabilities", "learning difficulty", "learning difficulties" },
}

local kinds = {
  { id = "mental_health", title = "mental health", area = { "mental health" },
    service = pattern([[adult mental health|psychiatr|\bcpn\b|mental health (?:nurse|team|worker|practitioner|social worker)|perinatal|talking therap|\biapt\b|psycholog|crisis team]]) },
  { id = "substance", title = "use of alcohol or drugs", area = { "substance", "alcohol", "drug", "drinking" },
    service = pattern([[substance|alcohol|drug (?:worker|service)|recovery|detox|turning point]]) },
  { id = "violence", title = "domestic abuse", area = { "domestic" },
    service = pattern([[\bidva\b|domestic|women'?s aid|refuge\b|perpetrator|probation|\bmarac\b]]) },
  { id = "learning", title = "learning disability", area = { "parental learning" },
    service = pattern([[learning disab|adult (?:services|social care)|community learning]]) },
}

local function has_area(need, words)
  local area = (need.area or ""):lower()
  if area:find("child", 1, true) then return false end
  for _, word in ipairs(words) do
    if area:find(word, 1, true) then return true end
  end
  return false
end

-- Whether the sentence speaks of an adult of the family, by role or by name.
local function speaks_of_adult(plan, sentence, phrases)
  if sentence:has(phrases.adult) then return true end
  for _, person in ipairs(plan.people) do
    local role = (person.role or ""):lower()
    local is_child = role == "child" or role == "young person" or role == "pupil"
    if person.name and not person.agency and not is_child
      and (sentence:contains(person.name) or sentence:contains(person.name .. "'s")) then return true end
  end
  return false
end

-- The words of a need that name this difficulty of an adult; nil where none do.
local function named(plan, need, kind, phrases)
  for _, sentence in ipairs(need.text:sentences()) do
    local adult = speaks_of_adult(plan, sentence, phrases) or (need.area or ""):lower():find("parent", 1, true) ~= nil
    if sentence:has(phrases[kind.id]) and adult then return sentence end
    if has_area(need, kind.area) and adult then return sentence end
  end
  return nil
end

local function in_people(plan, kind)
  for _, person in ipairs(plan.people) do
    if person.agency and kind.service:matches((person.role or "") .. " " .. person.agency) then return person end
  end
  for _, event in ipairs(plan:events()) do
    for _, agency in ipairs(event.agencies) do
      if kind.service:matches(agency) then return event end
    end
  end
  return nil
end

local function in_actions(plan, kind)
  for _, action in ipairs(plan.actions) do
    if kind.service:matches(action.task) then return action end
  end
  return nil
end

local only_a_start = pattern([[\brefer|self[- ]refer|signpost|waiting list|\bleaflet|\bnumber (?:of|for)|\bconsider|\bexplore|\bto (?:contact|ring|call|see)\b]])

local function judge_one(plan, judge, kind, need, words)
  local found = in_people(plan, kind)
  if found then
    judge:met { "adult-services", at = found }
    return
  end
  local finding = { "adult-services", at = need, evidence = words,
    message = ("An adult's %s is named here, and no service that helps adults with it is part of the plan."):format(kind.title),
    advice = "Bring the adult's service into the plan: who they are, what they do and what they tell the others." }
  local action = in_actions(plan, kind)
  if action and not only_a_start:matches(action.task) then
    finding.at = action
    finding.reason = "an action speaks of such a service, and it is not among the people of the plan"
    finding.evidence = action.task:sentences()[1]
    finding.message = ("A service for an adult's %s is spoken of here, but nobody from it is among the people of the plan."):format(kind.title)
    judge:needs_a_person(finding)
  else
    judge:not_met(finding)
  end
end

function factors.judge(plan, judge, phrases)
  local asked = false
  for _, kind in ipairs(kinds) do
    for _, need in ipairs(plan.needs) do
      local words = need.kind ~= "strength" and named(plan, need, kind, phrases)
      if words then
        asked = true
        judge_one(plan, judge, kind, need, words)
        break
      end
    end
  end
  if not asked then
    judge:not_applicable { "adult-services", at = plan, reason = "no adult's difficulty with mental health, alcohol, drugs, domestic abuse or learning is named" }
  end
end

return factors
