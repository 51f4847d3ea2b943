-- Ofsted's letter of 31 January 2022 on its visit of 7 and 8 December 2021. The letter numbers nothing: N1 to N3 are the
-- three points under "What needs to improve", F1 to F11 the paragraphs under "Main findings". It sets no priorities;
-- ours, marked so: the child's safety before a conference is immediate.
return {
  api = 1,
  id = "cheshire-west-2022",
  title = "Cheshire West and Chester 2022: the front door",
  document = {
    title = "Focused visit to Cheshire West and Chester children's services",
    publisher = "Ofsted", published = "2022-01-31", short_name = "Cheshire West 2022",
    about = "Cheshire West and Chester, the front door; N1 to N3 are the points of what needs to improve, F1 to F11 the paragraphs of the main findings",
  },
  services = { safeguarding = "The front door" },
  rag = { red_below = 70, green_from = 90 },
  areas = {
    { id = "N1", paragraph = "N1", service = "safeguarding", priority = "immediately", priority_is_ours = true,
      title = "A child has a safety plan on record before the first child protection plan is made",
      disposition = "partly",
      rest = "whether there is a safety plan; whether the plan would keep the child safe tonight",
      support = { "F4" } },
    { id = "N2", paragraph = "N2", service = "safeguarding", priority = "within six months", priority_is_ours = true,
      title = "Quality assurance makes sure that its actions are done, and asks children and parents",
      disposition = "not in a plan",
      shows_in = "the follow-up of practice reviews and multi-agency audits, and the feedback they gathered",
      support = { "F10" } },
    { id = "N3", paragraph = "N3", service = "safeguarding", priority = "within three months", priority_is_ours = true,
      title = "Supervision records say clearly what is to be done, and by when",
      disposition = "partly",
      rest = "whether earlier actions were followed up, and challenge",
      support = { "F8" } },
  },
  rules = {
    { id = "smart-targets", plugin = "smart-targets", plans = { "safety" }, answers = { "N1" } },
    { id = "timescales", plugin = "timescales", plans = { "safety" }, answers = { "N1" } },
    { id = "contingency", plugin = "contingency", plans = { "safety" }, answers = { "N1" } },
    { id = "supervision-targets", plugin = "smart-targets", plans = { "supervision" }, answers = { "N3" },
      cites = { { paragraph = "F8" } } },
    { id = "supervision-timescales", plugin = "timescales", plans = { "supervision" }, answers = { "N3" },
      cites = { { paragraph = "F8" } } },
    { id = "child-voice", plugin = "child-voice", plans = { "child-in-need", "child-protection" },
      priority = "within three months", cites = { { paragraph = "F3" } } },
  },
}
