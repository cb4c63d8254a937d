#!/usr/bin/env bash
# Stops what start-llm.sh started, by its process id. Nothing running is fine.
set -euo pipefail
home=${LLM_HOME:-$HOME/.cache/resumepro-llm}
[ -s "$home/pid" ] || exit 0
pid=$(cat "$home/pid")
if grep -qzF "$home/serve.py" "/proc/$pid/cmdline" 2>/dev/null; then # never a stranger that got the same id
    kill "$pid"
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null || true
fi
rm -f "$home/pid"
