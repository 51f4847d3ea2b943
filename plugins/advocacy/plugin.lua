---@type plumbline.Plugin
-- Whether the child is offered somebody who speaks for them, a visitor of their own, and a way to complain.

local regular = pattern([[(?i)(contact|family time|sees?|visits?|stays?|goes|go|drive|calls?)\b[^.;!?]{0,60}\b(weekly|fortnightly|monthly|termly|every|each|twice|once|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|\d+ times|a week|a month)\b]])
local unsettled = pattern([[(?i)(contact|family time)\b[^.;!?]{0,50}\b(to be (agreed|arranged|confirmed|promoted|decided|considered|explored|established)|tbc|tba)\b]])

-- The element that the words stand in; of the plan's own texts that text, not the whole plan.
local function place_of(words)
  return words.node.type == "plan" and words.text or words.node
end

local function newest(plan, kind)
  local found
  for _, event in ipairs(plan:events(kind)) do
    if event.on and event.on <= plan.dates.written and (not found or event.on > found.on) then found = event end
  end
  return found
end

local function advocate_at_work(plan)
  for _, view in ipairs(plan.views) do
    if view.method == "advocate" then return view end
  end
  for _, person in ipairs(plan.people) do
    if (person.role or ""):lower():find("^advocate") then return person end
  end
  return nil
end

local function judge_offered(plan, judge, parameters)
  local place = newest(plan, "advocacy-offered") or advocate_at_work(plan)
  local age = plan.child:age(plan.dates.written)
  if place then
    judge:met { "offered", at = place }
  elseif plan.kind ~= "child-protection" and age and age < parameters.from_age then
    judge:not_applicable { "offered", at = plan, reason = "asked of children from " .. parameters.from_age .. " years" }
  else
    judge:not_met { "offered", at = plan, message = "No offer of an advocate is recorded.",
      advice = plan.kind == "child-protection" and "Offer the child (and the parents, where there is a service) an advocate before the "
        .. "conference, and record the day and the answer."
        or "Offer an advocate, say what one does in words the child knows, and record the day and the answer." }
  end
end

-- Words on little contact and on regular contact, outside what others only wish for.
local function family_contact(plan, phrases)
  local little, often
  for _, text in ipairs(plan.narratives) do
    if text.node.type ~= "decision" and text.name ~= "history" then
      local words = text:find(phrases.little)
      if #words > 0 then little = little or words[1] end
      local open = text:find_pattern(unsettled)
      if #open > 0 then little = little or open[1] end
      local steady = text:find_pattern(regular)
      if #steady > 0 and text.node.type ~= "view" then often = often or steady[1] end
    end
  end
  return little, often
end

local advice_visitor = "Ask the child whether they would like an independent visitor (somebody of their own who visits and goes out with "
  .. "them), and record the day and the answer."

local function judge_visitor(plan, judge, phrases)
  local offered = newest(plan, "independent-visitor-offered")
  if offered then
    judge:met { "independent-visitor", at = offered }
    return
  end
  for _, placement in ipairs(plan.placements) do
    if placement.kind == "with-parents" then
      judge:not_applicable { "independent-visitor", at = plan, reason = "the child lives with a parent" }
      return
    end
  end
  local little, often = family_contact(plan, phrases)
  if little and not often then
    judge:not_met { "independent-visitor", at = place_of(little), evidence = little,
      message = "There seems to be little contact with family, and no offer of an independent visitor is recorded.", advice = advice_visitor }
  elseif often then
    judge:not_applicable { "independent-visitor", at = plan, reason = "the plan describes regular contact with family" }
  else
    judge:needs_a_person { "independent-visitor", at = plan,
      reason = "the plan does not say how often the child sees family",
      message = "It is not clear how much contact with family there is, and no independent visitor is offered.", advice = advice_visitor }
  end
end

local function judge_complaints(plan, judge)
  local given = newest(plan, "complaints-information-given")
  if given then
    judge:met { "complaints", at = given }
  else
    judge:not_met { "complaints", at = plan, message = "Nothing records that the child and family were told how to complain.",
      advice = "Give the leaflet or the link, explain it in plain words, and record the day and who had it." }
  end
end

return {
  id = "advocacy",
  title = "An advocate, an independent visitor and a way to complain",
  version = "1.0",
  api = 1,
  plans = { "child-protection", "care", "pathway" },
  criteria = {
    { id = "offered", title = "an advocate is offered",
      question = "Was the child offered an advocate, and what did they say?" },
    { id = "independent-visitor", title = "an independent visitor is offered where there is little family contact",
      question = "Was the child offered an independent visitor?" },
    { id = "complaints", title = "the child and family were told how to complain",
      question = "How do the child and family know how to complain?" },
  },
  parameters = {
    from_age = { type = "integer", default = 5, minimum = 0, maximum = 12,
      help = "from which age a looked-after child is offered an advocate" },
  },
  phrases = {
    little = { "no contact", "little contact", "limited contact", "lost contact", "contact has stopped", "contact is suspended",
      "does not see {his|her|their|any}", "doesn't see {his|her|their|any}", "has not seen {his|her|their|any}",
      "hasn't seen {his|her|their|any}", "no family {contact|time|in}", "no visitors", "nobody visit", "no one visit", "nobody has rung",
      "no one has rung", "nobody ring", "estranged" },
  },
  check = function(plan, judge, parameters, phrases)
    judge_offered(plan, judge, parameters)
    local age = plan.child:age(plan.dates.written)
    if plan.kind ~= "care" or age and age >= 18 then
      judge:not_applicable { "independent-visitor", at = plan, reason = "asked of looked-after children" }
    else
      judge_visitor(plan, judge, phrases)
    end
    judge_complaints(plan, judge)
  end,
}
