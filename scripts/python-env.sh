#!/usr/bin/env bash
# Makes .venv, with what the end-to-end tests drive the server with. Quick when nothing changed.
#   python-env.sh [--with-browser]     also the official browser client, Chromium and its driver
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The wheel of nicegui carries socket.io-client's bundle for browsers, 4.8.1; nothing else of it is used.
bundle=nicegui==3.18.0

command -v python3 >/dev/null || need_debian "the end-to-end tests are written in it" python3
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed, this is $(python3 --version)."
python3 -c 'import ensurepip, venv' 2>/dev/null || need_debian "to make a virtual environment" python3-venv

wanted=$(sha256sum EndToEnd/requirements.txt | cut -d' ' -f1)
if [ "$(cat .venv/wanted 2>/dev/null)" != "$wanted" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    step "Installing the end-to-end tests' Python packages into .venv"
    rm -rf .venv
    python3 -m venv .venv
    bounded 600 .venv/bin/pip install --quiet --disable-pip-version-check --requirement EndToEnd/requirements.txt </dev/null
    echo "$wanted" > .venv/wanted
fi

if [ "${1:-}" = --with-browser ]; then
    command -v chromium >/dev/null || need_debian "the official client runs in a real browser" chromium-headless-shell fonts-dejavu-core
    if ! compgen -G ".venv/wheels/${bundle/==/-}-*.whl" >/dev/null; then
        step "Downloading the wheel that carries the official browser client"
        rm -rf .venv/wheels
        bounded 300 .venv/bin/pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
            --dest .venv/wheels "$bundle" </dev/null
    fi
fi
