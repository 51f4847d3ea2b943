#include "history/agreement.hpp"

#include "base/csv.hpp"
#include "base/user_error.hpp"
#include "history/tool_answers.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace plumbline::history {

namespace {

using judgement::Outcome;
using nlohmann::json;

std::string lower_trimmed(std::string text) {
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    text.erase(0, text.find_first_not_of(' '));
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// A worksheet's columns by name.
class Sheet {
public:
    Sheet(std::string_view text, std::string file) : rows_(read_csv(text, file)), file_(std::move(file)) {
        if (rows_.empty()) throw UserError({file_, 1, 0}, "the worksheet is empty");
        for (std::size_t i = 0; i < rows_.front().cells.size(); ++i)
            where_.emplace(lower_trimmed(rows_.front().cells[i]), i);
        for (const char* needed : {"plan", "version", "criterion id", "auditor says"})
            if (where_.count(needed) == 0)
                throw UserError({file_, rows_.front().line, 0},
                                "the column '" + std::string(needed) +
                                    "' is missing; expected a worksheet of 'plumbline sample'");
    }

    std::size_t rows() const { return rows_.size(); }
    FilePosition at(std::size_t row) const { return {file_, rows_[row].line, 0}; }
    std::string cell(std::size_t row, const std::string& column) const {
        const auto found = where_.find(column);
        const bool there = found != where_.end() && found->second < rows_[row].cells.size();
        return there ? rows_[row].cells[found->second] : std::string{};
    }

private:
    std::vector<CsvRecord> rows_;
    std::string file_;
    std::map<std::string, std::size_t> where_;
};

/// What the tool said: in the worksheet, or in the report of a blind one.
Outcome tool_said(const Sheet& sheet, std::size_t row, const ToolAnswers& reported) {
    const std::string word = lower_trimmed(sheet.cell(row, "tool said"));
    if (const auto outcome = judgement::outcome_from_word(word)) return *outcome;
    const Outcome* found =
        reported.find(sheet.cell(row, "plan"), sheet.cell(row, "version"), sheet.cell(row, "criterion id"));
    if (found != nullptr) return *found;
    throw UserError(sheet.at(row), reported.empty()
                                       ? "the worksheet does not say what the tool said; give the report "
                                         "that it was drawn from with --report"
                                       : "the report has no such plan and criterion");
}

/// Met or not met, or nothing where the auditor did not decide.
std::optional<Outcome> auditor_said(const Sheet& sheet, std::size_t row) {
    const std::string word = lower_trimmed(sheet.cell(row, "auditor says"));
    if (word.empty() || word == "unsure" || word == "not applicable") return std::nullopt;
    const auto outcome = judgement::outcome_from_word(word);
    if (outcome == Outcome::met || outcome == Outcome::not_met) return outcome;
    throw UserError(sheet.at(row),
                    "'auditor says' is '" + word + "'; expected met, not met, not applicable or unsure");
}

void count(Agreed& agreed, Outcome tool, std::optional<Outcome> auditor) {
    if (!auditor)
        ++agreed.unread;
    else if (tool != Outcome::met && tool != Outcome::not_met)
        ++agreed.left;
    else if (tool == *auditor)
        ++agreed.agreed;
    else
        ++(tool == Outcome::not_met ? agreed.false_alarms : agreed.missed);
}

} // namespace

std::vector<Agreed> agreement(std::string_view text, const std::string& file, const json& report) {
    const Sheet sheet(text, file);
    const ToolAnswers reported(report);
    std::vector<Agreed> out;
    for (std::size_t row = 1; row < sheet.rows(); ++row) {
        const std::string criterion = sheet.cell(row, "criterion id");
        if (criterion.empty()) throw UserError(sheet.at(row), "'criterion id' is empty");
        auto found = std::find_if(out.begin(), out.end(),
                                  [&](const Agreed& one) { return one.criterion == criterion; });
        if (found == out.end()) found = out.insert(out.end(), Agreed{criterion, 0, 0, 0, 0, 0});
        const auto auditor = auditor_said(sheet, row);
        count(*found, auditor ? tool_said(sheet, row, reported) : Outcome::not_applicable, auditor);
    }
    return out;
}

} // namespace plumbline::history
