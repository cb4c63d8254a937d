"""Looks and people that were made after the reader was finished, to see how it does on what it was not made with."""

import random

from layouts import bullets, reading, skills_lines
from person import Job, Person, School, date_style, degree_text, email_of

PEOPLE = ["Rupert Haldane", "Noor Al-Khatib", "Ewa Strzelecka", "Terrence Bukowski", "Maite Goikoetxea", "Yusuf Karaca", "Lindiwe Mokoena",
          "Aoife Ní Bhriain", "Hoang Gia Bao", "Cristina Popescu"]
PLACES = ["Galashiels", "Terni, Italy", "Kristiansand, Norway", "Yuma, AZ", "Bloemfontein, South Africa", "Braga, Portugal", "Tartu", "Zamboanga City", "Sault Ste. Marie, ON"]
PHONES = ["+47 405 55 012", "0191 498 0110", "(928) 555-0175", "+27 82 555 0119", "+351 912 555 014"]
EMPLOYERS = ["Hexagon Tiles", "Quillfeather Press", "Rusta", "Stadtwerke Melle", "Borough Kitchen", "Tine SA", "Old Mutual", "Sonae", "Verdemar", "Corrib Oil",
             "The Wonder Group", "Aqualia", "Mettle Networks", "Juno Dental Care", "Ferrovial", "Pick n Pay", "Oatly", "Sandvik AB"]
SCHOOLS = ["University of Agder", "Newcastle College", "University of the Free State", "Universidade do Minho", "Arizona Western College", "Tallinn University of Technology",
           "Eden Catering School", "Heriot-Watt", "NTNU"]
TRADES = [
    (["Estate Agent", "Lettings Negotiator", "Branch Manager", "Office Junior"], [("HNC", "Business"), ("Diploma", "Property Law")], ["Valuations", "CRM", "Viewings", "Tenancy law"]),
    (["Lab Technician", "Quality Analyst", "Process Chemist", "Plant Supervisor"], [("B.Sc.", "Industrial Chemistry"), ("M.Sc.", "Polymer Science")], ["HPLC", "Titration", "ISO 9001", "Minitab"]),
    (["Dental Hygienist", "Dental Nurse", "Practice Coordinator", "Receptionist"], [("Diploma", "Dental Hygiene"), ("Certificate", "Dental Nursing")], ["X-ray", "Scaling", "Infection control"]),
    (["UX Writer", "Copywriter", "Content Strategist", "Editorial Intern"], [("BA", "Linguistics"), ("MA", "Journalism")], ["Tone of voice", "Figma", "A/B testing", "Style guides"]),
    (["Electrician", "Site Supervisor", "Maintenance Electrician", "Electrical Apprentice"], [("Certificate", "Electrical Installation"), ("N6 Diploma", "Electrical Engineering")], ["PLC", "Fault finding", "Solar PV"]),
    (["Warehouse Clerk", "Shift Leader", "Supply Planner", "Inventory Controller"], [("Bachelor", "Logistics"), ("Associate Degree", "Supply Chain Management")], ["WMS", "SAP", "Kaizen"]),
]
DID = ["Cut returns by a quarter", "Showed new colleagues the ropes", "Looked after 60 customers a week", "Wrote the handbook that is still in use", "Kept the books for two sites"]


def person(rng):
    titles, degrees, skills = rng.choice(TRADES)
    titles = rng.sample(titles, rng.choice([2, 3]))
    jobs, end, year = [], None, 2022
    for title, employer in zip(titles, rng.sample(EMPLOYERS, 3)):
        start = (year - rng.randint(1, 4), rng.randint(1, 12))
        jobs.append(Job(title, employer, start, end, rng.choice(PLACES), rng.sample(DID, 2)))
        end, year = (start[0], start[1]), start[0]
    schools = [School(d, f, s, year - 3, year) for (d, f), s in zip(rng.sample(degrees, rng.choice([1, 2])), rng.sample(SCHOOLS, 2))]
    name = rng.choice(PEOPLE)
    return Person(name, titles[0], rng.choice(PLACES), rng.choice(PHONES), email_of(name, rng), "", "Likes order and good coffee.", jobs, schools, skills)


def dates_in_brackets_under_employer(p, rng):
    d = date_style(rng)
    out = [f"{p.name} · {p.place}", f"{p.email} · {p.phone}", "", "Where I worked", ""]
    for j in p.jobs:
        out += [f"{j.company} ({j.place})", f"{j.position} [{d(j.start, j.end)}]"] + bullets(j.did, rng) + [""]
    out += ["Schooling", ""] + [f"{s.school}: {degree_text(s, rng, 'in')} [{d.years(s.start, s.end)}]" for s in p.schools]
    out += ["", "Good at", ""] + skills_lines(p, rng)
    return out, reading(p, d)


def numbered(p, rng):
    d = date_style(rng)
    out = ["CURRICULUM VITAE OF " + p.name.upper(), "", f"Tel. {p.phone}", f"E-mail {p.email}", f"Home {p.place}", "", "1. EMPLOYMENT", ""]
    for n, j in enumerate(p.jobs, 1):
        out += [f"1.{n} {j.position}, {j.company}", f"    {d(j.start, j.end)}"] + ["    " + x + "." for x in j.did] + [""]
    out += ["2. EDUCATION", ""]
    for n, s in enumerate(p.schools, 1):
        out += [f"2.{n} {degree_text(s, rng, 'comma')}", f"    {s.school}, {d.years(s.start, s.end)}"]
    out += ["", "3. SKILLS", "", ", ".join(p.skills)]
    return out, reading(p, d, Name=p.name.upper())


def job_advert_style(p, rng):
    d = date_style(rng)
    out = [p.name, p.title + " | " + p.place, "Call " + p.phone + " or write to " + p.email, "", "PROFESSIONAL EXPERIENCE"]
    for j in p.jobs:
        out += [f"{j.position.upper()} – {j.company.upper()}, {d(j.start, j.end)}", " ".join(x + "." for x in j.did)]
    out += ["EDUCATION"] + [f"{degree_text(s, rng, 'in')} – {s.school.upper()}, {d.years(s.start, s.end)}" for s in p.schools] + ["SKILLS"] + skills_lines(p, rng)
    return out, reading(p, d, Title=p.title)


def margin_first(p, rng):
    """The margin's column read first, line by line before the text."""
    d = date_style(rng)
    out = [p.name, p.phone, p.email, p.place, "", "EXPERIENCE", ""]
    for j in p.jobs:
        out += [j.place, d(j.start, j.end), j.position, j.company] + bullets(j.did, rng, "• ") + [""]
    out += ["EDUCATION", ""]
    for s in p.schools:
        out += [d.years(s.start, s.end), degree_text(s, rng, "in"), s.school, ""]
    out += ["SKILLS"] + skills_lines(p, rng)
    return out, reading(p, d)


def wide_table(p, rng):
    d = date_style(rng)
    out = [p.name, p.email + "    " + p.phone + "    " + p.place, "", "Career overview", ""]
    for j in p.jobs:
        out += [d(j.start, j.end).ljust(34) + j.company.ljust(30) + j.position]
    out += ["", "Education overview", ""]
    for s in p.schools:
        out += [d.years(s.start, s.end).ljust(34) + s.school.ljust(44) + degree_text(s, rng, "in")]
    out += ["", "Key skills", ""] + skills_lines(p, rng)
    return out, reading(p, d)


def letter_like(p, rng):
    d = date_style(rng)
    out = [p.name, p.place, p.phone, p.email, "", "Experience", ""]
    for j in p.jobs:
        out += [f"{d(j.start, j.end)} — {j.company} — {j.position}", "; ".join(x.lower() for x in j.did), ""]
    out += ["Education", ""] + [f"{d.years(s.start, s.end)} — {s.school} — {degree_text(s, rng, 'in')}" for s in p.schools]
    out += ["", "Skills: " + ", ".join(p.skills)]
    return out, reading(p, d)


ALL = [dates_in_brackets_under_employer, numbered, job_advert_style, margin_first, wide_table, letter_like]


def late_set(each, seed):
    for look in ALL:
        for number in range(each):
            rng = random.Random(f"{seed}/late/{look.__name__}/{number}")
            lines, gold = look(person(rng), rng)
            yield look.__name__, number, "\n".join(lines), gold
