#pragma once

/// The kinds of value in a memory. A place's path and the keys of a table are words (ByteWriter::word).

namespace plumbline::lua::memory_format {

constexpr char nothing = 'n', yes = 't', no = 'f', integer = 'i', real = 'r', text = 's', date = 'd',
               place = 'p', quote = 'q', list = 'l', table = 'm';
constexpr char integers = 'I';           // a list of integers, each as its difference from the one before
constexpr char kept = 'k', failed = 'f'; // how a whole memory begins

} // namespace plumbline::lua::memory_format
