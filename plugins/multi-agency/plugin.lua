---@type plumbline.Plugin
-- Whether the agencies round the child do part of the plan.

local factors = require("factors")

-- Present for another reason than to do part of the plan.
local not_contributing = { "interpreter", "reviewing officer", "conference chair", "deacon", "imam", "priest", "pastor",
  "solicitor", "advocate", "independent visitor" }

local function key(agency)
  return (agency:lower():gsub("%s+", " "):gsub("^%s+", ""):gsub("%s+$", ""))
end

local function is_one_of(agency, list)
  for _, item in ipairs(list) do
    if key(item) == agency then return true end
  end
  return false
end

local function contributes(person)
  local role = (person.role or ""):lower()
  for _, word in ipairs(not_contributing) do
    if role:find(word, 1, true) then return false end
  end
  return true
end

-- The partner agencies among the people: { agency, person, acts } in the order of the file.
local function partners_of(plan, own_agencies)
  local partners, known = {}, {}
  for _, person in ipairs(plan.people) do
    local agency = person.agency and key(person.agency)
    if agency and not is_one_of(agency, own_agencies) then
      local acts = #person.actions > 0
      if known[agency] then
        known[agency].acts = known[agency].acts or acts
      elseif contributes(person) or acts then
        known[agency] = { agency = person.agency, person = person, acts = acts }
        partners[#partners + 1] = known[agency]
      end
    end
  end
  return partners
end

local function judge_partner_owns(plan, judge, partners)
  for _, partner in ipairs(partners) do
    if partner.acts then
      judge:met { "partner-owns", at = partner.person }
      return
    end
  end
  judge:not_met { "partner-owns", at = partners[1] and partners[1].person or plan,
    message = "No partner agency owns an action: everything is left to social care and the family.",
    advice = "Agree with school, health or whoever knows the child what they will do, and name them as its owner." }
end

local function judge_contribution(plan, judge, partners)
  for _, partner in ipairs(partners) do
    if partner.acts then
      judge:met { "contribution", at = partner.person }
    else
      judge:not_met { "contribution", at = partner.person,
        message = ("Nobody from %s owns an action of this plan."):format(partner.agency),
        advice = "Write down what they do for this child as an action of theirs, or say why they are only kept informed." }
    end
  end
  if #partners == 0 then
    judge:not_applicable { "contribution", at = plan, reason = "no partner agency is among the people of this plan (see partner-owns)" }
  end
end

-- Agencies besides the police and the council's own side that took part in a strategy discussion.
local function others_at(event, own_agencies)
  local others = 0
  for _, agency in ipairs(event.agencies) do
    local name = key(agency)
    if name ~= "police" and not is_one_of(name, own_agencies) then others = others + 1 end
  end
  return others
end

local function judge_discussions(plan, judge, own_agencies)
  local asked, unknown = false, nil
  for _, event in ipairs(plan:events("strategy-discussion")) do
    if event.happened and #event.agencies == 0 then
      unknown = unknown or event
    elseif event.happened then
      asked = true
      if others_at(event, own_agencies) > 0 then
        judge:met { "strategy-discussion", at = event }
      else
        judge:not_met { "strategy-discussion", at = event, message = "Only the police took part in the strategy discussion.",
          advice = "Ask health, school and whoever else knows the child for what they know, and record that they took part." }
      end
    end
  end
  if unknown then
    judge:could_not_check { "strategy-discussion", at = unknown, reason = "the chronology does not say who took part" }
  elseif not asked then
    judge:not_applicable { "strategy-discussion", at = plan, reason = "no strategy discussion is recorded" }
  end
end

return {
  id = "multi-agency",
  title = "Partner agencies do their part",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "partner-owns", title = "a partner agency owns an action", question = "What do other agencies do?" },
    { id = "contribution", title = "each agency round the child has one",
      question = "What does this agency do for the child?" },
    { id = "adult-services", title = "an adult service is there where a parent's difficulty is named",
      question = "Which service helps the adult with this?" },
    { id = "strategy-discussion", title = "strategy discussions draw on more agencies than the police",
      question = "Who besides the police took part in the strategy discussion?" },
  },
  parameters = {
    own_agencies = { type = "list",
      default = { "children's social care", "social care", "children's services", "early help", "fostering service",
        "fostering agency", "residential home", "interpreting service", "leaving care", "church", "mosque" },
      help = "agencies that are the council's own side or no agency of the plan, not partners" },
  },
  phrases = factors.phrases,
  check = function(plan, judge, parameters, phrases)
    local partners = partners_of(plan, parameters.own_agencies)
    judge_partner_owns(plan, judge, partners)
    judge_contribution(plan, judge, partners)
    factors.judge(plan, judge, phrases)
    judge_discussions(plan, judge, parameters.own_agencies)
  end,
}
