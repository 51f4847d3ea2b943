# How everything is compiled. Warnings are errors; each exception has its reason.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(plumbline_settings INTERFACE)
target_compile_options(plumbline_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
  -Wold-style-cast -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference -Wno-restrict>) # GCC 12 reports both inside its own std::string
target_include_directories(plumbline_settings INTERFACE ${PROJECT_SOURCE_DIR}/core)
target_compile_definitions(plumbline_settings INTERFACE
  $<$<BOOL:${PLUMBLINE_SANITIZE}>:PLUMBLINE_SANITIZE>) # tests allow more time under sanitizers

if(PLUMBLINE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(PLUMBLINE_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
endif()

function(plumbline_tidy target)
  if(PLUMBLINE_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY ${CLANG_TIDY})
  endif()
endfunction()

# A room of core/: one static library from the sources of its folder, and the rooms below it that it may include.
function(plumbline_room name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    add_library(plumbline_${name} INTERFACE)
    return()
  endif()
  add_library(plumbline_${name} STATIC ${sources})
  target_link_libraries(plumbline_${name} PUBLIC plumbline_settings ${ARGN})
  plumbline_tidy(plumbline_${name})
endfunction()
