# `cmake --install` puts in place: the program, its completions, the library with its headers, and a CMake package by
# which another project finds it: find_package(etic), target etic::etic.
include(CMakePackageConfigHelpers)

set_target_properties(etic-program PROPERTIES EXPORT_NAME program)
install(TARGETS etic-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS etic EXPORT etic-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY lib/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/etic
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def" PATTERN starter EXCLUDE)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/etic)
install(EXPORT etic-targets NAMESPACE etic:: DESTINATION ${package_folder})
configure_package_config_file(cmake/etic-config.cmake.in ${PROJECT_BINARY_DIR}/etic-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/etic-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/etic-config.cmake ${PROJECT_BINARY_DIR}/etic-config-version.cmake cmake/Dependencies.cmake
  DESTINATION ${package_folder})

# Completions are printed by the program itself.
foreach(shell IN ITEMS bash zsh fish)
  set(script ${PROJECT_BINARY_DIR}/completions/etic.${shell})
  add_custom_command(OUTPUT ${script}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
    COMMAND etic-program completion ${shell} > ${script}
    DEPENDS etic-program VERBATIM)
  list(APPEND completion_scripts ${script})
endforeach()
add_custom_target(completions ALL DEPENDS ${completion_scripts})
install(FILES ${PROJECT_BINARY_DIR}/completions/etic.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME etic)
install(FILES ${PROJECT_BINARY_DIR}/completions/etic.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _etic)
install(FILES ${PROJECT_BINARY_DIR}/completions/etic.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
