#pragma once

/// What is known of a word by itself, kept per thread: Snowball's stemmer is not thread-safe, and a plan
/// repeats its words.

#include <string>
#include <string_view>

namespace plumbline::text {

/// The stem that words are compared by: Snowball's English stem. Before that, the shorthand of notes is
/// written out
/// ("wks" → week, "&" → and, "dont" → don't); the parts of a hyphenated word are stemmed one by one.
///
/// `norm` is a normalised token. The view is valid until the thread's next call.
std::string_view stem_of(std::string_view norm);

/// Whether a word stands for a number: "three", "twice", "dozen".
bool is_number_word(std::string_view norm);

} // namespace plumbline::text
