#!/usr/bin/env bash
# A parser that is given a locale should refuse an amount written in another country's way. Babel 2.19.0 takes every
# group separator out wherever it stands, before it looks at the rest: in en_US "1.234,50" is read as 1.2345, in de_DE
# "1,234.50" too, and "19.99" and "1.50" are 1999 and 150 there. Where the group separator is a blank (fr_FR) the same
# texts are refused, so a test with one locale shows nothing. strict=True refuses them all, yet its message offers the
# wrong number first: "Did you mean '1.2345'? …".
# For a desk: a refund is a thousandth or a hundredfold of what was asked, and the number is a fine one. Accept an
# amount only when the number, written in the same locale (grouped or not), gives the text again; else ask the customer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet babel==2.19.0
cat > read.py <<'PY'
import babel
from babel.numbers import NumberFormatError, format_decimal, parse_decimal
print("Babel", babel.__version__)
cases = [("en_US", "1.234,50", "1.23450"), ("de_DE", "1,234.50", "1.23450"), ("de_DE", "19.99", "1999"),
         ("de_DE", "1.50", "150"), ("en_US", "19,99", "1999")]
for locale, text, expected in cases:
    number = parse_decimal(text, locale=locale)
    again = format_decimal(number, locale=locale)
    try:
        strict = str(parse_decimal(text, locale=locale, strict=True))
    except NumberFormatError as error:
        strict = f"refused: {error}"
    print(f"{locale} {text!r}: {number}, written again {again!r}; strict: {strict}")
    assert str(number) == expected, "behaviour changed"
    assert strict.startswith("refused") and "Did you mean" in strict, "strict: behaviour changed"
try:
    number = parse_decimal("1.234,50", locale="fr_FR")
    raise SystemExit(f"fr_FR reads {number}: behaviour changed")
except NumberFormatError as error:
    print("fr_FR '1.234,50': refused:", error)
for locale, text in (("en_US", "1,234.50"), ("de_DE", "1.234,50")):
    assert str(parse_decimal(text, locale=locale, strict=True)) == "1234.50", "the right form: behaviour changed"
PY
venv/bin/python read.py
echo "As described: the amount of another locale is read as another amount."
