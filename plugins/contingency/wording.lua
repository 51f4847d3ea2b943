-- What the words of a contingency lack, said of these words, and one way to write it. The models judge; this explains.

local evidence = require("evidence")

local wording = {}

wording.phrases = {
  worry = { "if {needed|required|necessary|appropriate|applicable}", "as {needed|required|necessary|appropriate}",
    "{if|should|when|where} … {concerns|concern|risk|risks|things|situation|need|needs}",
    "if … {deteriorate|deteriorates|escalate|escalates|worsen|worse|change|changes|break down|breaks down}",
    "{if|should} {this|the|it|that} … {not work|fail|fails|unsuccessful}", "in the event", "{any|further|increased} concerns" },
  talk = { "{meeting|review|discussion|conference|supervision|panel}", "{convene|reconvene|hold|call|arrange} … meeting",
    "{discuss|discussed|review|reviewed|consider|considered|reassess|reassessed|look at|looked at|monitor|monitored}" },
  elsewhere = { "{see|as} {above|below|before|previous|overleaf}", "{see|as per|refer to} … {plan|assessment|minutes|section|procedures}" },
  promise = { "{appropriate|necessary|relevant|further|suitable|immediate} {action|actions|steps|support|measures|services|decisions}",
    "{action|steps|support|measures} {will|to} be {taken|put in place|provided|offered|agreed}", "{legal advice|threshold}",
    "responded to", "in line with {procedures|policy|threshold}", "step up", "alternative {plans|plan|arrangements|placement|options}", "contingency plan", "plan B" },
}

-- What a plan worries about, and a trigger and a response that fit it. The first that fits is taken.
local subjects = {
  { set = "about_harm_at_home", trigger = "If there is a call-out, or he is seen at the house",
    response = "Nan collects the children that evening, and the social worker sees them the next day" },
  { set = "about_substances", trigger = "If one test is missed or is not clear",
    response = "Aunt stays overnight with the children, and the worker visits by noon the next day" },
  { set = "about_home_care", trigger = "If two appointments are missed, or there is no food in on an unannounced visit",
    response = "the social worker and manager meet Mum within two days, and Nan has the children at weekends until it is put right" },
  { set = "about_carer", trigger = "If the carer gives notice, or asks twice for a night's break",
    response = "the link carers have the child that weekend, and the placement team finds the next home before Monday" },
  { set = "about_going_out", trigger = "If not home by 11 pm and not answering",
    response = "the carer rings 101, then the duty team, and the worker sees the child within 72 hours" },
  { set = "about_school", trigger = "If three days are missed in two weeks",
    response = "the head of year and the worker visit at home that week and change the timetable" },
  { set = "about_mind", trigger = "If there is any new self-harm",
    response = "the parent stays with the child, rings the crisis line and takes the child to A&E; the worker is told that day" },
}

local subject_phrases = {
  about_harm_at_home = { "domestic", "violence", "abuse", "assault", "ex-partner", "hit", "hurt", "bruise", "injury" },
  about_substances = { "alcohol", "drinking", "drug", "drugs", "cannabis", "heroin", "substance" },
  about_home_care = { "neglect", "home conditions", "hygiene", "dirty", "hungry", "feeding", "appointments", "weight" },
  about_carer = { "placement", "foster", "carer", "carers", "residential", "hostel", "tenancy", "accommodation" },
  about_going_out = { "=missing", "exploitation", "gang", "online", "county lines" },
  about_school = { "school", "attendance", "education", "college", "exclusion" },
  about_mind = { "self harm", "self-harm", "overdose", "suicide", "suicidal", "anxiety", "camhs", "mental" },
}
for name, list in pairs(subject_phrases) do wording.phrases[name] = list end

local anything = { trigger = "If two visits are missed", response = "Nan collects the child that day, and the social worker is told" }

-- By the contingency's own words first, then by the needs and risks of the plan.
local function subject_of(contingency, plan, phrases)
  for _, subject in ipairs(subjects) do
    if contingency.text:has(phrases[subject.set]) then return subject end
  end
  for _, subject in ipairs(subjects) do
    for _, need in ipairs(plan.needs) do
      if need.kind ~= "strength" and need.text:has(phrases[subject.set]) then return subject end
    end
  end
  return anything
end

local longest_quote = 8 -- words

function wording.trigger(contingency, answer, plan, phrases)
  local worry = contingency.text:find(phrases.elsewhere, phrases.worry)[1]
  return {
    evidence = evidence.sentences(contingency.text, answer.deciding),
    message = worry and evidence.quoted(worry, longest_quote) .. " does not say what anybody would see or hear that sets this off."
      or "These words do not say what would set this off.",
    advice = "Say what would have to happen, so that anyone can tell.",
    example = ("“%s, …”"):format(subject_of(contingency, plan, phrases).trigger),
  }
end

function wording.response(contingency, answer, plan, phrases)
  local promise = contingency.text:find(phrases.elsewhere, phrases.promise)[1]
  local talk = not promise and contingency.text:find(phrases.talk)[1]
  local message = "These words do not say what then happens to the child."
  if promise then message = evidence.quoted(promise, longest_quote) .. " does not say which, by whom or by when." end
  if talk then message = evidence.quoted(talk, longest_quote) .. " says that people will talk, not what happens to the child meanwhile." end
  return {
    evidence = evidence.sentences(contingency.text, answer.deciding),
    message = message,
    advice = "Say who does what, by when, or where the child goes.",
    example = ("“… %s.”"):format(subject_of(contingency, plan, phrases).response),
  }
end

return wording
