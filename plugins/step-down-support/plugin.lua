---@type plumbline.Plugin
-- Whether a family that help steps back from knows what happens if things slip, and who is still there for them.

local asked_of = { ["child-in-need"] = true, ["child-protection"] = true, care = true, pathway = true, safety = true }

-- The newest decision to step down or close, or the plan's own closing date.
local function stepping_down(plan)
  local newest
  for _, decision in ipairs(plan.decisions) do
    local steps_back = decision.kind == "step-down" or decision.kind == "closure"
    if steps_back and (not newest or not newest.on or (decision.on and decision.on > newest.on)) then newest = decision end
  end
  if newest then return newest end
  if plan.status == "closed" or plan.dates.closed then return plan.dates end
  return nil
end

local function judge_contingency(plan, judge, place, phrases)
  for _, contingency in ipairs(plan.contingencies) do
    if not contingency.text:is_empty() and not contingency.text:has(phrases.denial) then
      judge:met { "contingency", at = contingency }
      return
    end
  end
  if place.type == "decision" and place.text:has(phrases.condition) then
    judge:met { "contingency", at = place, evidence = place.text:find(phrases.condition)[1] }
    return
  end
  judge:not_met { "contingency", at = place, owner = asked_of[plan.kind] and "contingency/present" or nil,
    message = "Help steps back here, and the plan does not say what happens if things slip.",
    advice = "Say what would bring help back (\"if the police are called again\") and what happens then, who does it and how fast." }
end

local function is_councils_worker(person)
  return person.agency == "children's social care"
end

-- Somebody beside the council's own social workers who still does something: an owner of an action that is not done.
local function named_supporter(plan)
  for _, action in ipairs(plan.actions) do
    if action.status == "open" or action.status == "in-progress" then
      for _, owner in ipairs(action.owners) do
        local role = (owner.role or ""):lower()
        local supports = owner.agency and not is_councils_worker(owner) or role:find("support", 1, true)
          or role:find("nan", 1, true) or role:find("grand", 1, true) or role:find("aunt", 1, true)
          or role:find("uncle", 1, true) or role:find("friend", 1, true)
        if owner.id ~= "child" and supports then return action end
      end
    end
  end
  return nil
end

local function judge_support(plan, judge, place, phrases)
  local action = named_supporter(plan)
  if action then
    judge:met { "named-support", at = action }
    return
  end
  for _, text in ipairs({ place.type == "decision" and place.text or plan.analysis, plan.analysis }) do
    local words = text:find(phrases.supporter)
    if #words > 0 then
      judge:needs_a_person { "named-support", at = text, evidence = words[1]:sentence() or words[1],
        reason = "support is mentioned, and the tool cannot tell who gives it", message = "It is not clear who stays alongside the family.",
        advice = "Name the person or service that stays, what they do and until when." }
      return
    end
  end
  judge:not_met { "named-support", at = place, message = "Nobody is named who stays alongside the family after this step.",
    advice = "Name the person or service that stays, what they do and until when: \"Ms Hart, school nurse, sees Leo every fortnight to Easter\"." }
end

return {
  id = "step-down-support",
  title = "Stepping down leaves a contingency and a named supporter",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "safety" },
  criteria = {
    { id = "contingency", title = "it says what happens if things slip",
      question = "What happens if things slip after this step?" },
    { id = "named-support", title = "somebody is named who stays",
      question = "Who stays alongside the family after this step?" },
  },
  phrases = {
    denial = { "n/a", "not needed", "not required", "no contingency", "not applicable" },
    condition = { "if {things|there|he|she|they|mum|dad|police|concerns|the|school|another}", "should there be", "in the event" },
    supporter = { "early help", "support {will|from|by|worker}", "school nurse", "health visitor", "family hub", "universal service",
      "targeted support", "lead professional", "team around the family" },
  },
  check = function(plan, judge, _, phrases)
    local place = stepping_down(plan)
    if not place then
      judge:not_applicable { "contingency", at = plan, reason = "no step down or closure is recorded" }
      judge:not_applicable { "named-support", at = plan, reason = "no step down or closure is recorded" }
      return
    end
    judge_contingency(plan, judge, place, phrases)
    judge_support(plan, judge, place, phrases)
  end,
}
