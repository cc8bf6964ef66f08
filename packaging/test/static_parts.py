#!/usr/bin/env python3
"""Checks what can be checked anywhere of the packages for other systems: plists, icons, resources, scripts."""

import plistlib
import re
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[1]


class StaticParts(unittest.TestCase):
    def test_the_bundles_description_is_a_plist(self):
        text = (PACKAGING / "macos/Info.plist.in").read_text()
        plist = plistlib.loads(re.sub(r"\$\{\w+\}", "1.2.3", text).encode())
        for key in ("CFBundleExecutable", "CFBundleIdentifier", "CFBundleIconFile", "CFBundleShortVersionString", "LSMinimumSystemVersion"):
            self.assertTrue(plist[key], key)
        self.assertTrue((PACKAGING / "icon" / plist["CFBundleIconFile"]).is_file())

    def test_the_launch_agent_starts_serve_of_the_bundle(self):
        agent = plistlib.loads((PACKAGING / "macos/org.helmdesk.serve.plist").read_bytes())
        self.assertEqual(agent["ProgramArguments"][0], "/Applications/Helmdesk.app/Contents/MacOS/helmdeskctl")
        self.assertEqual(agent["ProgramArguments"][-1], "serve")
        self.assertEqual(agent["KeepAlive"], {"SuccessfulExit": False})

    def test_the_mac_icon_holds_every_size(self):
        data = (PACKAGING / "icon/helmdesk.icns").read_bytes()
        self.assertEqual((data[:4], struct.unpack(">I", data[4:8])[0]), (b"icns", len(data)))
        kinds, at = set(), 8
        while at < len(data):
            kinds.add(data[at:at + 4])
            at += struct.unpack(">I", data[at + 4:at + 8])[0]
        self.assertEqual(at, len(data))
        self.assertLessEqual({b"is32", b"il32", b"it32", b"ic08", b"ic09"}, kinds)  # 16, 32, 128, 256, 512

    def test_the_windows_icon_holds_every_size(self):
        data = (PACKAGING / "icon/helmdesk.ico").read_bytes()
        count = struct.unpack("<HHH", data[:6])[2]
        sizes = set()
        for i in range(count):
            width, _, _, _, _, _, length, offset = struct.unpack("<BBBBHHII", data[6 + 16 * i:22 + 16 * i])
            sizes.add(width or 256)
            self.assertLessEqual(offset + length, len(data))
        self.assertEqual(sizes, {16, 24, 32, 48, 64, 128, 256})

    def test_the_windows_manifest_is_well_formed(self):
        ElementTree.fromstring((PACKAGING / "windows/program.manifest").read_text())

    def test_the_windows_resource_compiles(self):
        compiler = shutil.which("x86_64-w64-mingw32-windres")
        if not compiler:
            self.skipTest("no resource compiler for Windows")
        text = (PACKAGING / "windows/program.rc.in").read_text()
        values = {"PROJECT_SOURCE_DIR": str(PACKAGING.parent), "PROJECT_VERSION_MAJOR": "1", "PROJECT_VERSION_MINOR": "2",
                  "PROJECT_VERSION_PATCH": "3", "HELMDESK_RC_MANIFEST": f'1 24 "{PACKAGING}/windows/program.manifest"'}
        text = re.sub(r"@(\w+)@", lambda name: values.get(name[1], "helmdesk"), text)
        subprocess.run([compiler, "-O", "coff", "-o", "/dev/null"], input=text, text=True, check=True)

    def test_shell_scripts_are_shell(self):
        scripts = [file for file in PACKAGING.rglob("*") if file.is_file() and file.open("rb").read(2) == b"#!"]
        self.assertGreater(len(scripts), 8)
        for script in scripts:
            first = script.read_text().splitlines()[0]
            if "sh" in first.rsplit("/", 1)[-1]:
                subprocess.run(["bash", "-n", script], check=True)

    def test_the_setup_never_removes_a_workspace(self):
        script = (PACKAGING / "windows/helmdesk.nsi").read_text()
        removed = re.findall(r"RMDir\s+(?:/r\s+)?\"?([^\"\n]+)", script)
        self.assertTrue(removed)
        for folder in removed:
            self.assertRegex(folder, r"^\$INSTDIR(\\(bin|share|plugins))?$")
        self.assertNotIn("helmdesk.db", script)


if __name__ == "__main__":
    unittest.main(verbosity=2)
