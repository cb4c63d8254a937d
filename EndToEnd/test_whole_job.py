"""One person's whole job, as an existing front end does it: by polling, by WebSocket, and with the upgrade."""

import pytest
from harness.contract import check_questions, check_resume
from harness.person import TRANSPORTS

ANSWERS = {"Phone": "+41 44 555 01 42", "Summary": "Data analyst who replaces spreadsheets by models that people trust."}


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_resume_from_upload_to_download(people, resumes, transport):
    person = people(transport)

    # Upload: what is in the text is in the resume.
    ack = person.do("upload_resume", {"rawResumeText": resumes["jonas_weber"]})
    done = person.take("upload_resume_done").payload
    assert done == ack
    resume = check_resume(done["resumeData"])
    assert resume["Name"] == "Jonas Müller-Weber"
    assert resume["Email"] == "jonas.mueller-weber@example.org"
    assert [entry["Company"] for entry in resume["Experience"]] == ["Alpenblick Versicherungen AG", "Käserei Grünwald & Söhne"]
    assert "Universität Freiburg" in [entry["Institution"] for entry in resume["Education"]]
    assert (resume["Phone"], resume["Summary"]) == ("", ""), "what the text does not say stays empty"

    # Check: the two things that it lacks, and nothing that it has.
    person.do("check_resume_fields", {"resumeData": resume})
    missing = check_questions(person.take("missing_fields").payload["missingFields"])
    assert set(ANSWERS) <= set(missing)
    assert not {"Name", "Email", "Location"} & set(missing)

    # Preview: one question at a time, each waiting for its answer.
    person.emit("preview_resume")
    asked = []
    while True:
        event = person.take("user_message_response_done", "preview_resume_done", "preview_resume_error")
        if event.name != "user_message_response_done":
            break
        field = event.payload["field"]
        assert field not in asked, f"{field} is asked for twice"
        assert not person.heard("user_message_response_done"), "the next question came before the answer"
        asked.append(field)
        person.emit("user_response", ANSWERS.get(field, {"skip": True}))
    assert event.name == "preview_resume_done", event
    assert set(ANSWERS) <= set(asked)
    resume = check_resume(event.payload["resumeData"])
    assert resume["Summary"] == ANSWERS["Summary"]
    assert "".join(c for c in resume["Phone"] if c.isdigit()) == "41445550142"

    # Chat: a change by request, streamed.
    person.emit("user_message", {"message": "change my title to Staff Engineer"})
    heard = person.take_until("user_message_response_done", "user_message_response_error")
    assert heard[-1].name == "user_message_response_done", heard[-1]
    typed = [event.payload["content"] for event in heard if event.name == "user_message_response_typing"]
    assert typed and "".join(typed) == heard[-1].payload["content"]
    assert heard[-1].payload["resumeData"]["Title"] == "Staff Engineer"

    # Update one field, by the path of an entry.
    ack = person.do("update_field", {"field": "Experience[0].Company", "value": "Alpenblick"})
    assert ack["field"] == "Experience[0].Company" and ack["value"] == "Alpenblick"
    assert person.take("field_updated").payload == ack

    # And everything that was done is in what comes back.
    latest = check_resume(person.do("get_updated_resume")["resumeData"])
    assert person.take("updated_resume").payload["resumeData"] == latest
    assert latest == resume | {"Title": "Staff Engineer", "Experience": latest["Experience"]}
    assert latest["Experience"] == [resume["Experience"][0] | {"Company": "Alpenblick"}, *resume["Experience"][1:]]

    download = person.do("download_resume")
    assert person.take("download_resume_data").payload == download
    assert download["resumeData"] == latest
    assert list(download["resumeData"]) == list(latest), "sections keep their order"
    assert person.connected
