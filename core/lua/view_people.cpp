/// The child and everyone else.

#include "lua/view_fields.hpp"

#include <algorithm>

namespace plumbline::lua {

namespace {

using plan::Child;

void push_names(lua_State* state, Session& session, const Handle& handle) {
    const auto& names = node_of<Child>(handle).also_known_as;
    push_list(state, names.size(), [&](std::size_t i) { push_text(state, session, names[i]); });
}

void push_identities(lua_State* state, Session& session, const Handle& handle) {
    push_nodes(state, session, identity_type(), node_of<Child>(handle).identities);
}

void push_siblings(lua_State* state, Session& session, const Handle& handle) {
    push_nodes(state, session, sibling_type(), node_of<Child>(handle).siblings);
}

void push_unborn(lua_State* state, Session&, const Handle& handle) {
    const Child& child = node_of<Child>(handle);
    lua_pushboolean(state, !child.born && child.expected ? 1 : 0);
}

int child_age(lua_State* state) {
    const Child& child = node_of<Child>(check_handle(state, 1, child_type()));
    const Date on = check_date(state, 2);
    if (child.born && *child.born <= on)
        lua_pushinteger(state, age_on(*child.born, on));
    else
        lua_pushnil(state);
    return 1;
}

void push_actions(lua_State* state, Session& session, const Handle& handle) {
    const auto& person = node_of<plan::Person>(handle);
    std::vector<const void*> actions;
    for (const plan::Action& action : session.plan().actions)
        if (std::find(action.by.begin(), action.by.end(), person.id) != action.by.end())
            actions.push_back(&action);
    push_nodes(state, session, action_type(), actions);
}

} // namespace

const Type& child_type() {
    static const Type type{
        .name = "child",
        .lua = "plumbline.Child",
        .help = "The child whose plan it is.",
        .base = &node_type(),
        .fields = {{"sex", "string?", "as written: \"female\", \"male\" …", member<&Child::sex>},
                   {"name", "plumbline.Text", "the first name that the plan uses", member<&Child::name>},
                   {"also_known_as", "plumbline.List<plumbline.Text>", "other names", push_names, true},
                   {"born", "plumbline.Date?", "date of birth", member<&Child::born>},
                   {"expected", "plumbline.Date?", "an unborn child's expected date of birth",
                    member<&Child::expected>},
                   {"unborn", "boolean", "whether only the expected date of birth is known", push_unborn},
                   {"identities", "plumbline.List<plumbline.Identity>", "coded facts of identity",
                    push_identities, true},
                   {"siblings", "plumbline.List<plumbline.Sibling>", "brothers and sisters", push_siblings,
                    true}},
        .methods = {{"age",
                     {{"on", "plumbline.Date", "the day to reckon for"}},
                     "integer?",
                     "Completed years on that day; nil before birth or where `born` is not known.",
                     &guarded<child_age>}},
        .location = location_of<Child>,
        .id = id_of<Child>,
    };
    return type;
}

const Type& identity_type() {
    using plan::Identity;
    static const Type type{
        .name = "identity",
        .lua = "plumbline.Identity",
        .help = "One coded fact of the child's identity.",
        .base = &node_type(),
        .fields = {{"aspect", "plumbline.Aspect?", "what it is about", member<&Identity::aspect>},
                   {"interpreter", "boolean?", "whether an interpreter is needed; only of a language",
                    member<&Identity::interpreter>},
                   {"text", "plumbline.Text", "what is written: \"Muslim\"", member<&Identity::text>}},
        .location = location_of<Identity>,
    };
    return type;
}

const Type& sibling_type() {
    using plan::Sibling;
    static const Type type{
        .name = "sibling",
        .lua = "plumbline.Sibling",
        .help = "A brother or sister who may have a plan of their own.",
        .base = &node_type(),
        .fields = {{"child_id", "string?", "the sibling's child id", member<&Sibling::ref>}},
        .location = location_of<Sibling>,
    };
    return type;
}

const Type& person_type() {
    using plan::Person;
    static const Type type{
        .name = "person",
        .lua = "plumbline.Person",
        .help = "One of the plan's people. The child as an owner of actions is a person of id and role "
                "\"child\".",
        .base = &node_type(),
        .fields = {{"role", "string?", "as written: \"social worker\", \"mother\" …", member<&Person::role>},
                   {"agency", "string?",
                    "as written: one of `plumbline.Agency`, or any other word; nil for family and friends",
                    member<&Person::agency>},
                   {"name", "string?", "their name, where the plan has it", member<&Person::name>},
                   {"language", "string?", "their language, where it is not English",
                    member<&Person::language>},
                   {"interpreter", "boolean?", "whether they need an interpreter",
                    member<&Person::interpreter>},
                   {"actions", "plumbline.List<plumbline.Action>", "the actions that they own", push_actions,
                    true}},
        .location = location_of<Person>,
        .id = id_of<Person>,
    };
    return type;
}

} // namespace plumbline::lua
