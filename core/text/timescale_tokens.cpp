#include "text/timescale_tokens.hpp"

#include "text/timescale_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace plumbline::text::timescales {

namespace {

/// Signs outside ASCII that boxes hold, and what they stand for.
struct Replacement {
    std::string_view from, to;
};
constexpr std::array replacements{
    Replacement{"\xE2\x80\x90", "-"},  Replacement{"\xE2\x80\x91", "-"}, Replacement{"\xE2\x80\x92", "-"},
    Replacement{"\xE2\x80\x93", "-"},  Replacement{"\xE2\x80\x94", "-"}, Replacement{"\xE2\x88\x92", "-"},
    Replacement{"\xE2\x80\x98", "'"},  Replacement{"\xE2\x80\x99", "'"}, Replacement{"\xE2\x80\x9C", "\""},
    Replacement{"\xE2\x80\x9D", "\""}, Replacement{"\xC2\xA0", " "},     Replacement{"\xE2\x80\xAF", " "},
    Replacement{"\xE2\x80\xA6", "."},  Replacement{"\xC3\x97", "x"},     Replacement{"\xC2\xBD", "h"},
    Replacement{"\xC2\xA3", "#"},      Replacement{"\xE2\x86\x92", "-"}, Replacement{"\xE2\x89\xA5", ">"},
    Replacement{"\xE2\x89\xA4", "<"},  Replacement{"\xE2\x80\xA2", ";"}, Replacement{"\xEF\xBB\xBF", " "},
};

/// One letter or sign of the text with its bytes.
struct Letter {
    char value; // lower case; 'h' with `half` for ½; other letters beyond ASCII read as 'z'
    Span span;
    bool capital = false, half = false;
};

std::vector<Letter> letters(std::string_view text) {
    std::vector<Letter> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto* const found =
            std::find_if(replacements.begin(), replacements.end(),
                         [&](const Replacement& r) { return text.substr(i).starts_with(r.from); });
        const auto begin = static_cast<std::uint32_t>(i);
        if (found != replacements.end()) {
            i += found->from.size();
            out.push_back(
                {found->to.front(), {begin, static_cast<std::uint32_t>(i)}, false, found->to == "h"});
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        ++i;
        if (byte >= 0x80U) { // a letter that names need and timescales do not
            while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U)
                ++i;
            out.push_back({'z', {begin, static_cast<std::uint32_t>(i)}, false, false});
            continue;
        }
        out.push_back({static_cast<char>(std::tolower(byte)),
                       {begin, static_cast<std::uint32_t>(i)},
                       std::isupper(byte) != 0,
                       false});
    }
    return out;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// "l2", "1O": letters typed for digits, where the neighbours are digits and date signs.
void mend_digits(std::vector<Letter>& all) {
    const auto value = [&](std::size_t i) { return i < all.size() ? all[i].value : ' '; };
    const auto separator = [](char c) { return c == '/' || c == '.' || c == '-'; };
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        bool digit = false, other = false, slip = false;
        for (; is_letter(value(end)) || is_digit(value(end)); ++end) {
            const char c = value(end);
            digit |= is_digit(c);
            const bool mistaken = (c == 'l' || c == 'o' || c == 'i') && !all[end].half;
            slip |= mistaken;
            other |= !is_digit(c) && !mistaken;
        }
        const bool beside_date =
            (begin > 0 && separator(value(begin - 1))) ||
            (separator(value(end)) && (is_digit(value(end + 1)) || value(end + 1) == 'o'));
        if (slip && digit && !other && beside_date) {
            for (std::size_t i = begin; i < end; ++i)
                all[i].value = all[i].value == 'o' ? '0' : is_digit(all[i].value) ? all[i].value : '1';
        }
        begin = std::max(end, begin + 1);
    }
}

Item number_item(const std::vector<Letter>& all, std::size_t begin, std::size_t end) {
    Item item;
    item.sort = Sort::number;
    item.digits = static_cast<unsigned>(end - begin);
    item.span = {all[begin].span.begin, all[end - 1].span.end};
    for (std::size_t i = begin; i < end; ++i)
        item.norm += all[i].value;
    if (item.digits <= 8) {
        item.value = 0;
        for (const char c : item.norm)
            item.value = item.value * 10 + (c - '0');
    }
    return item;
}

/// Cuts at spaces, at signs and where digits and letters meet.
Items cut(const std::vector<Letter>& all) {
    Items items;
    bool glued = false, new_line = false;
    for (std::size_t i = 0; i < all.size();) {
        const Letter& first = all[i];
        if (is_space(first.value)) {
            glued = false;
            new_line |= first.value == '\n' && !items.empty();
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        Item item;
        if (is_digit(first.value)) {
            while (end < all.size() && is_digit(all[end].value))
                ++end;
            item = number_item(all, i, end);
        } else if (is_letter(first.value) && !first.half) {
            const auto inside = [&](std::size_t j) {
                if (all[j].half) return false;
                const bool apostrophe =
                    all[j].value == '\'' && j + 1 < all.size() && is_letter(all[j + 1].value);
                return is_letter(all[j].value) || apostrophe;
            };
            while (end < all.size() && inside(end))
                ++end;
            item.span = {first.span.begin, all[end - 1].span.end};
            for (std::size_t j = i; j < end; ++j)
                item.norm += all[j].value;
            item.capital = first.capital;
        } else if (first.half) {
            item.span = first.span;
            item.norm = "half";
        } else {
            item.sort = Sort::sign;
            item.span = first.span;
            item.norm = first.value == '#' ? std::string("£") : std::string(1, first.value);
        }
        item.glued = glued;
        item.new_line = new_line;
        glued = true;
        new_line = false;
        items.push_back(std::move(item));
        i = end;
    }
    return items;
}

void join(Items& items, std::size_t first, std::size_t last, std::string norm) {
    items[first].norm = std::move(norm);
    items[first].sort = Sort::word;
    items[first].span.end = items[last].span.end;
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(first);
    items.erase(begin + 1, items.begin() + static_cast<std::ptrdiff_t>(last) + 1);
}

/// "a.s.a.p." and "T.B.C." become one word; so do "w/c", "r/v", "w/in".
void join_abbreviations(Items& items) {
    const auto single = [&](std::size_t i) {
        return i < items.size() && items[i].word() && items[i].norm.size() == 1;
    };
    const auto sign = [&](std::size_t i, std::string_view s) {
        return at(items, i).sign() && at(items, i).is(s);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!single(i)) continue;
        std::size_t end = i;
        std::string word = items[i].norm;
        while (sign(end + 1, ".") && single(end + 2) && items[end + 2].glued) {
            end += 2;
            word += items[end].norm;
        }
        if (end > i) {
            if (sign(end + 1, ".")) ++end;
            join(items, i, end, std::move(word));
        } else if (sign(i + 1, "/") && items[i + 1].glued && at(items, i + 2).word() && items[i + 2].glued) {
            join(items, i, i + 2, items[i].norm + '/' + items[i + 2].norm);
        }
    }
}

/// "6th", "22th", "5 th", "3 0th": a number and its ending are one item.
void join_ordinals(Items& items) {
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        const std::string& ending = items[i + 1].norm;
        if (!items[i].number() || (ending != "st" && ending != "nd" && ending != "rd" && ending != "th"))
            continue;
        items[i].ordinal = true;
        items[i].span.end = items[i + 1].span.end;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        const bool torn = i > 0 && items[i - 1].number() && items[i - 1].digits == 1 &&
                          items[i].digits == 1 && items[i - 1].value <= 3 && !items[i].glued &&
                          !items[i - 1].ordinal;
        if (torn) {
            items[i].value += items[i - 1].value * 10;
            items[i].digits = 2;
            items[i].span.begin = items[i - 1].span.begin;
            items[i].glued = items[i - 1].glued;
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(--i));
        }
    }
}

/// "1/2 term" is half a term; "by 1/2" is a day.
void read_halves(Items& items) {
    for (std::size_t i = 0; i + 3 < items.size(); ++i) {
        const bool half = items[i].is("1") && items[i + 1].is("/") && items[i + 2].is("2") &&
                          items[i + 1].glued && items[i + 2].glued;
        const std::string& of = items[i + 3].norm;
        if (half && (of.starts_with("term") || of == "day" || of == "year" || of == "yearly" ||
                     of == "hour" || of == "hr"))
            join(items, i, i + 2, "half");
    }
}

/// "six", "twenty-first": numbers in words become numbers without digits.
void read_number_words(Items& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].word()) continue;
        const auto number = number_word(items[i].norm);
        if (!number) continue;
        items[i].sort = Sort::number;
        items[i].value = number->value;
        items[i].ordinal = number->ordinal;
        const std::size_t next = at(items, i + 1).is("-") ? i + 2 : i + 1;
        const auto unit = number_word(at(items, next).norm);
        const bool tens = !number->ordinal && (number->value == 20 || number->value == 30);
        if (tens && unit && unit->value < 10) {
            items[i].value += unit->value;
            items[i].ordinal = unit->ordinal;
            items[i].span.end = items[next].span.end;
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        items.begin() + static_cast<std::ptrdiff_t>(next) + 1);
        }
    }
}

/// "half-term", "6-weekly", "mid-June": a hyphen inside a compound says nothing. It stays between two months
/// or two weekdays ("Jun-Jul", "Mon-Fri") and between numbers.
void drop_hyphens(Items& items) {
    const auto ranges = [](const Item& left, const Item& right) {
        return (month_of(left.norm) != 0 && month_of(right.norm) != 0) ||
               (weekday_of(left.norm) && weekday_of(right.norm));
    };
    for (std::size_t i = 1; i + 1 < items.size(); ++i) {
        if (!items[i].is("-") || !items[i].glued || !items[i + 1].glued) continue;
        const Item& left = items[i - 1];
        const Item& right = items[i + 1];
        if (left.sign() || right.sign() || (left.number() && right.number()) || ranges(left, right)) continue;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

} // namespace

Items itemise(std::string_view text) {
    std::vector<Letter> all = letters(text);
    mend_digits(all);
    Items items = cut(all);
    join_abbreviations(items);
    join_ordinals(items);
    drop_hyphens(items);
    read_halves(items);
    read_number_words(items);
    return items;
}

const Item& at(const Items& items, std::size_t index) {
    static const Item none{{}, Sort::sign, "", -1, 0, false, false, false, false};
    return index < items.size() ? items[index] : none;
}

} // namespace plumbline::text::timescales
