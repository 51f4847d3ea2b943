# The Debian package: `./run package`, or cpack in the build folder. A native package for Debian 12.
set(changelog ${PROJECT_BINARY_DIR}/install/changelog.gz)
add_custom_command(OUTPUT ${changelog} COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/packaging/debian/changelog > ${changelog}
  DEPENDS ${PROJECT_SOURCE_DIR}/packaging/debian/changelog VERBATIM)
add_custom_target(changelog ALL DEPENDS ${changelog})

# What is part of the package only. The service has its place whatever the prefix.
set(in_package COMPONENT package EXCLUDE_FROM_ALL)
install(FILES packaging/plumbline.service DESTINATION /lib/systemd/system ${in_package})
install(FILES packaging/plumbline.conf DESTINATION /etc/plumbline ${in_package})
install(DIRECTORY DESTINATION /etc/plumbline/plugins ${in_package})
install(DIRECTORY DESTINATION /etc/plumbline/rules ${in_package})
install(FILES packaging/debian/copyright ${changelog} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/plumbline ${in_package})
install(FILES packaging/debian/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME plumbline ${in_package})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME plumbline)
set(CPACK_PACKAGE_CONTACT "The Plumbline authors <plumbline@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "judges children's social-care plans by what inspectors have asked")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
 "Reads plans as XML, runs sandboxed checks over them, and says, with the words
 that show it, which plans do what inspectors have asked plans to do.
 A program for audits, a service that recording systems ask when a plan is
 signed off, and a library that does the same in their own process.
 It needs no network: nothing leaves the machine.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA)
foreach(script postinst prerm postrm conffiles triggers)
  list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/debian/${script})
endforeach()
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};plumbline;ALL;/" "${PROJECT_BINARY_DIR};plumbline;package;/")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
include(CPack)
