#pragma once

/// The files of a page that are built into the program.

#include <string>
#include <string_view>

namespace plumbline::report::html {

/// The styles, from report.scss.
std::string_view styles();
/// The script, from report.js: filters; nothing that reading needs.
std::string_view script();

/// A file of templates/: "front" is templates/front.mustache. Indentation at the start of lines is left out.
const std::string& template_of(std::string_view name);

} // namespace plumbline::report::html
