"""What must hold when the surroundings break: kills, a full disk, no descriptors, two programs, a clock that jumps."""
import json, os, random, shutil, signal, socket, subprocess, sys, time

from desk import Desk
from loads import write_batch


def refund_messages(desk, count, start=0):
    numbers = [f"INV-{60000 + start + i}" for i in range(count)]
    desk.invoices(numbers)
    return [{"id": f"refund-{number}", "customer": "cus_1001", "conversation": f"r-{number}",
             "text": f"Please refund invoice {number}."} for number in numbers]


def check_refunds(desk, part, count, report):
    report.held(part, "one refund an invoice", desk.one(
        "SELECT count(*) FROM refunds WHERE invoice LIKE 'INV-6%'") == count == desk.one(
        "SELECT count(DISTINCT invoice) FROM refunds WHERE invoice LIKE 'INV-6%'"),
        f"{desk.one('SELECT count(*) FROM refunds WHERE invoice LIKE ?', 'INV-6%')} of {count}")
    report.held(part, "one outcome a message", desk.one(
        "SELECT count(*) FROM outcomes o JOIN messages m ON m.id = o.message WHERE m.external_id LIKE 'refund-%'") == count)
    report.held(part, "no effect left begun", desk.one("SELECT count(*) FROM effects WHERE state = 'started'") == 0)
    report.held(part, "database and audit log are whole",
                desk.one("PRAGMA integrity_check") == "ok" and "intact" in desk.run("audit", "verify"))


def ready_desk(options, folder):
    desk = Desk(options.bin, folder)
    desk.all_auto()
    desk.run("set", "refund.approval_limit_minor", "1000000")
    return desk


def two_programs(options, folder, report):
    """`serve` answers, a batch is handed in beside it: one answers, nothing is done twice."""
    desk = ready_desk(options, folder)
    program = desk.serve()
    messages = refund_messages(desk, 20)
    path = os.path.join(folder, "two.jsonl")
    with open(path, "w") as out:
        out.writelines(json.dumps({**message, "channel": "chat"}) + "\n" for message in messages[:10])
    batch = subprocess.Popen([desk.ctl, "--data", desk.folder, "run", "--input", path, "--output", path + ".out"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = desk.client()
    statuses = [client.ask("POST", "/api/v1/messages", message)[0] for message in messages[10:]]
    report.held("two", "every post was taken", statuses == [202] * 10, str(set(statuses)))
    report.held("two", "the batch ended well", batch.wait(timeout=300) == 0)
    report.held("two", "every message was answered", desk.settle())
    desk.end(program)
    check_refunds(desk, "two", 20, report)
    desk.close()


def kills(options, folder, report):
    desk = ready_desk(options, folder)
    chance = random.Random(20261130)
    sent = 0
    for attempt in range(options.kills):
        program = desk.serve()
        client = desk.client()
        for message in refund_messages(desk, 6, start=sent):
            if client.ask("POST", "/api/v1/messages", message)[0] == 202:
                sent += 1
        time.sleep(chance.uniform(0.0, 0.6))
        desk.end(program, signal.SIGKILL)
    program = desk.serve()
    report.held("kills", f"after {options.kills} kills every message was answered", desk.settle(), f"{sent} messages")
    desk.end(program)
    check_refunds(desk, "kills", sent, report)
    desk.close()


def full_disk(options, folder, report):
    """A file system of 32 MB that fills up under the desk, and is emptied again."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return report.skipped("disk", "needs root and Linux for a file system of fixed size")
    mount = os.path.join(folder, "disk")
    os.mkdir(mount)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", mount], capture_output=True).returncode != 0:
        return report.skipped("disk", "this machine does not let a file system be mounted")
    try:
        desk = ready_desk(options, mount)
        program = desk.serve()
        messages = refund_messages(desk, 20)
        ballast = os.path.join(mount, "ballast")
        with open(ballast, "wb", buffering=0) as out:
            try:
                while out.write(b"\0" * 65536) == 65536:
                    pass
            except OSError:
                pass
        client = desk.client(timeout=60)
        first = [client.ask("POST", "/api/v1/messages", message)[0] for message in messages]
        report.held("disk", "while it is full: taken, or refused with 503", set(first) <= {202, 503},
                    f"{first.count(202)} taken, {first.count(503)} refused")
        report.held("disk", "the program lives", program.poll() is None)
        os.remove(ballast)
        for message in messages:  # again, as a sender does; what was taken is known
            end = time.monotonic() + 30
            while client.ask("POST", "/api/v1/messages", message)[0] not in (200, 202) and time.monotonic() < end:
                time.sleep(0.5)
        report.held("disk", "with space again every message was answered", desk.settle())
        desk.end(program)
        check_refunds(desk, "disk", 20, report)
        desk.close()
    finally:
        subprocess.run(["umount", mount], capture_output=True)


def descriptors(options, folder, report):
    desk = ready_desk(options, folder)
    program = desk.serve(descriptors=48)
    held = []
    for _ in range(60):
        connection = socket.socket()
        connection.settimeout(2)
        try:
            connection.connect(("127.0.0.1", desk.port))
            held.append(connection)
        except OSError:
            connection.close()
    time.sleep(1)
    for connection in held:
        connection.close()
    answered = 0
    for _ in range(10):
        client = desk.client(timeout=5)
        answered += client.ask("GET", "/api/v1/health")[0] == 200
        client.close()
    report.held("descriptors", "after 60 connections with 48 descriptors it answers again", answered == 10,
                f"{answered} of 10")
    report.held("descriptors", "the program lives", program.poll() is None)
    desk.end(program)
    desk.close()


def clock_jumps(options, folder, report):
    library = next((path for path in ("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
                                      "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
                                      "/usr/lib/faketime/libfaketime.so.1") if os.path.exists(path)), None)
    if library is None:
        return report.skipped("clock", "libfaketime is not installed")
    desk = ready_desk(options, folder)
    stamp = os.path.join(folder, "clock")

    def jump(offset):
        with open(stamp + ".new", "w") as out:
            out.write(offset)
        os.rename(stamp + ".new", stamp)
    jump("+0")
    program = desk.serve(environment={"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": stamp, "FAKETIME_NO_CACHE": "1",
                                      "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    client = desk.client()
    messages = refund_messages(desk, 15)
    statuses = []
    for number, message in enumerate(messages):
        if number % 5 == 0:
            jump(("+0", "-3h", "+2d")[number // 5])
        statuses.append(client.ask("POST", "/api/v1/messages", message)[0])
    report.held("clock", "with the clock 3 h back and 2 days on every post was taken", statuses == [202] * 15)
    report.held("clock", "every message was answered", desk.settle())
    desk.end(program)
    check_refunds(desk, "clock", 15, report)
    desk.close()
