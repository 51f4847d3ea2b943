# docs/openapi.yaml as JSON, built into the program.
set(openapi_yaml ${PROJECT_SOURCE_DIR}/docs/openapi.yaml)
set(openapi_build ${PROJECT_BINARY_DIR}/openapi)
file(MAKE_DIRECTORY ${openapi_build})
add_custom_command(OUTPUT ${openapi_build}/openapi.inc
  COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/cmake/openapi.py ${openapi_yaml} ${openapi_build}/openapi.json
  COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake ${openapi_build}/openapi.inc ${openapi_build}/openapi.json
  DEPENDS ${openapi_yaml} ${PROJECT_SOURCE_DIR}/cmake/openapi.py ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)

function(plumbline_add_openapi target)
  target_sources(${target} PRIVATE ${openapi_build}/openapi.inc)
  target_include_directories(${target} PRIVATE ${openapi_build})
endfunction()
