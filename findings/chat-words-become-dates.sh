#!/usr/bin/env bash
# A search for dates in running text is expected to want something like a date. dateparser 1.5.0, not told a language,
# tries all it knows and finds the short day and month names of small ones in plain English: "ok" is a day in June,
# the "me" of "call me at 10" the last Wednesday (the 10 is lost), "no" is now. Told languages=["en"] it leaves those,
# yet "12.50 on 3.4." is a day of 2050, "2 m cable" two minutes ago. chrono-node 2.10.3 reads a point as a colon:
# "at 12.50 EUR" is ten to one, "at 8.99" is nothing, "a cable for 3 m" is in three minutes; chrono.strict drops those
# but still takes "from 20 to 30 EUR" for eight in the evening.
# For a desk: a due date or reminder made of such a hit is invented. Fix the language, cut amounts, measures and order
# numbers out first, and act only on a date with day and month, shown to a person.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet dateparser==1.5.0
npm install --silent --no-audit --no-fund --prefix . chrono-node@2.10.3

cat > find.py <<'PY'
import datetime, warnings
warnings.simplefilter("ignore")
import dateparser
from dateparser.search import search_dates
print("dateparser", dateparser.__version__)
noon = {"RELATIVE_BASE": datetime.datetime(2026, 11, 30, 12)}
cases = [("ok thanks", None, "ok", "2026-06-30 00:00"), ("Please call me at 10", None, "me", "2026-11-25 00:00"),
         ("no", None, "no", "2026-11-30 12:00"),
         ("ok thanks", ["en"], None, None), ("Please call me at 10", ["en"], None, None),
         ("The total was 12.50 on 3.4.", ["en"], "50 on 3", "2050-03-30 00:00"),
         ("refund for 2 m cable", ["en"], "2 m", "2026-11-30 11:58")]
for text, languages, words, when in cases:
    found = search_dates(text, languages=languages, settings=noon) or [(None, None)]
    seen = (found[0][0], found[0][1] and found[0][1].strftime("%Y-%m-%d %H:%M"))
    print(f"{text!r}, languages {languages}: {seen}")
    assert seen == (words, when), "behaviour changed"
PY
venv/bin/python find.py

cat > find.cjs <<'JS'
const chrono = require("chrono-node");
const assert = require("assert");
const noon = { instant: new Date("2026-11-30T12:00:00Z"), timezone: 0 };
const cases = [["charged at 12.50 EUR", "12:50", null], ["charged at 8.99 EUR", null, null],
    ["a cable for 3 m please", "12:03", null], ["something from 20 to 30 EUR", "20:00", "20:00"]];
console.log("chrono-node 2.10.3");
for (const [text, casual, strict] of cases) {
    const time = (parser) => parser.parse(text, noon)[0]?.start.date().toISOString().slice(11, 16) ?? null;
    console.log(JSON.stringify(text), "casual", time(chrono.casual), "strict", time(chrono.strict));
    assert.deepStrictEqual([time(chrono.casual), time(chrono.strict)], [casual, strict], "behaviour changed");
}
JS
TZ=UTC node find.cjs
echo "As described: everyday words, amounts and measures are dates."
