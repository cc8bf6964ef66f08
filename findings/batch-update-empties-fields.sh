#!/usr/bin/env bash
# The documentation of sqlite-utils says that upsert updates the columns that are given and leaves the others as they
# are, and that upsert_all does this for many records. It is so for one record, and for records that all have the same
# keys. In 4.2.1, when two records of one batch have different keys, each gets the columns of the other, as NULL: a new
# name for Pat and a new phone number for Kim in one call erase Pat's number and Kim's name. Nothing is said, and which
# field is lost depends on the neighbours in the batch of 100. The command line does the same with a file of JSON lines.
# For a desk: a nightly sync of changed customer fields erases fields that nobody touched. Call upsert once a record,
# or group the records by their keys.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet sqlite-utils==4.2.1

cat > sync.py <<'PY'
from importlib.metadata import version
import sqlite_utils
customers = [{"id": 1, "name": "Pat", "phone": "555-0101"}, {"id": 2, "name": "Kim", "phone": "555-0102"}]
changes = [{"id": 1, "name": "Pat Doe"}, {"id": 2, "phone": "555-0199"}]

def after(update):
    table = sqlite_utils.Database(memory=True)["customers"]
    table.insert_all(customers, pk="id")
    update(table)
    return [(row["name"], row["phone"]) for row in table.rows]

def one_by_one(table):
    for change in changes:
        table.upsert(change, pk="id")

def many_alike(table):
    table.upsert_all([{"id": 1, "name": "Pat Doe"}, {"id": 2, "name": "Kim Doe"}], pk="id")

sound = after(one_by_one)
alike = after(many_alike)
batch = after(lambda table: table.upsert_all(changes, pk="id"))
print("sqlite-utils", version("sqlite-utils"))
print("one by one:      ", sound)
print("all the same key:", alike)
print("in one batch:    ", batch)
assert sound == [("Pat Doe", "555-0101"), ("Kim", "555-0199")], "behaviour changed"
assert alike == [("Pat Doe", "555-0101"), ("Kim Doe", "555-0102")], "behaviour changed"
assert batch == [("Pat Doe", None), (None, "555-0199")], "the other fields are kept: behaviour changed"
PY
venv/bin/python sync.py

printf '%s\n' '{"id": 1, "name": "Pat", "phone": "555-0101"}' '{"id": 2, "name": "Kim", "phone": "555-0102"}' |
    venv/bin/sqlite-utils insert desk.db customers - --nl --pk id
printf '%s\n' '{"id": 1, "name": "Pat Doe"}' '{"id": 2, "phone": "555-0199"}' |
    venv/bin/sqlite-utils upsert desk.db customers - --nl --pk id
rows=$(venv/bin/sqlite-utils rows desk.db customers)
echo "on the command line: $rows"
grep -q '"name": "Pat Doe", "phone": null' <<< "$rows" || { echo "the number is kept: behaviour changed" >&2; exit 1; }
echo "As described: fields that no record named are empty."
