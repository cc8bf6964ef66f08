#!/usr/bin/env python3
"""Stands in for llama-server where a test needs faults that the real one does not have on demand.

Takes the command line that the desk gives, loads for a moment (503), wants its key, and answers a chat with the words
that it remembers: the whole of the slot, so that an answer tells what was said there before. POST /die ends it. The
file of the model may order it: {"load_s": 0.1, "cannot_load": true, "cannot_erase": true}. Notes its process in
FILE.pids.
"""
import json, os, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

if "--help" in sys.argv:
    print("-m FILE --host HOST --port PORT -c N -np N --slot-save-path PATH --offline")
    sys.exit(0)

given = dict(zip(sys.argv[1::1], sys.argv[2::1]))
with open(given["-m"], "rb") as file:
    orders = file.read().rsplit(b"\n", 1)
orders = json.loads(orders[1]) if len(orders) == 2 and orders[1].startswith(b"{") else {}
with open(given["-m"] + ".pids", "a") as pids:
    pids.write(f"{os.getpid()}\n")
if orders.get("cannot_load"):
    print("error: the architecture is not known")
    sys.exit(1)
ready_at = time.monotonic() + orders.get("load_s", 0.1)
slot = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind="application/json"):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refused(self):
        if time.monotonic() < ready_at:
            self.answer(503, {"error": {"code": 503, "message": "Loading model", "type": "unavailable_error"}})
            return True
        if self.path != "/health" and self.headers.get("Authorization") != "Bearer " + os.environ["LLAMA_API_KEY"]:
            self.answer(401, {"error": {"code": 401, "message": "Invalid API Key", "type": "authentication_error"}})
            return True
        return False

    def do_GET(self):
        if not self.refused():
            self.answer(200, {"status": "ok"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.refused():
            return
        if self.path == "/die":
            os._exit(3)
        if self.path.startswith("/slots/"):
            if orders.get("cannot_erase"):
                return self.answer(501, {"error": {"code": 501, "message": "not supported", "type": "x"}})
            slot.clear()
            return self.answer(200, {"id_slot": 0, "n_erased": 1})
        slot.extend(m["content"] for m in json.loads(body)["messages"] if m["role"] == "user")
        events = [{"choices": [{"index": 0, "delta": {"content": " ".join(slot)}, "finish_reason": None}]},
                  {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
                  {"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 5, "total_tokens": 10}}]
        stream = b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events)
        self.answer(200, stream + b"data: [DONE]\n\n", "text/event-stream")


ThreadingHTTPServer(("127.0.0.1", int(given["--port"])), Handler).serve_forever()
