#include "report/html/plan_text.hpp"

#include "report/html/escape.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace plumbline::report::html {

namespace {

std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string in_words(std::string_view word) {
    return upper_first(escaped(spaced(word)));
}

std::string day(const std::optional<Date>& date) {
    return date ? to_reader(*date) : std::string{};
}

/// Writes the plan's parts one after the other.
class PlanText {
public:
    PlanText(const plan::Plan& plan, Marks& marks) : plan_(plan), marks_(marks) {
        for (const auto& person : plan.people)
            roles_[person.id] = person.name.empty() ? person.role : person.role + " (" + person.name + ')';
    }

    std::string take() {
        child();
        dates();
        people();
        circumstances();
        needs();
        narrative("History", plan_.history);
        outcomes();
        loose_actions();
        contingencies();
        views();
        narrative("Diversity", plan_.diversity);
        narrative("Analysis", plan_.analysis);
        narrative("Delegated authority", plan_.delegated_authority);
        chronology();
        oversight();
        return std::move(out_);
    }

private:
    using Fact = std::pair<std::string_view, std::string>; // label, HTML

    void heading(std::string_view title) { ((out_ += "<h3>") += title) += "</h3>"; }

    std::string id(const plan::Location& at) {
        return at.line == 0 ? std::string{} : marks_.node_id(at.path());
    }

    std::string who(const std::string& person) const {
        if (person == "child") return "the child";
        const auto found = roles_.find(person);
        return escaped(found == roles_.end() || found->second.empty() ? spaced(person) : found->second);
    }

    std::string who(const std::vector<std::string>& persons) const {
        std::vector<std::string> names;
        names.reserve(persons.size());
        for (const auto& person : persons)
            names.push_back(who(person));
        return joined(names);
    }

    /// "By: mother. Due: Wed 6 Mar 2024": those that there are.
    void facts(std::initializer_list<Fact> all) {
        std::string line;
        for (const auto& [label, value] : all)
            if (!value.empty()) (((line += line.empty() ? "" : " · ") += label) += ": ") += value;
        if (!line.empty()) out_ += "<p><small>" + line + "</small>";
    }

    void text(const plan::Narrative& words, std::string_view label = {}) {
        if (words.empty()) return;
        out_ += "<p" + id(words.at) + '>';
        if (!label.empty()) ((out_ += "<small>") += label) += ":</small> ";
        out_ += marks_.marked(words);
    }

    void narrative(std::string_view title, const plan::Narrative& words) {
        if (words.empty()) return;
        heading(title);
        text(words);
    }

    void child() {
        const plan::Child& child = plan_.child;
        heading("Child");
        out_ += "<div" + id(child.at) + '>';
        text(child.name, "Name");
        for (const auto& name : child.also_known_as)
            text(name, "Also known as");
        facts({{"Child's id", escaped(child.id)},
               {"Sex", escaped(child.sex)},
               {"Born", day(child.born)},
               {"Expected", day(child.expected)}});
        for (const auto& identity : child.identities) {
            out_ += "<div" + id(identity.at) + '>';
            text(identity.text, in_words(identity.aspect));
            if (identity.interpreter) facts({{"Interpreter", *identity.interpreter ? "yes" : "no"}});
            out_ += "</div>";
        }
        out_ += "</div>";
    }

    void dates() {
        const plan::Dates& dates = plan_.dates;
        heading("Dates");
        out_ += "<div" + id(dates.at) + '>';
        facts({{"Started", day(dates.started)},
               {"Written", to_reader(dates.written)},
               {"Agreed", day(dates.agreed)},
               {"Signed off", day(dates.signed_off)},
               {"Next review", day(dates.next_review)},
               {"Closed", day(dates.closed)},
               {"Status", in_words(plan::to_word(plan_.status))}});
        out_ += "</div>";
    }

    void people() {
        if (plan_.people.empty()) return;
        heading("People");
        out_ += "<ul>";
        for (const auto& person : plan_.people) {
            out_ += "<li" + id(person.at) + '>' + upper_first(who(person.id));
            if (!person.agency.empty()) out_ += ", " + escaped(person.agency);
            if (!person.language.empty()) out_ += ", speaks " + escaped(person.language);
            if (person.interpreter.value_or(false)) out_ += " with an interpreter";
        }
        out_ += "</ul>";
    }

    void circumstances() {
        if (plan_.legal_statuses.empty() && plan_.placements.empty()) return;
        heading("Legal status and placement");
        out_ += "<ul>";
        for (const auto& status : plan_.legal_statuses)
            item(status.at, in_words(status.value), day(status.on));
        for (const auto& placement : plan_.placements)
            item(placement.at,
                 "Placement: " + escaped(spaced(placement.kind)) +
                     (placement.expected.empty() ? "" : ", " + escaped(spaced(placement.expected))),
                 day(placement.started));
        out_ += "</ul>";
    }

    void item(const plan::Location& at, const std::string& what, const std::string& since) {
        out_ += "<li" + id(at) + '>' + what + (since.empty() ? "" : ", since " + since) + "";
    }

    void needs() {
        if (plan_.needs.empty()) return;
        heading("Risks, needs and strengths");
        for (const auto& need : plan_.needs) {
            out_ +=
                "<div" + id(need.at) + "><h4>" + in_words(plan::to_word(need.kind)) + ' ' + escaped(need.id);
            if (!need.area.empty()) out_ += ": " + escaped(spaced(need.area));
            out_ += "</h4>";
            text(need.text);
            out_ += "</div>";
        }
    }

    void outcomes() {
        if (plan_.outcomes.empty()) return;
        heading("Outcomes and actions");
        for (const auto& outcome : plan_.outcomes) {
            out_ += "<div" + id(outcome.at) + "><h4>Outcome " + escaped(outcome.id) + "</h4>";
            text(outcome.statement);
            facts({{"For", escaped(joined(outcome.serves))}});
            text(outcome.measure, "How we will know");
            for (const auto& scale : outcome.scales)
                one_scale(scale);
            if (!outcome.actions.empty()) {
                out_ += "<ul class=a>";
                for (const std::size_t index : outcome.actions)
                    action(plan_.actions.at(index));
                out_ += "</ul>";
            }
            out_ += "</div>";
        }
    }

    void one_scale(const plan::Scale& scale) {
        std::array<char, 32> score{};
        if (scale.score)
            static_cast<void>(std::snprintf(score.data(), score.size(), "%g of 10", *scale.score)); // it fits
        out_ += "<div" + id(scale.at) + '>';
        facts({{"Scale", score.data()}, {"On", day(scale.on)}, {"By", who(scale.by)}});
        out_ += "</div>";
    }

    void action(const plan::Action& action) {
        out_ += "<li" + id(action.at) + "><h5>Action " + escaped(action.id) + "</h5>";
        text(action.task);
        text(action.timescale, "Timescale");
        text(action.measure, "How we will know");
        facts({{"By", who(action.by)},
               {"Due", day(action.due)},
               {"Completed", day(action.completed)},
               {"Status", escaped(spaced(plan::to_word(action.status)))}});
    }

    void loose_actions() {
        const auto loose = [](const plan::Action& action) { return !action.outcome.has_value(); };
        if (std::none_of(plan_.actions.begin(), plan_.actions.end(), loose)) return;
        heading("Other actions");
        out_ += "<ul class=a>";
        for (const auto& one : plan_.actions)
            if (loose(one)) action(one);
        out_ += "</ul>";
    }

    void contingencies() {
        if (plan_.contingencies.empty()) return;
        heading("Contingency");
        for (const auto& contingency : plan_.contingencies) {
            out_ += "<div" + id(contingency.at) + '>';
            text(contingency.text);
            facts({{"For", escaped(joined(contingency.serves))}});
            out_ += "</div>";
        }
    }

    void views() {
        if (plan_.views.empty()) return;
        heading("Views");
        for (const auto& view : plan_.views) {
            const std::string whose =
                view.of == "child" ? "The child" : upper_first(escaped(spaced(view.of)));
            out_ += "<div" + id(view.at) + "><h4>" + whose + "</h4>";
            text(view.text);
            facts({{"On", day(view.on)},
                   {"How", escaped(spaced(view.method))},
                   {"Alone", view.alone ? (*view.alone ? "yes" : "no") : ""}});
            out_ += "</div>";
        }
    }

    void chronology() {
        if (plan_.events.empty()) return;
        heading("Chronology");
        out_ += "<ul>";
        for (const auto& event : plan_.events) {
            out_ += "<li" + id(event.at) + "><b>" +
                    (event.on ? to_reader(*event.on) : "Due " + day(event.due)) + "</b> " +
                    escaped(spaced(event.kind));
            if (!event.with.empty()) out_ += ", with " + who(event.with);
            if (!event.by.empty()) out_ += ", by " + who(event.by);
            if (event.seen) out_ += *event.seen ? ", child seen" : ", child not seen";
            if (event.alone) out_ += *event.alone ? ", alone" : ", not alone";
            text(event.text);
        }
        out_ += "</ul>";
    }

    void oversight() {
        if (plan_.decisions.empty()) return;
        heading("Management oversight");
        for (const auto& decision : plan_.decisions) {
            out_ += "<div" + id(decision.at) + "><h4>" + in_words(decision.kind) + "</h4>";
            text(decision.text);
            facts({{"On", day(decision.on)}, {"By", decision.by.empty() ? "" : who(decision.by)}});
            out_ += "</div>";
        }
    }

    const plan::Plan& plan_;
    Marks& marks_;
    std::map<std::string, std::string> roles_;
    std::string out_;
};

} // namespace

std::string plan_text(const plan::Plan& plan, Marks& marks) {
    return PlanText(plan, marks).take();
}

} // namespace plumbline::report::html
