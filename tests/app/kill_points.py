#!/usr/bin/env python3
"""Kills a batch with refunds and resets, at random instants and at the aimed ones between an effect and its record,
and checks that nothing was lost or done twice.

kill_points.py BIN_DIR [KILLS]   (the full sweep: KILLS 200; CTest runs a short form)
"""
import json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, time

ctl = os.path.join(sys.argv[1], "helmdeskctl")
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 8
rng = random.Random(20261122)


def run(*args, **kw):
    return subprocess.run([ctl, "--data", workspace, *args], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **kw)


def fill(round_number):
    """Fresh invoices and one message for each, so that every round has effects of its own."""
    db = sqlite3.connect(os.path.join(workspace, "helmdesk.db"), timeout=20)
    with open(batch, "a") as out:
        for i in range(6):
            number = f"INV-{50000 + round_number * 10 + i}"
            db.execute(
                "INSERT OR IGNORE INTO invoices (id, customer, issued, due, amount_minor, currency, status, description)"
                " VALUES (?, 'cus_1001', '2026-11-03', '2026-11-17', 100, 'USD', 'paid', 'Add-on')", (number,))
            out.write(json.dumps({"id": f"refund-{number}", "customer": "cus_1001", "conversation": f"c-{number}",
                                  "channel": "chat", "text": f"Please refund invoice {number}."}) + "\n")
        out.write(json.dumps({"id": f"reset-{round_number}", "customer": "cus_1002", "conversation": f"r-{round_number}",
                              "channel": "chat", "text": "I forgot my password, please reset it."}) + "\n")
    db.commit()
    db.close()


folder = tempfile.mkdtemp()
workspace = os.path.join(folder, "w")
batch = os.path.join(folder, "batch.jsonl")
try:
    assert run("init", "--demo").returncode == 0
    for name in ("billing", "account"):
        assert run("set", f"modes.{name}", "auto").returncode == 0
    assert run("set", "refund.approval_limit_minor", "1000000").returncode == 0
    killed = hits = 0
    for attempt in range(kills):
        fill(attempt)
        aimed = rng.choice([None, None, "effect_begun", "effect_happened"])
        environment = dict(os.environ)
        if aimed:
            environment["HELMDESK_DIE_AT"] = f"{aimed}:{rng.randint(1, 4)}"
        process = subprocess.Popen([ctl, "--data", workspace, "run", "--input", batch, "--output", batch + ".out"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        if aimed:
            died = process.wait() == 137
            killed += died
            hits += died
            continue
        time.sleep(rng.uniform(0.05, 0.9))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
    last = run("run", "--input", batch, "--output", batch + ".out")
    assert last.returncode == 0, last.stderr.decode()

    messages = [json.loads(line)["id"] for line in open(batch)]
    outcomes = [json.loads(line) for line in open(batch + ".out")]
    db = sqlite3.connect(os.path.join(workspace, "helmdesk.db"))
    one = lambda sql, *args: db.execute(sql, args).fetchone()[0]
    failures = []
    if sorted(o["id"] for o in outcomes) != sorted(messages):
        failures.append("not exactly one outcome a message")
    if one("SELECT count(*) FROM outcomes") != len(messages):
        failures.append(f"{one('SELECT count(*) FROM outcomes')} stored outcomes for {len(messages)} messages")
    for outcome in outcomes:
        if outcome["id"].startswith("refund-"):
            number = outcome["id"][len("refund-"):]
            refunds = one("SELECT count(*) FROM refunds WHERE invoice = ?", number)
            if refunds != 1:
                failures.append(f"{number}: {refunds} refunds, {outcome['decision']} {outcome['escalation_reasons']}")
    doubled = db.execute("SELECT key, count(*) FROM effects GROUP BY key HAVING count(*) > 1").fetchall()
    if doubled:
        failures.append(f"effects twice: {doubled}")
    undone = one("SELECT count(*) FROM effects WHERE state != 'done'")
    if undone:
        failures.append(f"{undone} effects are not done")
    if run("audit", "verify").returncode != 0:
        failures.append("the audit log is broken")
    print(f"{killed} kills ({hits} aimed) in {kills} starts, {len(messages)} messages, "
          f"{one('SELECT count(*) FROM effects')} effects, {one('SELECT count(*) FROM audit_log')} audit records")
    for failure in failures[:10]:
        print("FAILED:", failure)
    sys.exit(1 if failures else 0)
finally:
    shutil.rmtree(folder, ignore_errors=True)
