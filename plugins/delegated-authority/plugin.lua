---@type plumbline.Plugin
-- Whether the plan says which everyday decisions the carer may make without asking.

local own_home = { ["with-parents"] = true, ["own-tenancy"] = true, custody = true, hospital = true, ["short-breaks"] = true }

-- The element that the words stand in; of the plan's own texts that text, not the whole plan.
local function place_of(words)
  return words.node.type == "plan" and words.text or words.node
end

local advice = "Say which decisions the carers may make themselves (haircuts, sleepovers, school trips, dentist, photos) and which need "
  .. "the council's or the parents' consent."

local function not_asked(plan, phrases)
  local newest
  for _, placement in ipairs(plan.placements) do
    if not newest or not newest.started or placement.started and placement.started >= newest.started then newest = placement end
  end
  if newest and own_home[newest.kind] then return "the child does not live with a carer: " .. newest.kind end
  if not newest then
    for _, text in ipairs({ plan.history, plan.analysis }) do
      if text:has(phrases.at_home) then return "the child is placed with a parent" end
    end
  end
  local age = plan.child:age(plan.dates.written)
  if age and age >= 18 then return "the young person is 18 or over" end
  return nil
end

-- The sentences on delegated authority in the plan's own section or anywhere but in what somebody wishes for.
local function on_delegation(plan, phrases)
  if not plan.delegated_authority:is_empty() then return plan.delegated_authority end
  for _, text in ipairs(plan.narratives) do
    if text.node.type ~= "view" then
      for _, sentence in ipairs(text:sentences()) do
        if sentence:has(phrases.delegation) then return sentence end
      end
    end
  end
  return nil
end

return {
  id = "delegated-authority",
  title = "The carer knows which decisions are theirs",
  version = "1.0",
  api = 1,
  plans = { "care" },
  criteria = {
    { id = "stated", title = "it says which decisions the carer may make",
      question = "Which decisions may the carer make without asking?" },
  },
  phrases = {
    at_home = { "placement with parent", "placed with {his|her|their|} {mum|mother|mam|dad|father|parent|parents}", "placed at home" },
    delegation = { "delegated authority", "authority is delegated", "delegate … {authority|decision|consent}", "delegated to",
      "{carer|carers|home|keyworker} {may|can} {agree|consent|decide|sign|give consent|give permission|authorise|OK}" },
    decision = { "haircut", "hair cut", "sleepover", "school trip", "trip", "holiday", "passport", "dental", "dentist", "optician",
      "optical", "medical", "immunisation", "vaccination", "first aid", "photo", "photograph", "social media", "piercing", "club",
      "activity", "overnight", "consent for", "haircuts", "treatment", "school form", "day to day decision", "everyday decision",
      "parents' evening", "sports" },
    undone = { "to be completed", "to be agreed", "to be discussed", "tbc", "to be confirmed", "not completed", "not been", "will be", "n/a",
      "outstanding", "to complete", "form to" },
  },
  check = function(plan, judge, _, phrases)
    local reason = not_asked(plan, phrases)
    if reason then
      judge:not_applicable { "stated", at = plan, reason = reason }
      return
    end
    local found = on_delegation(plan, phrases)
    if not found then
      judge:not_met { "stated", at = plan, message = "Nothing says which decisions the carer may make.", advice = advice }
    elseif found:has(phrases.decision) then
      judge:met { "stated", at = found.type == "text" and found or place_of(found), evidence = found }
    elseif found:has(phrases.undone) or found:count_words() < 6 then
      judge:not_met { "stated", at = found.type == "text" and found or place_of(found), evidence = found,
        message = "Delegated authority is named, but no decision.", advice = advice }
    else
      judge:needs_a_person { "stated", at = found.type == "text" and found or place_of(found), evidence = found,
        reason = "delegated authority is described, and the tool finds no decision that it knows",
        message = "It is not clear which decisions the carer may make.", advice = advice }
    end
  end,
}
