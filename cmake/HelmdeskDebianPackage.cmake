# The .deb, with Debian's own libraries: cpack -G DEB in the build folder (packaging/build.sh deb).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME helmdesk)
set(CPACK_PACKAGE_VENDOR "The Helmdesk authors")
set(CPACK_PACKAGE_CONTACT "The Helmdesk authors <helmdesk@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop console for AI-assisted customer support")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 1) # the same bytes on every machine
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "\
Helmdesk lets support staff run an AI support agent on their own machine and
stay in command of it. Conversations come in by web chat, mail file or API,
are routed with a calibrated confidence and answered from the help centre and
with tools; what should not go out alone waits for a person.
.
This package holds the console and helmdeskctl, the same engine on the
command line and as a service. No account, key or network is needed.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no list of symbols names them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, hunspell-en-us | hunspell-dictionary, qt6-wayland, qt6-translations-l10n, libsecret-1-0, gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/packaging/debian/postinst"
    "${PROJECT_SOURCE_DIR}/packaging/debian/prerm" "${PROJECT_SOURCE_DIR}/packaging/debian/postrm")
include(CPack)
