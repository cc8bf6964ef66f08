"""A workspace and the programs on it, for the load and fault scenarios."""
import http.client, json, os, resource, signal, sqlite3, subprocess, time


class Report:
    """One table: what was measured, beside what it was in November 2026, and what must hold."""

    def __init__(self):
        self.rows, self.all_held = [], True

    def figure(self, part, what, value, unit, before=""):
        self.rows.append((part, what, f"{value:,.1f} {unit}", before))

    def held(self, part, what, holds, detail=""):
        self.all_held = self.all_held and bool(holds)
        self.rows.append((part, what, "held" if holds else "DID NOT HOLD", detail))

    def skipped(self, part, why):
        self.rows.append((part, "skipped", why, ""))

    def show(self):
        rows = [("part", "what", "value", "before / detail"), *self.rows]
        widths = [max(len(str(row[i])) for row in rows) for i in range(4)]
        for row in rows:
            print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())


class Desk:
    """A demo workspace in `folder`/w. Programs it started are ended by close()."""

    def __init__(self, bin_dir, folder, init=True):
        self.ctl = os.path.join(bin_dir, "helmdeskctl")
        self.folder = os.path.join(folder, "w")
        self.started = []
        if init:
            self.run("init", "--demo")

    def run(self, *args, **options):
        done = subprocess.run([self.ctl, "--data", self.folder, *args], capture_output=True, text=True, timeout=7200,
                              **options)
        if done.returncode != 0:
            raise RuntimeError(f"{args[0]}: {done.stderr.strip()[-300:]}")
        return done.stdout

    def all_auto(self):
        for name in ("billing", "account", "technical"):
            self.run("set", f"modes.{name}", "auto")

    def serve(self, environment=None, descriptors=None, must_start=True):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
        process = subprocess.Popen([self.ctl, "--data", self.folder, "--json", "serve"], stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True, env={**os.environ, **(environment or {})},
                                   preexec_fn=limit)
        self.started.append(process)
        text = ""
        for line in process.stdout:
            text += line
            try:
                self.url = json.loads(text)["url"]
                break
            except ValueError:
                continue
        else:
            if must_start:
                raise RuntimeError("serve did not start")
            return process
        self.port = int(self.url.rsplit(":", 1)[1])
        self.token = open(os.path.join(self.folder, "http.key")).readline().strip()
        return process

    def end(self, process, how=signal.SIGTERM):
        if process.poll() is None:
            process.send_signal(how)
        try:
            return process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def close(self):
        for process in self.started:
            self.end(process, signal.SIGKILL)

    def client(self, timeout=30):
        return Client(self, timeout)

    def one(self, sql, *args):
        with sqlite3.connect(f"file:{self.folder}/helmdesk.db?mode=ro", uri=True, timeout=30) as db:
            return db.execute(sql, args).fetchone()[0]

    def change(self, sql, rows):
        with sqlite3.connect(os.path.join(self.folder, "helmdesk.db"), timeout=30) as db:
            db.executemany(sql, rows)

    def invoices(self, numbers):
        self.change("INSERT OR IGNORE INTO invoices (id, customer, issued, due, amount_minor, currency, status, description)"
                    " VALUES (?, 'cus_1001', '2026-11-03', '2026-11-17', 100, 'USD', 'paid', 'Add-on')",
                    [(number,) for number in numbers])

    def settle(self, seconds=120):
        """Until every message has its outcome."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.one("SELECT count(*) FROM waiting_messages w JOIN messages m ON m.id = w.message "
                        "WHERE m.author = 'customer'") == 0:
                return True
            time.sleep(0.2)
        return False


class Client:
    """One kept connection to the HTTP inbox."""

    def __init__(self, desk, timeout):
        self.connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=timeout)
        self.bearer = desk.token

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + self.bearer}
        try:
            self.connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return 0, {}
        try:
            return answer.status, json.loads(content or b"{}")
        except ValueError:
            return answer.status, {}

    def close(self):
        self.connection.close()


def cpu_of(pid):
    """Seconds of processor and megabytes at most, of a running program; zeros where that cannot be told."""
    try:
        fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
        peak = [line for line in open(f"/proc/{pid}/status") if line.startswith("VmHWM")]
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(peak[0].split()[1]) / 1024
    except (OSError, IndexError):
        return 0.0, 0.0


def quantile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))] if values else 0.0
