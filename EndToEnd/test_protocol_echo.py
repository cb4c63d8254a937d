"""Client libraries as their users use them, against ProtocolServer's mode `echo`: by hand, python-socketio, the browser."""

import asyncio
import time

import pytest
import socketio
from harness.person import TRANSPORTS

pytestmark = pytest.mark.protocol


@pytest.fixture(scope="module")
def server(protocol_server):
    return protocol_server("echo", "--origin", "*")


@pytest.fixture
def link(server):
    """A WebSocket that has joined `/`, at which nothing is emitted on connection."""
    link = server.open_websocket()
    link.send("40")
    assert link.receive().startswith('40{"sid":"')
    yield link
    link.close()


# By hand


def test_kick_tells_the_client_and_closes_its_session(link):
    link.send('42["kick"]')
    assert link.rest(3) in (["41"], ["41", "1"])


@pytest.mark.parametrize("get_waits", [True, False])
def test_kick_by_polling(server, get_waits):
    """The official client takes up packets a turn later than the end of its transport. Told of both in one answer, it
    would count the kick as a lost connection, and come back."""
    poll = server.open_polling()
    poll.send("40")
    assert poll.receive().startswith("40{")
    waiting = poll.waiting_get() if get_waits else None
    if waiting:
        time.sleep(0.1)
    poll.send('42["kick"]')
    assert (waiting.answer() if waiting else poll.get()).content == b"41"
    assert poll.get().content == b"1"
    assert poll.get().status_code == 400


def test_a_call_and_its_answer(link):
    link.send('42["callme"]')
    assert link.receive() == '420["call",7]'
    link.send('430["eight",{"n":9}]')
    assert link.receive() == '42["called","eight",{"n":9}]'


def test_an_answer_counts_once(link):
    link.send('42["callme"]')
    assert link.receive() == '420["call",7]'
    link.send("430[8]")
    link.send("430[9]")
    link.send('42["echo","end"]')
    assert [link.receive(), link.receive()] == ['42["called",8]', '42["echoed","end"]']


def test_a_binary_answer_to_a_call(link):
    link.send('42["callme"]')
    assert link.receive() == '420["call",7]'
    link.send('461-0[{"_placeholder":true,"num":0}]')
    link.send(b"\x01\x02")
    assert [link.receive(), link.receive()] == ['451-["called",{"_placeholder":true,"num":0}]', b"\x01\x02"]


@pytest.mark.parametrize("auth", ["", "{}", '{"token":"bad"}', '{"token":["good"]}', '{"token":"good "}', '{"Token":"good"}'])
def test_middleware_refuses_with_data_and_other_namespaces_go_on(link, auth):
    link.send(f"40/auth,{auth}")
    assert link.receive() == '44/auth,{"message":"not authorized","data":{"code":42}}'
    link.send('42["echo",1]')
    assert link.receive() == '42["echoed",1]'


def test_a_second_try_may_succeed(link):
    link.send('40/auth,{"token":"bad"}')
    assert link.receive().startswith("44/auth,")
    link.send('40/auth,{"token":"good"}')
    assert link.receive().startswith('40/auth,{"sid":"')


def test_a_second_connect_of_a_namespace_closes_the_session(server):
    """Whether middleware has answered the first by then or not."""
    link = server.open_websocket()
    link.send('40/auth,{"token":"good"}')
    link.send('40/auth,{"token":"good"}')
    assert all(packet.startswith("40/auth,") for packet in link.rest(3))
    link.close()


# python-socketio


class Client:
    """One connection, with what each namespace heard in a queue of its own."""

    def __init__(self, *namespaces: str):
        self.io = socketio.AsyncClient(reconnection=False)
        self.heard: dict[str, asyncio.Queue] = {}
        self.gone: dict[str, asyncio.Event] = {}
        for name in namespaces or ("/",):
            self.heard[name], self.gone[name] = asyncio.Queue(), asyncio.Event()
            self.io.on("*", self._note(name), namespace=name)
            self.io.on("disconnect", self._end(name), namespace=name)
            self.io.on("call", lambda number: ("answered", number + 1), namespace=name)

    def _note(self, namespace):
        return lambda event, *arguments: self.heard[namespace].put_nowait((event, *arguments))

    def _end(self, namespace):
        return lambda reason=None: self.gone[namespace].set()

    async def connect(self, server, transport: str, **options) -> "Client":
        await self.io.connect(
            server.url, transports=TRANSPORTS[transport], namespaces=list(self.heard), wait_timeout=10, **options
        )
        assert self.io.transport() == ("polling" if transport == "polling" else "websocket")
        return self

    async def next(self, namespace: str = "/"):
        return await asyncio.wait_for(self.heard[namespace].get(), 10)


async def use_everything(server, transport: str, namespace: str) -> None:
    one = await Client(namespace).connect(server, transport)
    two = await Client(namespace).connect(server, transport)
    say = lambda event, *arguments: one.io.emit(event, arguments, namespace=namespace)  # noqa: E731

    arguments = (1, "zwei", {"drei": [None, True, 0.5]}, "日本🎉")
    await say("echo", *arguments)
    assert await one.next(namespace) == ("echoed", *arguments)
    await say("echo", b"\x00\x01", {"deep": [b"\xff"]})
    assert await one.next(namespace) == ("echoed", b"\x00\x01", {"deep": [b"\xff"]})
    await say("update_field", {"field": "Name", "value": {"first": "Ada"}})
    assert await one.next(namespace) == ("field_updated", {"field": "Name", "value": {"first": "Ada"}})
    await say("update_field", {"field": "Photo", "value": b"\x89PNG"})
    assert await one.next(namespace) == ("field_updated", {"field": "Photo", "value": b"\x89PNG"})

    assert await one.io.call("ack", (1, "two"), namespace=namespace, timeout=10) == (1, "two")
    assert await one.io.call("ack", b"\x01", namespace=namespace, timeout=10) == b"\x01"
    await say("callme")
    assert await one.next(namespace) == ("called", "answered", 8)

    for client in (one, two):
        assert await client.io.call("join", "tea", namespace=namespace, timeout=10) == "ok"
    await say("room", "tea", {"text": "hello", "file": b"\x01"})
    for client in (one, two):
        assert await client.next(namespace) == ("roommsg", {"text": "hello", "file": b"\x01"})
    await say("room", "coffee", "nobody is there")
    for number in range(100):
        await say("echo", number)
    assert [await one.next(namespace) for _ in range(100)] == [("echoed", number) for number in range(100)]

    await say("kick")
    await asyncio.wait_for(one.gone[namespace].wait(), 10)
    await two.io.emit("echo", "still here", namespace=namespace)
    assert await two.next(namespace) == ("echoed", "still here")
    for client in (one, two):
        await client.io.disconnect()


@pytest.mark.parametrize("namespace", ["/", "/custom"])
@pytest.mark.parametrize("transport", TRANSPORTS)
def test_python_socketio_uses_everything(server, transport, namespace):
    asyncio.run(use_everything(server, transport, namespace))


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_python_socketio_is_told_why_it_is_refused(server, transport):
    async def knock():
        client = socketio.AsyncClient(reconnection=False)
        said = asyncio.get_running_loop().create_future()
        client.on("connect_error", said.set_result, namespace="/auth")
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.connect(
                server.url, transports=TRANSPORTS[transport], namespaces=["/auth"], auth={"token": "bad"}, wait_timeout=10
            )
        assert await asyncio.wait_for(said, 5) == {"message": "not authorized", "data": {"code": 42}}
        admitted = await Client("/auth").connect(server, transport, auth={"token": "good"})
        for connection in (admitted.io, client):
            await connection.disconnect()

    asyncio.run(knock())


# The browser's client

USE_EVERYTHING = """async ([url, transports, namespace]) => {
    const options = { transports, reconnection: false, forceNew: true, timeout: 10000 };
    const socket = io(url + namespace, options);
    const next = name => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("no " + name)), 10000);
        socket.once(name, (...values) => resolve(values));
    });
    const bytes = value => [...new Uint8Array(value)];
    const ask = async (name, answer, ...values) => { const said = next(answer); socket.emit(name, ...values); return said; };
    socket.on("call", (number, answer) => answer("answered", number + 1));
    await next("connect");
    const result = {};
    result.echoed = await ask("echo", "echoed", 1, "zwei", { drei: [null, true, 0.5] }, "日本🎉");
    const [binary] = await ask("echo", "echoed", { deep: [Uint8Array.of(0, 1, 255)] });
    result.binary = bytes(binary.deep[0]);
    result.updated = await ask("update_field", "field_updated", { field: "Name", value: "Ada" });
    result.ack = await socket.timeout(10000).emitWithAck("ack", { a: 1 });
    result.binaryAck = bytes(await socket.timeout(10000).emitWithAck("ack", Uint8Array.of(7)));
    result.called = await ask("callme", "called");
    result.joined = await socket.timeout(10000).emitWithAck("join", "browsers");
    result.room = await ask("room", "roommsg", "browsers", "hello");
    const numbers = [];
    socket.on("echoed", number => numbers.push(number));
    for (let number = 0; number < 100; number++) socket.emit("echo", number);
    await socket.timeout(10000).emitWithAck("ack");
    result.inOrder = numbers.length === 100 && numbers.every((number, index) => number === index);
    result.transport = socket.io.engine.transport.name;
    const refused = io(url + "/auth", { ...options, auth: { token: "bad" } });
    result.refused = await new Promise(resolve => refused.on("connect_error", error => resolve([error.message, error.data])));
    refused.disconnect();
    result.reason = (await ask("kick", "disconnect"))[0];
    return result;
}"""


@pytest.fixture(scope="module")
def page():
    from harness.browser import FrontEnd, chromium
    from playwright.sync_api import sync_playwright

    front_end = FrontEnd()
    with sync_playwright() as playwright:
        # As root, in a container, Chromium has no sandbox of its own to run in; the only page is ours.
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(front_end.origin)
        yield page
        browser.close()
    front_end.close()


@pytest.mark.browser
@pytest.mark.parametrize("namespace", ["/", "/custom"])
@pytest.mark.parametrize("transport", TRANSPORTS)
def test_the_browser_client_uses_everything(server, page, transport, namespace):
    result = page.evaluate(USE_EVERYTHING, [server.url, TRANSPORTS[transport], namespace])
    assert result == {
        "echoed": [1, "zwei", {"drei": [None, True, 0.5]}, "日本🎉"],
        "binary": [0, 1, 255],
        "updated": [{"field": "Name", "value": "Ada"}],
        "ack": {"a": 1},
        "binaryAck": [7],
        "called": ["answered", 8],
        "joined": "ok",
        "room": ["hello"],
        "inOrder": True,
        "transport": "polling" if transport == "polling" else "websocket",
        "refused": ["not authorized", {"code": 42}],
        "reason": "io server disconnect",
    }


# The program


def test_it_stops_cleanly_with_clients_connected(servers):
    server = servers.start_protocol("echo")
    link = server.open_websocket()
    link.send("40")
    assert link.receive().startswith("40{")
    server.process.terminate()
    assert server.wait(10) == 0
    assert link.rest(1) in ([], ["41"], ["1"], ["41", "1"])


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], [], ["echo", "--port", "65536"], ["echo", "--ping-interval", "0"], ["echo", "--ping-timeout", "x"]],
    ids=" ".join,
)
def test_wrong_arguments_are_one_clear_message(arguments):
    import subprocess

    from harness.protocol_server import build

    said = subprocess.run([build(), *arguments], capture_output=True, text=True, timeout=20)
    assert said.returncode == 64 and "Error: " in said.stderr and "usage: protocolserver" in said.stderr.lower(), said
