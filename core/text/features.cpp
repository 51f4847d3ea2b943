#include "text/features.hpp"

#include "text/features_clauses.hpp"
#include "text/features_letters.hpp"
#include "text/features_sink.hpp"
#include "text/features_voices.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::text {
namespace {

constexpr std::size_t window = 5; // words; how far apart two classes may stand to be seen together

struct Classed {
    std::array<ClassId, 24> ids{};
    std::size_t count = 0;

    const ClassId* begin() const { return ids.data(); }
    const ClassId* end() const { return ids.data() + count; }
};

std::vector<Classed> classes_of(const TaggedWords& tagged, const WordClasses& lexicon) {
    std::vector<Classed> all(tagged.words.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ClassSet own = tagged.words[i].classes & ~lexicon.topics();
        if (own.none()) continue;
        for (std::size_t id = own._Find_first(); id < own.size() && all[i].count < all[i].ids.size();
             id = own._Find_next(id))
            all[i].ids[all[i].count++] = static_cast<ClassId>(id);
    }
    return all;
}

template <class Sink>
class Maker {
public:
    Maker(const Reading& reading, const WordClasses& lexicon, const Surroundings& around, Sink& sink)
        : reading_{reading}, lexicon_{lexicon}, around_{around}, sink_{sink}, tagged_{lexicon.tag(reading)},
          classes_{classes_of(tagged_, lexicon)} {}

    void all() {
        for (std::size_t i = 0; i < tagged_.words.size(); ++i) {
            word(i);
            neighbours(i);
            nearby(i);
        }
        counts();
        ends();
        follow();
        start();
        patterns();
        ClauseMaker<Sink>(reading_, lexicon_, tagged_, sink_).all();
        VoiceMaker<Sink>(reading_, lexicon_, tagged_, sink_).all();
        length();
        age();
    }

private:
    Piece stem(std::size_t i) const {
        const auto& word = tagged_.words[i];
        const std::string_view stem = reading_.tokens[i].stem;
        const std::uint64_t hash = word.stem_hash;
        return {hash, hash == hash_of("<num>") ? "<num>" : hash == hash_of("<name>") ? "<name>" : stem};
    }
    Piece klass(ClassId id) const { return {lexicon_.class_hash(id), lexicon_.class_name(id)}; }
    Span span(std::size_t first, std::size_t last) const {
        return {tagged_.words[first].span.begin, tagged_.words[last].span.end};
    }

    void word(std::size_t i) {
        sink_.add('u', stem(i), nothing, span(i, i));
        for (const ClassId id : classes_[i])
            sink_.add('c', klass(id), nothing, span(i, i));
    }

    void neighbours(std::size_t i) {
        if (i + 1 == tagged_.words.size()) return;
        const Span both = span(i, i + 1);
        sink_.add('b', stem(i), stem(i + 1), both);
        for (const ClassId id : classes_[i])
            sink_.add('x', klass(id), stem(i + 1), both);
        for (const ClassId id : classes_[i + 1])
            sink_.add('y', stem(i), klass(id), both);
        for (const ClassId left : classes_[i])
            for (const ClassId right : classes_[i + 1])
                sink_.add('k', klass(left), klass(right), both);
    }

    void nearby(std::size_t i) {
        const std::size_t end = std::min(tagged_.words.size(), i + window + 1);
        for (std::size_t j = i + 1; j < end && !tagged_.words[j].mark; ++j)
            for (const ClassId left : classes_[i])
                for (const ClassId right : classes_[j])
                    sink_.add('w', klass(left), klass(right), span(i, j));
    }

    void counts() {
        std::array<std::uint32_t, max_classes> count{};
        for (std::size_t i = 0; i < classes_.size(); ++i)
            for (const ClassId id : classes_[i]) {
                const std::uint32_t n = ++count[id];
                if (n == 2) sink_.add('C', klass(id), nothing, span(i, i));
                if (n == 4) sink_.add('D', klass(id), nothing, span(i, i));
            }
    }

    /// What the first and the last segment speak of: a vague lead-in does not take away a concrete tail.
    void ends() {
        if (tagged_.words.empty()) return;
        const std::uint32_t first = tagged_.words.front().segment, last = last_segment();
        if (first == last) return;
        for (std::size_t i = 0; i < classes_.size(); ++i) {
            const std::uint32_t segment = tagged_.words[i].segment;
            if (segment != first && segment != last) continue;
            for (const ClassId id : classes_[i])
                sink_.add(segment == first ? 'i' : 'j', klass(id), nothing, span(i, i));
        }
    }

    /// What one segment speaks of, then the next: an identity, then what is done about it.
    void follow() {
        std::size_t begin = 0;
        ClassSet before;
        while (begin < tagged_.words.size()) {
            std::size_t end = begin;
            ClassSet here;
            for (; end < tagged_.words.size() && tagged_.words[end].segment == tagged_.words[begin].segment;
                 ++end)
                here |= tagged_.words[end].classes;
            here &= lexicon_.listed();
            for (std::size_t left = before._Find_first(); left < before.size();
                 left = before._Find_next(left))
                for (std::size_t right = here._Find_first(); right < here.size();
                     right = here._Find_next(right))
                    sink_.add('o', klass(static_cast<ClassId>(left)), klass(static_cast<ClassId>(right)),
                              span(begin, end - 1));
            if (here.any()) before = here;
            begin = end;
        }
    }

    std::uint32_t last_segment() const {
        for (std::size_t i = tagged_.words.size(); i-- > 0;)
            if (!tagged_.words[i].mark) return tagged_.words[i].segment;
        return 0;
    }

    void start() {
        static constexpr std::array<std::string_view, 3> place{"0", "1", "2"};
        for (std::size_t i = 0; i < std::min(place.size(), classes_.size()); ++i) {
            for (const ClassId id : classes_[i])
                sink_.add('z', Piece{place[i]}, klass(id), span(i, i));
            if (i < 2) sink_.add('Z', Piece{place[i]}, stem(i), span(i, i));
        }
    }

    void patterns() {
        const auto& index = lexicon_.pattern_index();
        for (std::size_t i = 0; i < tagged_.words.size(); ++i) {
            for (const std::uint32_t p : index.anywhere)
                pattern(p, i);
            if (tagged_.words[i].stem != no_stem)
                for (const std::uint32_t p : index.by_stem[tagged_.words[i].stem])
                    pattern(p, i);
            for (const ClassId id : classes_[i])
                if (id < index.by_class.size())
                    for (const std::uint32_t p : index.by_class[id])
                        pattern(p, i);
        }
    }

    void pattern(std::uint32_t p, std::size_t at) {
        const WordPattern& pattern = lexicon_.patterns()[p];
        const WordRange found = match_at(pattern, tagged_, at);
        if (!found.empty())
            sink_.add('p', {pattern.hash, pattern.name}, nothing, span(found.first, found.last - 1));
    }

    void length() {
        const double words = static_cast<double>(tagged_.words.size());
        const auto bucket = static_cast<std::size_t>(std::clamp(std::log2(words + 1) * 1.5 - 2, 0.0, 6.0));
        static constexpr std::array<std::string_view, 7> names{"0", "1", "2", "3", "4", "5", "6"};
        sink_.add('l', Piece{names[bucket]}, nothing, {});
    }

    std::string_view age_group() const {
        if (around_.unborn) return "unborn";
        const double years = *around_.child_age;
        return years < 2    ? "baby"
               : years < 4  ? "toddler"
               : years < 8  ? "young"
               : years < 12 ? "middle"
                            : "older";
    }

    void age() {
        if (!around_.unborn && !around_.child_age) return;
        const Piece group{age_group()};
        sink_.add('a', group, nothing, {});
        const Piece speaks{around_.unborn || *around_.child_age < 4 ? "small" : "speaking"};
        for (std::size_t i = 0; i < classes_.size(); ++i)
            for (const ClassId id : classes_[i])
                sink_.add('v', speaks, klass(id), span(i, i));
    }

    const Reading& reading_;
    const WordClasses& lexicon_;
    const Surroundings& around_;
    Sink& sink_;
    TaggedWords tagged_;
    std::vector<Classed> classes_;
};

} // namespace

Features features(const Reading& reading, const WordClasses& lexicon, const Surroundings& around) {
    IdSink sink;
    Maker<IdSink>(reading, lexicon, around, sink).all();
    add_letters(reading, sink);
    const double letters_scale = letters_scale_of(sink.letters.size());
    return {std::move(sink.found), scale_of(reading.tokens.size()), std::move(sink.letters), letters_scale};
}

std::vector<std::string> feature_names(const Reading& reading, const WordClasses& lexicon,
                                       const Surroundings& around) {
    NameSink sink;
    Maker<NameSink>(reading, lexicon, around, sink).all();
    add_letters(reading, sink);
    return std::move(sink.names);
}

std::uint64_t feature_id(std::string_view name) {
    const std::size_t first = std::min(name.find(' '), name.size());
    const std::size_t second = std::min(name.find(' ', first + 1), name.size());
    const auto part = [&](std::size_t begin, std::size_t end) {
        return begin < end ? hash_of(name.substr(begin + 1, end - begin - 1)) : nothing.hash;
    };
    return combined(name.empty() ? ' ' : name.front(), part(first, second), part(second, name.size()));
}

} // namespace plumbline::text
