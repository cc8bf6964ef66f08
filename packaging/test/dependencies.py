#!/usr/bin/env python3
"""Compares what CMake looks for with every list of packages (packaging/dependencies.json), so that none is forgotten."""

import json
import re
import shutil
import subprocess
import unittest
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]
SOURCE = PACKAGING.parent
TABLE = json.loads((PACKAGING / "dependencies.json").read_text(encoding="utf-8"))
DEPENDENCIES = TABLE["dependencies"]
LISTS = TABLE["lists"]
OF_THE_BUILD = {"Threads", "PkgConfig", "Python3"}  # no libraries


def words_of_cmake():
    """Every name that a CMake file looks for: a package with its components, a pkg-config module, a header, a library."""
    files = [SOURCE / "CMakeLists.txt", *(SOURCE / "cmake").glob("*.cmake"),
             *(file for folder in ("resources", "src", "ui", "packaging", "tests", "tools") for file in (SOURCE / folder).rglob("CMakeLists.txt"))]
    found = set()
    for file in files:
        text = re.sub(r"#[^\n]*", "", file.read_text(encoding="utf-8"))
        for arguments in re.findall(r"\bfind_package\(([^)]*)\)", text):
            package, *rest = arguments.split()
            components = re.split(r"COMPONENTS", arguments)[-1].split() if "COMPONENTS" in arguments else []
            components = [word for word in components if word not in ("QUIET", "REQUIRED")]
            if package not in OF_THE_BUILD:
                found.update(f"{package} {component}" for component in components) if components else found.add(package)
        for arguments in re.findall(r"\bpkg_(?:check_modules|search_module)\(([^)]*)\)", text):
            found.update(set(arguments.split()[1:]) - {"REQUIRED", "QUIET", "IMPORTED_TARGET", "GLOBAL"})
        for header, library in re.findall(r"\bhelmdesk_find_library\(\S*::\S+\s+(\S+)\s+([^\s)]+)[^)]*\)", text):
            found.update((header, library))
        for name in re.findall(r"\bfind_(?:path|library)\((?!\$)\S+\s+(?!\$)(\S+?)[\s)]", text):
            if not name.endswith((".otf", ".aff")):
                found.add(name)
    return found


def listed_by_shell(*functions):
    command = f"source '{PACKAGING}/install/dependencies.sh'; " + "; ".join(functions)
    return set(subprocess.run(["bash", "-euc", command], check=True, capture_output=True, text=True).stdout.split())


def flatpak_modules():
    """Name and text of each module of the manifest."""
    text = (PACKAGING / "flatpak/org.helmdesk.Helmdesk.yml").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^  - name: (\S+)\n", text.split("\nmodules:\n")[1])
    return dict(zip(parts[1::2], parts[2::2]))


def table_row(text, name):
    """The row of a Markdown table whose first column is the name or begins with it."""
    return next((line for line in text.splitlines() if re.match(rf"\| {re.escape(name)}[ ,|]", line)), None)


class Dependencies(unittest.TestCase):
    def names(self, column):
        return {entry["name"]: entry[column] for entry in DEPENDENCIES if entry[column]}

    def check_listed(self, column, listed):
        for name, wanted in self.names(column).items():
            self.assertIn(wanted, listed, f"{name} is missing in: {LISTS[column]}")

    def test_the_table_knows_every_library_that_cmake_looks_for(self):
        known = {word for entry in DEPENDENCIES for word in entry["cmake"]}
        found = words_of_cmake()
        self.assertGreater(len(found), 25)
        self.assertEqual(found - known, set(), "these are looked for and in no row of packaging/dependencies.json")
        self.assertEqual(known - found, set(), "these are in packaging/dependencies.json and nothing looks for them")

    def test_what_is_missing_in_a_list_has_a_reason(self):
        for entry in DEPENDENCIES:
            missing = {column for column in LISTS if entry[column] is None}
            self.assertEqual(missing, set(entry.get("absent", {})), entry["name"])

    def test_only_what_the_program_does_without_is_missing_where_it_is_built(self):
        for entry in DEPENDENCIES:
            for column in ("debian", "fedora", "brew", "vcpkg", "cross", "flatpak"):
                if entry[column] is None and entry["name"] != "Qt's translations":
                    self.assertIn("optional", entry, f"{entry['name']} is needed, and not in: {LISTS[column]}")

    def test_the_shell_lists_hold_them(self):
        self.check_listed("debian", listed_by_shell("helmdesk_debian_packages", "helmdesk_debian_optional_packages"))
        self.check_listed("fedora", listed_by_shell("helmdesk_fedora_packages"))
        self.check_listed("brew", listed_by_shell("helmdesk_brew_packages"))

    def test_vcpkg_holds_them_and_nothing_else(self):
        manifest = json.loads((SOURCE / "vcpkg.json").read_text(encoding="utf-8"))
        listed = {entry if isinstance(entry, str) else entry["name"] for entry in manifest["dependencies"]}
        self.check_listed("vcpkg", listed)
        others = {"qttranslations", "boost-asio", "pkgconf"}
        self.assertEqual(listed - others - set(self.names("vcpkg").values()), set())

    def test_the_cross_build_makes_them(self):
        script = (PACKAGING / "windows/prefix.sh").read_text(encoding="utf-8")
        parts = re.search(r"(?m)^every_part=\(([^)]*)\)", script).group(1).split()
        self.check_listed("cross", parts)
        for part in parts:
            self.assertIn(f"\npart_{part}() {{", script)

    def test_the_flatpak_builds_them_from_pinned_sources(self):
        modules = flatpak_modules()
        self.check_listed("flatpak", {*modules, "runtime"})
        for name, text in modules.items():
            if name == "helmdesk":
                continue
            archives = text.count("type: archive")
            self.assertGreater(archives, 0, name)
            self.assertEqual(archives, len(re.findall(r"\bsha256: [0-9a-f]{64}\b", text)), f"{name}: each archive has its sum")

    def test_the_licences_name_them(self):
        page = (PACKAGING / "licences/README.md").read_text(encoding="utf-8")
        for name, wanted in self.names("licence").items():
            self.assertIsNotNone(table_row(page, wanted), f"{name} has no row in packaging/licences/README.md")

    def test_the_docs_say_what_is_missing_where(self):
        page = (SOURCE / "docs/install.md").read_text(encoding="utf-8")
        for entry in DEPENDENCIES:
            if entry.get("tests") or not {"brew", "vcpkg", "cross"} & set(entry.get("absent", {})) or entry["cmake"] == ["Qt6 LinguistTools"]:
                continue
            row = table_row(page, entry["name"])
            self.assertIsNotNone(row, f"docs/install.md has no row for {entry['name']}")
            self.assertIn(entry["optional"], row)

    def test_debian_builds_what_the_package_depends_on(self):
        wanted = {*self.names("debian").values(), *self.names("runtime").values()}
        if not shutil.which("apt-cache"):
            self.skipTest("no lists of Debian's packages here")
        shown = subprocess.run(["apt-cache", "show", "--no-all-versions", *sorted(wanted)], capture_output=True, text=True).stdout
        known = set(re.findall(r"(?m)^Package: (\S+)", shown))
        if not known:
            self.skipTest("the lists of Debian's packages are empty here")
        self.assertEqual(wanted - known, set(), "this system knows no such packages")


if __name__ == "__main__":
    unittest.main(verbosity=2)
