# Where things are installed, and the functions with which modules add what they install. What lies beside the programs
# is in packaging/CMakeLists.txt.
include(GNUInstallDirs)

# Libraries of the system need no search path; packages that bring their own set one (packaging/linux/).
set(CMAKE_INSTALL_RPATH "")

option(HELMDESK_MACOS_BUNDLE "Build Helmdesk.app (packaging/macos/build.sh)" OFF)
set(HELMDESK_TRAINED_MODELS "" CACHE PATH
    "A folder share/helmdesk of another build, whose models are taken over instead of training them")
# What packages that bring everything with them hold besides (cmake --install DIR --component bundled).
find_path(HELMDESK_FONTS Inter-Regular.otf PATHS /usr/share/fonts PATH_SUFFIXES opentype/inter rsms-inter-fonts
    NO_CMAKE_FIND_ROOT_PATH DOC "A folder with Inter's .otf files")
find_path(HELMDESK_DICTIONARIES de_DE.aff PATHS /usr/share PATH_SUFFIXES hunspell
    NO_CMAKE_FIND_ROOT_PATH DOC "A folder with Hunspell's dictionaries")
set(HELMDESK_RELEASE_DATE "2026-11-30" CACHE STRING "For the list of releases in the AppStream data")

if(HELMDESK_MACOS_BUNDLE)
    set(HELMDESK_INSTALL_BIN "Helmdesk.app/Contents/MacOS")
    set(HELMDESK_INSTALL_SHARE "Helmdesk.app/Contents/Resources/helmdesk")
    set(HELMDESK_INSTALL_LICENCES "Helmdesk.app/Contents/Resources/licences")
else()
    set(HELMDESK_INSTALL_BIN "${CMAKE_INSTALL_BINDIR}")
    set(HELMDESK_INSTALL_SHARE "${CMAKE_INSTALL_DATADIR}/helmdesk")
    set(HELMDESK_INSTALL_DOC "${CMAKE_INSTALL_DATAROOTDIR}/doc/helmdesk")
    set(HELMDESK_INSTALL_LICENCES "${HELMDESK_INSTALL_DOC}/licences")
endif()

# helmdesk_add_model(target file COMMENT … COMMAND trainer arguments … DEPENDS …)
# A model under share/helmdesk that the build trains, with its file as the last argument, or takes over from another
# build: models trained by different compilers differ in their last bits, and all packages of a release answer alike.
function(helmdesk_add_model target file)
    cmake_parse_arguments(ARG "" "COMMENT" "COMMAND;DEPENDS" ${ARGN})
    set(output "${HELMDESK_SHARE_DIR}/${file}")
    cmake_path(GET output PARENT_PATH folder)
    file(MAKE_DIRECTORY "${folder}")
    if(HELMDESK_TRAINED_MODELS)
        add_custom_command(OUTPUT "${output}" DEPENDS "${HELMDESK_TRAINED_MODELS}/${file}" COMMENT "Taking over ${file}"
            COMMAND "${CMAKE_COMMAND}" -E copy "${HELMDESK_TRAINED_MODELS}/${file}" "${output}" VERBATIM)
    else()
        add_custom_command(OUTPUT "${output}" DEPENDS ${ARG_DEPENDS} COMMENT "${ARG_COMMENT}"
            COMMAND ${ARG_COMMAND} "${output}" VERBATIM)
    endif()
    add_custom_target(${target} DEPENDS "${output}")
    cmake_path(GET file PARENT_PATH subfolder)
    install(FILES "${output}" DESTINATION "${HELMDESK_INSTALL_SHARE}/${subfolder}")
endfunction()

# helmdesk_install_program(target description)
# Installs it, with a name, version and icon for Windows' file list and task bar.
function(helmdesk_install_program target description)
    if(WIN32)
        set(HELMDESK_RC_NAME "${target}")
        set(HELMDESK_RC_DESCRIPTION "${description}")
        set(manifest "${PROJECT_SOURCE_DIR}/packaging/windows/program.manifest")
        if(MSVC) # whose linker merges it with its own
            target_sources(${target} PRIVATE "${manifest}")
        else()
            set(HELMDESK_RC_MANIFEST "1 24 \"${manifest}\"")
        endif()
        set(resource "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
        configure_file("${PROJECT_SOURCE_DIR}/packaging/windows/program.rc.in" "${resource}" @ONLY)
        target_sources(${target} PRIVATE "${resource}")
    endif()
    install(TARGETS ${target} RUNTIME DESTINATION "${HELMDESK_INSTALL_BIN}" BUNDLE DESTINATION .)
endfunction()

# helmdesk_install_packed(source name folder)
# A text that is installed packed, without a time in it, so that one source always gives the same bytes.
find_program(HELMDESK_GZIP gzip)
function(helmdesk_install_packed source name folder)
    set(packed "${CMAKE_CURRENT_BINARY_DIR}/${name}")
    add_custom_command(OUTPUT "${packed}" DEPENDS "${source}" VERBATIM
        COMMAND "${HELMDESK_GZIP}" -9nc "${source}" > "${packed}")
    add_custom_target(helmdesk_packed_${name} ALL DEPENDS "${packed}")
    set_property(GLOBAL APPEND PROPERTY HELMDESK_PACKED helmdesk_packed_${name})
    install(FILES "${packed}" DESTINATION "${folder}")
endfunction()
