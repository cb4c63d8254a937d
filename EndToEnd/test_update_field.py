"""`update_field`: by name, by path, by pointer; removal, revisions, and paths that lead nowhere."""

import pytest


def resume_of(person):
    return person.do("get_updated_resume")["resumeData"]


@pytest.mark.parametrize(
    "field, value, read",
    [
        ("Name", "Maya A. Okafor", lambda r: r["Name"]),
        ("/Name", "Maya A. Okafor", lambda r: r["Name"]),
        ("Summary", "", lambda r: r["Summary"]),
        ("Summary", "Zeile 1\nZeile 2 – “quoted” 履歴書 🚀", lambda r: r["Summary"]),
        ("Experience[0].Company", "Harbor", lambda r: r["Experience"][0]["Company"]),
        ("Experience[2].Dates", "2014 - 2016", lambda r: r["Experience"][2]["Dates"]),
        ("/Experience/1/Company", "Northwind", lambda r: r["Experience"][1]["Company"]),
        ("Experience[0].Location", "Remote", lambda r: r["Experience"][0]["Location"]),
        ("Education[0].GPA", "3.8", lambda r: r["Education"][0]["GPA"]),
        ("Skills[0]", "Golang", lambda r: r["Skills"][0]),
        ("Skills", ["Swift", "C"], lambda r: r["Skills"]),
        ("Languages", ["English", "Igbo"], lambda r: r["Languages"]),
    ],
)
def test_a_value_is_set_where_the_path_says(author, field, value, read):
    before = resume_of(author)
    ack = author.do("update_field", {"field": field, "value": value})
    assert (ack["field"], ack["value"]) == (field, value)
    assert author.take("field_updated").payload == ack
    after = resume_of(author)
    assert read(after) == value
    section = field.strip("/").replace("[", "/").split("/")[0]
    assert {k: v for k, v in after.items() if k != section} == {k: v for k, v in before.items() if k != section}


def test_a_whole_section_is_set(author):
    jobs = [{"Position": "CTO", "Company": "Tiny", "Dates": "2024 - Present", "Description": "Everything.", "Team": "3 people"}]
    author.do("update_field", {"field": "Experience", "value": jobs})
    assert resume_of(author)["Experience"] == jobs


def test_null_removes(author):
    before = resume_of(author)
    author.do("update_field", {"field": "Skills[1]", "value": None})
    assert resume_of(author)["Skills"] == [before["Skills"][0], *before["Skills"][2:]]
    author.do("update_field", {"field": "Experience[1]", "value": None})
    assert resume_of(author)["Experience"] == [before["Experience"][0], before["Experience"][2]]
    author.do("update_field", {"field": "Skills", "value": None})
    assert "Skills" not in resume_of(author)
    author.do("update_field", {"field": "Phone", "value": None})
    assert resume_of(author)["Phone"] == "", "a core section stays, empty"


NOWHERE = [
    "Experience[99].Company",
    "Experience[-1].Company",
    "Experience[0",
    "Experience[].Company",
    "Experience[x].Company",
    "Experience[99999999999999999999999].Company",
    "/Experience/99/Company",
    "/Experience/-1",
    "/Experience/01/Company",
    "Name.First",
    "Name[0]",
    "/Name/0",
    "Summary.Length",
    "Naem",
    "nosuchsection",
    "__proto__.polluted",
    "constructor",
    "..",
    ".",
    "/",
    "[0]",
    "Experience..Company",
    "Experience[0]..Company",
    "Experience[0].Company.Name",
    "~",
    "/~2",
    " ",
    "Experience[0].Company\u0000",
    "x" * 5_000,
    "a." * 5_000,
]


@pytest.mark.parametrize("field", NOWHERE, ids=lambda path: repr(path)[:40])
def test_a_path_that_leads_nowhere_is_refused(author, field):
    before = author.do("get_updated_resume")
    author.refused(
        "update_field", {"field": field, "value": "x"}, among={"unknown_field", "invalid_payload", "payload_too_large"}
    )
    assert author.do("get_updated_resume") == before


@pytest.mark.parametrize(
    "field, value",
    [
        ("Name", ["Maya"]),
        ("Name", {"First": "Maya"}),
        ("Name", True),
        ("Experience", "none"),
        ("Experience", ["none"]),
        ("Experience[0]", "Engineer at Harbor"),
        ("Experience[0].Company", {"Name": "Harbor"}),
        ("Education", {"0": {}}),
        ("Name", "x" * 150_000),
        ("Experience", [{"Position": "x"}] * 5_000),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_value_of_the_wrong_shape_is_refused(author, field, value):
    before = author.do("get_updated_resume")
    author.refused("update_field", {"field": field, "value": value}, among={"invalid_payload", "payload_too_large"})
    assert author.do("get_updated_resume") == before


def test_a_number_where_a_text_belongs_is_refused_or_written_as_one(author):
    """What the answer says was written is what is there."""
    ack = author.call("update_field", {"field": "Phone", "value": 5035550142})
    if ack["ok"]:
        assert ack["value"] == resume_of(author)["Phone"] == "5035550142"


def test_an_update_of_an_old_revision_is_refused(author):
    old = author.do("get_updated_resume")["revision"]
    author.do("update_field", {"field": "Title", "value": "Staff Engineer", "revision": old})
    now = author.do("get_updated_resume")
    assert now["revision"] > old
    author.refused("update_field", {"field": "Title", "value": "Janitor", "revision": old}, among={"revision_conflict"})
    assert author.do("get_updated_resume") == now
    author.do("update_field", {"field": "Title", "value": "Principal", "revision": now["revision"]})
    assert resume_of(author)["Title"] == "Principal"


@pytest.mark.parametrize("revision", [-1, 10**30, 1.5, "1", True, [], 2**63, -(2**63)])
def test_a_revision_that_never_was_is_refused(author, revision):
    before = author.do("get_updated_resume")
    author.refused(
        "update_field",
        {"field": "Title", "value": "Janitor", "revision": revision},
        among={"revision_conflict", "invalid_payload"},
    )
    assert author.do("get_updated_resume") == before


def test_before_any_upload_there_is_nothing_to_update(person):
    person.refused("update_field", {"field": "Name", "value": "Maya"}, among={"no_resume"})
