# Where everything goes. The program finds its rules in ../share/plumbline beside itself (core/engine/installation.cpp).
set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE STRING "libraries") # also when a package chooses the prefix later
include(GNUInstallDirs)

set(share ${CMAKE_INSTALL_DATADIR}/plumbline)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/plumbline)

install(TARGETS plumbline)
install(TARGETS plumbline_library)
file(RELATIVE_PATH to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(core/library/plumbline.pc.in ${PROJECT_BINARY_DIR}/install/plumbline.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/install/plumbline.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(DIRECTORY examples DESTINATION ${documents})
install(DIRECTORY plugins rules DESTINATION ${share})
install(FILES docs/plan.xsd docs/plumbline.lua DESTINATION ${share})
install(DIRECTORY docs/ DESTINATION ${documents} PATTERN pictures EXCLUDE PATTERN plan.xsd EXCLUDE PATTERN plumbline.lua EXCLUDE)

# What the program says of itself, written down by it.
set(manual ${PROJECT_BINARY_DIR}/install/plumbline.1.gz)
set(completion ${PROJECT_BINARY_DIR}/install/completion/plumbline)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/install/completion)
add_custom_command(OUTPUT ${manual} COMMAND $<TARGET_FILE:plumbline> manual | gzip -9n > ${manual} DEPENDS plumbline VERBATIM)
add_custom_command(OUTPUT ${completion} COMMAND $<TARGET_FILE:plumbline> completion bash > ${completion} DEPENDS plumbline VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual} ${completion})
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
