#include "host/explanation_report.hpp"

#include "host/source_lines.hpp"

#include "report/rules_report.hpp"
#include "report/text_names.hpp"

#include <algorithm>
#include <set>

namespace plumbline::host {

namespace {

using lua::Step;
using report::block;
using report::Page;
using report::Tone;

constexpr std::size_t most_words = 6;  // of one step
constexpr std::size_t most_lines = 60; // of the plugin
constexpr std::size_t most_steps = 80;

std::string place(const std::string& file, std::uint32_t line, std::uint32_t column = 0) {
    return to_string(FilePosition{file, line, column});
}

/// What says where a node stands, or only names something: not what a plan says.
bool is_bookkeeping(const Step& step) {
    if (step.kind == Step::Kind::read &&
        (step.what.starts_with("phrases.") || step.what.starts_with("models.")))
        return true;
    static const std::set<std::string> names{"line", "column", "path", "type"};
    return step.kind == Step::Kind::read && names.contains(step.what.substr(step.what.rfind('.') + 1));
}

std::string call_of(const Step& step) {
    std::string out = step.what;
    if (step.kind == Step::Kind::call) {
        out += "(";
        for (const std::string& argument : step.arguments)
            out += (out.ends_with("(") ? "" : ", ") + report::cut(report::clean(argument), 60);
        out += ")";
    }
    return out;
}

class Text {
public:
    Text(const Explained& explained, const Page& page) : explained_(explained), page_(page) {}

    std::string write() {
        for (const engine::Decision& decision : explained_.decisions)
            write(decision);
        return std::move(out_);
    }

private:
    void line(std::string_view text, std::size_t indent, Tone tone = Tone::plain) {
        out_ += block(page_, text, indent, indent + 2, tone);
    }

    void write(const engine::Decision& decision) {
        const auto& said = decision.observation;
        if (!out_.empty()) out_ += '\n';
        line(explained_.rule->plugin + "/" + said.criterion + " of " + report::name_of(said.at) + ": " +
                 std::string(to_word(said.outcome)),
             0, report::tone_of(said.outcome));
        line(report::clean(explained_.plan->id) + " · " +
                 place(explained_.plan->file, said.at.line, said.at.column) + " · rule " +
                 explained_.rule->id,
             0, Tone::faint);
        for (const std::string& words : {said.message, said.reason})
            if (!words.empty()) line(report::clean(words), 2);
        for (const auto& evidence : said.evidence)
            line("“" + report::clean(evidence.text) + "” " +
                     place("", evidence.line, evidence.column).substr(1),
                 4);
        branch(decision);
        steps(decision);
    }

    void branch(const engine::Decision& decision) {
        if (decision.from.empty()) {
            out_ += '\n';
            line("No line of the plugin judged this.", 2, Tone::strong);
            if (!decision.observation.detail.empty())
                for (const std::string& frame : report::lines_of(decision.observation.detail))
                    line(frame, 4);
            return;
        }
        const lua::CodePlace& judged = decision.from.front();
        std::string how = "Judged at " + place(judged.file, judged.line);
        for (std::size_t i = 1; i < decision.from.size(); ++i)
            how += (i == 1 ? ", called from line " : ", from line ") + std::to_string(decision.from[i].line);
        out_ += '\n';
        line(how + ". The lines that ran since the judgement before:", 2, Tone::strong);
        lines(decision);
    }

    /// Those of the functions that led to the judgement when there are too many to show.
    void lines(const engine::Decision& decision) {
        std::vector<engine::RanLine> shown = decision.lines;
        if (shown.size() > most_lines) {
            std::set<std::pair<std::string, std::uint32_t>> functions;
            for (const auto& one : shown)
                if (one.decided) functions.emplace(one.file, one.function);
            std::erase_if(shown, [&](const auto& one) {
                return !functions.contains({one.file, one.function});
            });
        }
        if (shown.size() > most_lines)
            shown.erase(shown.begin(), shown.end() - static_cast<std::ptrdiff_t>(most_lines));
        std::string file;
        std::uint32_t before = 0;
        for (const engine::RanLine& one : shown) {
            if (one.file != file && !file.empty())
                line(one.file, 4, Tone::faint);
            else if (before != 0 && one.line > before + 1)
                line("⋮", 8, Tone::faint);
            file = one.file;
            before = one.line;
            const std::string number = std::to_string(one.line);
            const std::string text = (one.decided ? "▶ " : "  ") +
                                     std::string(number.size() < 4 ? 4 - number.size() : 0, ' ') + number +
                                     "  " + sources_.line(one.file, one.line) +
                                     (one.times > 1 ? "   (" + std::to_string(one.times) + " times)" : "");
            out_ += "    " +
                    report::paint(page_, one.decided ? Tone::strong : Tone::plain,
                                  report::cut(text, std::max<std::size_t>(page_.width, 20) - 4)) +
                    '\n';
        }
    }

    void steps(const engine::Decision& decision) {
        std::vector<std::pair<const Step*, std::size_t>> shown;
        for (const Step& step : decision.steps) {
            if (is_bookkeeping(step)) continue;
            const auto same = [&](const auto& entry) {
                return call_of(*entry.first) == call_of(step) && entry.first->answer == step.answer &&
                       entry.first->at.path == step.at.path;
            };
            if (const auto found = std::find_if(shown.begin(), shown.end(), same); found != shown.end())
                ++found->second;
            else
                shown.emplace_back(&step, 1);
        }
        if (shown.empty()) return;
        out_ += '\n';
        line("What it read and asked:", 2, Tone::strong);
        const std::size_t first = shown.size() > most_steps ? shown.size() - most_steps : 0;
        if (first > 0)
            line("… " + std::to_string(first) + " before (the json format has them)", 4, Tone::faint);
        for (std::size_t i = first; i < shown.size(); ++i)
            step(*shown[i].first, shown[i].second, decision.observation.at);
    }

    void step(const Step& step, std::size_t times, const judgement::Place& judged) {
        std::string text = call_of(step);
        if (step.kind == Step::Kind::call && !step.narrative.empty()) text += " of " + step.narrative;
        if (!step.at.path.empty() && step.at.path != judged.path) text += " of " + report::name_of(step.at);
        if (!step.answer.empty()) text += " → " + report::cut(report::clean(step.answer), 160);
        if (!step.from.empty()) text += "   line " + std::to_string(step.from.front().line);
        if (times > 1) text += ", " + std::to_string(times) + " times";
        line(text, 4);
        const bool whole = step.kind == Step::Kind::read || step.words.empty();
        for (std::size_t i = 0; i < std::min(step.words.size(), most_words) && !whole; ++i) {
            const auto& [words, phrase] = step.words[i];
            line("“" + report::cut(report::clean(words.text), 200) + "” " +
                     place("", words.line, words.column).substr(1) +
                     (phrase.empty() ? "" : "   by " + phrase),
                 8);
        }
        if (step.words.size() > most_words && !whole)
            line("and " + std::to_string(step.words.size() - most_words) + " more", 8, Tone::faint);
    }

    const Explained& explained_;
    const Page& page_;
    SourceLines sources_;
    std::string out_;
};

} // namespace

std::string explanation_text(const Explained& explained, const Page& page) {
    return Text(explained, page).write();
}

} // namespace plumbline::host
