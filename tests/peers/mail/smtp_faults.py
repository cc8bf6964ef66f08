#!/usr/bin/env python3
"""An SMTP server (aiosmtpd) that does to mails what real servers seldom do: smtp_faults.py FOLDER KIND
The port is printed; mails that it kept are files in FOLDER. KIND, for each mail in turn, of: ok, cut-kept (it has the
mail, and cuts the connection instead of saying so), cut-lost (the same without the mail), later (451 after the end),
never (552 after the end), later-rcpt, never-rcpt, plain (no AUTH, no TLS) - separated by commas, the last one repeats."""
import asyncio
import os
import sys

from aiosmtpd.smtp import SMTP

folder, kinds = sys.argv[1], sys.argv[2].split(",")
count = 0


def kind():
    return kinds[min(count, len(kinds) - 1)]


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        global count
        if kind().endswith("-rcpt"):
            words = "450 4.2.2 mailbox full" if kind() == "later-rcpt" else "550 5.7.1 not you"
            count += 1
            return words
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        what = kind()
        count += 1
        if what in ("ok", "cut-kept"):
            with open(os.path.join(folder, f"{count:04}.eml"), "wb") as file:
                file.write(envelope.content)
        if what.startswith("cut"):
            server.transport.abort()
        return {"later": "451 4.3.0 try later", "never": "552 5.3.4 too large"}.get(what, "250 2.0.0 kept")


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True, loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
