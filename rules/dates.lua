-- Checks that need dates alone: for plans made from statutory returns by `plumbline import`, which hold no narrative. What
-- a return does not hold is not asked: core groups, strategy discussions, plans' own review dates.
return {
  api = 1,
  id = "dates",
  title = "Dates alone: for plans made from statutory returns",
  documents = { "cheshire-west-2010", "cheshire-east-2011", "cheshire-east-2015", "cheshire-west-2022" },
  rules = {
    { id = "conferences", plugin = "review-timeliness", title = "Conferences and their reviews are held in time",
      plans = { "child-in-need", "child-protection" }, criteria = { "held-in-time" }, priority = "within six months",
      parameters = { not_recorded = { "strategy-discussion", "core-group" } },
      cites = {
        { set = "cheshire-west-2010", paragraph = "34" }, { set = "cheshire-east-2015", paragraph = "R2" },
        { set = "cheshire-west-2022", paragraph = "F5" },
      } },
    { id = "looked-after-reviews", plugin = "review-timeliness", title = "Looked-after reviews are held in time",
      plans = { "care" }, criteria = { "held-in-time" }, priority = "within six months",
      cites = {
        { set = "cheshire-west-2010", paragraph = "78" }, { set = "cheshire-east-2011", paragraph = "127" },
      } },
    { id = "length", plugin = "drift", title = "Plans are not open for too long", plans = { "child-in-need", "child-protection" },
      criteria = { "duration" }, priority = "within six months",
      cites = { { set = "cheshire-east-2015", paragraph = "R2" } } },
    { id = "repeat-plan", plugin = "drift", title = "It is not one more protection plan for this child",
      plans = { "child-protection" }, criteria = { "repeat-plan" }, priority = "within six months",
      cites = { { set = "cheshire-east-2015", paragraph = "R2" } } },
  },
}
