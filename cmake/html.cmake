# What the HTML report needs besides code, built into the program: styles (GOV.UK Frontend by npm and sass), script, templates.
find_program(NPM npm)
if(NOT NPM)
  message(FATAL_ERROR "npm was not found; the HTML report's styles are built with it. ./run installs it (Debian: nodejs, npm)")
endif()

set(html_source ${PROJECT_SOURCE_DIR}/core/report/html)
set(html_build ${PROJECT_BINARY_DIR}/html)
set(html_packages ${html_build}/node_modules/.package-lock.json)

add_custom_command(OUTPUT ${html_packages}
  COMMAND ${CMAKE_COMMAND} -E copy ${html_source}/package.json ${html_source}/package-lock.json ${html_build}
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${html_packages}
  WORKING_DIRECTORY ${html_build}
  DEPENDS ${html_source}/package.json ${html_source}/package-lock.json
  COMMENT "Fetching GOV.UK Frontend" VERBATIM)
file(MAKE_DIRECTORY ${html_build})

file(GLOB html_styles CONFIGURE_DEPENDS ${html_source}/*.scss ${html_source}/styles/*.scss)
add_custom_command(OUTPUT ${html_build}/report.css
  COMMAND ${html_build}/node_modules/.bin/sass --load-path=${html_build}/node_modules --style=compressed --no-source-map
          --quiet --quiet-deps ${html_source}/report.scss ${html_build}/report.css
  DEPENDS ${html_packages} ${html_styles} COMMENT "Building the HTML report's styles" VERBATIM)

set(html_embed ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
file(GLOB html_templates CONFIGURE_DEPENDS ${html_source}/templates/*.mustache)
set(html_parts report_css.inc report_js.inc templates.inc)
list(TRANSFORM html_parts PREPEND ${html_build}/)
add_custom_command(OUTPUT ${html_build}/report_css.inc COMMAND ${html_embed} ${html_build}/report_css.inc ${html_build}/report.css
  DEPENDS ${html_build}/report.css ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
add_custom_command(OUTPUT ${html_build}/report_js.inc COMMAND ${html_embed} ${html_build}/report_js.inc ${html_source}/report.js
  DEPENDS ${html_source}/report.js ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
add_custom_command(OUTPUT ${html_build}/templates.inc COMMAND ${html_embed} ${html_build}/templates.inc --named ${html_templates}
  DEPENDS ${html_templates} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)

# Adds the HTML report to the library of reports.
function(plumbline_add_html target)
  file(GLOB sources CONFIGURE_DEPENDS ${html_source}/*.cpp)
  target_sources(${target} PRIVATE ${sources} ${html_parts})
  target_include_directories(${target} PRIVATE ${html_build})
endfunction()
