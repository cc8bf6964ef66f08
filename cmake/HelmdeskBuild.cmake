# Compiler options and the small functions with which modules and tests are declared.

option(HELMDESK_USE_CCACHE "Use ccache when it is installed" ON)
option(HELMDESK_PRECOMPILED_HEADERS "Parse the headers of Qt and the standard library once" ON)
option(HELMDESK_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(HELMDESK_COVERAGE "Coverage instrumentation" OFF)

if(HELMDESK_USE_CCACHE)
    find_program(HELMDESK_CCACHE ccache)
    if(HELMDESK_CCACHE)
        # Paths relative to the source folder, so that several checkouts share what is compiled.
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
            CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros "${HELMDESK_CCACHE}")
        set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_CXX_COMPILER_LAUNCHER}")
    endif()
endif()

add_library(helmdesk_build_options INTERFACE)
target_compile_definitions(helmdesk_build_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CONTEXTLESS_CONNECT)
if(MSVC)
    target_compile_options(helmdesk_build_options INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus)
    target_compile_definitions(helmdesk_build_options INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
else()
    target_compile_options(helmdesk_build_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
        -Wnon-virtual-dtor -Woverloaded-virtual
        -Wno-missing-field-initializers) # aggregates are initialised by their first members on purpose
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(helmdesk_build_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wsuggest-override>
            # GCC 12 reports these wrongly for std::string (GCC bug 105329) and std::variant at -O2.
            -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow)
    endif()
endif()
if(HELMDESK_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
if(HELMDESK_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

# What nearly every file includes, parsed once. Each file still includes what it uses: with
# HELMDESK_PRECOMPILED_HEADERS=OFF everything builds the same. Other targets reuse what helmdesk_core made.
function(helmdesk_use_precompiled_headers target)
    if(NOT HELMDESK_PRECOMPILED_HEADERS)
        return()
    endif()
    if(target STREQUAL "helmdesk_core")
        target_precompile_headers(${target} PRIVATE
            <algorithm> <array> <chrono> <cmath> <functional> <memory> <mutex> <optional> <span> <thread> <variant> <vector>
            <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QRegularExpression> <QSet> <QString> <QStringList>
            <nlohmann/json.hpp>)
    else()
        target_precompile_headers(${target} REUSE_FROM helmdesk_core)
    endif()
endfunction()

# helmdesk_add_module(NAME SOURCES a.cpp … [LINKS targets …] [PRIVATE_LINKS targets …])
# One folder of src/ is one module is one static library helmdesk_<NAME>.
function(helmdesk_add_module name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(helmdesk_${name} STATIC ${ARG_SOURCES})
    target_include_directories(helmdesk_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(helmdesk_${name} PUBLIC Qt6::Core ${ARG_LINKS}
                                           PRIVATE helmdesk_build_options ${ARG_PRIVATE_LINKS})
    helmdesk_use_precompiled_headers(helmdesk_${name})
    set_property(GLOBAL APPEND PROPERTY HELMDESK_MODULES helmdesk_${name})
endfunction()

# helmdesk_add_test(module.name SOURCES tst_x.cpp … LINKS targets … [LABELS unit ui golden slow] [TIMEOUT s])
# Tests whose label is "ui" run on the offscreen platform.
function(helmdesk_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    string(REPLACE "." "_" target "tst_${name}")
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE Qt6::Test ${ARG_LINKS} helmdesk_testsupport helmdesk_build_options)
    helmdesk_use_precompiled_headers(${target})
    add_dependencies(${target} helmdesk_resources)
    add_test(NAME ${name} COMMAND ${target})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 180)
    endif()
    if(HELMDESK_SANITIZE)
        math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}")
    endif()
    set(environment "QT_QPA_PLATFORM=offscreen" "LANG=C.UTF-8" "TZ=UTC"
        "XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/runtime"
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0"
        "HELMDESK_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    if(EXISTS "${PROJECT_SOURCE_DIR}/../shared/data/README.md")
        list(APPEND environment "HELMDESK_TUNING_DATA=${PROJECT_SOURCE_DIR}/../shared/data")
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
                                            ENVIRONMENT "${environment}")
endfunction()
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/runtime")
file(CHMOD "${CMAKE_BINARY_DIR}/runtime" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

# Stops the configuration when a module of src/ reaches Qt Gui or Widgets, directly or through another target.
function(helmdesk_check_layers)
    get_property(modules GLOBAL PROPERTY HELMDESK_MODULES)
    foreach(module IN LISTS modules)
        set(seen "")
        set(queue "${module}")
        while(queue)
            list(POP_FRONT queue current)
            if(current IN_LIST seen)
                continue()
            endif()
            list(APPEND seen "${current}")
            if(current MATCHES "^Qt6?::(Gui|Widgets|GuiPrivate|WidgetsPrivate|Svg|Charts)$")
                message(FATAL_ERROR "${module} links ${current}: nothing under src/ may reach Qt Gui or Widgets")
            endif()
            if(TARGET "${current}")
                foreach(property IN ITEMS LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
                    get_target_property(links "${current}" ${property})
                    if(links)
                        foreach(link IN LISTS links)
                            string(REGEX REPLACE "\\$<LINK_ONLY:(.*)>" "\\1" link "${link}")
                            if(NOT link MATCHES "^\\$<" AND NOT current MATCHES "^Qt6?::")
                                list(APPEND queue "${link}")
                            endif()
                        endforeach()
                    endif()
                endforeach()
            endif()
        endwhile()
    endforeach()
    list(LENGTH modules count)
    message(STATUS "Layering: ${count} modules under src/, none reaches Qt Gui or Widgets")
endfunction()
