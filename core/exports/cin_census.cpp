#include "exports/cin_census.hpp"

#include "base/user_error.hpp"
#include "exports/file.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace plumbline::exports {

namespace {

using tinyxml2::XMLElement;

constexpr int most_days_to_plan = 31; // from a conference to the plan that it made

std::optional<int> whole_number(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

/// "male" and "female" by the codes of <Sex> (since 2024) and <GenderCurrent>.
std::string sex_of(const XMLElement& child) {
    std::string code = text_of(child, "Sex");
    if (code.empty()) code = text_of(child, "GenderCurrent");
    if (code == "M" || code == "1") return "male";
    if (code == "F" || code == "2") return "female";
    return {};
}

/// One child of the census.
class Child {
public:
    Child(const XMLElement& element, const std::string& file, Date as_of, std::size_t before, Import& import)
        : element_(&element), file_(&file), as_of_(as_of), number_(before), import_(&import) {}

    /// Returns how many times in need were read.
    std::size_t read(const std::string& id) {
        id_ = id;
        const XMLElement* const who = element_->FirstChildElement("ChildIdentifiers");
        base_.child = id;
        if (who != nullptr) {
            base_.sex = sex_of(*who);
            base_.born = read_date(text_of(*who, "PersonBirthDate"));
            base_.expected = base_.born ? std::nullopt : read_date(text_of(*who, "ExpectedPersonBirthDate"));
        }
        if (const XMLElement* const what = element_->FirstChildElement("ChildCharacteristics"))
            identities(*what);
        import_->account.imported(record_of(*element_, *file_, id_));
        std::size_t times = 0;
        each(*element_, "CINdetails", [&](const XMLElement& details) {
            ++times;
            time_in_need(details, number_ + times);
        });
        return times;
    }

private:
    /// The record's dates must be dates, and not after the day up to which the census tells.
    std::optional<Date> date(const XMLElement& group, const char* name, std::string& problem) const {
        const std::string text = text_of(group, name);
        if (text.empty()) return std::nullopt;
        const auto day = read_date(text);
        const std::string wrong = !day ? " is no date" : *day > as_of_ ? " " + later() : "";
        if (wrong.empty()) return day;
        if (problem.empty()) problem = name + wrong;
        return std::nullopt;
    }

    std::string later() const { return "lies after " + to_iso(as_of_) + ", up to which the census tells"; }

    void identities(const XMLElement& what) {
        if (const std::string code = text_of(what, "Ethnicity"); !code.empty())
            base_.identities.emplace_back("ethnicity", code);
        if (const XMLElement* const all = what.FirstChildElement("Disabilities"))
            each(*all, "Disability", [&](const XMLElement& one) {
                const char* const code = one.GetText();
                if (code != nullptr && std::string_view(code) != "NONE")
                    base_.identities.emplace_back("disability", code);
            });
    }

    Document make(const std::string& suffix, std::string_view kind, std::optional<Date> started,
                  std::optional<Date> closed) const {
        Document document = base_;
        document.id = id_ + "-" + suffix;
        document.kind = kind;
        document.started = started;
        document.closed = closed;
        document.written = closed.value_or(started ? std::max(as_of_, *started) : as_of_);
        return document;
    }

    void account(const XMLElement& group, const std::string& problem, bool imported) {
        Record record = record_of(group, *file_, id_);
        if (imported)
            import_->account.imported(std::move(record), problem);
        else
            import_->account.skipped(std::move(record), problem);
    }

    void time_in_need(const XMLElement& details, std::size_t number) {
        std::string problem;
        auto referred = date(details, "CINreferralDate", problem);
        if (!referred)
            referred = read_date(text_of(details, "CINreferralDate")); // late, and there all the same
        const auto closed = date(details, "CINclosureDate", problem);
        if (!referred) {
            account(details, problem.empty() ? "no CINreferralDate" : problem, false);
            const std::string reason = "its CINdetails was skipped";
            for (const auto* group = details.FirstChildElement(); group != nullptr;
                 group = group->NextSiblingElement())
                if (group->FirstChildElement() != nullptr) account(*group, reason, false);
            return;
        }
        const std::string name = std::to_string(number);
        std::vector<Document> plans;
        protection_plans(details, name, plans);
        need_plans(details, name, plans);
        Document rest = make(name, "child-in-need", referred, closed);
        events(details, plans, rest, problem);
        account(details, problem, true);
        const bool has_need_plan = std::any_of(
            plans.begin(), plans.end(), [](const Document& plan) { return plan.kind == "child-in-need"; });
        if (has_need_plan) {
            Document& plan = *std::find_if(plans.begin(), plans.end(),
                                           [](const Document& one) { return one.kind == "child-in-need"; });
            plan.events.insert(plan.events.end(), rest.events.begin(), rest.events.end());
        } else if (plans.empty() || !rest.events.empty()) {
            plans.push_back(std::move(rest));
        }
        std::move(plans.begin(), plans.end(), std::back_inserter(import_->documents));
    }

    void protection_plans(const XMLElement& details, const std::string& name, std::vector<Document>& plans) {
        int count = 0;
        each(details, "ChildProtectionPlans", [&](const XMLElement& group) {
            std::string problem;
            const auto started = date(group, "CPPstartDate", problem);
            const auto ended = date(group, "CPPendDate", problem);
            account(group, !started && problem.empty() ? "no CPPstartDate" : problem, started.has_value());
            Document plan = make(name + "-cp" + std::to_string(++count), "child-protection", started, ended);
            plan.previous_plans = whole_number(text_of(group, "NumberOfPreviousCPP"));
            reviews(group, plan, started.has_value());
            if (started) plans.push_back(std::move(plan));
        });
    }

    void reviews(const XMLElement& group, Document& plan, bool has_plan) {
        each(group, "Reviews", [&](const XMLElement& all) {
            each(all, "CPPreviewDate", [&](const XMLElement& one) {
                const char* const text = one.GetText();
                const auto day = read_date(text == nullptr ? "" : text);
                std::string problem;
                if (!has_plan)
                    problem = "its plan was skipped";
                else if (!day)
                    problem = "no date";
                else if (*day > as_of_)
                    problem = later();
                else
                    plan.events.push_back({"review-conference", *day, {}});
                account(one, problem, problem.empty());
            });
        });
    }

    void need_plans(const XMLElement& details, const std::string& name, std::vector<Document>& plans) {
        int count = 0;
        for (const char* const spelling : {"CINPlanDates", "CINplanDates"})
            each(details, spelling, [&](const XMLElement& group) {
                std::string problem;
                const auto started = date(group, "CINPlanStartDate", problem);
                const auto ended = date(group, "CINPlanEndDate", problem);
                account(group, !started && problem.empty() ? "no CINPlanStartDate" : problem,
                        started.has_value());
                if (started)
                    plans.push_back(
                        make(name + "-cin" + std::to_string(++count), "child-in-need", started, ended));
            });
    }

    /// Assessments, enquiries and conferences: a conference goes with the plan that it made.
    void events(const XMLElement& details, std::vector<Document>& plans, Document& rest,
                std::string& problem) {
        each(details, "Assessments", [&](const XMLElement& group) {
            std::string wrong;
            const auto started = date(group, "AssessmentActualStartDate", wrong);
            const auto completed = date(group, "AssessmentAuthorisationDate", wrong);
            if (started) rest.events.push_back({"assessment-started", *started, {}});
            if (completed) rest.events.push_back({"assessment-completed", *completed, {}});
            account(group, wrong.empty() && !started && !completed ? "no date" : wrong, started || completed);
        });
        std::vector<Date> held;
        each(details, "Section47", [&](const XMLElement& group) {
            std::string wrong;
            const auto started = date(group, "S47ActualStartDate", wrong);
            const auto conference = date(group, "DateOfInitialCPC", wrong);
            Document& plan = conference ? made_by(*conference, plans, rest) : rest;
            if (started) plan.events.push_back({"section-47-started", *started, {}});
            if (conference) {
                plan.events.push_back({"initial-conference", *conference, {}});
                held.push_back(*conference);
            }
            account(group, wrong.empty() && !started && !conference ? "no date" : wrong,
                    started || conference);
        });
        const auto conference = date(details, "DateOfInitialCPC", problem);
        if (conference && std::find(held.begin(), held.end(), *conference) == held.end())
            made_by(*conference, plans, rest).events.push_back({"initial-conference", *conference, {}});
        for (Document& plan : plans)
            if (plan.kind == "child-protection" &&
                std::none_of(plan.events.begin(), plan.events.end(), is_initial))
                plan.events.push_back(
                    {"initial-conference", *plan.started, "the day on which the plan began"});
        each(details, "PreProceedingsandFGDM", [&](const XMLElement& group) {
            account(group, "pre-proceedings have no place in a plan document", false);
        });
    }

    static bool is_initial(const Event& event) { return event.kind == "initial-conference"; }

    static Document& made_by(Date conference, std::vector<Document>& plans, Document& otherwise) {
        for (Document& plan : plans) {
            const auto days = (*plan.started - conference).count();
            if (plan.kind == "child-protection" && days >= 0 && days <= most_days_to_plan) return plan;
        }
        return otherwise;
    }

    const XMLElement* element_;
    const std::string* file_;
    Date as_of_;
    std::size_t number_; // times in need of this child that came before
    Import* import_;
    std::string id_;
    Document base_; // what every document of the child has
};

Date reference_of(const XMLElement& root, const std::string& file, Account& account) {
    const XMLElement* const header = root.FirstChildElement("Header");
    const XMLElement* const collection =
        header == nullptr ? nullptr : header->FirstChildElement("CollectionDetails");
    if (collection != nullptr) {
        const std::string year = text_of(*collection, "Year");
        const auto reference = read_date(text_of(*collection, "ReferenceDate"));
        if (reference) {
            if (!year.empty() && !to_iso(*reference).starts_with(year))
                account.note("the header's Year is " + year + " and its ReferenceDate " + to_iso(*reference) +
                             "; the date was taken");
            return *reference;
        }
        if (const auto end = read_date(year + "-03-31")) {
            account.note("the header has no ReferenceDate; " + to_iso(*end) + " was taken from its Year");
            return *end;
        }
    }
    throw UserError({file, header == nullptr ? 1U : static_cast<std::uint32_t>(header->GetLineNum()), 0},
                    "the header has no ReferenceDate and no Year; say with --as-of up to which day it tells");
}

} // namespace

Import import_cin_census(const std::string& path, std::optional<Date> as_of) {
    Import import;
    const std::string text = read_file(path);
    tinyxml2::XMLDocument document;
    parse_xml(document, text, path, "Message");
    const XMLElement& root = *document.RootElement();
    const Date reference = as_of ? *as_of : reference_of(root, path, import.account);
    std::map<std::string, std::size_t> times; // in need, of each child met so far
    each(root, "Children", [&](const XMLElement& children) {
        each(children, "Child", [&](const XMLElement& child) {
            const XMLElement* const who = child.FirstChildElement("ChildIdentifiers");
            const std::string id = who == nullptr ? "" : text_of(*who, "LAchildID");
            if (id.empty()) {
                import.account.skipped(record_of(child, path, ""), "no LAchildID");
                return;
            }
            std::size_t& before = times[id];
            before += Child(child, path, reference, before, import).read(id);
        });
    });
    if (times.empty() && import.account.records().empty()) import.account.note("the census holds no child");
    return import;
}

} // namespace plumbline::exports
