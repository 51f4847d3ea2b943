---@type plumbline.Plugin
-- Whether the risk was assessed before a young person lives in a hostel, a foyer or bed and breakfast.

local kinds = { hostel = true, foyer = true, ["bed-and-breakfast"] = true }

-- The element that the words stand in; of the plan's own texts that text, not the whole plan.
local function place_of(words)
  return words.node.type == "plan" and words.text or words.node
end

local function newest_placement(plan)
  local newest
  for _, placement in ipairs(plan.placements) do
    if not newest or not newest.started or placement.started and placement.started >= newest.started then newest = placement end
  end
  return newest
end

-- Where the plan says that the young person is, or is to be, in such a place.
local function lives_in(plan, phrases)
  local placement = newest_placement(plan)
  if placement then return kinds[placement.kind] and placement or nil end
  for _, text in ipairs(plan.narratives) do
    local type = text.node.type
    if type == "need" or type == "outcome" or type == "action" or text.name == "analysis" then
      for _, sentence in ipairs(text:sentences()) do
        local words = sentence:find(phrases.place)
        if #words > 0 and not sentence:has(phrases.elsewhere) then return words[1] end
      end
    end
  end
  return nil
end

local function assessed(plan, phrases)
  local missing
  for _, text in ipairs(plan.narratives) do
    for _, sentence in ipairs(text:sentences()) do
      if sentence:has(phrases.assessment) then
        local undone = sentence:has(phrases.undone) or text.node.type == "action" and text.node.status ~= "done"
        if not undone then return sentence, nil end
        missing = missing or sentence
      end
    end
  end
  return nil, missing
end

return {
  id = "accommodation-risk",
  title = "The risk is assessed before a hostel, foyer or bed and breakfast",
  version = "1.0",
  api = 1,
  plans = { "care", "pathway" },
  criteria = {
    { id = "assessed", title = "the risk of such accommodation is assessed",
      question = "What are the risks of this accommodation, and what is done about them?" },
  },
  phrases = {
    place = { "hostel", "foyer", "bed and breakfast", "bed & breakfast", "=bnb", "b & b", "YMCA" },
    elsewhere = { "not … {hostel|foyer|bed and breakfast}", "used to", "no longer", "avoid", "rather than", "instead of", "youth hostel",
      "left the {hostel|foyer}", "moved out", "does not want", "doesn't want" },
    assessment = { "risk assessment", "risk assessed", "assessment of risk", "assessment of the risk", "risks … assessed",
      "assessed … {risk|suitable|suitability|safe}", "suitability assessment", "assessment of suitability" },
    undone = { "no risk assessment", "not been", "not done", "not completed", "not yet", "to be", "will be", "needs to", "overdue",
      "out of date", "hasn't been", "has not", "without" },
  },
  check = function(plan, judge, _, phrases)
    local place = lives_in(plan, phrases)
    if not place then
      judge:not_applicable { "assessed", at = plan, reason = "no hostel, foyer or bed and breakfast is in the plan" }
      return
    end
    local found, missing = assessed(plan, phrases)
    local is_words = place.type ~= "placement"
    if found then
      judge:met { "assessed", at = place_of(found), evidence = found }
    else
      judge:not_met { "assessed", at = is_words and place_of(place) or place, evidence = missing or is_words and place or nil,
        message = missing and "The risk of this accommodation is still to be assessed."
          or "The young person lives in, or moves to, such a place, and no assessment of the risk is in the plan.",
        advice = "Before the move, or now: look at who else lives there, staff at night, the room's lock, this young person's own risks, and "
          .. "write what makes it safe enough or what happens instead." }
    end
  end,
}
