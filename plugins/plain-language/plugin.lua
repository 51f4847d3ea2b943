---@type plumbline.Plugin
-- Whether a family can read the plan: sentences, letters that stand for words, words that only professionals use.

local letters = pattern([[(?-i)\b[A-Z][A-Z&]{1,5}s?\b]])
local bracketed = pattern([[(?-i)\(\s*([A-Z][A-Z&]{1,5})s?\s*\)]])
local opened = pattern([[(?-i)\b([A-Z][A-Z&]{1,5})s? \(([a-z][^()]{5,80})\)]])

-- What the family is to understand and act on.
local function family_texts(plan)
  local texts = {}
  local function add(text)
    if not text:is_empty() then texts[#texts + 1] = text end
  end
  for _, outcome in ipairs(plan.outcomes) do
    add(outcome.statement)
    add(outcome.measure)
  end
  for _, action in ipairs(plan.actions) do add(action.task) end
  for _, contingency in ipairs(plan.contingencies) do add(contingency.text) end
  return texts
end

local function joined(texts)
  local parts = {}
  for _, text in ipairs(texts) do
    local words = tostring(text)
    parts[#parts + 1] = words:find("[.!?]%s*$") and words or words .. "."
  end
  return table.concat(parts, "\n")
end

local function hardest(texts)
  local worst, grade
  for _, text in ipairs(texts) do
    for _, sentence in ipairs(text:sentences()) do
      if sentence:count_words() >= 12 then
        local read = readability(sentence)
        if not grade or read.grade > grade then worst, grade = sentence, read.grade end
      end
    end
  end
  return worst
end

local function judge_readable(plan, judge, parameters, texts)
  local read = readability(joined(texts))
  if read.words < parameters.min_words then
    judge:not_applicable { "readable", at = plan, reason = "there is too little text to measure" }
    return
  end
  local is_hard = read.grade > parameters.max_grade or read.words_per_sentence > parameters.max_sentence_words
  if not is_hard then
    judge:met { "readable", at = plan }
    return
  end
  local worst = hardest(texts)
  judge:not_met { "readable", at = worst and worst.node or plan, evidence = worst,
    message = ("What the family acts on is hard to read: %.0f words to a sentence, reading grade %.0f (up to %d is asked for)."):format(
      read.words_per_sentence, read.grade, parameters.max_grade),
    advice = "Cut the longest sentences in two, say who does what, and use the words that you would say aloud." }
end

local function explained_in(plan)
  local explained = {}
  for _, text in ipairs(plan.narratives) do
    for _, pattern_used in ipairs({ bracketed, opened }) do
      for _, match in ipairs(text:find_pattern(pattern_used)) do
        local groups = match.groups
        if groups and groups[1] then explained[groups[1].words] = true end
      end
    end
  end
  return explained
end

local function known_letters(parameters)
  local known = {}
  for _, word in ipairs(parameters.known_acronyms) do known[word] = true end
  return known
end

local function judge_acronyms(plan, judge, parameters)
  local known, explained = known_letters(parameters), explained_in(plan)
  local seen, places, names = {}, {}, {}
  for _, text in ipairs(plan.narratives) do
    for _, match in ipairs(text:find_pattern(letters)) do
      local word = match.words:gsub("s$", "")
      if #word > 1 and not seen[word] and not known[word] and not explained[word] then
        seen[word] = true
        places[#places + 1] = match
        names[#names + 1] = word
      end
    end
  end
  if #names <= parameters.max_acronyms then
    judge:met { "acronyms", at = plan }
    return
  end
  local shown, listed = {}, {}
  for i = 1, math.min(#places, 20) do
    shown[i] = places[i]
    listed[i] = names[i]
  end
  judge:not_met { "acronyms", at = plan, evidence = shown,
    message = ("%d sets of letters are not explained: %s."):format(#names, table.concat(listed, ", ")),
    advice = "Write the words out, at least the first time: \"review child protection conference (RCPC)\"." }
end

local function judge_jargon(plan, judge, parameters, phrases)
  local seen, shown = {}, {}
  for _, text in ipairs(plan.narratives) do
    for _, match in ipairs(text:find(phrases.jargon)) do
      local word = match.words:lower()
      if not seen[word] then
        seen[word] = true
        shown[#shown + 1] = match
      end
    end
  end
  if #shown <= parameters.max_jargon then
    judge:met { "jargon", at = plan }
    return
  end
  local evidence = {}
  for i = 1, math.min(#shown, 20) do evidence[i] = shown[i] end
  judge:not_met { "jargon", at = plan, evidence = evidence,
    message = ("%d expressions here are professionals' words."):format(#shown),
    advice = "Say what is meant: what happened, what somebody does or does not do, and what should be different." }
end

return {
  id = "plain-language",
  title = "The family can read the plan",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "readable", title = "sentences are short enough to read", question = "Would the family understand this?" },
    { id = "acronyms", title = "letters that stand for words are explained",
      question = "What do these letters stand for?" },
    { id = "jargon", title = "it uses everyday words", question = "How would you say this to the child or a parent?" },
  },
  parameters = {
    max_grade = { type = "integer", default = 12, minimum = 4, maximum = 20, help = "reading grade (Flesch-Kincaid) up to which text counts as readable" },
    max_sentence_words = { type = "integer", default = 28, minimum = 10, maximum = 60, help = "words to a sentence, on average" },
    min_words = { type = "integer", default = 40, minimum = 10, maximum = 500, help = "less text than this is not measured" },
    max_acronyms = { type = "integer", default = 4, minimum = 0, maximum = 30, help = "how many unexplained ones pass" },
    known_acronyms = { type = "list", default = { "UK", "GP", "TV", "NHS", "PE", "OK", "AM", "PM", "MP3", "DVD", "IT", "ID", "GCSE", "UC", "EU",
      "USA", "A&E", "BBC", "DIY", "CV", "PC", "XL", "CD", "WC", "II", "IV", "AA", "RAF", "YMCA", "BMX", "IPAD", "SMS", "PIN", "ATM", "MOT" },
      help = "letters that everybody knows" },
    max_jargon = { type = "integer", default = 3, minimum = 0, maximum = 30, help = "how many different expressions pass" },
  },
  phrases = {
    jargon = { "disguised compliance", "non engagement", "non compliance", "failure to engage", "lack insight", "presenting {need|issue|concern}",
      "emotionally available", "emotional unavailability", "attachment {difficulty|disorder|style}", "good enough parenting", "parental conflict",
      "escalate", "de-escalate", "multi-agency", "holistic", "statutory", "safeguard", "interagency", "intervention", "dysregulated",
      "emotional dysregulation", "placement breakdown", "placement stability", "respite", "sibling group", "siblings group", "peer group",
      "co-parenting", "coercive control", "perpetrator", "significant harm", "threshold", "prioritise", "facilitate", "signpost", "liaise",
      "outcome focused", "robust", "triangulate", "minimise", "accommodated", "subject to", "domiciled", "contextual safeguarding",
      "adverse childhood experience", "toxic trio", "trilogy of risk", "looked after child", "permanence", "viability assessment", "cohort",
      "direct work", "wishes and feelings", "lived experience", "protective factor", "risk factor", "reside", "whereabouts", "henceforth", "aforementioned" },
  },
  check = function(plan, judge, parameters, phrases)
    judge_readable(plan, judge, parameters, family_texts(plan))
    judge_acronyms(plan, judge, parameters)
    judge_jargon(plan, judge, parameters, phrases)
  end,
}
