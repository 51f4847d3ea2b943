-- One way to write an action about a subject, with its owner and day: so that advice is about this action.
-- {child}: the child's name. Written for an owner of the family, and for one who works with it.

local examples = {}

local subjects = {
  { set = "about_speech", family = "have ten minutes with {child} after tea each evening, phones away",
    worker = "sit with both of them once a week for three weeks to practise one hard conversation",
    seen = "both tell the worker of one talk a week that ended without shouting" },
  { set = "about_behaviour", family = "keep to the three house rules on the fridge, with the same consequence each time",
    worker = "agree three house rules with the family and go through the chart with them every Friday",
    seen = "at least five ticks a week on the chart for four weeks" },
  { set = "about_parenting", family = "go to the eight Tuesday sessions of the parenting course",
    worker = "book the parenting course and go along to the first session",
    seen = "seven of the eight sessions signed, and one idea tried at home each week" },
  { set = "about_substances", family = "go to the drug and alcohol service every Thursday and give a test there",
    worker = "ask the drug and alcohol service for a letter each month, with the parent's consent",
    seen = "the letter says how many tests were clear: all four in the month" },
  { set = "about_abuse", family = "finish the ten sessions of the programme and ring 999 if the order is broken",
    worker = "go through the safety plan with the parent at home and leave a copy with the school",
    seen = "ten sessions signed, and no call-out since the last review" },
  { set = "about_mind", family = "take {child} to the six counselling sessions on Tuesdays",
    worker = "refer {child} to the counsellor and tell the family the day of the first session",
    seen = "{child} scores the week from 0 to 10 each Friday: from 3 to 6 in six weeks" },
  { set = "about_medicine", family = "give {child} the medicine after breakfast and tick the chart",
    worker = "go through the medicine chart with the family at each visit",
    seen = "the chart has a tick on at least 25 days of 30" },
  { set = "about_health", family = "take {child} to the appointment and show the card at the next visit",
    worker = "book the appointment, and ring the parent the day before",
    seen = "the appointment was kept: a letter or stamped card shows it" },
  { set = "about_home", family = "clean the kitchen and bathroom every Sunday by the list on the door",
    worker = "visit without notice on three Fridays and go round the rooms with the list",
    seen = "the list is complete on three visits out of four" },
  { set = "about_money", family = "take the rent letter to the advice session and set up £10 a week",
    worker = "fill in the grant form with the parent and send it",
    seen = "the rent account shows four payments" },
  { set = "about_contact", family = "meet {child} at the centre every Saturday from 10 to 12",
    worker = "write the dates for family time on one sheet and give it to everyone",
    seen = "the centre's sheet shows how many were kept: at least seven of eight" },
  { set = "about_going_out", family = "text the worker by 10 pm when {child} is not home, and ring 101 at midnight",
    worker = "see {child} within 72 hours each time and write down where {child} was",
    seen = "late returns in the month: from six to no more than two" },
  { set = "about_free_time", family = "take {child} to the club every Wednesday",
    worker = "book {child} into the club and go along the first time",
    seen = "the club's register shows six weeks in eight" },
  { set = "about_school", family = "walk {child} to the school gate by 8.45 every morning",
    worker = "sit down with {child} and write down two lessons a day that {child} will go to",
    seen = "the register shows at least nine mornings in ten over four weeks" },
}

examples.phrases = {
  about_school = { "school", "attendance", "education", "lesson", "class", "homework", "college", "nursery", "PEP" },
  about_speech = { "communicate", "communication", "relationship", "talk", "listen" },
  about_behaviour = { "behaviour", "behave", "boundaries", "routine", "bedtime", "tantrum", "anger", "attitude" },
  about_parenting = { "parenting", "parent course", "strategies", "triple p" },
  about_substances = { "alcohol", "drink", "drinking", "drug", "cannabis", "substance", "substances", "sober" },
  about_abuse = { "domestic", "abuse", "violence", "argument", "conflict", "perpetrator", "ex-partner" },
  about_mind = { "anxiety", "emotional", "wellbeing", "well-being", "mental", "camhs", "counselling", "self-esteem",
    "self esteem", "confidence", "bereavement", "therapy", "mood", "trauma" },
  about_medicine = { "medication", "medicine", "inhaler", "tablets" },
  about_health = { "health", "dentist", "dental", "gp", "doctor", "appointment", "immunisation", "hospital", "optician",
    "weight", "midwife", "health visitor" },
  about_home = { "home conditions", "clean", "tidy", "hygiene", "house", "housing", "bedroom" },
  about_money = { "money", "debt", "budget", "benefits", "finance", "finances", "rent", "arrears" },
  about_contact = { "contact", "family time" },
  about_going_out = { "=missing", "out late", "exploitation", "keep safe", "stay safe", "whereabouts", "supervise", "supervision" },
  about_free_time = { "activity", "activities", "hobby", "hobbies", "club", "friends", "football", "swimming", "leisure" },
}

-- The subject of the task itself, told last by "school", which is often only who does it.
local function subject_of(action, phrases)
  for _, subject in ipairs(subjects) do
    if action.task:has(phrases[subject.set]) then return subject end
  end
  return nil
end

local function fill(text, plan)
  local name = tostring(plan.child.name)
  if name == "" or plan.child.unborn then name = "the child" end
  return (text:gsub("{child}", (name:gsub("%%", "%%%%"))))
end

-- Who the example is about: the owner's role as the plan writes it, and whether they work with the family.
local function owner_of(action)
  local owner = action.owners[1]
  if not owner then return "[who]", true end
  local role = owner.role or "[who]"
  return role:sub(1, 1):upper() .. role:sub(2), owner.agency ~= nil
end

-- "by Fri 24 Nov 2023": the action's own last day, or the plan's next review.
local function last_day(action, plan)
  local time = timescale(action)
  local day = time.possible and time.last_day or plan.dates.next_review
  return day and "by " .. tostring(day) or "by [day]"
end

-- Roles that plans write for the child, who is not to be given a grown-up's task.
local children = { child = true, ["young person"] = true, pupil = true, student = true }

function examples.specific(action, plan, phrases)
  local who, works = owner_of(action)
  local of_child = children[(action.owners[1] or {}).role]
  if of_child then who = fill("{child} and [who]", plan) end
  local subject = not of_child and subject_of(action, phrases)
  local what = subject and fill(works and subject.worker or subject.family, plan) or "[do what], [where], [with whom]"
  return ("“%s to %s; %s.”"):format(who, what, last_day(action, plan))
end

function examples.measurable(action, plan, phrases)
  local subject = subject_of(action, phrases)
  if not subject then return ("“[how many, how often, or what finished thing], seen %s.”"):format(last_day(action, plan)) end
  return ("“%s, %s.”"):format(fill(subject.seen, plan), last_day(action, plan))
end

return examples
