#!/usr/bin/env bash
# A credit note is the invoice with the other sign, so one expects the two to cancel. currency.js 2.0.4 rounds half a
# cent towards plus infinity: 1.225 becomes 1.23, -1.225 becomes -1.22, both when made and in multiply and divide. Ten
# per cent of 12.25 and of -12.25 leave a cent, while turning the sign of the rounded 1.23 does not. transformScale of
# dinero.js 2.0.2 rounds down when no way is named, towards minus infinity, so 1.22 and -1.23 leave a cent for the other
# side; halfUp does as currency.js. With halfEven or halfAwayFromZero the two cancel, as with Python's decimal.
# For a desk: a customer who is refunded line by line gets a cent less than he paid, and the invoice never closes. Work
# in minor units, round the positive amount once, and turn the sign of the result.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . currency.js@2.0.4 dinero.js@2.0.2

cat > cancel.cjs <<'JS'
const assert = require("assert");
const currency = require("currency.js");
const { dinero, EUR, transformScale, toSnapshot, halfEven, halfAwayFromZero, halfUp } = require("dinero.js");
const ways = {
    "made from a number": (sign) => currency(sign * 1.225),
    "made from a text": (sign) => currency(sign < 0 ? "-1.225" : "1.225"),
    "ten per cent": (sign) => currency(sign * 12.25).multiply(0.1),
    "half of it": (sign) => currency(sign * 4.35).divide(2),
};
for (const [way, amount] of Object.entries(ways)) {
    const left = amount(1).add(amount(-1)).value;
    console.log("currency.js 2.0.4", way, amount(1).value, amount(-1).value, "left:", left);
    assert.strictEqual(left, 0.01, "behaviour changed");
}
const turned = currency(12.25).multiply(0.1).multiply(-1).value;
assert.strictEqual(turned, -1.23, "behaviour changed");
const left = { halfEven: 0, halfAwayFromZero: 0, halfUp: 1, "no way named": -1 };
for (const [name, rounding] of Object.entries({ halfEven, halfAwayFromZero, halfUp, "no way named": undefined })) {
    const [sale, credit] = [1225, -1225].map((amount) =>
        toSnapshot(transformScale(dinero({ amount, currency: EUR, scale: 3 }), 2, rounding)).amount);
    console.log("dinero.js 2.0.2", name, sale, credit, "left:", sale + credit);
    assert.strictEqual(sale + credit, left[name], "behaviour changed");
}
JS
node cancel.cjs
python3 - <<'PY'
from decimal import Decimal
sale, credit = (Decimal(text).quantize(Decimal("0.01")) for text in ("1.225", "-1.225"))
print("Python decimal", sale, credit, "left:", sale + credit)
assert sale + credit == 0, "behaviour changed"
PY
echo "As described: sale and credit note leave a cent."
