"""An invented person with a life to print, and the ways to print its dates."""

import random
import unicodedata
from dataclasses import dataclass, field

from countries import COUNTRIES
from trades import TRADES

MONTHS = "January February March April May June July August September October November December".split()


@dataclass
class Job:
    position: str
    company: str
    start: tuple
    end: tuple | None
    place: str
    did: list


@dataclass
class School:
    degree: str
    field: str
    school: str
    start: int
    end: int


@dataclass
class Person:
    name: str
    title: str
    place: str
    phone: str
    email: str
    link: str
    about: str
    jobs: list
    schools: list
    skills: list
    languages: list = field(default_factory=list)


def ascii_letters(text):
    text = text.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("đ", "d").replace("ö", "oe").replace("ü", "ue")
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if c.isascii() and (c.isalpha() or c == " ")).lower()


def email_of(name, rng, domains=("mailbox.example", "posted.example", "inbox.test", "write.example")):
    parts = ascii_letters(name.replace("-", " ").replace("'", "")).split()
    first, last = parts[0], parts[-1]
    local = rng.choice([f"{first}.{last}", f"{first[0]}{last}", f"{last}{first[0]}{rng.randint(70, 99)}", f"{first}_{last}", f"hello.{first}",
                        f"{first}{rng.randint(1, 99)}"])
    return local + "@" + rng.choice(domains)


def person(rng, trade=None, country=None):
    country = country or rng.choice(sorted(COUNTRIES))
    trade = trade or rng.choice(sorted(TRADES))
    where, what = COUNTRIES[country], TRADES[trade]
    name = rng.choice(where["people"])
    count = rng.choice([2, 3, 3, 4])
    first = rng.randint(0, len(what["titles"]) - count)
    titles = what["titles"][first:first + count][::-1]
    employers = rng.sample(where["employers"], count)
    year, month = rng.choice([(2024, None), (2023, 5), (2022, 11)])
    end = None if month is None else (year, month)
    jobs = []
    year = 2021 if end is None else year
    for position, company in zip(titles, employers):
        length = rng.randint(2, 4)
        start = (year - length, rng.randint(1, 12))
        jobs.append(Job(position, company, start, end, rng.choice(where["places"]), rng.sample(what["did"], rng.randint(2, 3))))
        end = (start[0], max(1, start[1] - 1))
        year = start[0]
    schools = []
    for (degree, subject), school in zip(rng.sample(what["degrees"], rng.choice([1, 2, 2])), rng.sample(where["schools"], 2)):
        schools.append(School(degree, subject, school, year - rng.randint(2, 4), year))
        year = schools[-1].start
    slug = ascii_letters(name).replace(" ", "-")
    languages = rng.sample(["English", "Spanish", "German", "French", "Hindi", "Portuguese", "Arabic", "Polish"], 2)
    return Person(name, titles[0], rng.choice(where["places"]), rng.choice(where["phones"]), email_of(name, rng),
                  f"linkedin.com/in/{slug}", what["about"], jobs, schools, rng.sample(what["skills"], rng.randint(4, len(what["skills"]))), languages)


def date_style(rng):
    """One way to print a month, and one to join the ends of a range, kept through a document."""
    point = rng.choice([
        lambda y, m: f"{MONTHS[m - 1][:3]} {y}", lambda y, m: f"{MONTHS[m - 1]} {y}", lambda y, m: f"{m:02d}/{y}",
        lambda y, m: f"{y}", lambda y, m: f"{y}-{m:02d}", lambda y, m: f"{m:02d}.{y}", lambda y, m: f"{MONTHS[m - 1][:3]}. {y}",
        lambda y, m: f"{y}.{m:02d}", lambda y, m: f"{MONTHS[m - 1][:3]} '{y % 100:02d}", lambda y, m: f"{m}/{y}",
    ])
    join = rng.choice([" - ", " – ", "-", "–", " to ", " — ", " ~ "])
    now = rng.choice(["Present", "present", "Current", "Now", "PRESENT", "today", "till date", "to date"])
    if "to" in now and join.strip() == "to":
        now = "present"
    if join in ("-", "–") and point(2019, 5) == "2019-05":
        join = " – "

    def text(start, end):
        return point(*start) + join + (point(*end) if end else now)

    def years(start, end):
        return f"{start}{join}{end}"
    text.years = years
    return text


def degree_text(school, rng, style=None):
    if not school.field:
        return school.degree
    style = style or rng.choice(["in", "in", "comma", "space"])
    return {"in": f"{school.degree} in {school.field}", "comma": f"{school.degree}, {school.field}",
            "space": f"{school.degree} {school.field}", "bracket": f"{school.degree} ({school.field})"}[style]


def gold(person, jobs=None, schools=None, **changes):
    """The exact reading; `jobs` and `schools` as they were printed: (position, company, dates), (degree, field, school, dates)."""
    result = dict(Name=person.name, Title="", Location=person.place, Email=person.email, Phone=person.phone, Summary="",
                  Experience=[dict(Position=p, Company=c, Dates=d) for p, c, d in jobs],
                  Education=[dict(Degree=d, Field=f, Institution=s, Dates=t) for d, f, s, t in schools],
                  Skills=list(person.skills))
    result.update(changes)
    return result


def heading(kind, rng):
    return rng.choice({
        "work": ["Experience", "Work Experience", "Employment History", "Professional Experience", "Career History", "Work History", "Employment"],
        "school": ["Education", "Education and Training", "Academic Background", "Qualifications", "Educational Qualifications"],
        "skills": ["Skills", "Key Skills", "Core Competencies", "Technical Skills", "Areas of Expertise"],
        "about": ["Profile", "Summary", "Professional Summary", "About Me", "Objective", "Personal Statement"],
        "languages": ["Languages", "Language Skills"],
        "contact": ["Contact", "Contact Details", "Contact Information"],
        "interests": ["Interests", "Hobbies and Interests"],
        "certs": ["Certifications", "Licenses & Certifications", "Certificates"],
        "refs": ["References", "Referees"],
    }[kind])
