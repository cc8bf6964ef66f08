#!/usr/bin/env bash
# What one part of a program prints as money another part should read as the same money, or refuse. Node's Intl (ICU)
# prints negative amounts of Swedish, Norwegian, Finnish, Slovenian and other locales with U+2212, the minus sign, and
# people copy that from pages and invoices. Libraries for amounts drop it as decoration, and a credit of 12.50 is a
# charge of 12.50: currency.js 2.0.4 and accounting 0.4.1 (told the locale's decimal comma), and price-parser 0.5.1,
# which drops the ASCII hyphen as well. The minus at the end that banks and SAP write ("12,50-") is dropped by
# accounting and price-parser; currency.js makes NaN of it. The first two keep an ASCII hyphen before the number.
# For a desk: a credit note that is read is booked, or refunded, with the wrong sign and no error. Fold U+2212 before
# reading, and refuse a text of which a character is left over.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet price-parser==0.5.1
npm install --silent --no-audit --no-fund --prefix . currency.js@2.0.4 accounting@0.4.1

cat > read.cjs <<'JS'
const assert = require("assert");
const currency = require("currency.js");
const accounting = require("accounting");
console.log("Node", process.version, "ICU", process.versions.icu);
const texts = { trailing: "12,50-", ascii: "-12,50 €" };
for (const locale of ["sv-SE", "nb-NO", "fi-FI", "sl-SI"])
    texts[locale] = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(-12.5);
const seen = {};
for (const [name, text] of Object.entries(texts)) {
    seen[name] = [currency(text, { decimal: "," }).value, accounting.unformat(text, ",")];
    console.log(name, JSON.stringify(text), "currency.js", seen[name][0], "accounting", seen[name][1]);
}
assert.deepStrictEqual(seen.ascii, [-12.5, -12.5], "an ASCII minus is lost: behaviour changed");
assert.deepStrictEqual(seen.trailing, [NaN, 12.5], "trailing minus: behaviour changed");
for (const locale of ["sv-SE", "nb-NO", "fi-FI", "sl-SI"]) {
    assert.ok(texts[locale].startsWith("\u2212"), `${locale} has another minus: behaviour changed`);
    assert.deepStrictEqual(seen[locale], [12.5, 12.5], `${locale}: behaviour changed`);
}
require("fs").writeFileSync("texts.json", JSON.stringify(texts));
JS
node read.cjs

cat > read.py <<'PY'
import json
from importlib.metadata import version
from price_parser import Price
for name, text in json.load(open("texts.json")).items():
    price = Price.fromstring(text)
    print("price-parser", version("price-parser"), name, repr(text), price.amount)
    assert price.amount_float == 12.5, f"{name}: behaviour changed"
PY
venv/bin/python read.py
echo "As described: a credit is read as a charge."
