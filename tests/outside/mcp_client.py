#!/usr/bin/env python3
"""An outside agent that uses the desk's tools: the client of the PyPI package "mcp".

mcp_client.py HELMDESKCTL WORKSPACE CUSTOMER
Lists the tools, reads the customer's invoices, and asks for a refund that a person has to allow. Prints what
came back as one JSON document; ends with 1 where something is not as it should be.
"""
import asyncio
import json
import subprocess
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


def structured(result):
    return getattr(result, "structured_content", None) or getattr(result, "structuredContent", None)


def is_error(result):
    return bool(getattr(result, "is_error", None) or getattr(result, "isError", None))


async def main(program, folder, customer):
    server = StdioServerParameters(command=program,
                                   args=["--data", folder, "tools", "serve-mcp", "--customer", customer])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        names = sorted(tool.name for tool in (await session.list_tools()).tools)
        invoices = await session.call_tool("check_invoice", {})
        refund = {"invoice_id": "INV-1050", "amount_minor": 24900, "currency": "USD", "reason": "asked for"}
        waiting = await session.call_tool("process_refund", refund)
        approval = (structured(waiting) or {}).get("approval")
        still = await session.call_tool("process_refund", refund)
        subprocess.run([program, "--data", folder, "approve", str(approval)], check=True,
                       stdout=subprocess.DEVNULL)
        done = await session.call_tool("process_refund", refund)
        again = await session.call_tool("process_refund", refund)
        foreign = await session.call_tool("check_invoice", {"invoice_id": "INV-1042"})
        told = {"tools": names, "invoices": structured(invoices), "waiting": structured(waiting),
                "done": structured(done), "foreign": structured(foreign)}
        told["ok"] = ("process_refund" in names and not is_error(invoices) and is_error(waiting)
                      and is_error(still) and not is_error(done)
                      and structured(again) == structured(done)
                      and not (structured(foreign) or {}).get("invoices"))
        print(json.dumps(told, indent=2))
        return 0 if told["ok"] else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:4])))
