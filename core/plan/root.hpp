#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace plumbline::plan {

/// The name of a document's root element, and where its tag starts. Empty when the bytes are no XML as far as
/// a glance can tell: the strict reading will say why.
struct Root {
    std::string_view name;
    std::size_t offset = 0;
};

/// A glance at the start of a file. None when these bytes do not reach the root, unless they are `all` there
/// is.
std::optional<Root> root_of(std::string_view bytes, bool all);

} // namespace plumbline::plan
