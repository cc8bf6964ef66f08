#!/usr/bin/env python3
"""Looks whether `cmake --install` lays out all that a user gets: installed_files.py BUILD_FOLDER VERSION"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

BUILD, VERSION = sys.argv[1], sys.argv[2]
SOURCE = Path(__file__).resolve().parents[2]


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


class InstalledFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # A name that a shell script would trip over.
        cls.folder = tempfile.TemporaryDirectory(prefix="helmdesk installed ")
        cls.root = Path(cls.folder.name)
        run("cmake", "--install", BUILD, "--prefix", cls.root)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def text(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def test_everything_a_user_gets_is_there(self):
        for name in """bin/helmdesk bin/helmdeskctl share/applications/org.helmdesk.Helmdesk.desktop
                share/metainfo/org.helmdesk.Helmdesk.metainfo.xml share/icons/hicolor/scalable/apps/helmdesk.svg
                share/icons/hicolor/16x16/apps/helmdesk.png share/icons/hicolor/256x256/apps/helmdesk.png
                share/doc/helmdesk/copyright share/doc/helmdesk/changelog.Debian.gz share/doc/helmdesk/NEWS.gz
                share/man/man1/helmdesk.1.gz share/man/man1/helmdeskctl.1.gz
                lib/systemd/user/helmdesk.service lib/systemd/system/helmdesk.service
                share/helmdesk/router/router.model share/helmdesk/reading/reading.model
                share/helmdesk/encoder/minilm-l6-v2.hdenc""".split():
            self.assertTrue((self.root / name).is_file(), name)
            self.assertGreater((self.root / name).stat().st_size, 0, name)

    def test_every_resource_of_the_build_is_installed(self):
        built = Path(BUILD, "share/helmdesk")
        for file in built.rglob("*"):
            if file.is_file():
                self.assertTrue((self.root / "share/helmdesk" / file.relative_to(built)).is_file(), file)
        for folder in built.iterdir():  # links to the sources, which rglob does not follow
            for file in folder.resolve().rglob("*"):
                if file.is_file():
                    installed = self.root / "share/helmdesk" / folder.name / file.relative_to(folder.resolve())
                    self.assertTrue(installed.is_file(), installed)

    def test_every_licence_that_is_named_has_its_text(self):
        folder = self.root / "share/doc/helmdesk/licences"
        named = re.findall(r"`([\w.-]+\.(?:txt|md))`", (folder / "README.md").read_text())
        self.assertGreater(len(named), 8)
        for name in [*named, "LICENSE"]:
            self.assertGreater((folder / name).stat().st_size, 500, name)

    def test_nothing_of_the_build_or_the_tests_comes_along(self):
        for file in self.root.rglob("*"):
            self.assertNotRegex(file.name, r"^tst_|\.a$|\.cmake$|_train_|\.o$")
        for name in ("helmdesk", "helmdeskctl"):
            dynamic = run("readelf", "-d", self.root / "bin" / name)
            self.assertNotIn("RUNPATH", dynamic)
            self.assertNotRegex(dynamic, "libQt6(Svg|HttpServer|WebSockets)")

    def test_the_programs_run_where_they_were_put(self):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("HELMDESK", "DISPLAY", "QT_QPA"))}
        for name in ("helmdesk", "helmdeskctl"):
            self.assertIn(VERSION, run(self.root / "bin" / name, "--version", env=environment))
        workspace = self.root / "a workspace"
        run(self.root / "bin/helmdeskctl", "--data", workspace, "init", env=environment)
        self.assertTrue((workspace / "helmdesk.db").is_file())
        article = self.root / "share/helmdesk/kb/export-data.md"
        said = run(self.root / "bin/helmdeskctl", "--data", workspace, "kb", "import", article, env=environment)
        self.assertIn("1 added", said)

    def test_the_manual_pages_tell_every_command(self):
        page = gzip.open(self.root / "share/man/man1/helmdeskctl.1.gz", "rt", encoding="utf-8").read()
        self.assertIn(f"Helmdesk {VERSION}", page)
        listed = run(self.root / "bin/helmdeskctl", "--help").split("Subcommands:")[1]
        commands = re.findall(r"^  ([\w-]+)", listed, re.MULTILINE)
        self.assertGreater(len(commands), 20)
        for command in commands:
            self.assertIn(f'.SS "{command}"'.replace("-", "\\-"), page)

    def test_the_desktop_files_name_what_is_installed(self):
        entry = dict(line.split("=", 1) for line in self.text("share/applications/org.helmdesk.Helmdesk.desktop").splitlines() if "=" in line)
        self.assertTrue((self.root / "bin" / entry["Exec"]).is_file())
        self.assertTrue(list(self.root.glob(f"share/icons/hicolor/*/apps/{entry['Icon']}.png")))
        component = ElementTree.fromstring(self.text("share/metainfo/org.helmdesk.Helmdesk.metainfo.xml"))
        self.assertEqual(component.find("launchable").text, "org.helmdesk.Helmdesk.desktop")
        self.assertEqual(component.find("releases/release").get("version"), VERSION)

    def test_the_services_start_the_installed_program(self):
        for kind in ("user", "system"):
            unit = self.text(f"lib/systemd/{kind}/helmdesk.service")
            self.assertRegex(unit, r"(?m)^ExecStart=/\S+/bin/helmdeskctl .*serve$")
            self.assertNotIn("@CMAKE", unit)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
