#!/usr/bin/env bash
# A tool that takes either a whole refund or a partial one has a union in its arguments. The official TypeScript SDK of
# MCP, 1.32.2, with zod 4.6.7 publishes it to the model as "anyOf" of two objects without "additionalProperties":
# false, so a call with an amount is valid JSON Schema (ajv 8.20.0 agrees) and one expects the tool to get that amount.
# The SDK hands over what zod parsed: the first member that fits wins, and what this member does not know is cut off.
# With the simpler member first the amount is gone and the call succeeds, as a refund of everything; with the members
# the other way round it arrives. An argument that is misspelt ("amount_cents") goes the same way. As outputSchema the
# same objects are published with "additionalProperties": false, so one who looks there takes them for strict.
# The Python SDK, mcp 2.3.0, takes the richer member, but only if it fits: an amount of 12.5 where whole cents are
# wanted makes the call a refund of everything instead of an error.
# For a desk: order the members from the richest to the poorest, or use z.strictObject throughout and look at the
# published schema. A desk that checks a call with the published schema alone sees nothing wrong.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet mcp==2.3.0
npm install --silent --no-audit --no-fund --prefix . @modelcontextprotocol/sdk@1.32.2 zod@4.6.7 ajv@8.20.0

cat > call.mjs <<'JS'
import assert from "assert";
import Ajv from "ajv";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const whole = (object) => object({ invoice: z.string() });
const partial = (object) => object({ invoice: z.string(), amount_minor: z.number().int() });
const tools = {
    poorest_first: { refund: z.union([whole(z.object), partial(z.object)]) },
    richest_first: { refund: z.union([partial(z.object), whole(z.object)]) },
    strict: { refund: z.union([whole(z.strictObject), partial(z.strictObject)]) },
};
let received;
const server = new McpServer({ name: "desk", version: "1" });
for (const [name, inputSchema] of Object.entries(tools)) {
    const config = { description: "Refunds an invoice", inputSchema, outputSchema: inputSchema };
    server.registerTool(name, config, async ({ refund }) => {
        received = refund;
        return { content: [{ type: "text", text: "done" }], structuredContent: { refund } };
    });
}
const client = new Client({ name: "agent", version: "1" });
const [left, right] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(left), client.connect(right)]);

const listed = (await client.listTools()).tools;
const published = Object.fromEntries(listed.map((tool) => [tool.name, tool.inputSchema]));
const isClosed = (schema) => schema.properties.refund.anyOf.map((member) => member.additionalProperties === false);
assert.deepStrictEqual(listed.map((tool) => isClosed(tool.outputSchema)), Array(3).fill([true, true]),
                       "behaviour changed");
assert.deepStrictEqual(listed.map((tool) => isClosed(tool.inputSchema)),
                       [[false, false], [false, false], [true, true]], "behaviour changed");
const ajv = new Ajv();
async function call(name, refund) {
    received = undefined;
    const isValid = ajv.validate(published[name], { refund });
    const answer = await client.callTool({ name, arguments: { refund } });
    console.log(name, JSON.stringify(refund), "valid:", isValid, "error:", answer.isError === true,
                "tool gets:", JSON.stringify(received));
    return { isValid, isError: answer.isError === true, received };
}
console.log("published:", JSON.stringify(published.poorest_first.properties.refund));
const partialCall = { invoice: "INV-1042", amount_minor: 1200 };
const misspelt = { invoice: "INV-1042", amount_cents: 1200 };
const cut = { isValid: true, isError: false, received: { invoice: "INV-1042" } };
assert.deepStrictEqual(await call("poorest_first", partialCall), cut, "behaviour changed");
assert.deepStrictEqual(await call("poorest_first", misspelt), cut, "behaviour changed");
assert.deepStrictEqual(await call("richest_first", partialCall), { ...cut, received: partialCall },
                       "behaviour changed");
assert.deepStrictEqual(await call("richest_first", misspelt), cut, "behaviour changed");
assert.deepStrictEqual(await call("strict", partialCall), { ...cut, received: partialCall }, "behaviour changed");
assert.deepStrictEqual(await call("strict", misspelt), { isValid: false, isError: true, received: undefined },
                       "behaviour changed");
await client.close();
JS
node call.mjs

cat > call.py <<'PY'
import asyncio
from importlib.metadata import version
from mcp import Client
from mcp.server.mcpserver import MCPServer
from pydantic import BaseModel

class Whole(BaseModel):
    invoice: str

class Partial(BaseModel):
    invoice: str
    amount_minor: int

server = MCPServer("desk")
received = []

@server.tool()
def refund(refund: Whole | Partial) -> str:
    received.append(refund)
    return "done"

async def main():
    async with Client(server) as client:
        for amount in (1200, 12.5):
            call = {"invoice": "INV-1042", "amount_minor": amount}
            answer = await client.call_tool("refund", {"refund": call})
            print("mcp", version("mcp"), call, "error:", answer.is_error, "tool gets:", repr(received[-1]))
            assert not answer.is_error, "behaviour changed"

asyncio.run(main())
assert received == [Partial(invoice="INV-1042", amount_minor=1200), Whole(invoice="INV-1042")], "behaviour changed"
PY
venv/bin/python call.py
echo "As described: a partial refund arrives as a whole one."
