"""Nobody ever sees anything of another person."""

import random
import threading

from harness.contract import check_resume
from harness.person import TRANSPORTS

FIRST = ["Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gita", "Hugo", "Ines", "Jon"]
LAST = ["Abara", "Brandt", "Castell", "Dvorak", "Eklund", "Farrow", "Grimaldi", "Hoshino", "Ivanova", "Jimenez"]


def name(number: int) -> str:
    """A hundred people, none of whose names occurs in another's."""
    return f"{FIRST[number % 10]}{LAST[number // 10].lower()} {LAST[number % 10]}"


def resume_text(number: int) -> str:
    return (
        f"{name(number)}\nEngineer {number:02}\nperson{number:02}@example.org\n+1 503 555 {1000 + number}\nPortland, OR\n\n"
        f"SUMMARY\nWorks on project{number:02} and nothing else.\n\n"
        f"EXPERIENCE\nEngineer {number:02}\nCompany{number:02} Inc\n2019 - Present\n- Built secret{number:02}\n\n"
        "EDUCATION\nB.S. in Physics, Oregon State University\n2012 - 2016\n\n"
        f"SKILLS\nskill{number:02}a, skill{number:02}b\n"
    )


def marks(number: int) -> list[str]:
    return [name(number), f"person{number:02}@", f"project{number:02}", f"Company{number:02}", f"secret{number:02}"]


def assert_only_own(number: int, count: int, *things) -> None:
    text = repr(things)
    for other in range(count):
        found = [mark for mark in marks(other) if mark in text]
        assert other == number or not found, f"person {number} saw {found} of person {other}"


def test_two_people_at_once(people):
    first, second = people("polling"), people("websocket")
    first.do("upload_resume", {"rawResumeText": resume_text(1)})
    second.refused("get_updated_resume", among={"no_resume"})
    second.do("upload_resume", {"rawResumeText": resume_text(2)})
    first.do("update_field", {"field": "Title", "value": "Only the first"})
    second.do("user_message", {"message": "change my title to Only the second"})
    for person, number, title in ((first, 1, "Only the first"), (second, 2, "Only the second")):
        resume = person.do("get_updated_resume")["resumeData"]
        assert resume["Title"] == title and resume["Email"] == f"person{number:02}@example.org"
        assert_only_own(number, 3, person.heard(), resume)


def test_an_answer_goes_to_the_question_of_its_own_person(people):
    first, second = people(), people()
    for person, number in ((first, 1), (second, 2)):
        text = resume_text(number).replace(f"person{number:02}@example.org\n", "")
        person.do("upload_resume", {"rawResumeText": text})
        assert person.do("preview_resume")["field"] == "Email"
    second.do("user_response", "second@example.org")
    first.do("user_response", "first@example.org")
    assert first.do("get_updated_resume")["resumeData"]["Email"] == "first@example.org"
    assert second.do("get_updated_resume")["resumeData"]["Email"] == "second@example.org"


def test_twenty_people_at_once(people):
    """Twenty people on all transports, each doing the job in a thread of their own, steps interleaved at random."""
    count = 20
    everyone = [people(list(TRANSPORTS)[number % 3]) for number in range(count)]
    faults: list[str] = []

    def job(number: int) -> None:
        person, dice = everyone[number], random.Random(number)
        try:
            person.do("upload_resume", {"rawResumeText": resume_text(number)}, timeout=60)
            title = f"Engineer {number:02}"
            person.do("update_field", {"field": "Title", "value": title}, timeout=60)
            for step in range(8):
                action = dice.choice(["update", "chat", "check", "download", "missing"])
                if action == "update":
                    title = f"Title {number:02}.{step}"
                    person.do("update_field", {"field": "Title", "value": title}, timeout=60)
                elif action == "chat":
                    title = f"Chat {number:02}.{step}"
                    person.do("user_message", {"message": f"change my title to {title}"}, timeout=60)
                elif action == "missing":
                    person.do("user_message", {"message": "what is missing?"}, timeout=60)
                else:
                    person.do({"check": "check_resume_fields", "download": "download_resume"}[action], timeout=60)
                resume = check_resume(person.do("get_updated_resume", timeout=60)["resumeData"])
                assert resume["Title"] == title, (resume["Title"], title)
                assert resume["Email"] == f"person{number:02}@example.org"
                assert_only_own(number, count, person.heard(), resume)
        except Exception as fault:  # a thread's failure must reach the test
            faults.append(f"person {number}: {type(fault).__name__}: {str(fault)[:500]}")

    threads = [threading.Thread(target=job, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    assert not faults, "\n".join(faults)
    assert not any(thread.is_alive() for thread in threads)


def test_a_new_connection_starts_with_nothing(people):
    first = people()
    first.do("upload_resume", {"rawResumeText": resume_text(7)})
    first.close()
    second = people()
    second.refused("get_updated_resume", among={"no_resume"})
    second.refused("undo", among={"no_resume"})
