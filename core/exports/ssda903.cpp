#include "exports/ssda903.hpp"

#include "exports/ssda903_rows.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <utility>

namespace plumbline::exports {

namespace {

using Word = std::pair<std::string_view, std::string_view>; // a code, a word of the plan format

/// Codes without a word of their own there are left out: C2 says "care-order", L3 says nothing.
constexpr std::array legal_words{
    Word{"C1", "interim-care-order"},   Word{"C2", "care-order"},           Word{"E1", "placement-order"},
    Word{"L1", "emergency-protection"}, Word{"L2", "emergency-protection"}, Word{"J1", "remand"},
    Word{"V2", "section-20"},           Word{"V3", "section-20"},           Word{"V4", "section-20"}};
constexpr std::array placement_words{
    Word{"U1", "connected-person"}, Word{"U2", "connected-person"}, Word{"U3", "connected-person"},
    Word{"U4", "foster"},           Word{"U5", "foster"},           Word{"U6", "foster"},
    Word{"P1", "with-parents"},     Word{"P2", "own-tenancy"},      Word{"H5", "semi-independent"},
    Word{"K1", "residential"},      Word{"K2", "residential"},      Word{"R1", "residential"},
    Word{"S1", "residential"},      Word{"R2", "hospital"},         Word{"R5", "custody"}};
constexpr std::array participation{
    Word{"PN0", "PN0: under four years old"},         Word{"PN1", "PN1: took part and spoke"},
    Word{"PN2", "PN2: took part, an advocate spoke"}, Word{"PN3", "PN3: took part without words"},
    Word{"PN4", "PN4: took part and gave no view"},   Word{"PN5", "PN5: not there, an advocate spoke"},
    Word{"PN6", "PN6: not there, views were sent"},   Word{"PN7", "PN7: not there and no views sent"},
};

template <std::size_t Count>
std::string_view word_of(const std::array<Word, Count>& words, std::string_view code) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.first == code; });
    return found == words.end() ? std::string_view() : found->second;
}

struct Episode {
    const Row* row = nullptr;
    Date from{};
    std::optional<Date> to;
};

/// Episodes that follow one another without a day between them; without any, what lies between such periods.
struct Period {
    std::vector<Episode> episodes;
    std::vector<Event> events;

    Date from() const { return episodes.front().from; }
    std::optional<Date> to() const { return episodes.back().to; }
    bool covers(Date day) const { return !episodes.empty() && from() <= day && (!to() || day <= *to()); }
};

class Child {
public:
    Child(const ChildRows& rows, Date as_of, Import& import)
        : rows_(&rows), as_of_(as_of), import_(&import) {}

    void read() {
        periods();
        for (const Row& row : rows_->reviews)
            review(row);
        for (const Row& row : rows_->missing)
            missing(row);
        std::size_t made = 0;
        for (std::size_t i = 0; i < periods_.size(); ++i)
            if (!periods_[i].episodes.empty() || !periods_[i].events.empty()) {
                import_->documents.push_back(document(periods_[i], i));
                ++made;
            }
        if (made == 0)
            import_->account.skipped(rows_->record, "no episode and no review of this child");
        else
            import_->account.imported(rows_->record);
    }

private:
    /// A day up to which the return tells; else why not.
    std::optional<Date> day(const std::string& text, const char* name, std::string& problem) const {
        const auto date = read_date(text);
        if (!date)
            problem = text.empty() ? std::string("no ") + name : std::string(name) + " is no date";
        else if (*date > as_of_)
            problem = std::string(name) + " lies after " + to_iso(as_of_) + ", up to which the return tells";
        else
            return date;
        return std::nullopt;
    }

    /// periods_[0], [2], … lie before, between and after the periods in care.
    void periods() {
        std::vector<Episode> episodes;
        for (const Row& row : rows_->episodes) {
            std::string problem;
            const auto from = day(row.from, "DECOM", problem);
            if (!from) {
                import_->account.skipped(row.record, problem);
                continue;
            }
            std::optional<Date> to;
            if (!row.to.empty()) to = day(row.to, "DEC", problem);
            if (to && *to < *from) {
                problem = "DEC lies before DECOM";
                to.reset();
            }
            import_->account.imported(row.record, problem);
            episodes.push_back({&row, *from, to});
        }
        std::stable_sort(episodes.begin(), episodes.end(),
                         [](const Episode& left, const Episode& right) { return left.from < right.from; });
        periods_.emplace_back();
        for (const Episode& episode : episodes) {
            const bool follows = periods_.size() > 1 && continues(periods_[periods_.size() - 2], episode);
            if (!follows) {
                periods_.emplace_back();
                periods_.emplace_back();
            }
            periods_[periods_.size() - 2].episodes.push_back(episode);
        }
    }

    static bool continues(const Period& period, const Episode& episode) {
        return !period.to() || episode.from <= *period.to();
    }

    Period& at(Date date) {
        std::size_t found = 0;
        for (std::size_t i = 1; i < periods_.size(); i += 2) {
            if (periods_[i].covers(date)) return periods_[i];
            if (periods_[i].from() <= date) found = i + 1;
        }
        return periods_[found];
    }

    void review(const Row& row) {
        std::string problem;
        const auto date = day(row.from, "REVIEW", problem);
        if (!date) {
            import_->account.skipped(row.record, problem);
            return;
        }
        at(*date).events.push_back(
            {"looked-after-review", *date, std::string(word_of(participation, row.code))});
        import_->account.imported(row.record);
    }

    void missing(const Row& row) {
        std::string problem;
        const auto from = day(row.from, "MIS_START", problem);
        if (!from) {
            import_->account.skipped(row.record, problem);
            return;
        }
        Period& period = at(*from);
        period.events.push_back({"missing-from", *from, {}});
        if (!row.to.empty())
            if (const auto to = day(row.to, "MIS_END", problem))
                period.events.push_back({"returned", *to, {}});
        import_->account.imported(row.record, problem);
    }

    Document document(Period& period, std::size_t number) const {
        Document made;
        made.id = rows_->record.child + "-" + std::to_string(number);
        made.kind = "care";
        made.child = rows_->record.child;
        made.sex = rows_->sex == "1" || rows_->sex == "M"   ? "male"
                   : rows_->sex == "2" || rows_->sex == "F" ? "female"
                                                            : "";
        made.born = read_date(rows_->born);
        if (!rows_->ethnicity.empty()) made.identities.emplace_back("ethnicity", rows_->ethnicity);
        made.events = std::move(period.events);
        if (period.episodes.empty())
            made.written = latest(made.events); // whether the child was looked after later is not known
        else
            add_care(period, made);
        return made;
    }

    static Date latest(const std::vector<Event>& events) {
        return std::max_element(events.begin(), events.end(),
                                [](const Event& left, const Event& right) { return left.on < right.on; })
            ->on;
    }

    void add_care(const Period& period, Document& made) const {
        const Episode &first = period.episodes.front(), &last = period.episodes.back();
        const bool short_breaks = first.row->legal == "V3" || first.row->legal == "V4";
        made.started = first.from;
        made.closed = last.to;
        made.written = made.closed.value_or(as_of_);
        // Another reason than S: the child was looked after before the return begins.
        if (first.row->code == "S" && !short_breaks)
            made.events.push_back({"looked-after-from", first.from, {}});
        for (const Episode& episode : period.episodes)
            if (episode.row->code != "L" && episode.row->code != "U")
                made.events.push_back({"placement-started", episode.from, episode.row->placement});
        made.legal_status = word_of(legal_words, last.row->legal);
        made.legal_status_on = last.from;
        made.placement = short_breaks ? "short-breaks" : word_of(placement_words, last.row->placement);
        if (made.placement.empty() && !last.row->placement.empty()) made.placement = "other";
        made.placed_on = last.from;
    }

    const ChildRows* rows_;
    Date as_of_;
    Import* import_;
    std::vector<Period> periods_;
};

std::optional<Date> latest_day(const ReturnRows& rows) {
    std::optional<Date> latest;
    const auto look = [&](const std::string& text) {
        const auto day = read_date(text);
        if (day && (!latest || *day > *latest)) latest = day;
    };
    for (const ChildRows& child : rows.children)
        for (const auto* table : {&child.episodes, &child.reviews, &child.missing})
            for (const Row& row : *table) {
                look(row.from);
                look(row.to);
            }
    return latest;
}

} // namespace

Import import_ssda903(const std::string& path, std::optional<Date> as_of) {
    std::error_code ignored;
    ReturnRows rows =
        std::filesystem::is_directory(path, ignored) ? read_ssda903_csv(path) : read_ssda903_xml(path);
    Import import;
    import.account = std::move(rows.account);
    if (!as_of) {
        as_of = latest_day(rows).value_or(Date{});
        import.account.note("the return does not say up to which day it tells; its latest day was taken, " +
                            to_iso(*as_of) + " (--as-of sets another)");
    }
    for (const ChildRows& child : rows.children)
        Child(child, *as_of, import).read();
    return import;
}

} // namespace plumbline::exports
