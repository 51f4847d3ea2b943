-- What the words of a task lack, said of these words, and one way to write it. The models judge; this explains.

local evidence = require("evidence")
local examples = require("examples")

local wording = {}

-- Ways in which a task stays empty, the first that fits is told. %s: the words.
local empty_kinds = {
  { set = "thought_about", says = "%s says that something will be thought or talked about, not what will be done." },
  { set = "hoped_for", says = "%s is the change that is hoped for, not a step towards it." },
  { set = "kept_safe", says = "%s is an aim of the whole plan: it does not say what anyone does about it." },
  { set = "taken_part", says = "%s says to take part in something, not what is done there, or where." },
  { set = "carried_on", says = "%s carries something on, without saying what it is." },
  { set = "helped_with", says = "%s can mean many things: it does not say what somebody does." },
}

local uncounted_kinds = {
  { set = "thought_about", says = "%s ends in nothing that could be seen: no decision, letter or date booked." },
  { set = "hoped_for", says = "%s gives no amount: from what, to what." },
  { set = "kept_safe", says = "%s gives nothing to see or count by which it could be told." },
  { set = "taken_part", says = "%s does not say how often or how many times." },
  { set = "helped_with", says = "%s does not say how much of it, or what shows that it helped." },
  { set = "carried_on", says = "%s does not say how often, or what shows that it goes on." },
}

wording.phrases = {
  thought_about = { "{be|to be} {considered|explored|discussed|reviewed|looked at|looked into|thought about|agreed|identified|decided}",
    "{consider|explore|discuss|look at|look into|think about|reflect on|monitor|liaise|keep an eye on}",
    "{work|works} towards", "give … thought" },
  hoped_for = { "{improve|improves|improved|improving|improvement|increase|reduce|lessen|minimise|raise|build|boost|enhance|strengthen}",
    "{better|more|less|fewer}", "develop … {skills|confidence|understanding|relationship|resilience|insight|awareness}",
    "{understand|gain|have} … {understanding|insight|awareness|impact}", "{good|better|positive|negative|poor|challenging} {behaviour|attitude|choices}", "attitude", "{be|more} {motivated|able|confident}",
    "{be|become} {more|less|better}" },
  kept_safe = { "{keep|remain|stay|be|is|are|feel} safe", "keep … safe", "safety", "needs {met|are met|to be met}", "{meet|meets|meeting} … needs",
    "appropriate {care|boundaries|parenting|supervision|support}", "boundaries", "prioritise" },
  taken_part = { "{engage|attend|access|participate|cooperate|co-operate|take part|work} … {with|in|at|to|the}",
    "{engage|engagement|attend|access|participate|cooperate|co-operate}" },
  carried_on = { "{continue|continues|continued|carry on|maintain|maintained|remain|sustain}", "ongoing" },
  helped_with = { "{support|supported|help|helped|encourage|encouraged|promote|ensure|make sure|address|manage|assist|offer|provide|enable|facilitate}",
    "{direct work|one to one|input|intervention|reinforce}" },
}

local longest_quote = 6 -- words

local function told(kinds, task, phrases, otherwise)
  local said
  for _, kind in ipairs(kinds) do
    local match = task:find(phrases[kind.set])[1]
    if match then said = said or kind.says:format(evidence.quoted(match, longest_quote)) end
  end
  return said or otherwise
end

function wording.specific(action, answer, plan, phrases)
  return {
    evidence = evidence.sentences(action.task, answer.deciding),
    message = told(empty_kinds, action.task, phrases,
      "Someone who does not know the family could not tell from these words what is to be done."),
    advice = "Name the activity, service, document or decision.",
    example = examples.specific(action, plan, phrases),
  }
end

function wording.measurable(action, answer, plan, phrases)
  return {
    evidence = evidence.sentences(action.task, answer.deciding),
    message = told(uncounted_kinds, action.task, phrases,
      "These words hold no amount, finished step or result by which anyone could tell later that it happened."),
    advice = "Add what will be seen or counted, in the task or as its measure.",
    example = examples.measurable(action, plan, phrases),
  }
end

return wording
