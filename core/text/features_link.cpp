#include "text/features.hpp"

#include "text/features_sink.hpp"

#include <algorithm>
#include <array>

namespace plumbline::text {
namespace {

template <class Sink>
class LinkMaker {
public:
    LinkMaker(const Reading& need, const Reading& action, const WordClasses& lexicon, Sink& sink)
        : need_{need}, action_{action}, lexicon_{lexicon}, sink_{sink}, needed_{lexicon.tag(need)},
          done_{lexicon.tag(action)} {}

    void all() {
        topics();
        shared_words();
        alone();
    }

private:
    Piece klass(std::size_t id) const { return {lexicon_.class_hash(id), lexicon_.class_name(id)}; }

    static ClassSet classes(const TaggedWords& tagged) {
        ClassSet all;
        for (const auto& word : tagged.words)
            all |= word.classes;
        return all;
    }

    Span first_of(std::size_t id) const {
        for (const auto& word : done_.words)
            if (word.classes.test(id)) return word.span;
        return {};
    }

    void topics() {
        const ClassSet needs = classes(needed_), does = classes(done_);
        std::size_t shared = 0, in_need = 0, in_action = 0;
        for (std::size_t n = 0; n < lexicon_.class_count(); ++n) {
            if (!lexicon_.topics().test(n)) continue;
            in_action += does.test(n) ? 1 : 0;
            if (!needs.test(n)) continue;
            ++in_need;
            shared += does.test(n) ? 1 : 0;
            for (std::size_t a = 0; a < lexicon_.class_count(); ++a)
                if (does.test(a) && lexicon_.topics().test(a))
                    sink_.add('L', klass(n), klass(a), first_of(a));
        }
        sink_.add('T', Piece{counted(shared)}, nothing, {});
        if (in_need > 0 && in_action > 0) sink_.add('O', Piece{shared > 0 ? "same" : "other"}, nothing, {});
        if (in_need == 0) sink_.add('O', Piece{"need-unknown"}, nothing, {});
        if (in_action == 0) sink_.add('O', Piece{"action-unknown"}, nothing, {});
    }

    static std::string_view counted(std::size_t n) {
        static constexpr std::array<std::string_view, 4> words{"0", "1", "2", "many"};
        return words[std::min(n, words.size() - 1)];
    }

    void shared_words() {
        std::size_t shared = 0;
        for (const Token& left : need_.tokens) {
            if (left.kind != TokenKind::word || left.stem.size() < 4) continue;
            const auto same = [&](const Token& right) { return right.stem == left.stem; };
            const auto found = std::ranges::find_if(action_.tokens, same);
            if (found == action_.tokens.end()) continue;
            ++shared;
            sink_.add('s', Piece{left.stem}, nothing, found->span);
        }
        sink_.add('S', Piece{counted(shared)}, nothing, {});
    }

    void alone() {
        for (std::size_t i = 0; i < done_.words.size(); ++i) {
            sink_.add('u', Piece{action_.tokens[i].stem}, nothing, done_.words[i].span);
            for (std::size_t id = 0; id < lexicon_.class_count(); ++id)
                if (done_.words[i].classes.test(id)) sink_.add('c', klass(id), nothing, done_.words[i].span);
        }
    }

    const Reading& need_;
    const Reading& action_;
    const WordClasses& lexicon_;
    Sink& sink_;
    TaggedWords needed_, done_;
};

} // namespace

Features features(const Reading& need, const Reading& action, const WordClasses& lexicon) {
    IdSink sink;
    LinkMaker<IdSink>(need, action, lexicon, sink).all();
    return {std::move(sink.found), scale_of(action.tokens.size()), {}, 0};
}

std::vector<std::string> feature_names(const Reading& need, const Reading& action,
                                       const WordClasses& lexicon) {
    NameSink sink;
    LinkMaker<NameSink>(need, action, lexicon, sink).all();
    return std::move(sink.names);
}

} // namespace plumbline::text
