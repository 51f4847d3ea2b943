#include "text/words.hpp"

#include "base/user_error.hpp"
#include "text/spelling.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <libstemmer.h>
#include <memory>
#include <unordered_map>
#include <utility>

namespace plumbline::text {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// The shorthand and slips of case notes that mean one thing only; sorted.
constexpr std::array shorthand{
    Pair{"&", "and"},
    Pair{"appt", "appointment"},
    Pair{"appts", "appointment"},
    Pair{"arent", "aren't"},
    Pair{"becos", "because"},
    Pair{"cant", "can't"},
    Pair{"cos", "because"},
    Pair{"couldnt", "couldn't"},
    Pair{"coz", "because"},
    Pair{"didnt", "didn't"},
    Pair{"doesnt", "doesn't"},
    Pair{"dont", "don't"},
    Pair{"fri", "friday"},
    Pair{"hadnt", "hadn't"},
    Pair{"hasnt", "hasn't"},
    Pair{"havent", "haven't"},
    Pair{"hes", "he's"},
    Pair{"hr", "hour"},
    Pair{"hrs", "hour"},
    Pair{"im", "i'm"},
    Pair{"isnt", "isn't"},
    Pair{"ive", "i've"},
    Pair{"min", "minute"},
    Pair{"mins", "minute"},
    Pair{"mon", "monday"},
    Pair{"mtg", "meeting"},
    Pair{"mtgs", "meeting"},
    Pair{"mth", "month"},
    Pair{"mths", "month"},
    Pair{"mustnt", "mustn't"},
    Pair{"neednt", "needn't"},
    Pair{"pls", "please"},
    Pair{"plz", "please"},
    Pair{"shes", "she's"},
    Pair{"shouldnt", "shouldn't"},
    Pair{"thats", "that's"},
    Pair{"theyll", "they'll"},
    Pair{"theyre", "they're"},
    Pair{"theyve", "they've"},
    Pair{"tho", "though"},
    Pair{"thru", "through"},
    Pair{"thur", "thursday"},
    Pair{"thurs", "thursday"},
    Pair{"til", "until"},
    Pair{"till", "until"},
    Pair{"tue", "tuesday"},
    Pair{"tues", "tuesday"},
    Pair{"w/", "with"},
    Pair{"w/o", "without"},
    Pair{"wasnt", "wasn't"},
    Pair{"wed", "wednesday"},
    Pair{"weds", "wednesday"},
    Pair{"werent", "weren't"},
    Pair{"weve", "we've"},
    Pair{"whats", "what's"},
    Pair{"wk", "week"},
    Pair{"wks", "week"},
    Pair{"wont", "won't"},
    Pair{"wouldnt", "wouldn't"},
    Pair{"wouldve", "would've"},
    Pair{"xmas", "christmas"},
    Pair{"youre", "you're"},
    Pair{"yr", "year"},
    Pair{"yrs", "year"},
};
static_assert(std::ranges::is_sorted(shorthand, {}, &Pair::first));

std::string_view written_out(std::string_view norm) {
    const auto* const found = std::ranges::lower_bound(shorthand, norm, {}, &Pair::first);
    return found != shorthand.end() && found->first == norm ? found->second : norm;
}

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

constexpr std::array<std::pair<std::string_view, Clitic>, 6> clitics{{{"'s", Clitic::s},
                                                                      {"'d", Clitic::d},
                                                                      {"'ll", Clitic::ll},
                                                                      {"'ve", Clitic::ve},
                                                                      {"'re", Clitic::re},
                                                                      {"'m", Clitic::m}}};

class Words {
public:
    Words() : stemmer_{sb_stemmer_new("english", "UTF_8"), &sb_stemmer_delete} {
        if (!stemmer_) throw InternalError("the Snowball library has no English stemmer");
    }

    const Word& find(std::string_view norm) {
        if (const auto known = words_.find(norm); known != words_.end()) return known->second;
        Word word = worked_out(norm);
        return words_.emplace(std::string(norm), std::move(word)).first->second;
    }

    void forget_if_many() {
        if (words_.size() > capacity) words_.clear();
    }

private:
    static constexpr std::size_t capacity = 40'000; // words of one thread; more than a council's plans use

    Word worked_out(std::string_view norm) {
        Word word;
        std::string_view base = written_out(norm);
        word.form = base;
        word.stem = stem(base);
        word.group = group_of(base);
        if (word.group.role == Role::content)
            for (const auto& [ending, clitic] : clitics)
                if (base.size() > ending.size() && base.ends_with(ending)) {
                    word.clitic = clitic;
                    base.remove_suffix(ending.size());
                    word.group = group_of(base);
                    break;
                }
        word.lexeme = look_up(base);
        if (const auto meant = correct(base)) word.meant = &find(*meant);
        return word;
    }

    std::string stem(std::string_view word) {
        std::string stems;
        for (std::size_t begin = 0; begin <= word.size();) {
            const std::size_t end = std::min(word.find('-', begin), word.size());
            if (begin > 0) stems += '-';
            const auto part = word.substr(begin, end - begin);
            const sb_symbol* const stemmed =
                sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(part.data()),
                                static_cast<int>(part.size()));
            if (!stemmed) throw std::bad_alloc{};
            stems.append(reinterpret_cast<const char*>(stemmed),
                         static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
            begin = end + 1;
        }
        return stems;
    }

    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
    std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_; // whose nodes stay where they are
};

Words& words_of_thread() {
    thread_local Words words;
    return words;
}

} // namespace

const Word& find_word(std::string_view norm) {
    return words_of_thread().find(norm);
}

void forget_words_if_many() {
    words_of_thread().forget_if_many();
}

bool is_number_word(std::string_view norm) {
    return (group_of(norm.substr(0, norm.find('-'))).families & number_like) != 0;
}

} // namespace plumbline::text
