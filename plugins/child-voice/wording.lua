-- What an entry of the child's views lacks, said of its words, and one way to write it. The model judges; this explains.

local evidence = require("evidence")

local wording = {}

-- Whose words stand in the child's place, the first that fits is told. %s: the words.
local other_kinds = {
  { set = "promised", says = "%s is still to be done: it holds no view yet." },
  { set = "not_asked", says = "%s says why there is no view, but not what was tried, or what is seen of the child's day." },
  { set = "a_parent", says = "%s is what somebody in the family says, not the child." },
  { set = "a_worker", says = "%s is how grown-ups see the child, not what the child said or showed." },
  { set = "a_summary", says = "%s would fit any child: it is not what this one said or showed." },
}

wording.phrases = {
  promised = { "{will|to} be {sought|obtained|gathered|captured|completed|ascertained|recorded|updated}", "{to|will} {complete|ascertain|gather|seek|obtain|speak|see|meet}",
    "{to|will} {complete|ascertain|gather|seek|obtain}", "direct work {to|will}", "{tbc|to follow|to be confirmed}" },
  not_asked = { "{too|is} young", "{unable|not able} to {express|communicate|share|give}", "{non|pre} verbal", "{not|no} … {views|wishes} … {obtained|shared|given|sought}",
    "{did not|didn't|would not|wouldn't|refused|declined}", "not {seen|spoken|available}", "{did not|didn't|wouldn't|refused|declined}" },
  a_parent = { "{mum|mother|mam|dad|father|parents|carer|carers|foster carer|nan|grandmother|grandparents|family|stepdad} {says|said|say|reports|reported|report|feels|felt|feel|thinks|thought|states|stated|told|believes|wants|describes|described|advises|advised}" },
  a_worker = { "{school|teacher|nursery|worker|workers|social worker|health visitor|professionals|staff|SW|HV} {says|said|say|reports|reported|report|feels|felt|feel|thinks|thought|states|stated|believes|describes|described}",
     "{appears|presents|seems|presented|appeared|seemed} {as|to|in|very|happy|settled|well|comfortable|fine}" },
  a_summary = { "wishes and feelings", "voice of the child", "views {were|are|have|has}", "happy and settled", "{is|was} {happy|settled|fine|ok|okay|well}",
    "{aware|understands|agrees|agreed|happy} … {plan|placement|arrangements}" },
}

local longest_quote = 8 -- words

-- How a child of this age can be heard. Examples are of a child called Leo: nobody should take them for a record.
function wording.advice(child, on)
  local age = child:age(on)
  if child.unborn then
    return "Write what is known of the baby and of what the pregnancy is like, with the date.",
      "“4 March: the midwife says the baby is small for the dates and lively; Mum stops and strokes her bump when she talks of Leo.”"
  end
  if age and age < 3 then
    return "Write what you saw the child do, with whom, and what it tells you about their day, with the date.",
      "“4 March: Leo held out both arms to Nan, and went still when the door banged.”"
  end
  if age and age < 8 then
    return "Write what the child said, drew or showed, in their own words where you can, with the date.",
      "“4 March: Leo drew the house with a big lock: ‘that's so it is quiet at night’.”"
  end
  return "Write what the child said, in their own words where you can, with the date; if they did not want to talk, what you "
    .. "tried and what else you know.",
    "“4 March: Leo said, ‘I want to know the night before when I see Dad.’”"
end

function wording.own_views(view, answer, plan, phrases)
  local message = "This entry does not hold what the child said, showed or was seen to live with."
  for _, kind in ipairs(other_kinds) do
    local match = view.text:find(phrases[kind.set])[1]
    if match then
      message = kind.says:format(evidence.quoted(match, longest_quote))
      break
    end
  end
  local advice, example = wording.advice(plan.child, plan.dates.written)
  return { evidence = evidence.sentences(view.text, answer.deciding), message = message,
    advice = advice .. " For example: " .. example }
end

return wording
