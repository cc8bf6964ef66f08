#!/usr/bin/env python3
"""An MCP server for tests that behaves as badly as they want, over standard input and output or over HTTP.

mcp_double.py ERA LOG [--http]: ERA is legacy or modern; each effect is a line of the file LOG.
"""
import http.server
import json
import os
import sys
import threading

ERA, LOG = sys.argv[1], sys.argv[2]
LEGACY, MODERN = "2025-11-25", "2026-07-28"
TEXT = {"type": "object", "properties": {"text": {"type": "string"}}}
state = {"description": "Says it again.", "late": [], "out": None}


def tool(name, **more):
    return {"name": name, "description": name, "inputSchema": TEXT, **more}


def tools():
    return [
        {**tool("echo", annotations={"readOnlyHint": True}), "description": state["description"]},
        tool("note"), tool("fails"), tool("internal"), tool("zero"), tool("empty"), tool("late"), tool("die"),
        tool("broken", outputSchema={"type": "object", "required": ["sum"]}),
        tool("structured", outputSchema={"type": "object", "required": ["sum"]}),
        tool("change"), tool("environment"), tool("big"), tool("links"),
        {**tool("strange name/1"), "description": "A name that models do not take."},
    ]


def effect(what):
    with open(LOG, "a") as log:
        log.write(what + "\n")


def text(words, **more):
    return {"content": [{"type": "text", "text": words}], **more}


def call(params):
    """The result, or an error as (code, message), or None: no answer yet."""
    name, args = params.get("name"), params.get("arguments") or {}
    if name not in [one["name"] for one in tools()]:
        return (-32602, "unknown tool")
    if name == "echo":
        return text(args.get("text", ""))
    if name == "environment":
        return text(" ".join(sorted(os.environ)))
    if name == "empty":
        return {"content": []}
    if name == "big":
        return text("x" * 200000)
    if name == "links":
        return {"content": [{"type": "resource_link", "uri": "shop://1", "name": "one"},
                            {"type": "image", "mimeType": "image/png", "data": "AAAA"}]}
    effect(name + " " + args.get("text", ""))
    if name == "fails":
        return text("the shelf is empty", isError=True)
    if name == "internal":
        return (-32603, "something broke")
    if name == "zero":
        return (0, "something broke")
    if name == "broken":
        return text("{}", structuredContent={"other": 1})
    if name == "structured":
        return text('{"sum": 3}', structuredContent={"sum": 3})
    if name == "change":
        state["description"] = "Says it again, and tells others."
        return text("changed")
    if name == "die":
        os._exit(3)
    if name == "late":
        return None
    return text("noted")


def answer(message):
    """The answer, or None."""
    method, params = message.get("method"), message.get("params") or {}
    if method == "notifications/cancelled":
        for late in [one for one in state["late"] if one == params.get("requestId")]:
            state["late"].remove(late)
            return {"jsonrpc": "2.0", "id": late, "result": finished(text("noted late"))}
        return None
    if "id" not in message or method is None:
        return None

    def failed(code, words, **more):
        return {"jsonrpc": "2.0", "id": message["id"], "error": {"code": code, "message": words, **more}}

    if method == "server/discover" and ERA == "modern":
        result = {"supportedVersions": [MODERN], "capabilities": {"tools": {}}}
    elif method == "initialize" and ERA == "legacy":
        result = {"protocolVersion": LEGACY, "capabilities": {"tools": {"listChanged": True}},
                  "serverInfo": {"name": "double", "version": "1"}}
    elif method == "tools/list":
        whole, at = tools(), int(params.get("cursor") or 0)
        result = {"tools": whole[at:at + 4]}
        if at + 4 < len(whole):
            result["nextCursor"] = str(at + 4)
    elif method == "tools/call":
        result = call(params)
        if result is None:
            state["late"].append(message["id"])
            return None
        if isinstance(result, tuple):
            return failed(*result)
    else:
        return failed(-32601, "no such method")
    return {"jsonrpc": "2.0", "id": message["id"], "result": finished(result)}


def finished(result):
    return {**result, "resultType": "complete"} if ERA == "modern" else result


def serve_stdio():
    def say(message):
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()

    print("this is no message", flush=True)
    print("ready to err", file=sys.stderr, flush=True)
    for line in sys.stdin:
        message = json.loads(line)
        if message.get("method") == "notifications/initialized":
            say({"jsonrpc": "2.0", "id": 1, "method": "ping"})
        before = state["description"]
        reply = answer(message)
        if state["description"] != before:
            say({"jsonrpc": "2.0", "method": "notifications/tools/list_changed"})
        if reply is not None:
            say(reply)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if ERA == "legacy" and message.get("method") not in ("initialize", "server/discover"):
            if self.headers.get("Mcp-Session-Id") != "session-1" or not self.headers.get("MCP-Protocol-Version"):
                return self.send(400, {"error": {"code": 0, "message": "no session"}}, bare=True)
        if ERA == "modern" and message.get("method") == "tools/call":
            if self.headers.get("Mcp-Method") != "tools/call" or not self.headers.get("Mcp-Name"):
                return self.send(400, {"jsonrpc": "2.0", "id": message["id"],
                                       "error": {"code": -32020, "message": "header"}})
        if message.get("method") == "tools/call" and (message["params"].get("name") == "die"):
            effect("die")
            self.close_connection = True
            return self.connection.close()
        reply = answer(message)
        if reply is None:
            self.send_response(202)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif message.get("method") == "tools/call":
            body = ": hello\n\nid: 1\ndata:\n\nevent: message\ndata: " + json.dumps(reply) + "\n\n"
            self.send(200, body, "text/event-stream")
        else:
            self.send(200, reply)

    def do_DELETE(self):
        effect("bye " + self.headers.get("Mcp-Session-Id", ""))
        self.send(200, {})

    def send(self, status, body, kind="application/json", bare=False):
        data = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain" if bare else kind)
        self.send_header("Content-Length", str(len(data)))
        if ERA == "legacy" and isinstance(body, dict) and "serverInfo" in body.get("result", {}):
            self.send_header("Mcp-Session-Id", "session-1")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def serve_http():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    serve_http() if "--http" in sys.argv else serve_stdio()
