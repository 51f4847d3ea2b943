-- What a council's own file can do, on an invented council. Copy it, rename it (the id is the file's name) and keep it
-- beside this one, or anywhere with `--rule-set path/to/yours.lua`. A rule of the same id changes only what it gives;
-- all else stays as rules/default.lua has it. `plumbline rules show example-council --origin` says where each value
-- comes from.
return {
  api = 1,
  id = "example-council",
  title = "Example Council: our practice standards on top of the everyday rules",
  extends = { "default" },

  -- Our own standards, so that a finding can cite them and coverage counts them.
  document = {
    title = "Practice standards for plans and visits",
    publisher = "Example Council", published = "2024-04-01", short_name = "Example standards 2024",
    about = "Invented, to show what a council's own file can do",
  },
  services = { safeguarding = "Help and protection" },
  areas = {
    { id = "4.2", paragraph = "4.2", service = "safeguarding", priority = "within three months",
      title = "A child in need or child protection plan holds the child's own view, no more than four weeks old",
      disposition = "checked" },
    { id = "5.1", paragraph = "5.1", service = "safeguarding", priority = "within six months",
      title = "Child in need plans have a last day for every action, and a review set within six weeks",
      disposition = "partly",
      rest = "whether the review was held on that day" },
  },

  -- We want green to mean more than the everyday set does.
  rag = { red_below = 80, green_from = 95 },

  rules = {
    -- Switched off: our practice leads read supervision records for this themselves.
    { id = "diversity-supervision", off = true },

    -- Tightened: a view may be four weeks old, not six. `answers` is given whole: what it leaves out is dropped.
    { id = "child-voice", parameters = { max_age_days = 28 },
      answers = { "cheshire-east-2011/29-3", "cheshire-east-2015/R8", "4.2" } },
    -- Tightened: three tasks in one action are too many for our families.
    { id = "smart-targets-child-in-need", parameters = { max_tasks = 2 } },

    -- More urgent here than in the documents.
    { id = "timescales-care", priority = "immediately" },

    -- Added: no law says how often a child in need plan is reviewed; we do. The inherited rule gives up that kind of plan,
    -- so that nothing is judged twice.
    { id = "timescales", plans = { "early-help", "personal-education" } },
    { id = "six-week-review", plugin = "timescales", title = "Child in need plans have days that can be kept",
      plans = { "child-in-need" }, parameters = { max_review_days = 42 },
      answers = { "cheshire-east-2015/R9", "5.1" } },

    -- Local intervals: no law sets these, so nothing is judged by them until a council gives its number.
    { id = "visits-in-time-need-and-protection",
      parameters = { child_in_need_days = 42, child_protection_working_days = 20 } },
    { id = "review-timeliness",
      parameters = { child_in_need_weeks = 13, early_help_weeks = 12, education_plan_weeks = 26 } },
    { id = "review-timeliness-child-protection", parameters = { core_group_weeks = 6 } },
    { id = "reports-before-conference", parameters = { conference_working_days = 5 } },
    { id = "minutes", parameters = { minutes_working_days = 15 } },
  },
}
