"""Servers, people and resumes for the tests; what a server logged is shown when a test of it fails."""

import re
import shutil
from pathlib import Path

import pytest
from fake_openai import FakeModel
from harness.person import Person
from harness.process import ServerProcess
from harness.protocol_server import ProtocolServer, build
from harness.with_model import MODEL, check_log, settings

HERE = Path(__file__).parent
ARTEFACTS = HERE / "artefacts"
RESUMES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "resumes").glob("*.txt"))}


class Servers:
    """Starts servers and stops those that it started."""

    def __init__(self, directories):
        self._directories = directories
        self.running: list[ServerProcess] = []

    def start(self, **settings: str) -> ServerProcess:
        return self._start(ServerProcess(self._directories.mktemp("server"), **settings))

    def start_protocol(self, mode: str, *arguments: str) -> ProtocolServer:
        return self._start(ProtocolServer(self._directories.mktemp(mode), mode, *arguments))

    def _start(self, server):
        self.running.append(server)
        return server.start()

    def stop(self) -> None:
        """Stops all; a server that had died, or does not end by itself with 0, is a failure."""
        codes = [server.stop() for server in self.running if server.process]
        logs = "\n".join(server.log[-2000:] for server in self.running)
        self.running.clear()
        assert all(code == 0 for code in codes), f"servers ended with {codes}:\n{logs}"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One server for a module: no model, all defaults."""
    servers = Servers(tmp_path_factory)
    yield servers.start()
    servers.stop()


@pytest.fixture(scope="module")
def model():
    """The fake model of a module's `model_server`."""
    model = FakeModel(MODEL)
    yield model
    model.close()


@pytest.fixture(scope="module")
def model_server(tmp_path_factory, model):
    """A module names it `server` to have its people talk to a server with a model."""
    servers = Servers(tmp_path_factory)
    server = servers.start(**settings(model, LOG_LEVEL="trace"))
    yield server
    servers.stop()
    check_log(server.log)


@pytest.fixture
def servers(tmp_path_factory):
    """For tests that need a server of their own, with settings of their own."""
    own = Servers(tmp_path_factory)
    yield own
    own.stop()


@pytest.fixture(scope="module")
def protocol_server(tmp_path_factory):
    """`protocol_server("echo", "--ping-interval", "300")` starts a ProtocolServer for a module."""
    servers = Servers(tmp_path_factory)
    yield servers.start_protocol
    servers.stop()


@pytest.fixture(autouse=True)
def survivor(request):
    """The process that a test talked to is alive afterwards."""
    yield
    if "server" in request.fixturenames and not request.node.get_closest_marker("ends_server"):
        server = request.getfixturevalue("server")
        assert server.alive, f"the server died with {server.process.returncode}:\n{server.log[-4000:]}"


@pytest.fixture
def people(server):
    """`people()` connects another person to the module's server; all are gone when the test ends."""
    present: list[Person] = []

    def join(transport: str = "websocket", url: str = server.url, **options) -> Person:
        person = Person(url, transport, **options)
        present.append(person)
        return person

    yield join
    for person in present:
        person.close()


@pytest.fixture
def person(people) -> Person:
    return people()


@pytest.fixture
def author(person) -> Person:
    """A person whose resume is uploaded."""
    person.do("upload_resume", {"rawResumeText": RESUMES["maya_okafor"]})
    person.take("upload_resume_done")
    return person


@pytest.fixture(scope="session")
def resumes() -> dict[str, str]:
    return RESUMES


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS


def pytest_collection_finish(session):
    """Before the first test, whose time limit is too short for a build."""
    if not session.config.option.collectonly and any(item.get_closest_marker("protocol") for item in session.items):
        build()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        started = [item.funcargs.get("server"), *getattr(item.funcargs.get("servers"), "running", [])]
        for server in filter(None, started):
            report.sections.append((f"log of the server in {server.directory.name}", server.log[-6000:]))
            keep = ARTEFACTS / "logs"
            keep.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"[^\w.-]+", "_", item.name)[:100]
            shutil.copy(server.log_file, keep / f"{name}.{report.when}.log")
    return report
