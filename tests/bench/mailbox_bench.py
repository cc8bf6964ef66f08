#!/usr/bin/env python3
"""First sync of a mailbox, beside mbsync, from the same local Dovecot in one run.

    python3 tests/bench/mailbox_bench.py build/release/bin [--mails 5000]

Needs dovecot and mbsync (packages dovecot-imapd and isync). Prints one line a figure. Not a test: it passes
or fails nothing. helmdeskctl stores, threads and lists what it takes in; mbsync writes files.
"""

import argparse
import base64
import json
import os
import pathlib
import pwd
import random
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

PASSWORD = "open sesame"
WORDS = ("order invoice refund parcel late please thanks account address password change delivery "
         "question month again received nothing today number working").split()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def mail(number, generator):
    """About 9 kB on average: text, and a picture of some 30 kB in every fifth."""
    lines = [" ".join(generator.choices(WORDS, k=11)) for _ in range(generator.randint(5, 60))]
    head = [f"From: Customer {number} <customer{number % 3000}@shop.example>", "To: support@desk.example",
            f"Subject: Question {number}", f"Message-ID: <{number}@shop.example>",
            "Date: Mon, 30 Nov 2026 10:00:00 +0000", "MIME-Version: 1.0"]
    if number % 7 == 0 and number > 3000:
        head.append(f"In-Reply-To: <{number - 3000}@shop.example>")
    text = "\n".join(lines)
    if number % 5:
        return "\n".join(head + ["Content-Type: text/plain; charset=utf-8", "", text, ""])
    picture = base64.encodebytes(generator.randbytes(generator.randint(10000, 40000))).decode()
    return "\n".join(head + ["Content-Type: multipart/mixed; boundary=part", "", "--part",
                             "Content-Type: text/plain; charset=utf-8", "", text, "--part",
                             "Content-Type: image/png; name=picture.png",
                             "Content-Transfer-Encoding: base64", "", picture + "--part--", ""])


class Dovecot:
    def __init__(self, folder, mails):
        self.folder, self.port = folder, free_port()
        owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        root = folder / "mail" / "desk"
        for each in ("new", "cur", "tmp"):
            (root / each).mkdir(parents=True)
        generator = random.Random(7)
        self.bytes = 0
        for number in range(mails):
            text = mail(number, generator)
            self.bytes += len(text)
            (root / "new" / f"{1700000000 + number}.M{number:06}P1.mail").write_text(text)
        now = time.time()
        for path in [folder / "mail", root, *root.rglob("*")]:
            os.chown(path, owner.pw_uid, owner.pw_gid)
            os.utime(path, (now, now))
        (folder / "users").write_text(f"desk:{{PLAIN}}{PASSWORD}\n")
        os.chmod(folder, 0o755)
        os.chmod(folder / "users", 0o644)
        for each in ("run", "state"):
            (folder / each).mkdir()
        chroot = "" if os.geteuid() == 0 else "chroot ="
        (folder / "dovecot.conf").write_text(f"""base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 0
first_valid_gid = 0
service imap-login {{
  {chroot}
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  {chroot}
}}
passdb {{
  driver = passwd-file
  args = username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
}}
""" + ("" if os.geteuid() == 0 else f"default_internal_user = {owner.pw_name}\ndefault_login_user = {owner.pw_name}\n"
       f"default_internal_group = {owner.pw_gid}\n"))
        self.process = subprocess.Popen(["dovecot", "-F", "-c", folder / "dovecot.conf"],
                                        env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"})
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 2) as connection:
                    if connection.recv(16).startswith(b"* OK"):
                        return
            except OSError:
                pass
        raise SystemExit("Dovecot did not start: " + (folder / "log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait()


def timed(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    wall = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def mbsync(folder, port, fsync):
    target = folder / f"mbsync-{fsync}"
    target.mkdir()
    settings = folder / f"mbsyncrc-{fsync}"
    settings.write_text(f"""FSync {fsync}
IMAPStore far
Host 127.0.0.1
Port {port}
User desk
Pass "{PASSWORD}"
SSLType None
AuthMechs LOGIN

MaildirStore near
Inbox {target}/inbox
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Create Near
SyncState *
Sync Pull
""")
    return ["mbsync", "-c", settings, "all"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("--mails", type=int, default=5000)
    parser.add_argument("--quick", action="store_true", help="leave out mbsync as shipped, which waits for the disk")
    parser.add_argument("--under", default="", help="a command before the first sync, such as 'perf record -g -o FILE'")
    given = parser.parse_args()
    for program in ("mbsync", "dovecot"):
        if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
            raise SystemExit(f"{program} is not installed: nothing was measured")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o711)  # Dovecot's own users pass through
        (folder / "dovecot").mkdir()
        server = Dovecot(folder / "dovecot", given.mails)
        try:
            print(f"{given.mails} mails, {server.bytes / 1e6:.0f} MB, Dovecot on this machine")
            # Whoever comes first pays for Dovecot's own index.
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                stream = connection.makefile("rwb")
                for line in (f'a LOGIN desk "{PASSWORD}"', "b EXAMINE INBOX",
                             "c FETCH 1:* (UID RFC822.SIZE INTERNALDATE)", "d LOGOUT"):
                    stream.write(line.encode() + b"\r\n")
                    stream.flush()
                    tag = line[0].encode() + b" "
                    while not (answer := stream.readline()).startswith(tag):
                        if not answer:
                            raise SystemExit("Dovecot ended the session")
            control = pathlib.Path(given.bin) / "helmdeskctl"
            desk = [control, "--data", folder / "desk"]
            environment = {**os.environ, "HELMDESK_KEY_SUPPORT": PASSWORD}
            subprocess.run([*desk, "init"], check=True, stdout=subprocess.DEVNULL)
            subprocess.run([*desk, "channel", "add", "mail", "support", "--address", "support@desk.example",
                            "--user", "desk", "--imap", f"127.0.0.1:{server.port}", "--imap-tls", "none",
                            "--look-back", "30"], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            sync = [*desk, "channel", "sync", "support"]
            runs = [("helmdeskctl, first sync", [*given.under.split(), *sync], {"env": environment}),
                    ("helmdeskctl, nothing new", sync, {"env": environment}),
                    ("mbsync, FSync off", mbsync(folder, server.port, "no"), {}),
                    ("mbsync, nothing new", ["mbsync", "-c", folder / "mbsyncrc-no", "all"], {}),
                    ("mbsync, as shipped", mbsync(folder, server.port, "yes"), {})]
            if given.quick:
                runs.pop()
            for what, command, options in runs:
                wall, cpu = timed(command, **options)
                rate = "" if "nothing" in what else f", {given.mails / wall:.0f} mails/s"
                print(f"{what:28} {wall:8.2f} s{rate}, {cpu:.2f} s of processor time", flush=True)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(f"largest program so far       {peak} MB")
            with sqlite3.connect(folder / "desk" / "helmdesk.db") as store:
                taken = store.execute("SELECT COUNT(*) FROM messages WHERE author = 'customer'").fetchone()[0]
            if taken != given.mails:
                sys.exit(f"{taken} of {given.mails} mails were taken in")
        finally:
            server.stop()


main()
