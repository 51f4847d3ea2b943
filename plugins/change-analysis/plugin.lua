---@type plumbline.Plugin
-- Whether a plan that has been reviewed says what has changed, by how much, and whether it will last.

local reviews = { "review-conference", "looked-after-review", "pathway-review", "child-in-need-meeting", "early-help-review" }

local amount = pattern([[(\d+(\.\d+)?\s*%?|\b(one|two|three|four|five|six|seven|eight|nine|ten|twice|half|double|doubled)\b)]])

local advice = "Say what is different for the child since the last plan, from what to what (\"school from 61% to 84%\", \"no "
  .. "call-outs since March, four before\"), what made the difference, and whether you think it will last and why."

local function has_been_reviewed(plan)
  if (plan.version or 1) <= 1 then
    for _, event in ipairs(plan:events(table.unpack(reviews))) do
      if event.on and event.on < plan.dates.written then return true end
    end
    return false
  end
  return true
end

-- The sentences that name a change of which something can be counted, and those that only name one.
local function changes(text, phrases)
  local counted, named = {}, {}
  for _, sentence in ipairs(text:sentences()) do
    local event = sentence:find(phrases.event)
    local change = sentence:find(phrases.change)
    if #event > 0 or (#change > 0 and amount:matches(sentence)) then
      counted[#counted + 1] = sentence
    elseif #change > 0 then
      named[#named + 1] = sentence
    end
  end
  return counted, named
end

local function judge_present(plan, judge, phrases)
  local text = plan.analysis
  local counted, named = changes(text, phrases)
  if #counted == 0 then
    judge:not_met { "present", at = text, evidence = named[1] or text,
      message = #named > 0 and "A change is named, but not by how much." or "It does not say what has changed since the last plan.",
      advice = advice }
    return
  end
  local lasting = text:find(phrases.lasting)
  if #lasting > 0 then
    judge:met { "present", at = text, evidence = { counted[1], lasting[1] } }
  else
    judge:needs_a_person { "present", at = text, evidence = counted[1],
      reason = "a change is there, and the tool finds nothing on whether it will last",
      message = "It is not clear whether the change is expected to last.", advice = advice }
  end
end

return {
  id = "change-analysis",
  title = "The plan says what has changed since the last one",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway" },
  criteria = {
    { id = "present", title = "it says what has changed, by how much, and whether it will last",
      question = "What has changed since the last plan, by how much, and will it last?" },
  },
  phrases = {
    change = { "went {up|down}", "gone {up|down}", "go from", "went from", "gone from", "moved from", "from … to", "up from",
      "down from", "up {by|to}", "down {by|to}", "rise", "rose", "risen", "fall", "fell", "fallen", "drop", "dropped",
      "improve", "improvement", "increase", "decrease", "reduce", "reduction", "better", "worse", "less than before",
      "more than before", "fewer", "it was", "was previously", "used to", "compared {with|to}", "since the last",
      "since the previous", "continue to come down", "put on weight", "lost weight", "progress", "changed" },
    event = { "has stopped", "have stopped", "has not happened since", "no further", "not … since", "no … since",
      "none since", "has {become|got|moved|started|finished|completed|kept|passed|left}", "have {got|moved|started|completed}",
      "for the first time", "now {sleep|go|attend|eat|live|use|have|has|know}", "no longer", "can now" },
    lasting = { "last", "sustain", "sustained", "maintain", "hold", "durable", "depend on", "rest on", "long term",
      "temporary", "fragile", "early day", "too early", "too soon to", "still new", "weeks old", "months old", "consolidate",
      "relapse", "slip back", "go back", "real change", "change is real", "confident that", "as long as", "keep going",
      "keep it up", "for good", "expect this to", "likely to continue", "likely to" },
  },
  check = function(plan, judge, _, phrases)
    if not has_been_reviewed(plan) then
      judge:not_applicable { "present", at = plan, reason = "this is the first plan: there has been no review yet" }
    elseif plan.analysis:is_empty() then
      judge:not_met { "present", at = plan, message = "The plan does not say what has changed since the last one.", advice = advice }
    else
      judge_present(plan, judge, phrases)
    end
  end,
}
