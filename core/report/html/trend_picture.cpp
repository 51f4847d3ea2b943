#include "report/html/trend_picture.hpp"

#include "base/date.hpp"
#include "report/html/escape.hpp"
#include "report/rows.hpp"

#include <chrono>
#include <cmath>
#include <vector>

namespace plumbline::report::html {

namespace {

using judgement::Outcome;

// In the picture's own units.
constexpr long width = 640, height = 300;
constexpr long left = 56, right = 16, top = 40, bottom = 52;
constexpr std::size_t most_labels = 8; // of days, side by side

long at_share(double share) {
    return std::lround(static_cast<double>(height - bottom) -
                       share * static_cast<double>(height - bottom - top));
}

std::string pair(const char* x, const char* y, long across, long down) {
    return std::string(" ") + x + '=' + std::to_string(across) + ' ' + y + '=' + std::to_string(down);
}

std::string line(long x1, long y1, long x2, long y2, const std::string& style) {
    return "<line" + pair("x1", "y1", x1, y1) + pair("x2", "y2", x2, y2) + ' ' + style + " />";
}

std::string words(long x, long y, const std::string& anchor, const std::string& text) {
    return "<text" + pair("x", "y", x, y) + " text-anchor=" + anchor + '>' + escaped(text) + "</text>";
}

/// "1 Apr" and "2024"
std::pair<std::string, std::string> day_and_year(const std::string& iso) {
    const auto date = parse_iso_date(iso);
    if (!date) return {iso, ""};
    const std::string reader = to_reader(*date); // "Mon 1 Apr 2024"
    const std::size_t day = reader.find(' ') + 1;
    const std::size_t year = reader.rfind(' ');
    return {reader.substr(day, year - day), reader.substr(year + 1)};
}

std::string grid() {
    std::string out;
    for (const int percent : {0, 25, 50, 75, 100}) {
        const long y = at_share(percent / 100.0);
        out += line(left, y, width - right, y, "stroke=#cecece");
        out += words(left - 8, y + 5, "end", std::to_string(percent) + '%');
    }
    return out;
}

class Picture {
public:
    explicit Picture(const Trend& trend) : points_(trend.points) {}

    std::string drawn() const {
        std::string out = "<svg class=trend viewBox=\"0 0 " + std::to_string(width) + ' ' +
                          std::to_string(height) + "\" aria-hidden=true>" + grid();
        for (std::size_t i = 0; i < points_.size(); ++i)
            out += change_of_rules(i) + way_to(i);
        for (std::size_t i = 0; i < points_.size(); ++i)
            out += point(i) + day(i);
        return out + "</svg>";
    }

private:
    double step() const {
        return static_cast<double>(width - left - right) / static_cast<double>(points_.size());
    }
    long across(std::size_t i) const {
        return std::lround(static_cast<double>(left) + (static_cast<double>(i) + 0.5) * step());
    }
    bool decided(std::size_t i) const { return points_[i].criteria.decided() > 0; }
    long down(std::size_t i) const {
        const OutcomeCounts& criteria = points_[i].criteria;
        return at_share(static_cast<double>(criteria[Outcome::met]) /
                        static_cast<double>(criteria.decided()));
    }

    std::string change_of_rules(std::size_t i) const {
        if (!points_[i].rules_changed) return {};
        const long x = std::lround(static_cast<double>(across(i)) - step() / 2);
        return line(x, top - 14, x, height - bottom, "stroke=#0b0c0c stroke-dasharray=\"5 4\"") +
               words(x, top - 20, i + 1 == points_.size() ? "end" : "middle", "rule set changed");
    }

    std::string way_to(std::size_t i) const {
        if (i == 0 || !decided(i) || !decided(i - 1)) return {};
        return line(across(i - 1), down(i - 1), across(i), down(i), "stroke=#1d70b8 stroke-width=2");
    }

    std::string point(std::size_t i) const {
        if (!decided(i)) return {};
        const long x = across(i);
        return line(x, at_share(points_[i].low), x, at_share(points_[i].high),
                    "stroke=#1d70b8 stroke-width=6 stroke-opacity=.3") +
               "<circle" + pair("cx", "cy", x, down(i)) + " r=6 fill=#1d70b8 />" +
               words(x + 10, down(i) - 8, "start", percent_text(points_[i].criteria));
    }

    /// The last always; of the others as many as there is room for.
    std::string day(std::size_t i) const {
        const std::size_t every = (points_.size() + most_labels - 1) / most_labels;
        if ((points_.size() - 1 - i) % every != 0) return {};
        const auto [day, year] = day_and_year(points_[i].as_of);
        return words(across(i), height - bottom + 20, "middle", day) +
               words(across(i), height - bottom + 38, "middle", year);
    }

    const std::vector<TrendPoint>& points_;
};

} // namespace

std::string trend_picture(const Trend& trend) {
    return Picture(trend).drawn();
}

} // namespace plumbline::report::html
