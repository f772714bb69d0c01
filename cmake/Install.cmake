# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the binary, the engine with its headers, the rulesets, the CMake package.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/isonomy)
install(TARGETS isonomy isonomy_engine EXPORT isonomyTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/isonomy FILES_MATCHING PATTERN "*.h" PATTERN "*.def")
install(DIRECTORY rulesets DESTINATION ${CMAKE_INSTALL_DATADIR}/isonomy)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(EXPORT isonomyTargets NAMESPACE isonomy:: DESTINATION ${package_dir})
configure_package_config_file(cmake/isonomyConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/isonomyConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/isonomyConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/isonomyConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/isonomyConfigVersion.cmake DESTINATION ${package_dir})
