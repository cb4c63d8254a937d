"""Socket.IO 5, as its protocol's public description has it: connect, disconnect, events, acknowledgements, binary."""

import json
import re
import time

import pytest

pytestmark = pytest.mark.protocol
CONNECT_TIMEOUT = 0.5


@pytest.fixture(scope="module")
def server(protocol_server):
    return protocol_server("socketio")


@pytest.fixture(scope="module")
def hasty(protocol_server):
    """It waits half a second for a client to join a namespace, and its heart beats fast."""
    return protocol_server(
        "socketio", "--connect-timeout", "500", "--ping-interval", "300", "--ping-timeout", "200"
    )


@pytest.fixture(params=["polling", "websocket"])
def link(request, server):
    """A session over each transport."""
    if request.param == "polling":
        yield server.open_polling()
    else:
        link = server.open_websocket()
        yield link
        link.close()


@pytest.fixture
def socket(server):
    """A WebSocket that has joined `/`."""
    link = server.open_websocket()
    join(link)
    yield link
    link.close()


def join(link, namespace: str = "", auth: str = "") -> str:
    """Joins a namespace, takes the `auth` event that follows, and returns the socket's id."""
    link.send(f"40{namespace}{auth}")
    answer = link.receive()
    assert answer.startswith(f"40{namespace}{{"), answer
    payload = json.loads(answer.removeprefix(f"40{namespace}"))
    assert list(payload) == ["sid"]
    assert link.receive() == f'42{namespace}["auth",{auth or "{}"}]'
    return payload["sid"]


# Connect


def test_joining_the_main_namespace(link):
    assert re.fullmatch(r"[A-Za-z0-9_-]{20}", join(link))


def test_the_id_of_a_socket_is_not_that_of_its_session(link):
    assert join(link) != link.opened["sid"]


@pytest.mark.parametrize("auth", ['{"token":"123"}', "{}", '{"a":{"b":[1,null,"é"]}}', '{"__proto__":{"x":1}}'])
def test_what_a_client_says_of_itself_arrives(link, auth):
    join(link, auth=auth)


def test_joining_another_namespace(link):
    join(link, "/custom,")


def test_joining_another_namespace_with_auth(link):
    join(link, "/custom,", '{"token":"abc"}')


def test_several_namespaces_over_one_session_have_ids_of_their_own(link):
    assert join(link) != join(link, "/custom,", '{"token":"abc"}')


@pytest.mark.parametrize("packet", ["40/custom", "40/custom,"])
def test_a_namespace_at_the_end_of_a_packet_may_lack_its_comma(link, packet):
    link.send(packet)
    assert link.receive().startswith("40/custom,{")


@pytest.mark.parametrize("name", ["/random", "/custom/", "/Custom", "/__proto__", "/é"])
def test_an_unknown_namespace_is_refused_and_others_are_not(link, name):
    link.send(f"40{name},")
    assert link.receive() == f'44{name},{{"message":"Invalid namespace"}}'
    join(link)


def test_a_client_that_joins_nothing_is_closed(hasty):
    started = time.monotonic()
    assert hasty.open_websocket().rest(5) in (["2"], ["2", "1"], [])
    # The ping comes first, and its timeout ends with the connect timeout; a client that answers is closed as well.
    assert time.monotonic() - started < CONNECT_TIMEOUT + 0.5
    link = hasty.open_websocket()
    started = time.monotonic()
    assert link.receive() == "2"
    link.send("3")
    assert all(packet in ("1", "2") for packet in link.rest(5))
    assert CONNECT_TIMEOUT - 0.1 < time.monotonic() - started < CONNECT_TIMEOUT + 0.3


def test_a_client_that_was_refused_everywhere_is_closed(hasty):
    link = hasty.open_websocket()
    link.send("40/random,")
    assert link.receive().startswith("44/random,")
    assert link.receive() == "2"
    link.send("3")
    assert all(packet in ("1", "2") for packet in link.rest(5))


def test_a_client_that_joined_stays(hasty):
    link = hasty.open_websocket()
    join(link)
    end = time.monotonic() + CONNECT_TIMEOUT + 0.6
    while time.monotonic() < end:
        assert link.receive() == "2"
        link.send("3")
    link.close()


# Disconnect


def test_leaving_the_main_namespace_keeps_the_session(hasty):
    link = hasty.open_websocket()
    join(link)
    link.send("41")
    for _ in range(3):
        assert link.receive() == "2"
        link.send("3")
    join(link)
    link.close()


def test_leaving_one_namespace_keeps_the_other(link):
    join(link)
    join(link, "/custom,")
    link.send("41/custom,")
    link.send('42["message","message to main namespace"]')
    assert link.receive() == '42["message-back","message to main namespace"]'


def test_coming_back_gives_another_id(link):
    first = join(link, "/custom,")
    link.send("41/custom,")
    assert join(link, "/custom,") != first


# Events


ARGUMENTS = [
    "",
    '1,"2",{"3":[true]}',
    "null,true,false,[],{}",
    '0.1,-0,1e21,12345678901234567890,"é日本🎉"',
    r'"quotes \" and \\ and \n","\u0000\u001f"',
    '{"_placeholder":true,"num":0}',
    '{"b":1,"a":2,"1":3}',
    '{"__proto__":{"polluted":true}}',
    '"' + "x" * 50_000 + '"',
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=lambda text: ascii(text[:24]))
def test_an_event_comes_back_with_the_same_arguments(link, arguments):
    join(link)
    link.send('42["message"' + ("," + arguments if arguments else "") + "]")
    answer = link.receive()
    assert answer.startswith('42["message-back"')
    assert json.loads(answer[2:])[1:] == json.loads(f"[{arguments}]")


def test_the_bytes_of_an_answer_are_those_of_the_reference(link):
    join(link)
    link.send('42["message",1,"2",{"3":[true]}]')
    assert link.receive() == '42["message-back",1,"2",{"3":[true]}]'


def test_white_space_within_the_json_is_no_matter(link):
    join(link)
    link.send('42[ "message" , 1 ,\t{ "a" : [ ] }\n]')
    assert link.receive() == '42["message-back",1,{"a":[]}]'


@pytest.mark.parametrize("number", ["0", "456", "9007199254740991"])
def test_an_acknowledgement_bears_the_number_of_its_event(link, number):
    join(link)
    link.send(f'42{number}["message-with-ack",1,"2",{{"3":[false]}}]')
    assert link.receive() == f'43{number}[1,"2",{{"3":[false]}}]'


def test_acknowledgements_come_in_the_order_of_their_events(socket):
    for number in range(50):
        socket.send(f'42{number}["message-with-ack",{number}]')
    assert [socket.receive() for _ in range(50)] == [f"43{number}[{number}]" for number in range(50)]


def test_an_event_that_nobody_handles_is_no_offence(link):
    join(link)
    link.send('42["nobody-listens",1]')
    link.send('421["nobody-listens",1]')
    link.send('42["message",1]')
    assert link.receive() == '42["message-back",1]'


def test_a_number_that_nobody_waits_for_is_no_offence(link):
    join(link)
    link.send('4312["late"]')
    link.send('42["message",1]')
    assert link.receive() == '42["message-back",1]'


# Binary


ONE, TWO = b"\x01\x02\x03", b"\x04\x05\x06"
PLACES = '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}'


def test_binary_goes_and_comes_back(socket):
    socket.send(f'452-["message",{PLACES}]')
    socket.send(ONE)
    socket.send(TWO)
    assert [socket.receive() for _ in range(3)] == [f'452-["message-back",{PLACES}]', ONE, TWO]


def test_binary_goes_and_comes_back_by_polling(server):
    poll = server.open_polling()
    join(poll)
    poll.send(f'452-["message",{PLACES}]\x1ebAQID\x1ebBAUG')
    assert [poll.receive() for _ in range(3)] == [f'452-["message-back",{PLACES}]', "bAQID", "bBAUG"]


def test_binary_in_an_acknowledgement(socket):
    socket.send(f'452-789["message-with-ack",{PLACES}]')
    socket.send(ONE)
    socket.send(TWO)
    assert [socket.receive() for _ in range(3)] == [f"462-789[{PLACES}]", ONE, TWO]


def test_ten_attachments_pass_and_eleven_do_not(server):
    link = server.open_websocket()
    join(link)
    places = ",".join(f'{{"_placeholder":true,"num":{number}}}' for number in range(10))
    link.send(f'4510-["message",{places}]')
    for number in range(10):
        link.send(bytes([number]))
    assert link.receive() == f'4510-["message-back",{places}]'
    assert [link.receive() for _ in range(10)] == [bytes([number]) for number in range(10)]
    link.send('4511-["message"]')
    assert link.rest(3) == []


def test_binary_of_no_attachments_is_text(socket):
    socket.send('450-["message",1]')
    assert socket.receive() == '42["message-back",1]'


def test_attachments_in_the_depth_of_the_arguments(socket):
    socket.send('451-["message",{"files":[{"name":"a","data":{"_placeholder":true,"num":0}}]}]')
    socket.send(ONE)
    assert socket.receive() == '451-["message-back",{"files":[{"name":"a","data":{"_placeholder":true,"num":0}}]}]'
    assert socket.receive() == ONE


def test_a_ping_between_a_header_and_its_attachment(hasty):
    link = hasty.open_websocket()
    join(link)
    link.send('451-["message",{"_placeholder":true,"num":0}]')
    assert link.receive() == "2"
    link.send("3")
    link.send(ONE)
    assert [link.receive(), link.receive()] == ['451-["message-back",{"_placeholder":true,"num":0}]', ONE]
    link.close()


# Violations


VIOLATIONS = [
    ["4"],
    ["4abc"],
    ["47"],
    ["48[]"],
    ["42"],
    ["42{}"],
    ["42[]"],
    ["42[{}]"],
    ["42[null]"],
    ['42"message"'],
    ['42["message"'],
    ['42["message",]'],
    ['42["message"]x'],
    ["42['message']"],
    ['42abc["message-with-ack",1,"2",{"3":[false]}]'],
    ['42-1["message-with-ack"]'],
    ['421.5["message-with-ack"]'],
    ['4299999999999999999999["message-with-ack"]'],
    ['42/custom,["message"]'],
    ['42/random,["message"]'],
    ["43"],
    ["43[]"],
    ["431"],
    ["431{}"],
    ["40"],
    ["40{}"],
    ['44{"message":"no"}'],
    ['41{"a":1}'],
    ['45["message"]'],
    ['45-["message"]'],
    ['45abc-["message"]'],
    ['45-1-["message"]'],
    ['451.5-["message"]'],
    ['4599999999999999999999-["message"]'],
    ['451-["message",{"_placeholder":true,"num":1}]', ONE],
    ['451-["message",{"_placeholder":true,"num":-1}]', ONE],
    ['451-["message",{"_placeholder":true,"num":"0"}]', ONE],
    ['451-["message",{"_placeholder":true}]', ONE],
    ['451-["message",{"_placeholder":true,"num":0}]', '42["message",1]'],
    ['451-["message",{"_placeholder":true,"num":0}]', "41"],
    [ONE],
    *([f'42["{name}",1]'] for name in ("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener")),
]


@pytest.mark.parametrize("packets", VIOLATIONS, ids=lambda packets: ascii(packets)[:60])
def test_a_breach_of_the_protocol_closes_that_session_alone(server, socket, packets):
    link = server.open_websocket()
    join(link)
    for packet in packets:
        link.send(packet)
    assert link.rest(3) == []
    socket.send('42["message",1]')
    assert socket.receive() == '42["message-back",1]'


@pytest.mark.parametrize("packet", ["4abc", "40abc", "40[]", "40[1]", '40"auth"', "401", '40{"a":1', "40{}x", '42["message"]', "41"])
def test_a_breach_before_joining_closes_the_session(link, packet):
    if hasattr(link, "post"):
        assert link.post(packet).status_code in (200, 400)
        time.sleep(0.1)
        # The first GET may still be told that it is over.
        answer = link.get()
        assert (answer.status_code, answer.content) == (200, b"1") or answer.status_code == 400
        assert link.get().status_code == 400
    else:
        link.send(packet)
        assert link.rest(3) == []


def test_a_breach_by_polling_closes_the_session(server):
    poll = server.open_polling()
    join(poll)
    assert poll.post("42{}").status_code in (200, 400)
    answer = poll.get()
    assert (answer.status_code, answer.content) == (200, b"1") or answer.status_code == 400
    assert poll.get().status_code == 400
