#pragma once

/// Where features go while they are worked out: as ids when a plan is judged, as names when a model is
/// trained. Both come from the same code, so training and judging can never differ.

#include "text/features.hpp"

#include <cmath>

namespace plumbline::text {

/// A part of a feature's name.
struct Piece {
    std::uint64_t hash = 0;
    std::string_view name;

    constexpr Piece() = default;
    constexpr Piece(std::uint64_t known_hash, std::string_view known_name)
        : hash{known_hash}, name{known_name} {}
    constexpr explicit Piece(std::string_view known_name)
        : hash{known_name.empty() ? 0 : hash_of(known_name)}, name{known_name} {}
};
constexpr Piece nothing{};

constexpr std::uint64_t combined(char kind, std::uint64_t left, std::uint64_t right) {
    std::uint64_t hash =
        (left + 0x9e3779b97f4a7c15ULL * static_cast<unsigned char>(kind)) * 0xbf58476d1ce4e5b9ULL;
    hash ^= hash >> 29U;
    hash = (hash + right) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 32U);
}

/// Each feature of a text of n words counts so much; the number of features grows with n.
inline double scale_of(std::size_t words) {
    return 1 / std::sqrt(6.0 + static_cast<double>(words));
}

inline double letters_scale_of(std::size_t runs) {
    return 1 / std::sqrt(20.0 + static_cast<double>(runs));
}

/// Features of letters begin with this.
constexpr char letters_kind = 'h';

struct IdSink {
    std::vector<Feature> found, letters;

    void add_letters(std::string_view run, Span words) {
        letters.push_back({combined(letters_kind, hash_of(run), 0), words});
    }
    void add(char kind, Piece left, Piece right, Span words) {
        found.push_back({combined(kind, left.hash, right.hash), words});
    }
};

struct NameSink {
    std::vector<std::string> names;

    void add_letters(std::string_view run, Span) {
        names.push_back(std::string{letters_kind, ' '}.append(run));
    }

    void add(char kind, Piece left, Piece right, Span) {
        std::string name{kind, ' '};
        name += left.name;
        if (!right.name.empty()) name.append(1, ' ').append(right.name);
        names.push_back(std::move(name));
    }
};

} // namespace plumbline::text
