#!/usr/bin/env bash
# Libraries that cut quoted mail and signatures off an answer are expected to fail towards keeping too much. These lose
# what the customer asked for, in plain English, and say nothing. email-reply-parser 0.5.12 (PyPI) takes a paragraph
# whose line starts with "-" and a letter or digit for a signature: amounts taken off a card, a list of things to
# cancel. With it and mail-parser-reply 1.36 an address change "From: … / To: …" starts a quoted mail, and all after
# it goes as well. npm email-reply-parser 2.3.7 keeps these, but cuts at "Sent from my …" and drops a postscript.
# For a desk: a draft written from the shortened text answers another question; cut for the reader's eye only, keep
# the whole text for decisions, and call it a quotation only with the marks that mail programs write.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet email-reply-parser==0.5.12 mail-parser-reply==1.36
npm install --silent --no-audit --no-fund --prefix . email-reply-parser@2.3.7

cat > mails.json <<'JSON'
{
  "charges": "Hello,\n\nthese two were taken from my card:\n\n-12.00 EUR on 3 May\n-12.00 EUR on 4 May\n",
  "list": "Please cancel these from order 1042:\n\n-lamp\n-chair\n\nand refund them to my card.\n",
  "address": "Please change the address of order 1042.\n\nFrom: Elm Road 5\nTo: Oak Road 7\n\nIt is urgent.\n",
  "sent": "I wrote on Monday.\n\nSent from my account were 50 EUR.\nPlease send them back.\n",
  "postscript": "Thanks for the offer, but no.\n\nBest regards\nPat\n\nPS: delete my account.\n",
  "plain": "The lamp is broken.\n\nPlease send a new one.\n"
}
JSON
cat > read.cjs <<'JS'
const Parser = require("email-reply-parser").default ?? require("email-reply-parser");
const mails = JSON.parse(require("fs").readFileSync("mails.json", "utf8"));
const shown = Object.entries(mails).map(([name, text]) => [name, new Parser().read(text).getVisibleText()]);
console.log(JSON.stringify(Object.fromEntries(shown)));
JS
node read.cjs > npm.json

cat > compare.py <<'PY'
import json
from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as MailParserReply
mails = json.load(open("mails.json"))
npm = json.load(open("npm.json"))
readers = {"email-reply-parser 0.5.12 (PyPI)": EmailReplyParser.parse_reply,
           "mail-parser-reply 1.36": MailParserReply(languages=["en"]).parse_reply,
           "email-reply-parser 2.3.7 (npm)": lambda text: next(npm[name] for name in mails if mails[name] == text)}
expected = {"email-reply-parser 0.5.12 (PyPI)": {"charges", "list", "address", "sent"},
            "mail-parser-reply 1.36": {"address"}, "email-reply-parser 2.3.7 (npm)": {"sent", "postscript"}}
for reader, read in readers.items():
    lost = set()
    for name, text in mails.items():
        kept = read(text)
        if text.split()[-1] not in kept:
            lost.add(name)
            print(f"{reader}, {name}: kept {kept.strip()!r}")
    assert lost == expected[reader], f"{reader} lost {sorted(lost)}: behaviour changed"
PY
venv/bin/python compare.py
echo "As described: each of them loses the matter of a plain answer."
