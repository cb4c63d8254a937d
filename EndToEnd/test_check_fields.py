"""`check_resume_fields`: what is missing, what is wrong, and what is complete."""

from harness.contract import CORE_LISTS, CORE_TEXTS, check_questions, check_resume

COMPLETE = {
    "Name": "Maya Okafor",
    "Title": "Senior Backend Engineer",
    "Location": "Portland, OR",
    "Email": "maya.okafor@example.com",
    "Phone": "(503) 555-0142",
    "Summary": "Backend engineer with nine years in payments.",
    "Experience": [
        {
            "Position": "Engineer",
            "Company": "Harbor Payments",
            "Dates": "Mar 2020 - Present",
            "Description": "Led the move of card settlement to events.",
        }
    ],
    "Education": [
        {"Degree": "B.S.", "Field": "Computer Science", "Institution": "Oregon State University", "Dates": "2010 - 2014"}
    ],
    "Skills": ["Go", "Python"],
}


def test_a_complete_resume_is_said_to_be_complete(person):
    ack = person.do("check_resume_fields", {"resumeData": COMPLETE})
    said = person.take("resume_complete", "missing_fields", "check_resume_fields_error")
    assert said.name == "resume_complete", said
    assert said.payload == ack
    assert check_resume(said.payload["resumeData"])["Name"] == "Maya Okafor"


def test_each_missing_field_gets_its_question(person):
    for field in (*CORE_TEXTS, *CORE_LISTS):
        empty = "" if field in CORE_TEXTS else []
        for resume in (COMPLETE | {field: empty}, {key: value for key, value in COMPLETE.items() if key != field}):
            ack = person.do("check_resume_fields", {"resumeData": resume})
            said = person.take("resume_complete", "missing_fields")
            assert said.payload == ack
            if said.name == "resume_complete":  # only where the rest of the resume tells it, as a job tells a title
                assert check_resume(said.payload["resumeData"])[field], f"{field} is empty and nobody minds"
                assert field in ("Title", "Summary"), f"{field} cannot follow from the rest"
            else:
                assert list(check_questions(said.payload["missingFields"])) == [field]


def test_an_empty_resume_lacks_all_eight_sections(person):
    person.do("check_resume_fields", {"resumeData": {}})
    assert set(check_questions(person.take("missing_fields").payload["missingFields"])) == {*CORE_TEXTS, *CORE_LISTS}


def test_without_a_payload_it_is_the_sessions_own_resume(author):
    own = author.do("check_resume_fields")
    sent = author.do("check_resume_fields", {"resumeData": author.do("get_updated_resume")["resumeData"]})
    assert own == sent


def test_values_that_cannot_be_right_are_named(person):
    wrong = COMPLETE | {"Email": "maya.okafor at example", "Phone": ""}
    person.do("check_resume_fields", {"resumeData": wrong})
    said = person.take("missing_fields").payload
    assert "Phone" in said["missingFields"]
    assert [issue["path"] for issue in said["issues"]] == ["Email"]
    assert all(isinstance(issue["problem"], str) and issue["problem"] for issue in said["issues"])


def test_checking_another_resume_does_not_change_the_sessions_own(author):
    before = author.do("get_updated_resume")
    author.do("check_resume_fields", {"resumeData": {"Name": "Somebody Else"}})
    assert author.do("get_updated_resume") == before
