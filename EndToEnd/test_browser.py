"""The official client in a real browser: its own rules about origins, its own upgrade."""

import signal

import pytest
from harness.contract import check_resume
from harness.person import TRANSPORTS

pytestmark = pytest.mark.browser
ANSWERS = {"Phone": "+41 44 555 01 42", "Summary": "Data analyst who replaces spreadsheets by models that people trust."}


@pytest.fixture(scope="module")
def front_end():
    from harness.browser import FrontEnd

    front_end = FrontEnd()
    yield front_end
    front_end.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory, front_end):
    from conftest import Servers

    servers = Servers(tmp_path_factory)
    yield servers.start(CORS_ORIGINS=front_end.origin)
    servers.stop()


@pytest.fixture(scope="module")
def chromium():
    from harness.browser import chromium
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # As root, in a container, Chromium has no sandbox of its own to run in; the only page is ours.
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    page = chromium.new_page(viewport={"width": 1100, "height": 1400})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    page.close()


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_the_whole_job(server, front_end, page, resumes, artefacts, transport):
    page.goto(front_end.origin)
    try:
        result = page.evaluate(
            "([url, transports, text, answers]) => wholeJob(url, transports, text, answers)",
            [server.url.replace("127.0.0.1", "localhost"), TRANSPORTS[transport], resumes["jonas_weber"], ANSWERS],
        )
    finally:
        page.screenshot(path=artefacts / f"browser-{transport}.png", full_page=True)
    assert result["transport"] == ("polling" if transport == "polling" else "websocket")
    assert check_resume(result["uploaded"])["Name"] == "Jonas Müller-Weber"
    assert set(ANSWERS) <= set(result["missing"]) and set(result["asked"]) == set(result["missing"])
    assert result["previewed"]["Summary"] == ANSWERS["Summary"]
    assert result["pieces"] >= 1 and result["typed"] == result["answer"]["content"]
    assert result["contentChanges"] == {"Title": "Staff Engineer"}
    assert result["updated"]["ok"] is True
    assert result["refused"]["ok"] is False and result["refused"]["error"]["code"] == "unknown_field"
    latest = check_resume(result["latest"]["resumeData"])
    assert latest["Title"] == "Staff Engineer" and latest["Experience"][0]["Company"] == "Alpenblick"
    assert result["download"]["resumeData"] == latest
    assert not page.complaints, page.complaints


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_page_of_another_origin_is_kept_out(server, front_end, page, transport):
    page.goto(front_end.stranger)
    said = page.evaluate("([url, transports]) => tryToConnect(url, transports)", [server.url, TRANSPORTS[transport]])
    assert said.startswith("connect_error"), said


def test_a_page_may_read_the_errors_of_routes(server, front_end, page):
    page.goto(front_end.origin)
    answer = page.evaluate(
        """async url => {
        const body = await fetch(url + '/format-resume', {
            method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ Name: 'Maya' }) });
        return { status: body.status, json: await body.json() };
    }""",
        server.url,
    )
    assert answer["status"] == 400 and "Email" in answer["json"]["missingFields"]


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_page_goes_on_after_kill_9(servers, front_end, page, resumes, transport):
    server = servers.start(CORS_ORIGINS=front_end.origin)
    page.goto(front_end.origin)
    url = server.url.replace("127.0.0.1", "localhost")
    before = page.evaluate(
        """async ([url, transports, text]) => {
            window.heard = [];
            window.socket = io(url, { transports, reconnectionDelay: 200, reconnectionDelayMax: 500 });
            socket.onAny((name, payload) => heard.push([name, payload]));
            await socket.emitWithAck("upload_resume", { rawResumeText: text });
            const updated = await socket.emitWithAck("update_field", { field: "Title", value: "Staff Engineer" });
            return { id: socket.id, revision: updated.revision };
        }""",
        [url, TRANSPORTS[transport], resumes["jonas_weber"]],
    )
    server.send_signal(signal.SIGKILL)
    server.wait(10)
    server.start()
    page.wait_for_function("socket.connected && heard.some(([name]) => name === 'updated_resume')", timeout=30_000)
    after = page.evaluate(
        """async () => ({
            id: socket.id, recovered: socket.recovered, told: heard.find(([name]) => name === "updated_resume")[1],
            undone: await socket.emitWithAck("undo"), events: heard.map(([name]) => name),
        })"""
    )
    assert (after["id"], after["recovered"]) == (before["id"], True)
    assert after["told"]["revision"] == before["revision"] and after["told"]["resumeData"]["Title"] == "Staff Engineer"
    assert after["undone"]["ok"] and after["undone"]["resumeData"]["Title"] != "Staff Engineer"
    assert after["events"].count("field_updated") == 1, after["events"]
    page.evaluate("socket.disconnect()")
