#!/bin/sh
# The desk and real peers of the Model Context Protocol, fetched for it into a folder of their own:
#   the reference server of npm as a program and over HTTP, with the desk as the client;
#   the client of the PyPI package, with the desk as the server.
#
# tests/outside/with_real_peers.sh build/release/bin
# Needs node, npm, python3 and the network. Exit 0 when all of it worked.
set -eu
bin=$(cd "${1:?the folder of the programs}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
desk() { "$bin/helmdeskctl" --data "$work/desk" "$@"; }
expect() { # a text that the last output must hold
    grep -q "$1" "$work/out" || { echo "missing: $1"; cat "$work/out"; exit 1; }
}

npm --prefix "$work" install --ignore-scripts --no-audit --no-fund --silent @modelcontextprotocol/server-everything@2026.8.31
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet mcp==2.3.0
desk init --demo > /dev/null
everything="$work/node_modules/@modelcontextprotocol/server-everything/dist/index.js"

echo "the reference server as a program"
desk mcp add everything -- node "$everything" stdio > "$work/out"
expect everything__echo
desk mcp consent everything --tool echo --reads > "$work/out"
expect "on, waits for a person"
desk mcp list --refresh > "$work/out"
expect "everything__get-sum (write): new, off"

echo "the reference server over HTTP"
port=$("$work/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
PORT=$port node "$everything" streamableHttp > "$work/server.log" 2>&1 &
server=$!
tries=0
until desk mcp add web --url "http://127.0.0.1:$port/mcp" --allow-private > "$work/out" 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 20 ] || { cat "$work/out" "$work/server.log"; exit 1; }
done
expect web__echo

echo "the desk as a server"
"$work/venv/bin/python" "$here/mcp_client.py" "$bin/helmdeskctl" "$work/desk" cus_1002 > "$work/out" || { cat "$work/out"; exit 1; }
expect '"ok": true'
echo "all well"
