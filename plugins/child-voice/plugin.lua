---@type plumbline.Plugin
-- Whether a plan holds what this child said, drew, wrote, wants or worries about, or was seen to live with.

local wording = require("wording")

local advice_not_recorded = "Write what the child said, drew or showed, in their own words where you can, with the date. "
  .. "For a baby, an unborn child or a child who does not speak: what you saw, and what it tells you about their day. "
  .. "If they did not want to talk: what you tried, and what else you know."

local function judge_own_views(view, plan, judge, parameters, models)
  local answer = models["own-views"]:answer(view.text, { age = plan.child:age(plan.dates.written), unborn = plan.child.unborn })
  if answer.probability >= parameters.own_views_met_above then return "met", answer end
  if answer.probability < parameters.own_views_not_met_below then return "not met", answer end
  return "needs a person", answer
end

local rank = { ["met"] = 3, ["needs a person"] = 2, ["not met"] = 1 }

-- Own views are met when one entry holds them: the best entry decides.
local function best_view(views, plan, judge, parameters, models)
  local best
  for _, view in ipairs(views) do
    local outcome, answer = judge_own_views(view, plan, judge, parameters, models)
    if not best or rank[outcome] > rank[best.outcome]
      or rank[outcome] == rank[best.outcome] and answer.probability > best.answer.probability then
      best = { view = view, outcome = outcome, answer = answer }
    end
  end
  return best
end

-- The child's words under somebody else's view, or in a plan written in the first person.
local function words_elsewhere(plan, parameters)
  local found
  for _, text in ipairs(plan.narratives) do
    local node = text.node
    if not (node.type == "view" and node.of == "child") then
      for _, quotation in ipairs(text:quotations()) do
        if quotation.speaker == "child" and #tostring(quotation) >= parameters.quoted_from_characters then
          found = found or quotation
        end
      end
    end
  end
  return found
end

local function judge_best(best, plan, judge, phrases)
  if best.outcome == "met" then
    judge:met { "own-views", at = best.view, evidence = #best.answer.deciding > 0 and best.answer.deciding or best.view.text }
    return
  end
  local said = wording.own_views(best.view, best.answer, plan, phrases)
  if best.outcome == "not met" then
    judge:not_met { "own-views", at = best.view, evidence = said.evidence, message = said.message,
      advice = said.advice }
  else
    judge:needs_a_person { "own-views", at = best.view, evidence = said.evidence,
      reason = "the entry may hold the child's own view, and the tool cannot tell whose words these are",
      message = "It is not clear that these are the child's own views.",
      advice = "Say who said or saw it, and when: \"On 4 March Leo said …\"." }
  end
end

local function judge_current(dated, recorded, plan, judge, parameters)
  if #dated == 0 then
    judge:could_not_check { "current", at = plan, reason = "no view of the child has a date" }
    return
  end
  if not recorded then
    judge:not_applicable { "current", at = plan, reason = "no view of the child is recorded (see recorded)" }
    return
  end
  local newest = dated[1]
  for _, view in ipairs(dated) do
    if view.on > newest.on then newest = view end
  end
  local age = plan.dates.written - newest.on
  if age <= parameters.max_age_days then
    judge:met { "current", at = newest }
  else
    judge:not_met { "current", at = newest,
      message = ("The child's newest view is %d days older than the plan (%s)."):format(age, tostring(newest.on)),
      advice = ("See the child again and add what they say now; views count as current for %d days."):format(
        parameters.max_age_days) }
  end
end

return {
  id = "child-voice",
  title = "The child's own views are in the plan",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "recorded", title = "a view of the child is there", question = "What does the child say?" },
    { id = "own-views", title = "it is what the child said, showed or was seen to live with",
      question = "What did the child themselves say or show?" },
    { id = "current", title = "it is recent", question = "What does the child say now?" },
  },
  parameters = {
    max_age_days = { type = "integer", default = 42, minimum = 0, help = "how many days before the plan a view may date from" },
    min_words = { type = "integer", default = 2, minimum = 1, help = "shorter entries count as not written" },
    quoted_from_characters = { type = "integer", default = 12, minimum = 1,
      help = "the shortest quotation that counts as the child's words outside the child's own view" },
    own_views_not_met_below = { type = "number", default = 0.3, minimum = 0, maximum = 1,
      help = "below this probability own views are judged not met" },
    own_views_met_above = { type = "number", default = 0.64, minimum = 0, maximum = 1,
      help = "from this probability on own views are judged met" },
  },
  phrases = wording.phrases,
  models = { ["own-views"] = "models/own-views.tsv" },
  check = function(plan, judge, parameters, phrases, models)
    local written, dated, first = {}, {}, nil
    for _, view in ipairs(plan.views) do
      if view.of == "child" then
        first = first or view
        if view.on then dated[#dated + 1] = view end
        if view.method ~= "not obtained" and view.text:count_words() >= parameters.min_words then written[#written + 1] = view end
      end
    end

    local best = best_view(written, plan, judge, parameters, models)
    local elsewhere = not best and words_elsewhere(plan, parameters)
    if best then
      judge:met { "recorded", at = best.view }
      judge_best(best, plan, judge, phrases)
    elseif elsewhere then
      judge:met { "recorded", at = plan, evidence = elsewhere }
      judge:met { "own-views", at = plan, evidence = elsewhere }
    else
      local place = first or plan
      local said = first and not first.text:is_empty()
      judge:not_met { "recorded", at = place, evidence = said and first.text or nil,
        message = said and "The entry does not hold a view of the child." or "No view of the child is recorded.",
        advice = advice_not_recorded }
      judge:not_met { "own-views", at = place, owner = "child-voice/recorded",
        message = "The plan does not hold the child's own views.", advice = advice_not_recorded }
    end
    judge_current(dated, best or elsewhere, plan, judge, parameters)
  end,
}
