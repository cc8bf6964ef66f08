#!/usr/bin/env bash
# An invitation brings its time zones along (VTIMEZONE), and RFC 5545 lets a TZID mean something in that calendar only.
# Outlook calls any zone of its own making "Customized Time Zone", so the same name comes from everywhere. Python's
# icalendar 7.3.2 and vobject 0.9.9 keep the first zone of a name for the life of the process: every later calendar
# with that name gets the hours of the first sender, whatever its own VTIMEZONE says. npm node-ical 0.26.1 heeds the
# VTIMEZONE of "Customized Time Zone", but drops one with a name that it does not know ("Desk Time") and takes the zone
# of the machine; npm ical.js 2.2.1 goes by each calendar.
# For a desk: the appointment of one customer moves by hours after the mail of another, and a restart moves it back.
# Read each calendar with zones of its own, or show the time as written with the name of its zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet icalendar==7.3.2 vobject==0.9.9
npm install --silent --no-audit --no-fund --prefix . node-ical@0.26.1 ical.js@2.2.1

cat > write.py <<'PY'
import sys
zone = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""
calendar = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//shop.example//EN
{zone}BEGIN:VEVENT
UID:1@shop.example
DTSTAMP:20261130T080000Z
DTSTART;TZID={name}:20261130T090000
SUMMARY:Call
END:VEVENT
END:VCALENDAR
"""
name = sys.argv[1]
for file, offset in (("pat", "+0500"), ("kim", "-0500"), ("lee", "+0100")):
    text = calendar.format(name=name, zone=zone.format(name=name, offset=offset))
    open(file + ".ics", "w", newline="").write(text.replace("\n", "\r\n"))
PY
cat > read.py <<'PY'
import sys
from datetime import timezone
import icalendar, vobject
def hour(start):
    return start.astimezone(timezone.utc).strftime("%H:%MZ")
def by_icalendar(file):
    return hour(icalendar.Calendar.from_ical(open(file, newline="").read()).walk("VEVENT")[0]["DTSTART"].dt)
def by_vobject(file):
    return hour(vobject.readOne(open(file, newline="").read()).vevent.dtstart.value)
for name, read in (("icalendar 7.3.2", by_icalendar), ("vobject 0.9.9", by_vobject)):
    print(name, "for", ", ".join(sys.argv[1:]) + ":", *[read(person + ".ics") for person in sys.argv[1:]])
PY
cat > read.mjs <<'JS'
import fs from "fs";
import nodeIcal from "node-ical";
import IcalJs from "ical.js";
const text = (person) => fs.readFileSync(person + ".ics", "utf8");
const readers = {
    "node-ical 0.26.1": (person) => Object.values(nodeIcal.sync.parseICS(text(person)))
        .find((part) => part.type === "VEVENT").start,
    "ical.js 2.2.1": (person) => new IcalJs.Event(
        new IcalJs.Component(IcalJs.parse(text(person))).getFirstSubcomponent("vevent")).startDate.toJSDate(),
};
const people = process.argv.slice(2);
for (const [name, read] of Object.entries(readers))
    console.log(name, "for", people.join(", ") + ":",
                people.map((person) => read(person).toISOString().slice(11, 16) + "Z").join(" "));
JS

expect() {
    grep -qxF -- "$1" seen || { echo "not seen: $1: behaviour changed" >&2; exit 1; }
}
export TZ=America/Lima
python3 write.py "Customized Time Zone"
{ venv/bin/python read.py pat kim lee; venv/bin/python read.py kim pat lee; node read.mjs pat kim lee; } > seen
echo "Nine o'clock in Customized Time Zone, five hours ahead, five behind and one ahead of UTC:"
cat seen
for library in "icalendar 7.3.2" "vobject 0.9.9"; do
    expect "$library for pat, kim, lee: 04:00Z 04:00Z 04:00Z"
    expect "$library for kim, pat, lee: 14:00Z 14:00Z 14:00Z"
done
expect "node-ical 0.26.1 for pat, kim, lee: 04:00Z 14:00Z 08:00Z"
expect "ical.js 2.2.1 for pat, kim, lee: 04:00Z 14:00Z 08:00Z"
python3 write.py "Desk Time"
node read.mjs pat kim lee > seen
echo 'The same in "Desk Time", on a machine in Lima:'
cat seen
expect "node-ical 0.26.1 for pat, kim, lee: 14:00Z 14:00Z 14:00Z"
expect "ical.js 2.2.1 for pat, kim, lee: 04:00Z 14:00Z 08:00Z"
echo "As described: the zone is another sender's, or the machine's."
