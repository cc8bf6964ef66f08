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

# Boost.Beast and Boost.Asio, of which everything stands in headers. What is no template is compiled once, in
# src/channels/HttpLibrary.cpp.
find_path(BEAST_INCLUDE boost/beast.hpp)
if(NOT BEAST_INCLUDE)
    message(FATAL_ERROR "Boost.Beast was not found: run ./run.sh, which installs what is missing")
endif()
add_library(Helmdesk::Beast INTERFACE IMPORTED)
target_include_directories(Helmdesk::Beast SYSTEM INTERFACE "${BEAST_INCLUDE}")
target_compile_definitions(Helmdesk::Beast INTERFACE
    BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_ALL_NO_LIB
    BOOST_ERROR_CODE_HEADER_ONLY BOOST_ASIO_NO_DEPRECATED $<$<PLATFORM_ID:Windows>:_WIN32_WINNT=0x0A00>)
target_link_libraries(Helmdesk::Beast INTERFACE Threads::Threads $<$<PLATFORM_ID:Windows>:ws2_32> $<$<PLATFORM_ID:Windows>:mswsock>)

find_package(PkgConfig REQUIRED)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)

# Charsets of mail and files.
if(APPLE) # Homebrew keeps it out of the common folders
    list(APPEND CMAKE_PREFIX_PATH /opt/homebrew/opt/icu4c /usr/local/opt/icu4c)
endif()
find_package(ICU REQUIRED COMPONENTS uc data)

# Front matter of articles. The target's name changed with version 0.8.
find_package(yaml-cpp REQUIRED)
add_library(Helmdesk::Yaml INTERFACE IMPORTED)
if(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(Helmdesk::Yaml INTERFACE yaml-cpp::yaml-cpp)
else()
    target_link_libraries(Helmdesk::Yaml INTERFACE yaml-cpp)
endif()

# What mail programs pack: signatures (the Cryptographic Message Syntax) and winmail.dat.
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
pkg_check_modules(YTNEF IMPORTED_TARGET libytnef)
if(NOT YTNEF_FOUND)
    message(STATUS "libytnef was not found: winmail.dat is not read")
endif()

# IMAP and SMTP: see docs/mailbox.md.
pkg_check_modules(LIBETPAN IMPORTED_TARGET libetpan)
if(NOT LIBETPAN_FOUND)
    message(STATUS "libetpan was not found: mailboxes are neither read nor sent by")
endif()

# The system's keychain for the keys of language models.
find_package(Qt6Keychain QUIET)
if(NOT TARGET Qt6Keychain::Qt6Keychain)
    message(STATUS "QtKeychain was not found: keys are read from the environment alone")
endif()
