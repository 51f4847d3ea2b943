#pragma once

/// Filling the templates.

#include <kainjow/mustache.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace plumbline::report::html {

using Data = kainjow::mustache::data;

inline Data list() {
    return Data(Data::type::list);
}

/// Sets a name only where there is something: an empty text is a section left out.
void set_if(Data& data, const std::string& name, const std::string& text);

/// "1,204"
std::string number(std::size_t count);

/// The template with the data; every other template can be included in it ({{> name}}). Escapes what stands
/// in {{ }}. Throws InternalError for a template that is no mustache.
std::string filled(std::string_view template_name, const Data& data);

} // namespace plumbline::report::html
