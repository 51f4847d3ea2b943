-- What an identity section lacks, said of its words, and one way to write it. The model judges; this explains.

local evidence = require("evidence")

local wording = {}

-- Ways in which such a text stays empty, the first that fits is told. %s: the words.
local empty_kinds = {
  { set = "promised", says = "%s is a promise that would fit any child: it does not say what is done for this one." },
  { set = "looked_up", says = "%s points elsewhere: this plan does not say what it means for the child." },
  { set = "nothing_known", says = "%s does not say who was asked, and what they said." },
}

-- What may follow from a fact: one way to write it.
local facts = {
  { set = "an_interpreter", example = "Mum follows Polish, not English: the worker books Magda for every visit, and the plan is read to her" },
  { set = "a_faith", example = "Prays at noon on Fridays: school keeps the library free, and the carer buys halal from the market" },
  { set = "deaf", example = "Uses BSL: an interpreter is booked for each meeting, and visitors sit where their lips can be seen" },
  { set = "a_disability", example = "Cannot sit through a meeting: the review is three visits of twenty minutes, with picture cards" },
  { set = "a_heritage", example = "Asked to learn Dad's cooking: Aunt Bisi's every other Sunday, and she showed the carer how to do Leo's hair" },
  { set = "who_they_love", example = "Wants to be called Alex, only at school and here: all of us write it so, and Dad has not been told" },
  { set = "money_or_place", example = "No bus after six: the worker comes on Tuesdays at the village hall, and the fares are paid on the day" },
}

wording.phrases = {
  promised = { "{respect|respected|consider|considered|recognise|recognised|acknowledge|acknowledged|celebrate|celebrated|value|valued|promote|promoted}",
    "{needs|need} {will|are|to} … met", "{will|to} be {met|supported|taken into account|addressed}", "taken into account",
    "anti discriminatory", "equality", "culturally {appropriate|sensitive|competent}", "aware of" },
  looked_up = { "{see|as per|refer to|as in} … {assessment|chronology|file|records|passport|form}", "{see|as} {above|below|previous}" },
  nothing_known = { "{no|not} … {issues|concerns|needs|identified|known|applicable|relevant}", "n/a", "none", "nothing" },
  an_interpreter = { "interpreter", "speaks {little|no}", "english is not", "translate", "translated" },
  a_faith = { "muslim", "christian", "catholic", "sikh", "hindu", "jewish", "jehovah", "church", "mosque", "gurdwara", "temple",
    "halal", "pray", "prayer" },
  deaf = { "deaf", "BSL", "hearing aid", "hearing impaired" },
  a_disability = { "autism", "autistic", "ADHD", "disabled", "wheelchair", "cerebral palsy", "learning difficulties",
    "learning difficulty", "learning disability", "dyslexia", "EHCP", "epilepsy", "SEND" },
  a_heritage = { "heritage", "mixed", "black", "asian", "african", "caribbean", "pakistani", "indian", "polish", "romanian",
    "roma", "gypsy", "traveller", "irish", "dual heritage" },
  who_they_love = { "gay", "lesbian", "bisexual", "trans", "transgender", "non binary", "pronouns", "sexuality", "gender" },
  money_or_place = { "poverty", "low income", "benefits", "rural", "village", "poor" },
}

local longest_quote = 8 -- words

-- By what is coded of the child, else by what the words name.
local function example_for(text, child, phrases)
  local coded, named
  for _, fact in ipairs(facts) do
    local set = phrases[fact.set]
    for _, identity in ipairs(child.identities) do
      if identity.text:has(set) then coded = coded or fact.example end
    end
    if text:has(set) then named = named or fact.example end
  end
  return coded or named
    or "Asked on 4 March: Mum says nothing in how we work needs to be different, and Leo wants his football shirt in every photo"
end

function wording.considered(text, answer, child, phrases)
  local message = "These words say who this child is, but not what it means for them or what the plan does about it."
  for _, kind in ipairs(empty_kinds) do
    local match = text:find(phrases[kind.set])[1]
    if match then
      message = kind.says:format(evidence.quoted(match, longest_quote))
      break
    end
  end
  return {
    evidence = evidence.sentences(text, answer.deciding),
    message = message,
    advice = "Say what it means for this child or what the plan does about it; or that the family was asked, and what they said.",
    example = "“" .. example_for(text, child, phrases) .. ".”",
  }
end

return wording
