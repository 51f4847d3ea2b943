---@type plumbline.Plugin
-- Whether a plan is about this child: no other child's name, no copied passages, pronouns that fit.

local pronouns = require("pronouns")
local memory = require("memory")
local indexes = require("indexes")
local names = require("names")
local copies = require("copies")

return {
  id = "individual-plan",
  title = "The plan is about this child",
  version = "1.0",
  api = 1,
  plans = { "early-help", "child-in-need", "child-protection", "care", "pathway", "personal-education", "safety" },
  criteria = {
    { id = "own-name", title = "no other child's name stands where this child's should",
      question = "Is this about this child?" },
    { id = "not-copied", title = "no passages are copied from another child's plan",
      question = "Is this true of this child, or was it carried over from another plan?" },
    { id = "pronouns", title = "he and she fit this child", question = "Is this about this child?" },
  },
  parameters = {
    shared_sentences = { type = "integer", default = 3, minimum = 1, maximum = 50,
      help = "from how many equal longer sentences on two children's plans count as copied" },
    sibling_sentences = { type = "integer", default = 5, minimum = 1, maximum = 50,
      help = "the same for brothers and sisters, whose history may be shared besides" },
    boilerplate_plans = { type = "integer", default = 10, minimum = 3, maximum = 1000,
      help = "a sentence that stands in more plans than this is a form's, not a copy" },
    namesakes = { type = "integer", default = 3, minimum = 1, maximum = 100,
      help = "a first name that more children of the batch have says nothing, unless it is a brother's or sister's" },
    wrong_pronouns = { type = "integer", default = 2, minimum = 1, maximum = 20,
      help = "from how many places on pronouns are judged not met; fewer need a person" },
  },
  check = function(plan, judge, parameters)
    pronouns.judge(plan, judge, parameters)
  end,
  remember = memory.remember,
  compare = function(memories, judge, parameters)
    local shared = indexes.over(memories, parameters)
    for _, memory in ipairs(memories) do
      local kept = indexes.entry(memory, shared)
      names.judge(kept, judge, parameters, shared)
      copies.judge(kept, judge, parameters, shared)
    end
  end,
}
