#!/bin/sh
# The tools of Stripe against stripe-mock, which checks addresses, parameters and headers by Stripe's own
# description and answers with samples. It knows no state: the rules of refunds are proven by the double in
# tst_stripe.cpp.
#
# tests/outside/with_stripe_mock.sh build/release/bin
# Needs go, python3 and the network. Exit 0 when all of it worked.
set -eu
bin=$(cd "${1:?the folder of the programs}" && pwd)
work=$(mktemp -d)
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf "$work"' EXIT
GOBIN="$work" go install github.com/stripe/stripe-mock@v0.197.0
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$work/stripe-mock" -http-port "$port" > "$work/log" 2>&1 &
mock=$!
export HELMDESK_KEY_TOOL_STRIPE=sk_test_123
desk() { "$bin/helmdeskctl" --data "$work/desk" "$@" > /dev/null; }
desk init --demo
desk tools add-stripe --origin "http://127.0.0.1:$port"
for tool in stripe_list_invoices stripe_get_invoice stripe_list_payments stripe_list_subscriptions; do
    desk tools approval "$tool" off
done
python3 - "$bin/helmdeskctl" "$work/desk" <<'PY'
import json
import subprocess
import sys

desk = subprocess.Popen([sys.argv[1], "--data", sys.argv[2], "tools", "serve-mcp", "--customer", "cus_1001"],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def call(name, args):
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": name, "arguments": args}}
    desk.stdin.write(json.dumps(message) + "\n")
    desk.stdin.flush()
    return json.loads(desk.stdout.readline())["result"]


for name, args in (("stripe_list_invoices", {"status": "paid", "limit": 3}), ("stripe_list_payments", {"limit": 1}),
                   ("stripe_list_subscriptions", {})):
    result = call(name, args)
    assert not result["isError"], (name, result)
    assert result["structuredContent"]["items"][0]["id"], result
    print(name, "well")
foreign = call("stripe_get_invoice", {"invoice_id": "in_123"})
assert foreign["isError"], foreign  # the sample is of another customer
print("stripe_get_invoice keeps another customer's from sight")
PY
echo "all well"
