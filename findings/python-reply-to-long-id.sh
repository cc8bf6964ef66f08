#!/usr/bin/env bash
# A Message-ID is one token that nobody may rewrite, so one expects a mail library to put a long one on a line of
# its own. Python's EmailMessage (CPython 3.11 to 3.13) does so for Message-ID, but In-Reply-To and References are
# plain text to it: an id that does not fit the 78 columns becomes RFC 2047 encoded words, which RFC 2047 forbids
# there. Ids of hosted Exchange have about 80 characters, so answers to those customers are hit and no others.
# Readers that decode every header (GMime, npm mailparser) still find the id; readers that take the header as it
# stands (mblaze 1.1 below) start a new thread. The older email.mime classes and short ids are not affected.
# For a desk: decode both headers before looking for ids, and never write them as free text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq mblaze=1.1-1 2>/dev/null
dpkg-deb -x mblaze_1.1-1_*.deb .

cat > mail.py <<'PY'
import sys
from email.message import EmailMessage
from email.mime.text import MIMEText

def identifier(length):
    host = "@MAILBOX00000001.region01.prod.mailhost.example"
    return "<" + "A" * (length - len(host) - 2) + host + ">"

def mail(kind, own, parent):
    message = MIMEText("Thanks") if kind == "mime" else EmailMessage()
    message["From"] = "desk@desk.example"
    message["Subject"] = "Re: Invoice"
    message["Date"] = "Mon, 30 Nov 2026 09:00:00 +0000"
    message["Message-ID"] = own
    if parent:
        message["In-Reply-To"] = parent
    if kind != "mime":
        message.set_content("Thanks")
    return message.as_bytes()

long = identifier(82)
open("question", "wb").write(mail("new", long, None))
open("answer-new", "wb").write(mail("new", "<2@desk.example>", long))
open("answer-mime", "wb").write(mail("mime", "<3@desk.example>", long))
print("CPython", sys.version.split()[0])
print(open("answer-new").read().split("\n\n")[0])
assert long in open("question").read(), "Message-ID was changed too"
assert long in open("answer-mime").read(), "email.mime changed the id"
written = open("answer-new").read()
assert long not in written and "=?utf-8?q?" in written, "the id is whole: behaviour changed"
short = identifier(60)
assert short.encode() in mail("new", "<4@desk.example>", short), "short id was changed"
PY
python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
    || { echo "needs CPython 3.11 to 3.13, where this was seen" >&2; exit 2; }
python3 mail.py

# mthread indents an answer below its question.
for answer in answer-mime answer-new; do
    printf '%s\n' "$work/question" "$work/$answer" | PATH="$work/usr/bin:$PATH" mthread > "$answer.threads"
    echo "mblaze 1.1, question and $answer:"
    sed "s|$work/||" "$answer.threads"
done
grep -q "^ .*answer-mime" answer-mime.threads || { echo "the sound answer is not threaded" >&2; exit 1; }
grep -q "^[^ ].*answer-new" answer-new.threads || { echo "the answer is threaded: behaviour changed" >&2; exit 1; }
echo "As described: the answer to a long id is no answer any more."
