#include "host/plugin_template.hpp"

#include "lua/stubs.hpp"

namespace plumbline::host {

namespace {

constexpr const char* plugin_lua = R"lua(---@type plumbline.Plugin
-- A check that works, to change into your own: whether each action says what it is for.
return {
  id = "{id}",
  title = "Each action says what it is for",
  version = "0.1",
  api = 1,
  plans = { "child-in-need", "child-protection", "care" },
  criteria = {
    { id = "purpose", title = "it says what it is for" },
  },
  parameters = {
    min_words = { type = "integer", default = 6, minimum = 1, help = "a task with fewer words cannot say it" },
  },
  phrases = { -- compared by stem and without case; found in one scan of each text
    purpose = { "so that", "in order to", "to make sure", "because" },
  },
  check = function(plan, judge, parameters, phrases)
    if #plan.actions == 0 then
      judge:not_applicable { "purpose", at = plan, reason = "the plan has no actions" }
      return
    end
    for _, action in ipairs(plan.actions) do
      local found = action.task:find(phrases.purpose)
      if #found > 0 then
        judge:met { "purpose", at = action, evidence = found }
      elseif action.task:count_words() < parameters.min_words then
        judge:not_met { "purpose", at = action,
          message = "The action does not say what it is for.",
          advice = "Say what will be different when it is done: for example \"so that Robin gets to school\"." }
      else
        judge:needs_a_person { "purpose", at = action,
          reason = "the words may imply a purpose, and the tool cannot tell",
          message = "It is not clear from these words what the action is for.",
          advice = "Say what will be different when it is done: for example \"so that Robin gets to school\"." }
      end
    end
  end,
}
)lua";

constexpr const char* readme = R"md(# {id}

Says of each action whether it says what it is for. (Write here what your check looks for, in a sentence or two.)

| criterion | looks for |
|---|---|
| `purpose` | words that give the action's purpose: "so that …", "in order to …" |

A task of fewer than `min_words` words without them is *not met*; a longer one may imply its purpose, and *needs a person*.

## Why

Which document, and which paragraph of it, asks for this.

## What it cannot see

Whether the purpose is a good one, or whether the action serves it.
)md";

constexpr const char* met = R"xml(<examples>
  <!-- All fictional. -->
  <example kind="child-in-need">
    <actions>
      <!-- expect {id}/purpose: met -->
      <action id="a1" by="mum"><task>Mum walks Robin to breakfast club so that he is in class by nine.</task></action>
    </actions>
  </example>
  <example kind="child-in-need">
    <!-- expect {id}/purpose: not applicable -->
    <views><view of="child" on="2024-03-01" method="direct work">He likes his class.</view></views>
  </example>
</examples>
)xml";

constexpr const char* not_met = R"xml(<examples>
  <!-- All fictional. -->
  <example kind="child-in-need">
    <actions>
      <!-- expect {id}/purpose: not met -->
      <action id="a1" by="sw"><task>Weekly visits.</task></action>
      <!-- expect {id}/purpose: needs a person -->
      <action id="a2" by="sch"><task>The class teacher meets Robin at the gate each morning.</task></action>
    </actions>
  </example>
</examples>
)xml";

constexpr const char* luarc = R"json({
  "$schema": "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json",
  "runtime.version": "Lua 5.4",
  "runtime.builtin": { "coroutine": "disable", "debug": "disable", "io": "disable", "os": "disable", "package": "disable" },
  "workspace.library": [".luals/plumbline.lua"],
  "workspace.checkThirdParty": false
}
)json";

std::string with_id(std::string text, const std::string& id) {
    static const std::string mark = "{id}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + id.size()))
        text.replace(at, mark.size(), id);
    return text;
}

} // namespace

std::vector<std::pair<std::string, std::string>> plugin_files(const std::string& id) {
    return {{"plugin.lua", with_id(plugin_lua, id)},
            {"README.md", with_id(readme, id)},
            {"examples/met.xml", with_id(met, id)},
            {"examples/not-met.xml", with_id(not_met, id)},
            {".luarc.json", luarc},
            {".luals/plumbline.lua", lua::lua_stubs()}};
}

} // namespace plumbline::host
