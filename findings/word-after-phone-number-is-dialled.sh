#!/usr/bin/env bash
# People write a word behind a phone number: who answers it, when, or that it is a fax. Google's libphonenumber (its
# Python port phonenumbers 9.0.43 and npm google-libphonenumber 3.2.47) is expected to drop such words or to say that
# this is no valid number. It drops words in front of the number, but three letters or more behind it are taken as the
# letters of a keypad, as in 1-800-FLOWERS, in every country: "030 23125018 Kim" becomes +49 30 23125018546.
# German, Austrian and Italian numbers have no fixed length, so isValidNumber says true; that is somebody else's number
# or none. "App. 12" (German for extension) is dialled too. British numbers have a fixed length and come out as
# invalid. libphonenumber-js 1.13.16 drops words behind the number, and finds no number before "App. 12".
# For a desk: the number that a customer gave for a call-back is stored, validated, as another one. Refuse letters
# after the digits before the library sees them, or ask.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet phonenumbers==9.0.43
npm install --silent --no-audit --no-fund --prefix . google-libphonenumber@3.2.47 libphonenumber-js@1.13.16

cat > numbers.json <<'JSON'
[
    {"text": "Kim 030 23125018", "country": "DE", "number": "+493023125018", "valid": true, "js": "+493023125018"},
    {"text": "030 23125018 Kim", "country": "DE", "number": "+493023125018546", "valid": true, "js": "+493023125018"},
    {"text": "030 23125018 Mo-Fr", "country": "DE", "number": "+4930231250186637", "valid": true,
     "js": "+493023125018"},
    {"text": "030 23125018 Fax", "country": "DE", "number": "+493023125018329", "valid": true, "js": "+493023125018"},
    {"text": "030 23125018 App. 12", "country": "DE", "number": "+49302312501827712", "valid": true, "js": null},
    {"text": "01 234567 Kim", "country": "AT", "number": "+431234567546", "valid": true, "js": "+431234567"},
    {"text": "06 12345 Kim", "country": "IT", "number": "+390612345546", "valid": true, "js": "+390612345"},
    {"text": "020 7946 0018 Kim", "country": "GB", "number": "+442079460018546", "valid": false, "js": "+442079460018"}
]
JSON
cat > read.py <<'PY'
import json
import phonenumbers
from importlib.metadata import version
for row in json.load(open("numbers.json")):
    number = phonenumbers.parse(row["text"], row["country"])
    seen = (phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
            phonenumbers.is_valid_number(number))
    print("phonenumbers", version("phonenumbers"), repr(row["text"]), row["country"], *seen, number.extension)
    assert seen == (row["number"], row["valid"]) and number.extension is None, "behaviour changed"
PY
venv/bin/python read.py

cat > read.cjs <<'JS'
const assert = require("assert");
const { PhoneNumberUtil, PhoneNumberFormat } = require("google-libphonenumber");
const { parsePhoneNumberFromString } = require("libphonenumber-js/max");
const util = PhoneNumberUtil.getInstance();
for (const row of JSON.parse(require("fs").readFileSync("numbers.json", "utf8"))) {
    const google = util.parse(row.text, row.country);
    const seen = [util.format(google, PhoneNumberFormat.E164), util.isValidNumber(google)];
    const js = parsePhoneNumberFromString(row.text, row.country)?.number ?? null;
    console.log("google-libphonenumber 3.2.47", JSON.stringify(row.text), ...seen, "libphonenumber-js 1.13.16", js);
    assert.deepStrictEqual([...seen, js], [row.number, row.valid, row.js], "behaviour changed");
}
JS
node read.cjs
echo "As described: the word is dialled, and the number is valid."
