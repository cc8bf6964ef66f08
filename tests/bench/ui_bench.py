#!/usr/bin/env python3
"""Measures how soon the console's window is there and how it scrolls, under Xvfb, beside a plain Qt window.

ui_bench.py BIN_DIR [--conversations N]... [--runs R]

For each number of conversations a workspace is made, and the window started R times in turn with a plain one.
Prints one JSON document: medians and bests over the runs, and the best, middle and worst p99 of scrolling.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument("bin_dir")
parser.add_argument("--conversations", type=int, action="append")
parser.add_argument("--runs", type=int, default=5)
arguments = parser.parse_args()
ctl = os.path.join(arguments.bin_dir, "helmdeskctl")
bench = os.path.join(arguments.bin_dir, "helmdesk_ui_bench")
folder = tempfile.mkdtemp()


def measure(*words):
    environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", HOME=folder, XDG_CONFIG_HOME=folder,
                       XDG_DATA_HOME=folder, HELMDESK_STARTED_NS=str(time.monotonic_ns()))
    done = subprocess.run([bench, *words], env=environment, stdout=subprocess.PIPE, timeout=180, check=True)
    return json.loads(done.stdout)


screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
try:
    display = ":" + screen.stdout.readline().decode().strip()
    report = {}
    for count in arguments.conversations or [10_000, 100_000]:
        workspace = os.path.join(folder, f"w{count}")
        os.mkdir(workspace)
        for command in (["init"], ["kb", "import", os.path.join(arguments.bin_dir, "../share/helmdesk/kb")],
                        ["bench", "fill", "--conversations", str(count)]):
            subprocess.run([ctl, "--data", workspace, *command], check=True, stdout=subprocess.DEVNULL)
        plain, desk = [], []
        for _ in range(arguments.runs):
            plain.append(measure("plain"))
            desk.append(measure("desk", workspace))
        median = lambda runs, name: round(statistics.median(run[name] for run in runs), 1)
        best = lambda runs, name: round(min(run[name] for run in runs), 1)
        p99 = sorted(run["scroll_ms"]["p99"] for run in desk)
        report[str(count)] = {
            "plain_window_ms": median(plain, "first_window_ms"),
            "first_window_ms": median(desk, "first_window_ms"),
            "usable_ms": median(desk, "usable_ms"),
            "first_window_cpu_ms": {"plain": median(plain, "first_window_cpu_ms"),
                                    "console": median(desk, "first_window_cpu_ms")},
            "best_ms": {"plain": best(plain, "first_window_ms"), "first_window": best(desk, "first_window_ms"),
                        "usable": best(desk, "usable_ms")},
            "engine_ready_ms": median(desk, "engine_ready_ms"),
            "scroll_frame_ms": {"p50": round(statistics.median(run["scroll_ms"]["p50"] for run in desk), 2),
                                "p99_best_run": round(p99[0], 2), "p99_median_run": round(statistics.median(p99), 2),
                                "p99_worst_run": round(p99[-1], 2),
                                "max": round(max(run["scroll_ms"]["max"] for run in desk), 2)},
            "rows_scrolled": median(desk, "rows_loaded"),
            "pss_mb": median(desk, "pss_mb"),
            "articles_found": desk[-1]["articles_found"],
        }
    print(json.dumps(report, indent=2))
finally:
    screen.terminate()
    screen.wait()
    shutil.rmtree(folder, ignore_errors=True)
