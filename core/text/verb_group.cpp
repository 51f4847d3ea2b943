#include "text/grammar.hpp"

#include <algorithm>

namespace plumbline::text {
namespace {

bool is_past_be(std::string_view norm) {
    return norm.starts_with("was") || norm.starts_with("were") || norm == "been";
}

/// Reads one verb group from left to right: auxiliaries, negation, main verb, and the chain of verbs that
/// hang on it.
class GroupReader {
public:
    GroupReader(const Grammar& grammar, Index begin, Index end) : g_{grammar}, at_{begin}, end_{end} {
        group_.first = begin;
        group_.end = begin;
    }

    /// Whether what began at `begin` is a predicate.
    bool read() {
        contraction();
        auxiliaries();
        if (!main_ && !settle_without_main()) return false;
        settle_tense();
        chain();
        return true;
    }
    const Predicate& group() const { return group_; }

private:
    Part part(Index i) const { return i < end_ ? g_.part(i) : Part::mark; }

    Index over_adverbs(Index i) const {
        while (part(i) == Part::adverb || part(i) == Part::negator)
            ++i;
        return i;
    }

    bool chains(Index i) const {
        switch (part(i)) {
        case Part::modal:
        case Part::be:
        case Part::have:
        case Part::do_:
        case Part::to:
        case Part::verb:
            return true;
        default:
            return false;
        }
    }

    void contraction() {
        switch (g_.word(at_).clitic) {
        case Clitic::none:
            return;
        case Clitic::s:
        case Clitic::re:
        case Clitic::m:
            be_ = true;
            break;
        case Clitic::ve:
            have_ = true;
            break;
        case Clitic::ll:
            modal_ = "will";
            break;
        case Clitic::d:
            modal_ = "would";
            break;
        }
        last_ = anchor_ = at_++;
        any_ = true;
        group_.contracted = true;
        group_.first = at_; // the verb's own words; the contraction stays with its pronoun
    }

    void auxiliaries() {
        for (; at_ < end_; ++at_) {
            const Part p = part(at_);
            if (p == Part::adverb || p == Part::negator) {
                if (p == Part::negator || g_.in(at_, negative)) negated_next_ = true;
                if (p == Part::negator && any_) last_ = at_;
                if (!chains(over_adverbs(at_))) {
                    if (!any_ || p != Part::negator) return;
                }
                continue;
            }
            if (p == Part::determiner && any_ &&
                (g_.is(at_, "all") || g_.is(at_, "both") || g_.is(at_, "each")) && chains(at_ + 1))
                continue;
            if (p == Part::adjective && any_ && g_.token(at_).norm.ends_with("ly") && chains(at_ + 1))
                continue; // "would likely set"
            if (!chains(at_)) return;
            if (!accept(at_, p)) return;
            any_ = true;
            last_ = anchor_ = at_;
            if (main_) return;
        }
    }

    bool accept(Index i, Part p) {
        if (g_.in(i, negative)) negated_next_ = true;
        switch (p) {
        case Part::modal:
            if (be_ || have_ || infinitive_) return false;
            modal_ = g_.token(i).norm;
            return true;
        case Part::to:
            if (any_ && !have_ && !be_ && modal_.empty()) return false;
            if (have_ || be_) owed_ = true; // "has to", "is to"
            infinitive_ = !owed_;
            return true;
        case Part::be:
            be_ = true;
            past_ = past_ || is_past_be(g_.token(i).norm);
            return true;
        case Part::have:
            if (do_) return main_ = true;
            have_ = true;
            past_ = past_ || g_.is(i, "had");
            return true;
        case Part::do_:
            if (infinitive_ || !modal_.empty()) return main_ = true; // "to do"
            do_ = true;
            past_ = past_ || g_.token(i).norm.starts_with("did");
            return true;
        default:
            return main_ = fits(i);
        }
    }

    /// "has the key": a verb that cannot follow its auxiliary begins something else.
    bool fits(Index i) const {
        const Word& w = g_.word(i);
        if (be_ && !owed_) return w.has(participle_form) || w.has(ing_form);
        if (have_ && !owed_) return w.has(participle_form) || w.has(past_form);
        return true;
    }

    bool settle_without_main() {
        if (!any_) return false;
        if (be_ || have_ || do_) return true;
        return !modal_.empty(); // "Mum will."; a lone "to" is no predicate
    }

    void settle_tense() {
        group_.main = anchor_;
        group_.end = last_ + 1;
        group_.first = std::min(group_.first, anchor_);
        group_.negated = negated_next_;
        const Word& main = g_.word(anchor_);
        const bool participle = main_ && main.has(participle_form);
        const bool ing = main_ && main.has(ing_form);
        group_.passive =
            be_ && !has_clitic() && participle && !(modal_.empty() && !be_) && !(have_ && !be_) && !ing;
        if (!modal_.empty())
            modal_tense();
        else if (infinitive_)
            group_.tense = Tense::infinitive;
        else if (owed_) {
            group_.tense = past_ ? Tense::past : Tense::future;
            group_.intended = !past_;
        } else if (have_ && (main_ || be_))
            group_.tense = Tense::past;
        else if (be_ || have_ || do_)
            group_.tense = past_ ? Tense::past : Tense::present;
        else
            bare(main);
        if (anchor_ == group_.first && have_ && !main_ && g_.is(anchor_, "have") && modal_.empty())
            group_.tense = Tense::none;
        if (part(anchor_) == Part::be && g_.is(anchor_, "be") && modal_.empty() && !infinitive_ && !owed_)
            group_.tense = Tense::none;
        if (part(anchor_) == Part::do_ && g_.is(anchor_, "do") && !main_) group_.tense = Tense::none;
    }

    /// The 's of "she's signed that …", "what's got worse" is has; that of "he's allowed" is is.
    bool has_clitic() {
        if (!group_.contracted || part(anchor_) != Part::verb || anchor_ == 0) return false;
        const Word& main = g_.word(anchor_);
        if (main.has(ing_form) || !main.has(participle_form) || g_.word(group_.first - 1).clitic != Clitic::s)
            return false;
        const Part next = part(anchor_ + 1);
        const auto kind = main.lexeme.verb_class;
        const bool has = next == Part::determiner || next == Part::possessive || next == Part::pronoun ||
                         next == Part::subordinator || kind == VerbClass::motion ||
                         kind == VerbClass::stative || main.lexeme.verb_base == "get";
        if (has) {
            be_ = false;
            have_ = true;
        }
        return has;
    }

    void modal_tense() {
        const bool will = modal_ == "will" || modal_ == "won't" || modal_ == "shall" || modal_ == "shan't" ||
                          modal_ == "gonna";
        const bool duty = modal_.starts_with("should") || modal_.starts_with("must");
        group_.tense = will || duty ? Tense::future : Tense::present;
        group_.intended = will || duty;
        if (have_ && main_) { // "should have told", "would have gone"
            group_.tense = Tense::past;
            group_.intended = false;
        }
        // "he'd told us" is had, "he'd go" is would
        if (g_.word(group_.first > 0 ? group_.first - 1 : 0).clitic == Clitic::d && main_ &&
            !g_.word(anchor_).has(base_form) && !be_)
            group_.tense = Tense::past;
    }

    /// A verb without auxiliary. A base form is an order or the present: who is before it decides that later.
    void bare(const Word& main) {
        if (main.has(s_form))
            group_.tense = Tense::present;
        else if (main.has(ing_form)) {
            group_.tense = Tense::present;
            group_.weak = true;
        } else if (main.has(base_form))
            group_.tense = Tense::none;
        else {
            group_.tense = Tense::past;
            group_.weak = main.has(participle_form) && !acts();
        }
    }

    /// Whether a form in -ed is what somebody did, and not what was done: "Mum signed", "signed the form".
    bool acts() const {
        if (!g_.word(anchor_).has(past_form)) return false;
        if (g_.in(anchor_, speech)) return true;
        if (anchor_ + 1 < end_) {
            const Part next = part(anchor_ + 1);
            if (next == Part::determiner || next == Part::possessive || next == Part::pronoun ||
                g_.somebody(anchor_ + 1))
                return true;
        }
        if (group_.first == 0) return false;
        const Index before = group_.first - 1;
        return g_.who(before) != Person::nobody || part(before) == Part::relative ||
               part(before) == Part::pronoun;
    }

    /// "agreed to ring", "is not able to attend", "refused to go", "keeps missing".
    void chain() {
        for (;;) {
            Index link = group_.main;
            Index next = over_adverbs(group_.end);
            const bool of_be = part(link) == Part::be || (g_.word(link).clitic != Clitic::none);
            if (of_be && next < end_ && g_.in(next, catenative) &&
                (part(next) == Part::adjective || g_.is(next, "due"))) {
                link = next;
                next = over_adverbs(next + 1);
            }
            if (next >= end_) return;
            const bool to = part(next) == Part::to && g_.in(link, catenative) &&
                            part(over_adverbs(next + 1)) != Part::mark;
            const bool ing =
                (part(next) == Part::verb || part(next) == Part::do_ || part(next) == Part::have) &&
                g_.token(next).norm.ends_with("ing") && g_.in(link, starting) && part(link) == Part::verb;
            if (!to && !ing) return;
            if (g_.in(link, intending)) group_.intended = true;
            if (g_.in(link, refusing)) group_.negated = !group_.negated;
            for (Index i = group_.end; i < next; ++i)
                if (part(i) == Part::negator) group_.negated = true;
            if (g_.word(link).has(ing_form) && be_ && to && g_.in(link, intending))
                group_.tense = Tense::future;
            Index verb = to ? over_adverbs(next + 1) : next;
            if (to && part(next + 1) == Part::negator) group_.negated = true;
            if (verb >= end_ || !chains(verb)) return;
            const bool be = part(verb) == Part::be;
            if ((be || part(verb) == Part::have) && part(over_adverbs(verb + 1)) == Part::verb &&
                g_.word(over_adverbs(verb + 1)).has(participle_form)) {
                verb = over_adverbs(verb + 1);
                group_.passive = be;
            }
            group_.main = verb;
            group_.end = verb + 1;
            group_.weak = false;
        }
    }

    const Grammar& g_;
    Index at_, end_;
    Predicate group_;
    Index last_ = 0, anchor_ = 0; // the last token of the group, and its last verb or auxiliary
    std::string_view modal_;
    bool any_ = false, main_ = false, infinitive_ = false, owed_ = false, be_ = false, have_ = false,
         do_ = false, past_ = false, negated_next_ = false;
};

} // namespace

std::optional<Predicate> read_verb_group(const Grammar& grammar, Index begin, Index end) {
    GroupReader reader{grammar, begin, end};
    if (!reader.read()) return std::nullopt;
    return reader.group();
}

} // namespace plumbline::text
