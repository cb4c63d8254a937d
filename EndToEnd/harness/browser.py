"""A headless Chromium, and the origin that serves it the test page."""

import os
import shutil
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent / "browser"
WHEELS = Path(__file__).resolve().parents[2] / ".venv" / "wheels"
BUNDLE = "nicegui/static/socket.io.min.js"


def chromium() -> str:
    """`CHROMIUM` if set, else what Debian's packages install."""
    names = [os.environ.get("CHROMIUM"), "chromium-headless-shell", "chromium"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium here: apt-get install chromium-headless-shell"
    return found


def official_client() -> bytes:
    """socket.io-client's own bundle for browsers, out of the wheel that `./check` downloads."""
    wheel = next(WHEELS.glob("nicegui-*.whl"), None)
    assert wheel, "no wheel with the official client: scripts/python-env.sh downloads it"
    with zipfile.ZipFile(wheel) as archive:
        script = archive.read(BUNDLE)
    assert b"Socket.IO v4.8" in script[:200], script[:200]
    return script


class FrontEnd:
    """Serves the page from an origin of its own, another than the server's: the browser's rules apply."""

    def __init__(self):
        client = official_client()

        class Pages(SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(PAGES))

            def do_GET(self):
                if self.path != "/socket.io.min.js":
                    return super().do_GET()
                self.send_response(200)
                self.send_header("Content-Type", "text/javascript")
                self.send_header("Content-Length", str(len(client)))
                self.end_headers()
                self.wfile.write(client)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
        self.port = self._server.server_port
        self.origin = f"http://localhost:{self.port}"
        # The same page at another name is another origin.
        self.stranger = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
