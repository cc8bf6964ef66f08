#!/usr/bin/env python3
"""Writes what the packages are made of, as an SPDX 2.3 document in JSON.

The parts are Helmdesk itself, what is compiled into it, the data that it carries, and, where a relocatable tree was
made, the Debian package behind each library beside it; otherwise those that the .deb asks the system for. The time in it is SOURCE_DATE_EPOCH.
"""

import argparse
import csv
import hashlib
import json
import os
import re
import subprocess
from datetime import datetime, timezone
from pathlib import Path

# Headers, and data of others: name, licence, Debian package that tells the version (None: the version stands here).
COMPILED_IN = [
    ("boost", "BSL-1.0", "libboost-dev"),
    ("nlohmann-json", "MIT", "nlohmann-json3-dev"),
    ("CLI11", "BSD-3-Clause", "libcli11-dev"),
    ("valijson", "BSD-2-Clause", "libvalijson-dev"),
    ("eigen", "MPL-2.0", "libeigen3-dev"),
]
CARRIED = [
    ("all-MiniLM-L6-v2", "Apache-2.0", "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
    ("lucide-icons", "ISC AND MIT", ""),
    ("vader-sentiment-lexicon", "MIT", "3.3.2"),
]


def version_of(package):
    done = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def part(name, version, licence, purl=None, comment=None):
    entry = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", f"{name}-{version}".rstrip("-")),
        "name": name,
        "versionInfo": version or "NOASSERTION",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }
    if purl:
        entry["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}]
    if comment:
        entry["comment"] = comment
    return entry


def asked_of_the_system():
    table = json.loads((Path(__file__).parent / "dependencies.json").read_text(encoding="utf-8"))
    packages = sorted({entry["runtime"] for entry in table["dependencies"] if entry["runtime"]})
    return [part(name, version_of(name), "NOASSERTION", f"pkg:deb/debian/{name}@{version_of(name)}", "the system's, not in the package")
            for name in packages if version_of(name)]


def libraries(path):
    if not path.exists():
        return asked_of_the_system()
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [part(row["package"], row["version"], "NOASSERTION", f"pkg:deb/debian/{row['package']}@{row['version']}",
                 f"source {row['source']} {row['source version']}; notice in licences/libraries/{row['package']}.txt")
            for row in rows]


def packages_made(sums):
    entries = []
    for line in sums.read_text().splitlines():
        digest, name = line.split()
        entries.append({
            "SPDXID": "SPDXRef-File-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "fileName": "./" + name,
            "checksums": [{"algorithm": "SHA1", "checksumValue": hashlib.sha1((sums.parent / name).read_bytes()).hexdigest()},
                          {"algorithm": "SHA256", "checksumValue": digest}],
            "licenseConcluded": "NOASSERTION", "copyrightText": "NOASSERTION"})
    return entries


def document(version, parts, files):
    created = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    product = part("helmdesk", version, "GPL-3.0-only")
    product["primaryPackagePurpose"] = "APPLICATION"
    digest = hashlib.sha256(json.dumps([parts, files], sort_keys=True).encode()).hexdigest()[:32]
    link = lambda kind, other: {"spdxElementId": product["SPDXID"], "relationshipType": kind, "relatedSpdxElement": other["SPDXID"]}
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"helmdesk-{version}", "documentNamespace": f"urn:helmdesk:spdx:{version}:{digest}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: packaging/sbom.py"]},
        "packages": [product, *parts], "files": files,
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": product["SPDXID"]},
            *(link("CONTAINS", entry) for entry in parts), *(link("DISTRIBUTION_ARTIFACT", entry) for entry in files)],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True)
    parser.add_argument("--libraries", type=Path, required=True)
    parser.add_argument("--files", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    parts = [part(name, version_of(package), licence) for name, licence, package in COMPILED_IN]
    parts += [part(name, version, licence) for name, licence, version in CARRIED]
    parts += libraries(arguments.libraries)
    made = document(arguments.version, parts, packages_made(arguments.files))
    arguments.output.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
