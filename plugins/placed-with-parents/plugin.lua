---@type plumbline.Plugin
-- Whether a child who lives with a parent on an order is kept as safe as one in a placement: risk looked at, visits, reviews.

local clock = require("clock")

local orders = { ["care-order"] = true, ["interim-care-order"] = true }

local function order_of(plan)
  local found
  for _, status in ipairs(plan.legal_statuses) do
    if status.value and (not found or not found.on or status.on and status.on >= found.on) then found = status end
  end
  return found and found.value
end

-- What shows that the child is placed with a parent: the coded placement, else the words.
local function placed(plan, phrases)
  local newest
  for _, placement in ipairs(plan.placements) do
    if not newest or not newest.started or placement.started and placement.started >= newest.started then newest = placement end
  end
  if newest then return newest.kind == "with-parents" and newest or nil end
  local order = order_of(plan)
  if order and not orders[order] then return nil end
  for _, text in ipairs({ plan.history, plan.analysis }) do
    for _, match in ipairs(text:find(phrases.placed)) do
      if not match:sentence() or not match:sentence():has(phrases.not_placed) then return match end
    end
  end
  return nil
end

local function start_day(plan, place)
  if place.type == "placement" and place.started then return place.started end
  local found
  for _, event in ipairs(plan:events("placement-started")) do
    if event.on and event.on <= plan.dates.written and (not found or event.on > found) then found = event.on end
  end
  return found
end

-- The element that the words stand in; of the plan's own texts that text, not the whole plan.
local function place_of(words)
  return words.node.type == "plan" and words.text or words.node
end

local advice_risk = "Write what could go wrong for the child at home, what would show it, and what keeps the child safe; date it, and look at it "
  .. "again at each review."

local function judge_risk(plan, judge, phrases)
  local stale, planned, done
  for _, text in ipairs(plan.narratives) do
    for _, sentence in ipairs(text:sentences()) do
      if sentence:has(phrases.assessment) then
        if sentence:has(phrases.stale) then
          stale = stale or sentence
        elseif text.node.type == "action" or sentence:has(phrases.planned) then
          planned = planned or sentence
        else
          done = done or sentence
        end
      end
    end
  end
  if done and not stale then
    judge:met { "risk-assessment", at = place_of(done), evidence = done }
    return
  end
  local words = stale or planned
  judge:not_met { "risk-assessment", at = words and place_of(words) or plan, evidence = words, advice = advice_risk,
    message = stale and "The assessment of the risk at home is not up to date."
      or planned and "The assessment of the risk at home is still to be done."
      or "The child lives with a parent on an order, and no assessment of the risk is in the plan." }
end

return {
  id = "placed-with-parents",
  title = "A child placed with parents is assessed, visited and reviewed",
  version = "1.0",
  api = 1,
  plans = { "care" },
  criteria = {
    { id = "risk-assessment", title = "the risk at home is assessed and up to date",
      question = "What are the risks to the child at home, and when were they last assessed?" },
    { id = "visits", title = "the visits are kept",
      question = "When was the child visited at home, and when is the next visit?" },
    { id = "reviews", title = "the reviews are kept", question = "When is the placement at home reviewed?" },
  },
  phrases = {
    placed = { "placement with parent", "placed with {his|her|their|} {mum|mother|mam|dad|father|parent|parents}",
      "placed at home", "placed back with", "placed home", "lives at home on {a|an} … order", "home on {a|an} … order",
      "returned home on {a|an} … order", "rehabilitated home" },
    not_placed = { "not placed", "was not", "if … placed", "could be placed", "hope … placed", "broke down", "ended in", "until" },
    assessment = { "risk assessment", "risk assessed", "assessment of risk", "assessment of the risk", "placement with parents assessment",
      "schedule 3 assessment", "regulation {17|18|19} assessment", "risk has been assessed", "risks have been assessed" },
    stale = { "not been updated", "not updated", "has not been", "hasn't been", "was not", "not completed", "not done", "no risk assessment",
      "without a risk assessment", "out of date", "outdated", "overdue", "need updating", "needs to be updated", "not on file", "missing",
      "not yet" },
    planned = { "to be completed", "to be updated", "to be done", "will complete", "will update", "will be", "to complete", "to update",
      "needs to", "should be" },
  },
  check = function(plan, judge, _, phrases)
    local place = placed(plan, phrases)
    if not place then
      for _, criterion in ipairs({ "risk-assessment", "visits", "reviews" }) do
        judge:not_applicable { criterion, at = plan, reason = "the child is not placed with parents" }
      end
      return
    end
    judge_risk(plan, judge, phrases)
    local start = start_day(plan, place)
    if start then
      clock.judge_visits(plan, judge, start, order_of(plan) == "interim-care-order")
    else
      judge:could_not_check { "visits", at = plan, reason = "the day on which the child went home is not recorded" }
    end
    clock.judge_reviews(plan, judge)
  end,
}
