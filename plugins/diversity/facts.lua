-- Coded identity facts, and the other words by which a plan takes them up ("halal" for Muslim, "BSL" for deaf).

-- What stands in the box when nothing is known, compared whole.
local unknown = {
  "none", "none recorded", "not asked", "not known", "unknown", "not recorded", "not stated", "n/a", "na", "nil", "no",
  "information not obtained", "not obtained", "refused", "not disclosed", "no religion", "none known", "-", "?",
}

-- The majority's own labels: recorded, but nothing that a plan must take up by itself.
local majority = {
  ethnicity = { "white british", "w/b", "wb", "white english", "white - british", "british", "english", "white uk",
    "white british (english)", "white welsh", "white" },
  language = { "english", "english only", "english first language" },
  culture = { "british", "white british", "english" },
  gender = { "male", "female", "boy", "girl" },
}

-- A word of the fact (by its start, lower case) and what it is also known by in a plan's text.
local kindred = {
  { "muslim", "islam", words = { "islam", "mosque", "halal", "ramadan", "eid", "pray", "imam", "quran", "qur'an", "koran",
    "hijab", "madrasa", "fast", "faith", "muslim" } },
  { "christian", "catholic", "pentecostal", "orthodox", "methodist", "baptist", "church", "protestant", words = { "church",
    "mass", "bible", "pray", "communion", "confirmation", "pastor", "priest", "baptis", "christen", "lent", "faith",
    "christian", "catholic", "sunday school", "fast", "orthodox" } },
  { "jehovah", words = { "kingdom hall", "witness", "blood", "jehovah" } },
  { "sikh", words = { "gurdwara", "turban", "kirpan", "kara", "sikh", "faith" } },
  { "hindu", words = { "temple", "mandir", "diwali", "vegetarian", "puja", "hindu", "faith" } },
  { "jewish", "judaism", words = { "synagogue", "kosher", "shabbat", "sabbath", "passover", "rabbi", "jewish", "faith" } },
  { "buddhist", words = { "temple", "buddh", "meditat" } },
  { "deaf", "hearing", words = { "bsl", "sign", "hearing aid", "hearing", "deaf", "audiolog", "interpreter", "lip-read",
    "radio aid", "teacher of the deaf" } },
  { "sight", "blind", "visual", words = { "braille", "large print", "sight", "glasses", "cane", "vision", "visual" } },
  { "autis", "asd", "asc", "asperger", words = { "autis", "asd", "asc", "sensory", "social stor", "visual timetable",
    "now and next", "ear defender", "meltdown" } },
  { "adhd", "attention", words = { "adhd", "medication", "fidget", "concentrat", "movement break", "attention" } },
  { "speech", "language delay", "non-verbal", "communication", words = { "speech", "salt", "makaton", "pecs", "sign",
    "talking mat", "language therap", "symbols", "words" } },
  { "learning", "global delay", words = { "easy read", "learning disab", "learning diff", "ehcp", "send", "sen ",
    "pictures", "senco", "special school", "adult learning disability" } },
  { "dyslex", words = { "dyslex", "read", "coloured overlay", "voice note", "letters", "spelling" } },
  { "wheelchair", "mobility", "hypermobil", "cerebral", "muscular", "physical", words = { "wheelchair", "ramp", "hoist",
    "physio", "accessible", "adapt", "mobility", "occupational therap", "splint", "walking frame", "standing frame" } },
  { "epilep", words = { "epilep", "seizure", "rescue med", "buccal", "neurolog" } },
  { "diabet", words = { "diabet", "insulin", "blood sugar", "glucose", "hypo" } },
  { "asthma", words = { "asthma", "inhaler" } },
  { "fasd", "foetal alcohol", "fetal alcohol", words = { "fasd", "foetal alcohol", "fetal alcohol" } },
  { "anxi", "depress", "mental", words = { "anxi", "depress", "mental health", "camhs", "mood", "low" } },
  { "asylum", "immigration", "refugee", "visa", "leave to remain", "uasc", "no recourse", "nrpf", words = { "asylum",
    "home office", "immigration", "solicitor", "visa", "leave to remain", "refugee", "recourse", "status" } },
  { "gay", "lesbian", "bisexual", "lgb", "queer", words = { "gay", "lesbian", "bisexual", "lgbt", "pride", "sexuality",
    "coming out", "came out" } },
  { "trans", "non-binary", "gender", words = { "trans", "pronoun", "non-binary", "gender", "chosen name" } },
  { "traveller", "gypsy", "roma", words = { "travel", "gypsy", "roma", "site", "caravan", "trailer" } },
  { "rural", "farm", words = { "bus", "miles", "village", "farm", "rural", "transport", "isolat" } },
  { "poverty", "income", "poor", words = { "money", "food bank", "benefit", "debt", "grant", "voucher", "free school meal",
    "cost", "income", "poverty" } },
  { "adopt", words = { "adopt", "life story", "birth famil", "letterbox" } },
  { "black", "african", "caribbean", "nigerian", "mixed", "dual heritage", words = { "hair", "skin", "barber", "racis",
    "heritage", "afro", "braid", "caribbean", "african", "black", "nigerian", "yoruba", "culture" } },
  { "pakistani", "indian", "bangladeshi", "asian", "kurdish", "somali", "polish", "romanian", "chinese", "eritrean",
    words = { "heritage", "culture", "racis", "community", "mother tongue", "home country", "food" } },
}

local stop_words = {
  the = true, ["and"] = true, with = true, ["for"] = true, of = true, on = true, ["in"] = true, uses = true, since = true,
  mum = true, dad = true, mother = true, father = true, family = true, some = true, mild = true, severe = true,
  speaks = true, reads = true, takes = true, white = true, british = true, english = true, other = true, first = true,
  diagnosed = true, suspected = true, waiting = true, list = true, assessment = true, being = true, from = true,
  background = true, paternal = true, maternal = true, told = true, carer = true, shared = true, has = true, his = true,
  her = true, their = true, wears = true, needs = true, recorded = true, practising = true, may = true, lives = true,
  ["not"] = true,
}

local function trimmed(words)
  return (words:lower():gsub("^%s+", ""):gsub("[%s%.]+$", ""):gsub("%s+", " "))
end

local function is_one_of(value, list)
  for _, item in ipairs(list or {}) do
    if value == item then return true end
  end
  return false
end

local facts = {}

-- Whether anything is known of this aspect at all.
function facts.known(identity)
  local value = trimmed(tostring(identity.text))
  return value ~= "" and not is_one_of(value, unknown)
end

-- Whether a plan has to take the fact up.
function facts.asks_for_something(identity)
  if identity.interpreter then return true end
  if not facts.known(identity) then return false end
  local value = trimmed(tostring(identity.text))
  if is_one_of(value, majority[identity.aspect]) then return false end
  return not (identity.aspect == "language" and value:find("^english"))
end

-- The words, lower case, by which a text may take the fact up. Each is looked for at the start of a word.
function facts.words(identity)
  local value = trimmed(tostring(identity.text))
  local words = {}
  if identity.interpreter then
    words = { "interpret", "translat", "language line", "in her language", "in his language" }
  end
  for word in value:gmatch("[%a'-]+") do
    if #word >= 3 and not stop_words[word] then words[#words + 1] = #word > 5 and word:sub(1, #word - 2) or word end
  end
  for _, group in ipairs(kindred) do
    for _, name in ipairs(group) do
      if value:find(name, 1, true) then
        for _, word in ipairs(group.words) do words[#words + 1] = word end
        break
      end
    end
  end
  return words
end

return facts
