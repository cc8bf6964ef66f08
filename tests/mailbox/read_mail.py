#!/usr/bin/env python3
"""Reads a mail from standard input with Python's own library and prints what it found as JSON."""
import email
import email.policy
import json
import sys

raw = sys.stdin.buffer.read()
mail = email.message_from_bytes(raw, policy=email.policy.SMTP)
parts = []
for part in mail.walk():
    if part.is_multipart():
        continue
    content = part.get_payload(decode=True)
    parts.append({
        "type": part.get_content_type(),
        "charset": part.get_content_charset(""),
        "name": part.get_filename("") or "",
        "text": content.decode(part.get_content_charset("utf-8")) if part.get_content_maintype() == "text" else "",
        "bytes": len(content),
    })


def people(name):
    field = mail[name]
    return [[each.display_name, each.addr_spec] for each in field.addresses] if field else []


defects = [str(each) for each in mail.defects]
for part in mail.walk():
    defects += [str(each) for each in part.defects]
for name in mail:
    defects += [f"{name}: {each}" for each in mail[name].defects]
print(json.dumps({
    "names": [name for name in mail.keys()],
    "subject": mail["Subject"] or "",
    "from": people("From"), "to": people("To"), "cc": people("Cc"), "reply_to": people("Reply-To"),
    "message_id": mail["Message-ID"] or "",
    "in_reply_to": mail["In-Reply-To"] or "",
    "references": (mail["References"] or "").split(),
    "auto": mail["Auto-Submitted"] or "",
    "date": mail["Date"].datetime.isoformat() if mail["Date"] else "",
    "root": mail.get_content_type(),
    "parts": parts,
    "defects": defects,
    "longest": max(len(line) for line in raw.split(b"\r\n")),
    "bare_lf": raw.replace(b"\r\n", b"").count(b"\n"),
    "ascii": raw.isascii(),
}))
