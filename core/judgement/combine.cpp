#include "judgement/judgement.hpp"

namespace plumbline::judgement {

namespace {

/// The larger wins.
int weight(Outcome outcome) {
    switch (outcome) {
    case Outcome::not_applicable:
        return 0;
    case Outcome::met:
        return 1;
    case Outcome::needs_a_person:
        return 2;
    case Outcome::could_not_check:
        return 3;
    case Outcome::not_met:
        return 4;
    }
    return 3;
}

} // namespace

Outcome combine(Outcome left, Outcome right) {
    return weight(left) >= weight(right) ? left : right;
}

} // namespace plumbline::judgement
