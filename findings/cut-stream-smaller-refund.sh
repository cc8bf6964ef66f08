#!/usr/bin/env bash
# When a streamed model answer ends before its closing event, one expects the vendor's client to say so. Anthropic's
# Python SDK 2.14.0 does not: get_final_message() returns the message as far as it came, without stop_reason, and the
# arguments of a tool call are read by a parser that closes open brackets. {"invoice":"INV-1042","amount":120 came,
# the last digit and the bracket did not: the program gets the whole call with 120 in place of 1200. The same
# bytes make the vendor's TypeScript SDK 1.14.0 throw; OpenAI's Python SDK 3.57.0 keeps the arguments as broken text.
# It takes a gateway that ends the reply properly when its own source is lost, or a reply that ends with the connection.
# For a desk: arguments count only after message_stop and with stop_reason "tool_use"; an amount is checked by code.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet anthropic==2.14.0 openai==3.57.0
npm install --silent --no-audit --no-fund --prefix . @anthropic-ai/sdk@1.14.0

cat > typescript.cjs <<'JS'
const Anthropic = require("@anthropic-ai/sdk").default;
new Anthropic({ apiKey: "none", baseURL: process.argv[2] }).messages
    .stream({ model: "m", max_tokens: 99, messages: [{ role: "user", content: "refund" }] }).finalMessage()
    .then((message) => console.log("returned", JSON.stringify(message.content)))
    .catch((error) => console.log("threw", error.message));
JS
cat > cut.py <<'PY'
import http.server, json, subprocess, threading
import anthropic, openai

partial = '{"invoice":"INV-1042","amount":120'
ask = [{"role": "user", "content": "refund"}]

def event(kind, **fields):
    return f"event: {kind}\ndata: {json.dumps(dict(fields, type=kind))}\n\n"

start = {"id": "m1", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None,
         "stop_sequence": None, "usage": {"input_tokens": 1, "output_tokens": 1}}
tool = {"type": "tool_use", "id": "t1", "name": "refund", "input": {}}
messages = (event("message_start", message=start) + event("content_block_start", index=0, content_block=tool) +
            event("content_block_delta", index=0, delta={"type": "input_json_delta", "partial_json": partial}))
call = {"index": 0, "id": "t1", "type": "function", "function": {"name": "refund", "arguments": partial}}
chat = "data: " + json.dumps({"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [
    {"index": 0, "finish_reason": None, "delta": {"role": "assistant", "tool_calls": [call]}}]}) + "\n\n"

class Gateway(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write((messages if self.path.endswith("messages") else chat).encode())

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"

client = anthropic.Anthropic(api_key="none", base_url=address)
with client.messages.stream(model="m", max_tokens=99, messages=ask) as stream:
    message = stream.get_final_message()
print("anthropic", anthropic.__version__, message.content[0].input, "stop_reason", message.stop_reason)
assert message.content[0].input == {"invoice": "INV-1042", "amount": 120}, "behaviour changed"
assert message.stop_reason is None, "behaviour changed"

client = openai.OpenAI(api_key="none", base_url=address + "/v1")
with client.chat.completions.stream(model="m", messages=ask) as stream:
    choice = stream.get_final_completion().choices[0]
arguments = choice.message.tool_calls[0].function.arguments
print("openai", openai.__version__, arguments, "finish_reason", choice.finish_reason)
assert arguments == partial and choice.finish_reason is None, "behaviour changed"

said = subprocess.run(["node", "typescript.cjs", address], capture_output=True, text=True, check=True).stdout
print("@anthropic-ai/sdk 1.14.0", said.strip())
assert said.startswith("threw"), "behaviour changed"
PY
venv/bin/python cut.py
echo "As described: a call that was cut is handed over as a whole one."
