#!/usr/bin/env bash
# A plain text made from an HTML mail should keep words apart that stand in different cells, and cents apart from
# euros. npm mailparser 3.14.2 (through html-to-text) writes the cells of a table without any blank between them:
# quantity 12 and price 50 arrive as 1250, an order number swallows its neighbour; a term and its description too.
# A shop price with raised cents, 19<sup>99</sup>, becomes 1999 in mailparser, turndown 7.2.5, html2text 2025.4.15,
# markdownify 1.2.3 and inscriptis 2.7.6 alike, and three of the five drop the line through an old price.
# For a desk: amounts read out of such a text may be a hundred times too large and still look sound. Walk the HTML
# oneself, put a separator at cells, <dt>, <dd> and <sup>, and check an amount against the invoice, never the text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . mailparser@3.14.2 turndown@7.2.5
python3 -m venv venv
venv/bin/pip install --quiet html2text==2025.4.15 markdownify==1.2.3 inscriptis==2.7.6

cat > read.cjs <<'JS'
const { simpleParser } = require("mailparser");
const Turndown = require("turndown");
const assert = require("assert");
const textOf = async (html) => (await simpleParser("From: a@shop.example\r\nSubject: Order\r\nMIME-Version: 1.0\r\n" +
    "Content-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n")).text;
(async () => {
    const table = "<table><tr><th>Order</th><th>Qty</th><th>Price</th></tr>" +
        "<tr><td>1042</td><td>12</td><td>50</td></tr></table>";
    const price = "<p>We paid EUR 19<sup>99</sup>, not <del>100</del> 80.</p>";
    const cells = await textOf(table);
    const terms = await textOf("<dl><dt>Invoice 7</dt><dd>120 EUR</dd></dl>");
    const raised = await textOf(price);
    const markdown = new Turndown().turndown(price);
    console.log("mailparser, cells:", JSON.stringify(cells));
    console.log("mailparser, terms:", JSON.stringify(terms));
    console.log("mailparser, price:", JSON.stringify(raised));
    console.log("turndown, price:  ", JSON.stringify(markdown));
    assert.ok(cells.includes("10421250"), "cells are kept apart: behaviour changed");
    assert.ok(terms.includes("7120"), "terms are kept apart: behaviour changed");
    for (const text of [raised, markdown])
        assert.ok(text.includes("1999") && /not 100 80/.test(text), "price is kept: behaviour changed");
})().catch((error) => { console.error(error.message); process.exit(1); });
JS
node read.cjs

cat > read.py <<'PY'
import html2text, inscriptis, markdownify
price = "<p>We paid EUR 19<sup>99</sup>, not <del>100</del> 80.</p>"
table = "<table><tr><td>1042</td><td>12</td><td>50</td></tr></table>"
for name, convert in (("html2text", html2text.html2text), ("markdownify", markdownify.markdownify),
                      ("inscriptis", inscriptis.get_text)):
    print(name + ", price:", repr(convert(price).strip()))
    assert "1999" in convert(price), name + " keeps the cents apart: behaviour changed"
    assert "104212" not in convert(table), name + " joins cells too: behaviour changed"
    assert ("~~100~~" in convert(price)) == (name != "inscriptis"), name + ": struck price changed"
PY
venv/bin/python read.py
echo "As described: neighbouring and raised numbers grow together."
