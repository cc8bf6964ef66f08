# Third-party libraries as imported targets, found the same way on Debian, Fedora, Homebrew and vcpkg.

find_package(Threads REQUIRED)
find_package(nlohmann_json 3.10 REQUIRED)
find_package(CLI11 REQUIRED)

function(helmdesk_find_library target header library)
    if(TARGET ${target})
        return()
    endif()
    string(MAKE_C_IDENTIFIER "${target}" id)
    find_path(${id}_INCLUDE ${header} PATH_SUFFIXES ${ARGN})
    find_library(${id}_LIBRARY ${library})
    if(NOT ${id}_INCLUDE OR NOT ${id}_LIBRARY)
        message(FATAL_ERROR "${library} was not found: run ./run.sh, which installs what is missing")
    endif()
    add_library(${target} UNKNOWN IMPORTED)
    set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${id}_LIBRARY}"
                                               INTERFACE_INCLUDE_DIRECTORIES "${${id}_INCLUDE}")
endfunction()

helmdesk_find_library(Helmdesk::Liblinear linear.h linear liblinear)
helmdesk_find_library(Helmdesk::Highway hwy/highway.h hwy)

find_path(VALIJSON_INCLUDE valijson/validator.hpp)
if(NOT VALIJSON_INCLUDE)
    message(FATAL_ERROR "valijson was not found: run ./run.sh, which installs what is missing")
endif()
add_library(Helmdesk::Valijson INTERFACE IMPORTED)
target_include_directories(Helmdesk::Valijson SYSTEM INTERFACE "${VALIJSON_INCLUDE}")

find_package(PkgConfig REQUIRED)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
