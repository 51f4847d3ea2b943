---@type plumbline.Plugin
-- Whether each action is specific, measurable, achievable, relevant and time-bound.

local judge_text = require("judge_text")
local load = require("load")
local tasks = require("tasks")
local examples = require("examples")
local wording = require("wording")

local unsure = {
  specific = { reason = "a concrete step may be meant, and the tool cannot tell",
    message = "It is not clear from these words what is to be done." },
  measurable = { reason = "something may be countable here, and the tool cannot tell",
    message = "It is not clear how anyone would tell that this has been done." },
}

local function judge_words(criterion, action, judge, parameters, answer, plan, phrases)
  judge_text(judge, parameters, { criterion = criterion, at = action, answer = answer, unsure = unsure[criterion],
    example_after = " Along these lines: ",
    say = function() return wording[criterion](action, answer, plan, phrases) end })
end

-- "3 visits before Christmas", "every Tuesday until July", "fortnightly": a count in the box for the time.
local function counts_in_time(action, phrases)
  return timescale(action).kind == "recurring-bounded" or #action.timescale:find(phrases.counted) > 0
end

-- A task is as measurable as the best of: itself, itself with a measure or a counted time, and its own measure.
local function most_measurable(action, models, phrases)
  local best = models.measurable:answer(action.task)
  local function try(text, options)
    local answer = models.measurable:answer(text, options)
    if answer.probability > best.probability then best = answer end
  end
  for _, measure in ipairs(tasks.measures(action)) do
    try(action.task, { measure = measure })
  end
  if not action.measure:is_empty() then try(action.measure) end
  if counts_in_time(action, phrases) then try(action.task, { measure = action.timescale }) end
  return best
end

local function judge_wording(plan, action, judge, parameters, phrases, models)
  if action.task:is_empty() then
    judge:not_met { "specific", at = action, message = "The action says nothing: its task is empty.",
      advice = "Write who does what, with whom or what, and how often." }
    judge:not_met { "measurable", at = action, owner = "smart-targets/specific",
      message = "The action says nothing: its task is empty.", advice = "Write what will be seen or counted." }
    return
  end
  judge_words("specific", action, judge, parameters, models.specific:answer(action.task), plan, phrases)

  local best = most_measurable(action, models, phrases)
  -- its author says how it will be seen: unless that is plainly empty, nobody need look
  if not action.measure:is_empty() and best.probability >= parameters.measurable_not_met_below then
    judge:met { "measurable", at = action, evidence = best.deciding }
    return
  end
  judge_words("measurable", action, judge, parameters, best, plan, phrases)
end

local function judge_achievable(action, judge, parameters, phrases)
  if #action.owners == 0 then
    judge:not_met { "achievable", at = action, message = "Nobody is named who will do this.",
      advice = "Name the person of this plan who will do it." }
    return
  end
  local absolute = tasks.absolute_demand(action, phrases)
  if absolute then
    judge:not_met { "achievable", at = action, evidence = absolute,
      message = "This asks for something without fail, which nobody can promise or show.",
      advice = "Say what the person will do instead, and how it will be seen: for example who they ring, and when." }
    return
  end
  local parts = tasks.parts(action.task, phrases)
  if #parts > parameters.max_tasks then
    judge:not_met { "achievable", at = action, evidence = parts,
      message = ("This is %d tasks in one."):format(#parts),
      advice = "Write each as an action of its own, with who and by when." }
    return
  end
  judge:met { "achievable", at = action }
end

local function serves_a_need(outcome)
  for _, need in ipairs(outcome.needs) do
    if need.kind ~= "strength" then return true end
  end
  return false
end

local function judge_relevant(plan, action, judge, parameters, models)
  if plan.kind == "supervision" then
    judge:not_applicable { "relevant", at = action, reason = "a supervision record has no outcomes to serve" }
    return
  end
  if not action.outcome then
    judge:not_met { "relevant", at = action, message = "This action serves no outcome of the plan.",
      advice = "Put it under the outcome it helps, or say which need or risk it is for." }
    return
  end
  if not serves_a_need(action.outcome) then
    judge:not_met { "relevant", at = action, message = "The outcome of this action answers no need or risk of the plan.",
      advice = "Say which need or risk the outcome is for." }
    return
  end
  local best = 0
  local deciding
  for _, need in ipairs(action.outcome.needs) do
    local answer = models.linked:answer(action.task, { other = need.text })
    if answer.probability >= best then best, deciding = answer.probability, answer.deciding end
  end
  if not action.task:is_empty() and best < parameters.linked_doubted_below then
    judge:needs_a_person { "relevant", at = action,
      evidence = #deciding > 0 and deciding or action.task:sentences()[1],
      reason = ("the words of the action hardly fit the need it is under (%d %% sure)"):format(
        math.floor((1 - best) * 100 + 0.5)),
      message = "It is not clear how this action helps with the need it is under.",
      advice = "If it does help, say how; if not, put it under the need it is for." }
    return
  end
  judge:met { "relevant", at = action }
end

local function judge_time_bound(action, judge)
  local time = timescale(action)
  if time.bounded then
    judge:met { "time-bound", at = action }
  else
    judge:not_met { "time-bound", at = action, owner = "timescales/bounded", evidence = time.words,
      message = "There is no last day by which this is to be done.",
      advice = "Give a date, or a number of weeks from the plan's date." }
  end
end

local own_phrases = {
  absolute = { "never", "at all times", "at any time", "each and every", "every time without fail", "without exception",
    "no circumstances", "under any circumstances", "always" },
  counted = { "session", "sessions", "visit", "visits", "times", "weekly", "fortnightly", "monthly", "daily", "every week",
    "every day", "each week", "each day", "a week", "a day", "per week" },
  task_verb = { "attend", "put in place", "ensure", "limit", "make", "look for", "sort out", "pay off", "keep", "refer", "book",
    "take", "send", "write", "complete", "arrange", "visit", "ring", "call", "speak", "talk", "meet", "ask", "give", "get",
    "show", "share", "check", "apply", "support", "work", "engage", "monitor", "provide", "sign", "read", "agree", "set up",
    "set", "help", "liaise", "contact", "chase", "follow up", "find", "register", "request", "bring", "buy", "clean", "stop",
    "start", "continue", "review", "update", "discuss", "explore", "consider", "encourage", "access", "use", "tell", "let",
    "open", "fill in", "hand in", "return", "collect", "pick up", "drop", "join", "enrol", "learn", "practise", "cook",
    "save", "budget", "move", "fit", "fix", "e-mail", "email", "text", "phone", "notify", "inform", "record", "observe",
    "draw up", "draft", "plan", "organise", "prepare", "deliver", "run", "do", "go", "stay", "reduce", "improve",
    "address", "manage", "follow", "respect", "behave", "prioritise" },
}
for _, others in ipairs { wording.phrases, examples.phrases } do
  for name, list in pairs(others) do own_phrases[name] = list end
end

return {
  id = "smart-targets",
  title = "Targets are SMART",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "specific", title = "it can be told what is to be done or change",
      question = "What exactly is to be done or change?" },
    { id = "measurable", title = "it can be told later whether it happened",
      question = "How will anybody know that it has happened?" },
    { id = "achievable", title = "someone owns it, and it asks for what people can do",
      question = "Who will do this, and can they?" },
    { id = "relevant", title = "it serves an outcome that answers a need or risk",
      question = "How does this help with the child's needs?" },
    { id = "time-bound", title = "it has a last day", question = "By when will this be done?" },
  },
  parameters = {
    max_tasks = { type = "integer", default = 3, minimum = 1, help = "how many tasks one action may hold" },
    max_load = { type = "integer", default = 8, minimum = 1,
      help = "how many open actions one family member may have due in the same fortnight" },
    specific_not_met_below = { type = "number", default = 0.34, minimum = 0, maximum = 1,
      help = "below this probability specific is judged not met" },
    specific_met_above = { type = "number", default = 0.74, minimum = 0, maximum = 1,
      help = "from this probability on specific is judged met" },
    measurable_not_met_below = { type = "number", default = 0.36, minimum = 0, maximum = 1,
      help = "below this probability measurable is judged not met" },
    measurable_met_above = { type = "number", default = 0.76, minimum = 0, maximum = 1,
      help = "from this probability on measurable is judged met" },
    linked_doubted_below = { type = "number", default = 0.02, minimum = 0, maximum = 1,
      help = "below this probability a person is asked whether an action's words fit its need; 0 asks never" },
  },
  phrases = own_phrases,
  models = { specific = "models/specific.tsv", measurable = "models/measurable.tsv", linked = "models/linked.tsv" },
  check = function(plan, judge, parameters, phrases, models)
    if #plan.actions == 0 then
      for _, criterion in ipairs { "specific", "measurable", "achievable", "relevant", "time-bound" } do
        judge:not_applicable { criterion, at = plan, reason = "the plan has no actions" }
      end
      return
    end
    for _, action in ipairs(plan.actions) do
      judge_wording(plan, action, judge, parameters, phrases, models)
      judge_achievable(action, judge, parameters, phrases)
      judge_relevant(plan, action, judge, parameters, models)
      judge_time_bound(action, judge)
    end
    for _, heavy in ipairs(load.too_much(plan, parameters.max_load)) do
      judge:not_met { "achievable", at = heavy.person,
        message = ("One family member has %d open actions due between %s and %s."):format(heavy.count,
          tostring(heavy.from), tostring(heavy.to)),
        advice = "Agree with them what comes first, and spread or share the rest." }
    end
  end,
}
