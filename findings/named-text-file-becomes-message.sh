#!/usr/bin/env bash
# A part with a file name is a file, one would think, above all when its Content-Disposition carries that name. npm
# mailparser 3.14.2 and postal-mime 4.0.0 go by the word "attachment" alone: a text file marked "inline" (mail
# programs do that to what they can show) or named only in Content-Type is pasted into the text of the message, and
# the list of attachments stays empty: its name is gone. A CSV or PDF marked the same way is listed as a file.
# Python's email package (policy default) lists both as attachments of their own.
# For a desk: a log, a bank statement or somebody else's letter turns into the customer's own words, which are then
# routed, answered and quoted. Take a named text part for a file unless it is the only text of the mail.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . mailparser@3.14.2 postal-mime@4.0.0

cat > build.py <<'PY'
import email, email.policy, sys
parts = {
    "inline": "Content-Type: text/plain; charset=utf-8; name=shop.log\nContent-Disposition: inline; filename=shop.log",
    "named": "Content-Type: text/plain; charset=utf-8; name=shop.log",
    "attached": "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=shop.log",
    "csv": "Content-Type: text/csv; charset=utf-8\nContent-Disposition: inline; filename=shop.log",
}
for name, head in parts.items():
    mail = ("From: pat@shop.example\nTo: desk@desk.example\nSubject: Crash\nMIME-Version: 1.0\n"
            "Content-Type: multipart/mixed; boundary=part\n\n--part\nContent-Type: text/plain; charset=utf-8\n\n"
            "It stops at start, see the file.\n--part\n" + head + "\n\nplease cancel order 1042\n--part--\n"
            ).replace("\n", "\r\n").encode()
    open(name + ".eml", "wb").write(mail)
    message = email.message_from_bytes(mail, policy=email.policy.default)
    files = [part.get_filename() for part in message.iter_attachments()]
    print("Python", sys.version.split()[0], name, files)
    assert files == ["shop.log"], "Python lost the file: behaviour changed"
PY
python3 build.py

cat > read.mjs <<'JS'
import fs from "fs";
import assert from "assert";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
for (const name of ["inline", "named", "attached", "csv"]) {
    const bytes = fs.readFileSync(name + ".eml");
    const read = { "mailparser": await simpleParser(bytes), "postal-mime": await PostalMime.parse(bytes) };
    for (const [library, mail] of Object.entries(read)) {
        const files = mail.attachments.map((file) => file.filename);
        console.log(library, name, JSON.stringify({ text: mail.text.trim(), files }));
        const isPasted = mail.text.includes("cancel order 1042") && files.length === 0;
        assert.strictEqual(isPasted, name === "inline" || name === "named", `${library}, ${name}: behaviour changed`);
    }
}
JS
node read.mjs
echo "As described: the named text file is no file, and its words are the customer's."
