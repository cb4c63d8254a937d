"""What an uploaded text becomes, without a model."""

import pytest
from harness.contract import check_resume


@pytest.mark.parametrize("name", ["maya_okafor", "jonas_weber", "priya_nair"])
def test_every_resume_is_read_and_kept(person, resumes, name):
    ack = person.do("upload_resume", {"rawResumeText": resumes[name]})
    done = person.take("upload_resume_done").payload
    assert done == ack
    resume = check_resume(done["resumeData"])
    assert done["source"] == "rules", "without a key nobody claims that a model read it"
    assert isinstance(done["warnings"], list) and all(isinstance(w, str) for w in done["warnings"])
    assert person.do("get_updated_resume")["resumeData"] == resume
    assert len(resume["Experience"]) >= 2 and len(resume["Education"]) >= 1


def test_what_the_text_says_is_in_its_place(person, resumes):
    resume = person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["resumeData"]
    assert resume["Name"] == "Maya Okafor"
    assert resume["Title"] == "Senior Backend Engineer"
    assert resume["Email"] == "maya.okafor@example.com"
    assert resume["Location"] == "Portland, OR"
    assert resume["Summary"].startswith("Backend engineer with nine years in payments")
    assert "503" in resume["Phone"] and "0142" in resume["Phone"]
    assert [entry["Company"] for entry in resume["Experience"]] == ["Harbor Payments", "Northwind Logistics", "Bluebird Studio"]
    assert resume["Experience"][0]["Position"] == "Senior Backend Engineer"
    assert "2020" in resume["Experience"][0]["Dates"] and "Present" in resume["Experience"][0]["Dates"]
    assert "840 ms to 95 ms" in resume["Experience"][0]["Description"]
    assert resume["Education"][0]["Institution"] == "Oregon State University"
    assert {"Go", "Kafka", "Terraform"} <= set(resume["Skills"])


def test_what_the_text_does_not_say_is_empty(person, resumes):
    resume = person.do("upload_resume", {"rawResumeText": resumes["priya_nair"]})["resumeData"]
    assert resume["Email"] == "" and resume["Location"] == ""
    assert "Nair" in resume["Name"].title()


def words(value):
    """All words in a value; dates and phone numbers may be written another way than the text did."""
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from words(part) if key not in ("Dates", "Phone") else ()
    else:
        for part in value:
            yield from words(part)


def plain(text):
    return "".join(c for c in text.casefold() if c.isalnum())


def test_nothing_is_invented(person, resumes):
    """Every word of the resume stands in the text that it was read from."""
    for text in resumes.values():
        resume = person.do("upload_resume", {"rawResumeText": text})["resumeData"]
        known = plain(text)
        for word in words(resume):
            assert plain(word) in known, f"{word!r} is nowhere in the text"


def test_a_second_upload_replaces_the_first(person, resumes):
    person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})
    second = person.do("upload_resume", {"rawResumeText": resumes["priya_nair"]})["resumeData"]
    assert person.do("get_updated_resume")["resumeData"] == second
    assert "Harbor Payments" not in str(second)


def test_a_failed_upload_leaves_the_resume_as_it_was(author):
    before = author.do("get_updated_resume")
    author.refused("upload_resume", {"rawResumeText": "  \n "}, among={"invalid_payload", "unreadable_document"})
    assert author.do("get_updated_resume") == before


def test_an_attachment_is_answered(person, resumes):
    """A file instead of text: read, or refused with a code; the bytes do not upset the connection."""
    file = {"file": resumes["maya_okafor"].encode(), "name": "resume.txt", "type": "text/plain"}
    ack = person.call("upload_resume", file)
    if ack["ok"]:
        assert check_resume(ack["resumeData"])["Name"] == "Maya Okafor"
    else:
        assert ack["error"]["code"] in {"unsupported_format", "invalid_payload"}
    assert person.do("upload_resume", {"rawResumeText": resumes["maya_okafor"]})["resumeData"]["Name"] == "Maya Okafor"
