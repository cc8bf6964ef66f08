"""How much the desk carries: a batch, chats, and programs that post."""
import json, os, subprocess, threading, time

from desk import Desk, cpu_of, quantile

wordings = ["Has invoice INV-1042 been paid?", "What does the Pro plan cost?", "How do I export a board as CSV?",
            "I forgot my password, please reset it.", "The app shows error E-1204 since this morning.",
            "Please cancel my subscription at the end of the month.", "I want to talk to a person.",
            "My card 4242 4242 4242 4242 was charged twice.", "Where can I see my invoices?", "Thanks, that helped."]


def write_batch(path, count, start=0):
    with open(path, "w") as out:
        for i in range(start, start + count):
            out.write(json.dumps({"id": f"load-{i}", "customer": "cus_1001", "conversation": f"c-{i}", "channel": "chat",
                                  "text": wordings[i % len(wordings)]}) + "\n")


def batch(options, folder, report):
    desk = Desk(options.bin, folder)
    if options.before:
        fill(desk, options.before)
    path = os.path.join(folder, "batch.jsonl")
    warm = os.path.join(folder, "warm.jsonl")
    write_batch(warm, 1, start=10**9)
    write_batch(path, options.messages)
    fixed = measured(desk, warm)  # loading the engine belongs to no message
    spent, peak, seconds = measured(desk, path)
    each = (spent - fixed[0]) / options.messages * 1000
    report.figure("batch", f"processor a message, {options.messages} messages, {options.before} conversations before",
                  each, "ms", "5.0 ms at 100,000 before")
    report.figure("batch", "memory at most", peak, "MB", "76 MB")
    report.figure("batch", "messages a second", options.messages / seconds, "/s")
    report.held("batch", "one outcome a message",
                desk.one("SELECT count(*) FROM outcomes o JOIN messages m ON m.id = o.message "
                         "WHERE m.external_id LIKE 'load-%'") == options.messages + 1)
    report.held("batch", "the audit log is whole", "intact" in desk.run("audit", "verify"))


def fill(desk, count):
    """Answered conversations of long ago, straight into the store."""
    have = desk.one("SELECT ifnull(max(id), 0) FROM conversations")
    desk.change("INSERT INTO conversations (id, channel, key, customer, subject, status, created, updated, snippet)"
                " VALUES (?, 'chat', ?, NULL, '', 'resolved', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', ?)",
                [(have + i, f"old-{i}", wordings[i % len(wordings)]) for i in range(1, count + 1)])
    desk.change("INSERT INTO messages (conversation, channel, author, text, at)"
                " VALUES (?, 'chat', 'operator', ?, '2026-01-01T00:00:00.000Z')",
                [(have + i, wordings[i % len(wordings)]) for i in range(1, count + 1)])


def measured(desk, path):
    """Seconds of processor, peak of memory in MB and seconds of one `run`."""
    began = time.monotonic()
    process = subprocess.Popen([desk.ctl, "--data", desk.folder, "run", "--input", path, "--output", path + ".out"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError("run failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - began


def chats(options, folder, report):
    """Visitors that post three messages each and poll for their replies."""
    desk = Desk(options.bin, folder)
    program = desk.serve()
    posts, replies, failures, lock = [], [], [], threading.Lock()

    def visitor(number):
        client = desk.client()
        while True:
            status, begun = client.ask("POST", "/chat/sessions", {})
            if status != 429:
                break
            time.sleep(1)
        base = "/chat/sessions/" + begun.get("token", "-") + "/messages"
        after = 0
        for turn in range(3):
            began = time.monotonic()
            status, taken = client.ask("POST", base, {"text": wordings[(number + turn) % len(wordings)],
                                                      "id": f"{number}-{turn}"})
            with lock:
                posts.append((time.monotonic() - began) * 1000)
            if status != 202:
                with lock:
                    failures.append(status)
                continue
            end = time.monotonic() + 60
            while time.monotonic() < end:
                status, page = client.ask("GET", f"{base}?after={after}")
                news = page.get("messages", [])
                after = max([after] + [message["id"] for message in news])
                if any(message["author"] != "customer" for message in news):
                    with lock:
                        replies.append(time.monotonic() - began)
                    break
                time.sleep(0.3)
        client.close()

    threads = [threading.Thread(target=visitor, args=(i,)) for i in range(options.chats)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    peak = cpu_of(program.pid)[1]
    report.figure("chats", f"post, median, {options.chats} chats x 3", quantile(posts, 0.5), "ms", "1 to 2 ms")
    report.figure("chats", "post, p99", quantile(posts, 0.99), "ms", "28 ms")
    report.figure("chats", "reply, median (with the time to join messages)", quantile(replies, 0.5), "s", "1.5 s")
    report.figure("chats", "memory at most", peak, "MB", "66 MB")
    report.held("chats", "every post was taken", not failures, str(failures[:5]) if failures else "")
    report.held("chats", "no message was stored twice",
                desk.one("SELECT count(*) FROM messages WHERE author = 'customer' AND channel = 'chat' "
                         "AND external_id IS NOT NULL") ==
                desk.one("SELECT count(DISTINCT external_id) FROM messages WHERE author = 'customer' "
                         "AND channel = 'chat' AND external_id IS NOT NULL"))
    report.held("chats", "it ends in order", desk.end(program) == 0)
    desk.close()


def posts(options, folder, report):
    """Sixteen programs that post as fast as they are let, over the API."""
    desk = Desk(options.bin, folder)
    fill(desk, options.before)
    program = desk.serve()
    times, refused, lock = [], [0], threading.Lock()
    count = max(20, options.messages // 100)

    def writer(number):
        client = desk.client()
        for i in range(count):
            began = time.monotonic()
            status, _ = client.ask("POST", "/api/v1/messages", {"text": wordings[i % len(wordings)],
                                                                "id": f"{number}-{i}", "conversation": f"p-{number}-{i}"})
            with lock:
                times.append((time.monotonic() - began) * 1000)
                refused[0] += status == 429
            if status == 429:
                time.sleep(1)
        client.close()

    began = time.monotonic()
    threads = [threading.Thread(target=writer, args=(i,)) for i in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report.figure("posts", f"post, median, 16 writers, {options.before} before", quantile(times, 0.5), "ms", "3 ms")
    report.figure("posts", "post, p99", quantile(times, 0.99), "ms", "44 ms")
    report.figure("posts", "refused by the limit", refused[0], "posts")
    settled = desk.settle(600)
    answered = desk.one("SELECT count(*) FROM outcomes")
    report.figure("posts", "answers a second, end to end", answered / (time.monotonic() - began), "/s",
                  "285 /s without the limit of posts")
    report.held("posts", "every message was answered", settled)
    desk.end(program)
    desk.close()
