#include "report/trend.hpp"

#include "base/date.hpp"
#include "report/layout.hpp"
#include "report/rows.hpp"

#include <cmath>
#include <cstdlib>

namespace plumbline::report {

namespace {

long whole_points(double share) {
    return std::lround(share * 100);
}

/// "+3", "−2", "0"
std::string with_sign(double share) {
    const long points = whole_points(share);
    if (points == 0) return "0";
    return (points > 0 ? "+" : "−") + std::to_string(std::labs(points));
}

std::string day_of(const TrendPoint& point) {
    const auto day = parse_iso_date(point.as_of);
    return day ? to_reader(*day) : point.as_of;
}

std::string amount(const TrendPoint::Change& change) {
    const long points = whole_points(change.points);
    if (points == 0) return "the same";
    return count_of(static_cast<std::size_t>(std::labs(points)), "point", "points") +
           (points > 0 ? " more now" : " fewer now");
}

std::string judged(const TrendPoint& point) {
    const std::string verdict = change_verdict(point);
    const std::string interval = "the 95 % interval of the change is " + with_sign(point.change->low) +
                                 " to " + with_sign(point.change->high);
    if (verdict == "within chance")
        return "That is a change within chance: it may be none (" + interval + ").";
    return "That is " + verdict + " by more than chance explains (" + interval + ").";
}

} // namespace

std::string change_figures(const TrendPoint& point) {
    if (!point.change) return "-";
    return with_sign(point.change->points) + " (" + with_sign(point.change->low) + " to " +
           with_sign(point.change->high) + ')';
}

std::string change_verdict(const TrendPoint& point) {
    if (!point.change) return {};
    if (!point.change->beyond_chance()) return "within chance";
    return point.change->low > 0 ? "better" : "worse";
}

std::string trend_words(const Trend& trend) {
    const TrendPoint& now = trend.points.back();
    const TrendPoint& before = trend.points.at(trend.points.size() - 2);
    if (now.criteria.decided() == 0 || before.criteria.decided() == 0)
        return "Nothing was met or not met in one of the last two batches, so they cannot be compared.";
    std::string out = "Of what the checks ask of plans, " + percent_text(now.criteria) +
                      " is met; in the batch before (" + day_of(before) + ") it was " +
                      percent_text(before.criteria);
    out += now.change ? ": " + amount(*now.change) + ". " + judged(now) : ".";
    if (now.rules_changed) out += " The rule set changed between the two: a change may come from the rules.";
    return out;
}

} // namespace plumbline::report
