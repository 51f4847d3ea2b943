#include "exports/document.hpp"

#include "base/british_date.hpp"

#include <algorithm>
#include <cctype>
#include <tinyxml2.h>

namespace plumbline::exports {

namespace {

class Writer {
public:
    explicit Writer(const Document& document) : document_(&document), out_(nullptr, true) {}

    std::string write() {
        const Document& plan = *document_;
        open("plan");
        attribute("format", "1");
        attribute("id", plan.id);
        attribute("kind", plan.kind);
        attribute("status", plan.closed ? "closed" : "signed-off");
        if (plan.previous_plans) attribute("previous-plans", std::to_string(*plan.previous_plans));
        child();
        open("dates");
        date("started", plan.started);
        date("written", plan.written);
        date("closed", plan.closed);
        out_.CloseElement(true);
        state("legal-status", "on", plan.legal_status, plan.legal_status_on);
        placement();
        chronology();
        out_.CloseElement(true);
        return out_.CStr();
    }

private:
    void open(const char* name) { out_.OpenElement(name, true); }
    void attribute(const char* name, std::string_view value) {
        out_.PushAttribute(name, std::string(value).c_str());
    }
    void date(const char* name, std::optional<Date> day) {
        if (day) attribute(name, to_iso(*day));
    }
    void text(std::string_view value) { out_.PushText(std::string(value).c_str()); }

    void child() {
        const Document& plan = *document_;
        open("child");
        attribute("id", plan.child);
        if (!plan.sex.empty()) attribute("sex", plan.sex);
        for (const auto& [name, day] : {std::pair("born", plan.born), std::pair("expected", plan.expected)}) {
            if (!day) continue;
            open(name);
            text(to_iso(*day));
            out_.CloseElement(true);
        }
        for (const auto& [aspect, said] : plan.identities) {
            open("identity");
            attribute("aspect", aspect);
            text(said);
            out_.CloseElement(true);
        }
        out_.CloseElement(true);
    }

    void state(const char* element, const char* name, std::string_view value, std::optional<Date> day) {
        if (value.empty()) return;
        open(element);
        date(name, day);
        text(value);
        out_.CloseElement(true);
    }

    void placement() {
        const Document& plan = *document_;
        if (plan.placement.empty()) return;
        open("placement");
        attribute("kind", plan.placement);
        date("started", plan.placed_on);
        out_.CloseElement(true);
    }

    void chronology() {
        std::vector<Event> events = document_->events;
        if (events.empty()) return;
        std::stable_sort(events.begin(), events.end(),
                         [](const Event& left, const Event& right) { return left.on < right.on; });
        open("chronology");
        for (const Event& event : events) {
            out_.PushText("\n");
            open("event");
            attribute("kind", event.kind);
            attribute("on", to_iso(event.on));
            if (!event.text.empty()) text(event.text);
            out_.CloseElement(true);
        }
        out_.CloseElement(true);
    }

    const Document* document_;
    tinyxml2::XMLPrinter out_;
};

} // namespace

std::string to_xml(const Document& document) {
    return Writer(document).write();
}

std::optional<Date> read_date(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    return text.find('/') == std::string_view::npos ? parse_iso_date(text) : parse_british_date(text);
}

} // namespace plumbline::exports
