"""`undo`, `get_updated_resume`, `download_resume`."""

import pytest


def latest(person):
    return person.do("get_updated_resume")


def test_undo_takes_back_the_last_change(author):
    before = latest(author)["resumeData"]
    author.do("update_field", {"field": "Title", "value": "Staff Engineer"})
    ack = author.do("undo")
    assert author.take("updated_resume").payload
    assert ack["resumeData"] == before == latest(author)["resumeData"]


def test_undo_takes_back_several_changes_one_by_one(author):
    titles = ["One", "Two", "Three"]
    for title in titles:
        author.do("update_field", {"field": "Title", "value": title})
    assert [author.do("undo")["resumeData"]["Title"] for _ in titles] == ["Two", "One", "Senior Backend Engineer"]


def test_undo_takes_back_what_the_assistant_changed(author):
    before = latest(author)["resumeData"]
    author.do("user_message", {"message": "add Swift to my skills"})
    assert latest(author)["resumeData"] != before
    assert author.do("undo")["resumeData"] == before


def test_undo_goes_back_to_a_revision(author):
    start = latest(author)
    for title in ("One", "Two", "Three"):
        author.do("update_field", {"field": "Title", "value": title})
    assert author.do("undo", {"revision": start["revision"]})["resumeData"] == start["resumeData"]
    assert latest(author)["revision"] > start["revision"], "going back is a change too"


@pytest.mark.parametrize("revision", [-1, 10**30, 1.5, "1", True, [], 999])
def test_undo_to_a_revision_that_never_was_is_refused(author, revision):
    before = latest(author)
    author.refused("undo", {"revision": revision}, among={"revision_conflict", "invalid_payload"})
    assert latest(author) == before


def test_a_revision_changes_only_with_the_resume(author):
    first = latest(author)
    author.do("check_resume_fields")
    author.do("download_resume")
    author.do("user_message", {"message": "what is missing?"})
    assert latest(author) == first


def test_the_download_is_the_resume(author):
    ack = author.do("download_resume")
    assert author.take("download_resume_data").payload == ack
    assert ack["resumeData"] == latest(author)["resumeData"]


def test_a_format_that_nobody_knows_is_refused(author):
    author.refused("download_resume", {"format": "wordstar"}, among={"unsupported_format"})
    author.refused("download_resume", {"format": 5}, among={"invalid_payload", "unsupported_format"})


@pytest.mark.parametrize("event", ["get_updated_resume", "download_resume", "undo", "preview_resume", "check_resume_fields"])
def test_before_any_upload_there_is_no_resume(person, event):
    person.refused(event, among={"no_resume"})
