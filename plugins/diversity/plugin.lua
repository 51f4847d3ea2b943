---@type plumbline.Plugin
-- Whether a plan says who this child is, what that means for them, and takes up what is coded about them.

local facts = require("facts")
local wording = require("wording")

local advice_considered = "Say what it means for this child or what the plan does about it: for example \"Halal food and "
  .. "Friday prayers: the carers sort both\". If the family was asked and needs nothing more, say that and why."

-- Whether a text holds one of the words, each at the start of a word. Returns the first as evidence.
local function takes_up(text, words)
  if text:is_empty() then return nil end
  for _, word in ipairs(words) do
    local found = text:contains_start(word)
    if found then return found end
  end
  return nil
end

local function in_people(plan, identity, words)
  for _, person in ipairs(plan.people) do
    local role = (person.role or ""):lower()
    if identity.interpreter and role:find("interpreter", 1, true) then return true end
    for _, word in ipairs(words) do
      if #word > 4 and role:find(word, 1, true) then return true end
    end
  end
  return false
end

-- Narratives that can take a fact up: all but the coded facts themselves and a diversity text that only lists them.
local function taken_up(plan, identity, considered)
  local words = facts.words(identity)
  if in_people(plan, identity, words) then return true, nil end
  for _, text in ipairs(plan.narratives) do
    local node = text.node
    local is_code = node.type == "identity" or node.type == "child"
    local is_diversity = text.path == "/plan/diversity"
    if not is_code and (not is_diversity or considered) then
      local found = takes_up(text, words)
      if found then return true, found end
    end
  end
  return false, nil
end

-- A long section may list much and yet say, in one sentence, what is done: the model has learnt short ones.
local function clearest_sentence(text, parameters, models)
  local sentences = text:sentences()
  local clearest
  if #sentences < parameters.long_from_sentences then return nil end
  for _, sentence in ipairs(sentences) do
    local answer = models.considered:answer(sentence)
    if answer.probability >= parameters.sentence_met_above
      and (not clearest or answer.probability > clearest.probability) then
      clearest = answer
    end
  end
  return clearest
end

local function judge_considered(plan, judge, parameters, phrases, models)
  local best
  local function consider(text, needs_identity_words)
    if text:is_empty() then return end
    if needs_identity_words and not text:has(phrases.identity) then return end
    local answer = models.considered:answer(text)
    if not best or answer.probability > best.answer.probability then best = { text = text, answer = answer } end
  end

  consider(plan.diversity, false)
  if best and best.answer.probability < parameters.considered_met_above then
    best.answer = clearest_sentence(plan.diversity, parameters, models) or best.answer
  end
  local own = best
  if not best or best.answer.probability < parameters.considered_met_above then
    for _, text in ipairs(plan.narratives) do
      local kind = text.node.type
      if kind == "need" or kind == "plan" or kind == "view" then consider(text, true) end
    end
    -- elsewhere in the plan only what is clear counts: those texts are about much besides
    if best ~= own and best.answer.probability < parameters.elsewhere_met_above then best = own end
  end

  if not best then
    judge:not_met { "considered", at = plan,
      message = "Nothing says what this child's identity means for them or for the plan.", advice = advice_considered }
    return false
  end
  if best.answer.probability >= parameters.considered_met_above then
    judge:met { "considered", at = best.text, evidence = #best.answer.deciding > 0 and best.answer.deciding or best.text }
    return true
  end
  local said = wording.considered(best.text, best.answer, plan.child, phrases)
  if best.answer.probability < parameters.considered_not_met_below then
    judge:not_met { "considered", at = best.text, evidence = said.evidence, message = said.message,
      advice = said.advice .. " For example: " .. said.example }
  else
    judge:needs_a_person { "considered", at = best.text, evidence = said.evidence,
      reason = "something may follow from these words for the child, and the tool cannot tell",
      message = "It is not clear what these words mean for this child.", advice = said.advice }
  end
  return false
end

local function judge_recorded(plan, judge, phrases)
  for _, identity in ipairs(plan.child.identities) do
    if facts.known(identity) then
      judge:met { "recorded", at = identity }
      return
    end
  end
  for _, text in ipairs(plan.narratives) do
    if text.path == "/plan/diversity" or text.node.type == "need" or text.node.type == "plan" then
      local found = text:find(phrases.fact)
      if #found > 0 then
        judge:met { "recorded", at = text, evidence = found[1] }
        return
      end
    end
  end
  judge:not_met { "recorded", at = plan.diversity.written and plan.diversity or plan,
    evidence = not plan.diversity:is_empty() and plan.diversity or nil,
    message = "Nothing is recorded about who this child is: ethnicity, culture, religion, language, disability, gender.",
    advice = "Ask the child and family, and record what they say; then say what it means for the plan." }
end

local function judge_carried_through(plan, judge, considered)
  local asked = false
  for _, identity in ipairs(plan.child.identities) do
    if facts.asks_for_something(identity) then
      asked = true
      local is_taken_up, words = taken_up(plan, identity, considered)
      if is_taken_up then
        judge:met { "carried-through", at = identity, evidence = words }
      else
        local fact = identity.interpreter and "an interpreter is needed" or identity.aspect
        judge:not_met { "carried-through", at = identity, evidence = identity.text,
          message = ("Coded as %s, but nothing in the plan takes it up."):format(
            identity.interpreter and "needing an interpreter" or "a fact about " .. fact),
          advice = "Say what the plan does about it (who, what, when), or that the family was asked and why nothing more is needed." }
      end
    end
  end
  if not asked then
    judge:not_applicable { "carried-through", at = plan, reason = "no fact is coded that the plan would have to take up" }
  end
end

local own_phrases = {
  identity = { "heritage", "culture", "cultural", "religion", "religious", "faith", "muslim", "christian", "sikh", "hindu",
    "jewish", "church", "mosque", "halal", "ramadan", "eid", "gurdwara", "disability", "autism", "autistic", "adhd", "deaf",
    "BSL", "wheelchair", "interpreter", "first language", "mother tongue", "racism", "racist", "black", "asian", "traveller",
    "gypsy", "roma", "gay", "lesbian", "trans", "pronouns", "sexuality", "asylum", "refugee", "identity", "hair", "skin",
    "poverty", "rural", "adopted", "dyslexia", "dyslexic", "makaton" },
  fact = { "white british", "heritage", "muslim", "christian", "catholic", "sikh", "hindu", "jewish", "buddhist", "roma",
    "gypsy", "traveller", "polish", "romanian", "pakistani", "indian", "bangladeshi", "somali", "nigerian", "african",
    "caribbean", "irish", "kurdish", "chinese", "black", "asian", "mixed race", "autism", "autistic", "adhd", "deaf",
    "disabled", "disability", "learning difficulty", "learning disability", "cerebral palsy", "epilepsy", "dyslexia",
    "gay", "lesbian", "bisexual", "transgender", "non-binary", "asylum seeker", "refugee", "first language",
    "english is * language", "white english", "rural", "poverty", "adopted", "no religion", "not religious" },
}
for name, list in pairs(wording.phrases) do own_phrases[name] = list end

return {
  id = "diversity",
  title = "Identity is considered, not only listed",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety",
    "supervision" },
  criteria = {
    { id = "recorded", title = "something is said about who the child is",
      question = "Who is this child: culture, religion, language, disability, identity?" },
    { id = "considered", title = "it says what that means, or what the plan does about it",
      question = "What does this child's identity mean for them, and what does the plan do about it?" },
    { id = "carried-through", title = "coded facts are taken up in the plan",
      question = "Where does the plan take this up?" },
  },
  parameters = {
    considered_not_met_below = { type = "number", default = 0.42, minimum = 0, maximum = 1,
      help = "below this probability considered is judged not met" },
    considered_met_above = { type = "number", default = 0.76, minimum = 0, maximum = 1,
      help = "from this probability on considered is judged met" },
    long_from_sentences = { type = "integer", default = 4, minimum = 1,
      help = "from so many sentences on each is weighed by itself as well" },
    sentence_met_above = { type = "number", default = 0.85, minimum = 0, maximum = 1,
      help = "from this probability on one sentence of a long text counts as considered" },
    elsewhere_met_above = { type = "number", default = 0.9, minimum = 0, maximum = 1,
      help = "from this probability on words outside the identity section count as considered" },
  },
  phrases = own_phrases,
  models = { considered = "models/considered.tsv" },
  check = function(plan, judge, parameters, phrases, models)
    judge_recorded(plan, judge, phrases)
    local considered = judge_considered(plan, judge, parameters, phrases, models)
    judge_carried_through(plan, judge, considered)
  end,
}
