"""Looks of resumes. Each takes a person and a source of chance and gives the text and the exact reading."""

from person import MONTHS, date_style, degree_text, gold, heading


def bullets(did, rng, mark=None):
    mark = mark or rng.choice(["• ", "- ", "* ", "– ", "▪ ", "● "])
    return [mark + x for x in did]


def reading(person, dates, schools_dates=None, **changes):
    jobs = [(j.position, j.company, dates(j.start, j.end)) for j in person.jobs]
    schools = [(s.degree, s.field, s.school, (schools_dates or (lambda s: dates.years(s.start, s.end)))(s)) for s in person.schools]
    return gold(person, jobs, schools, **changes)


def skills_lines(person, rng):
    return rng.choice([lambda s: [", ".join(s)], lambda s: ["• " + x for x in s], lambda s: [" | ".join(s)], lambda s: ["; ".join(s)],
                       lambda s: list(s), lambda s: [" • ".join(s)]])(person.skills)


def school_block(person, dates, rng):
    """Education in one of six shapes."""
    shape = rng.randrange(6)
    style = rng.choice(["in", "comma", "space"])
    out = []
    for s in person.schools:
        t, d = dates.years(s.start, s.end), degree_text(s, rng, style)
        out += [
            [d, s.school, t, ""], [f"{s.school}, {t}", d, ""], [f"{d}, {s.school}, {t}"], [f"{t}  {d}, {s.school}"],
            [f"{d} | {s.school} | {t}"], [t, s.school, d, ""]][shape]
    return out


def late_dates(p, rng):
    """Dates and places that stood at the right margin come after what was done."""
    d = date_style(rng)
    out = [p.name, p.title, "", p.email, p.phone, p.place, "", heading("work", rng), ""]
    for j in p.jobs:
        out += [j.position, j.company] + bullets(j.did, rng, "• ") + [j.place, d(j.start, j.end), ""]
    out += [heading("school", rng), ""]
    for s in p.schools:
        out += [s.school, degree_text(s, rng), d.years(s.start, s.end), ""]
    out += [heading("skills", rng)] + skills_lines(p, rng)
    return out, reading(p, d, Title=p.title)


def sidebar_first(p, rng):
    d = date_style(rng)
    out = [heading("contact", rng), p.phone, p.email, p.place, p.link, heading("skills", rng)] + list(p.skills)
    out += [heading("languages", rng)] + p.languages + [heading("interests", rng), "Chess", "Long walks"]
    out += [p.name.upper(), p.title, heading("about", rng), p.about, heading("work", rng)]
    for j in p.jobs:
        out += [j.position, f"{j.company}, {d(j.start, j.end)}"] + bullets(j.did, rng, "• ")
    out += [heading("school", rng)] + [x for x in school_block(p, d, rng) if x]
    return out, reading(p, d, Name=p.name.upper(), Title=p.title)


def date_column(p, rng):
    """Dates alone in a left column: beside the title with a wide gap."""
    d = date_style(rng)
    width = max([len(d(j.start, j.end)) for j in p.jobs]) + rng.choice([2, 4, 9])
    out = [p.name, f"{p.place} | {p.phone} | {p.email}", "", heading("work", rng).upper(), ""]
    for j in p.jobs:
        out += [d(j.start, j.end).ljust(width) + j.position, " " * width + j.company]
        out += [" " * width + x for x in bullets(j.did, rng, "- ")] + [""]
    out += [heading("school", rng).upper(), ""]
    for s in p.schools:
        out += [d.years(s.start, s.end).ljust(width) + degree_text(s, rng), " " * width + s.school, ""]
    out += [heading("skills", rng).upper(), ""] + skills_lines(p, rng)
    return out, reading(p, d)


def dates_above(p, rng):
    """Dates on a line of their own over employer and title."""
    d = date_style(rng)
    company_first = rng.random() < .5
    out = [p.name, p.title, f"{p.phone} / {p.email} / {p.place}", "", heading("about", rng), p.about, "", heading("work", rng)]
    for j in p.jobs:
        two = [j.company, j.position] if company_first else [j.position, j.company]
        out += ["", d(j.start, j.end)] + two + [x + "." for x in j.did]
    out += ["", heading("school", rng)]
    for s in p.schools:
        out += ["", d.years(s.start, s.end), s.school, degree_text(s, rng)]
    out += ["", heading("skills", rng)] + skills_lines(p, rng)
    return out, reading(p, d, Title=p.title)


def single_line(p, rng):
    """A page that lost all its line ends."""
    d = date_style(rng)
    caps = rng.random() < .6
    head = (lambda k: heading(k, rng).upper()) if caps else (lambda k: heading(k, rng))
    out = [p.name, p.title, p.email, p.phone, p.place, head("about"), p.about, head("work")]
    for j in p.jobs:
        out += [f"{j.position}, {j.company}", d(j.start, j.end)] + [x + "." for x in j.did]
    out += [head("school")]
    for s in p.schools:
        out += [degree_text(s, rng, "in") + ",", s.school, d.years(s.start, s.end)]
    out += [head("skills"), ", ".join(p.skills)]
    return [" ".join(out)], reading(p, d, Title=p.title)


def tab_table(p, rng):
    """Rows of a table, cells parted by tabs."""
    d = date_style(rng)
    out = [p.name, f"Phone:\t{p.phone}", f"Email:\t{p.email}", f"Address:\t{p.place}", "", heading("work", rng)]
    order = rng.choice([(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
    headed = rng.random() < .5
    if headed:
        out.append("\t".join([["Position", "Employer", "Period"], ["Designation", "Company", "Duration"]][rng.randrange(2)][i] for i in order))
    for j in p.jobs:
        out.append("\t".join([j.position, j.company, d(j.start, j.end)][i] for i in order))
        if not headed:
            out += ["• " + x for x in j.did]
    out += ["", heading("school", rng)]
    for s in p.schools:
        out.append("\t".join([d.years(s.start, s.end), degree_text(s, rng, "in"), s.school]))
    out += ["", heading("skills", rng)] + skills_lines(p, rng)
    return out, reading(p, d)


def labelled(p, rng):
    d = date_style(rng)
    sep = rng.choice([": ", " : ", ":  ", " - "])
    sep = sep if sep != " - " else ": "
    out = [f"Name{sep}{p.name}", f"Contact No{sep}{p.phone}", f"Mail ID{sep}{p.email}", f"Location{sep}{p.place}", "",
           heading("work", rng).upper(), ""]
    names = rng.choice([("Job Title", "Employer", "Dates"), ("Designation", "Organization", "Period"), ("Role", "Company", "Duration"),
                        ("Position", "Company Name", "Tenure")])
    order = rng.choice([(0, 1, 2), (1, 0, 2), (2, 1, 0), (1, 2, 0)])
    for j in p.jobs:
        values = (j.position, j.company, d(j.start, j.end))
        out += [f"{names[i]}{sep}{values[i]}" for i in order] + [f"Responsibilities{sep}"] + bullets(j.did, rng) + [""]
    out += [heading("school", rng).upper(), ""]
    for s in p.schools:
        out += [f"Degree{sep}{degree_text(s, rng, 'in')}", f"Institution{sep}{s.school}", f"Year{sep}{d.years(s.start, s.end)}", ""]
    out += [heading("skills", rng).upper(), ""] + skills_lines(p, rng)
    return out, reading(p, d)


def europass(p, rng):
    d = date_style(rng)
    out = ["Curriculum vitae", "PERSONAL INFORMATION", p.name, p.place, p.phone, p.email, "", "WORK EXPERIENCE", ""]
    for j in p.jobs:
        out += [d(j.start, j.end), j.position, f"{j.company}, {j.place}"] + bullets(j.did, rng, "▪ ") + [""]
    out += ["EDUCATION AND TRAINING", ""]
    for s in p.schools:
        out += [d.years(s.start, s.end), degree_text(s, rng, "in"), s.school, ""]
    out += ["PERSONAL SKILLS", "", "Mother tongue(s)  " + p.languages[0], "Other language(s)  " + p.languages[1] + " B2", "",
            "Job-related skills  " + ", ".join(p.skills), "Driving licence  B"]
    return out, reading(p, d, Skills=[])


def linkedin(p, rng):
    def point(date):
        return f"{MONTHS[date[1] - 1]} {date[0]}"

    def d(start, end):
        return f"{point(start)} - {point(end) if end else 'Present'}"
    d.years = lambda a, b: f"{a} - {b}"
    out = ["Contact", p.email, f"www.{p.link} (LinkedIn)", "", "Top Skills"] + p.skills[:3] + ["", "Languages", f"{p.languages[0]} (Native or Bilingual)"]
    out += ["", p.name, f"{p.title} at {p.jobs[0].company}", p.place, "", "Summary", p.about, "", "Experience", ""]
    for j in p.jobs:
        length = (j.end or (2024, 3))[0] - j.start[0]
        out += [j.company, j.position, f"{d(j.start, j.end)} ({length} years)", j.place] + j.did + [""]
    out += ["Page 1 of 2", "", "Education", ""]
    for s in p.schools:
        out += [s.school, degree_text(s, rng, "comma") + f" · ({s.start} - {s.end})", ""]
    return out, reading(p, d, Title=f"{p.title} at {p.jobs[0].company}", Phone="", Skills=p.skills[:3])


def academic(p, rng):
    d = date_style(rng)
    out = [("Dr. " if rng.random() < .5 else "") + p.name, p.place, f"{p.email}, {p.phone}", "", rng.choice(["Appointments", "Academic Positions", "Professional Appointments"])]
    for j in p.jobs:
        out += [f"{d(j.start, j.end)}    {j.position}, {j.company}"]
    out += ["", "Education"]
    for s in p.schools:
        out += [f"{s.end}    {degree_text(s, rng, 'comma')}, {s.school}"]
    out += ["", "Publications", f"{p.name.split()[-1]}, {p.name[0]}. (2020). On the moisture of things. Journal of Soils 12(3), 44-61.",
            f"{p.name.split()[-1]}, {p.name[0]}., and A. Other (2018). Salt and sand. Soil Letters 9, 1-12.", "", "Awards", "Best poster, Lisbon, 2019"]
    return out, reading(p, d, schools_dates=lambda s: str(s.end), Skills=[])


def federal(p, rng):
    d = date_style(rng)
    out = [p.name, p.place, f"Phone: {p.phone}", f"Email: {p.email}", "Citizenship: U.S. Citizen", "Clearance: none", "", "WORK EXPERIENCE", ""]
    for j in p.jobs:
        out += [j.company, j.place, f"{d(j.start, j.end)}", f"{j.position}", "Hours per week: 40", f"Salary: ${len(j.did) * 21},500 per year",
                "Duties, Accomplishments and Related Skills:"] + bullets(j.did, rng) + ["Supervisor: M. Hall", "Okay to contact: Yes", ""]
    out += ["EDUCATION", ""]
    for s in p.schools:
        out += [f"{s.school}", f"{degree_text(s, rng, 'in')}  {s.end}", "GPA: 3.4 of a maximum 4.0", ""]
    return out, reading(p, d, schools_dates=lambda s: str(s.end), Skills=[])


def prose_jobs(p, rng):
    d = date_style(rng)
    out = [p.name, f"{p.place}. {p.phone}. {p.email}", "", p.about, "", heading("work", rng), ""]
    shape = rng.randrange(3)
    for j in p.jobs:
        told = ". ".join(j.did) + "."
        out += [[f"{j.company}, {j.position} ({d(j.start, j.end)}). {told}", f"{j.position}, {j.company}, {d(j.start, j.end)}. {told}",
                 f"{d(j.start, j.end)}: {j.position} at {j.company}. {told}"][shape], ""]
    out += [heading("school", rng), ""]
    for s in p.schools:
        out += [f"{degree_text(s, rng, 'in')}, {s.school}, {d.years(s.start, s.end)}."]
    return out, reading(p, d, Skills=[])


def functional(p, rng):
    d = date_style(rng)
    out = [p.name.upper(), p.place, p.phone, p.email, "", "OBJECTIVE", f"A post as {p.title.lower()}.", "", "RELEVANT SKILLS", "", "Leadership"]
    out += bullets([x for j in p.jobs for x in j.did[:1]], rng, "• ") + ["", "Organisation"] + bullets([p.jobs[0].did[-1]], rng, "• ")
    out += ["", "EMPLOYMENT HISTORY", ""]
    shape = rng.randrange(3)
    for j in p.jobs:
        t = d(j.start, j.end)
        out += [[f"{t}  {j.position}, {j.company}, {j.place}"], [f"{j.position}    {j.company}    {t}"], [f"{j.company} - {j.position} ({t})"]][shape]
    out += ["", "EDUCATION", ""] + school_block(p, d, rng)
    return out, reading(p, d, Name=p.name.upper(), Skills=[])


def no_dates(p, rng):
    d = date_style(rng)
    out = [p.name, p.title, f"{p.email} | {p.phone} | {p.place}", "", heading("work", rng), ""]
    shape = rng.randrange(3)
    for j in p.jobs:
        out += [[f"{j.position}, {j.company}"], [j.position, j.company], [f"{j.position} at {j.company}"]][shape] + bullets(j.did, rng, "• ") + [""]
    out += [heading("school", rng), ""]
    for s in p.schools:
        out += [degree_text(s, rng, "in"), s.school, ""]
    out += [heading("skills", rng)] + skills_lines(p, rng)
    g = reading(p, d, schools_dates=lambda s: "", Title=p.title)
    for e in g["Experience"]:
        e["Dates"] = ""
    return out, g


def nested_roles(p, rng):
    """Several positions under one employer, with or without the dates of them all."""
    d = date_style(rng)
    total = rng.random() < .5
    company = p.jobs[0].company
    inner, last = p.jobs[:-1] if len(p.jobs) > 2 else p.jobs, p.jobs[-1:] if len(p.jobs) > 2 else []
    gap = rng.choice(["    ", " | ", ", "])
    out = [p.name, p.email, p.phone, p.place, "", heading("work", rng).upper(), ""]
    out += [company + (gap + d(inner[-1].start, inner[0].end) if total else ""), ""] if rng.random() < .3 else [company + (gap + d(inner[-1].start, inner[0].end) if total else "")]
    for j in inner:
        out += [f"{j.position}{gap}{d(j.start, j.end)}"] + bullets(j.did, rng, "• ")
    for j in last:
        out += ["", j.company + (gap + d(j.start, j.end) if total else ""), f"{j.position}{gap}{d(j.start, j.end)}"] + bullets(j.did, rng, "• ")
    out += ["", heading("school", rng).upper(), ""] + school_block(p, d, rng)
    g = reading(p, d, Skills=[])
    for e, j in zip(g["Experience"], p.jobs):
        e["Company"] = company if j in inner else j.company
    return out, g


def title_last(p, rng):
    d = date_style(rng)
    bar = rng.choice([" | ", " · ", " – ", ", "])
    out = [p.name, p.place, p.phone + bar.replace(", ", " | ") + p.email, "", heading("about", rng).upper(), p.about, "", heading("work", rng).upper(), ""]
    if bar == " – ":
        bar = " | "
    for j in p.jobs:
        out += [bar.join([d(j.start, j.end), j.company, j.place, j.position])] + bullets(j.did, rng) + [""]
    out += [heading("school", rng).upper(), ""] + school_block(p, d, rng) + ["", heading("skills", rng).upper(), ""] + skills_lines(p, rng)
    return out, reading(p, d)


def place_between(p, rng):
    d = date_style(rng)
    out = [p.name, p.title, p.place, p.phone, p.email, "", heading("work", rng), ""]
    for j in p.jobs:
        out += [j.position, j.place, j.company, d(j.start, j.end)] + bullets(j.did, rng) + [""]
    out += [heading("school", rng), ""] + school_block(p, d, rng) + ["", heading("skills", rng), ""] + skills_lines(p, rng)
    return out, reading(p, d, Title=p.title)


def comma_line(p, rng):
    d = date_style(rng)
    out = [p.name + rng.choice(["", ", MBA", ", PMP"]), f"{p.place} • {p.phone} • {p.email}", "", heading("work", rng).upper()]
    shape = rng.randrange(4)
    for j in p.jobs:
        t = d(j.start, j.end)
        out += [[f"{j.position}, {j.company}, {j.place}, {t}", f"{j.company}, {j.place}, {j.position}, {t}", f"{j.position} – {j.company} ({t})",
                 f"{j.company}: {j.position} [{t}]"][shape]] + bullets(j.did, rng)
    out += [heading("school", rng).upper()] + [x for x in school_block(p, d, rng) if x] + [heading("skills", rng).upper()] + skills_lines(p, rng)
    return out, reading(p, d)


def banner(p, rng):
    """The name is not on the first line."""
    d = date_style(rng)
    top = rng.choice([["RESUME"], ["CURRICULUM VITAE", ""], ["Career Services Centre", "Room 210, Student Union", "", "Resume of"], ["Personal Details"],
                      [f"Application for the post of {p.title}", ""], ["CONFIDENTIAL", "Candidate profile"]])
    out = top + [p.name, p.place, p.phone, p.email, "", heading("about", rng).upper() + ":", p.about, "", heading("work", rng).upper() + ":", ""]
    for j in p.jobs:
        out += [f"{j.position} ({d(j.start, j.end)})", f"{j.company}, {j.place}"] + bullets(j.did, rng) + [""]
    out += [heading("school", rng).upper() + ":", ""] + school_block(p, d, rng) + ["", heading("skills", rng).upper() + ":", ""] + skills_lines(p, rng)
    return out, reading(p, d)


def side_by_side(p, rng):
    """Two columns side by side, as a program that keeps the layout prints them."""
    d = date_style(rng)
    side = ["CONTACT", p.phone, p.email, p.place, "", "SKILLS"] + p.skills + ["", "LANGUAGES"] + p.languages
    main = ["PROFILE", p.about[:44], "", "EXPERIENCE"]
    for j in p.jobs:
        main += [j.position, j.company, d(j.start, j.end)] + ["• " + x for x in j.did] + [""]
    main += ["EDUCATION"]
    for s in p.schools:
        main += [degree_text(s, rng, "in"), s.school, d.years(s.start, s.end), ""]
    left, right = (side, main) if rng.random() < .6 else (main, side)
    width = max(map(len, left)) + rng.choice([3, 5, 9])
    out = [p.name, p.title, ""]
    for i in range(max(len(left), len(right))):
        out.append(((left[i] if i < len(left) else "").ljust(width) + (right[i] if i < len(right) else "")).rstrip())
    return out, reading(p, d, Title=p.title)


ALL = [late_dates, sidebar_first, date_column, dates_above, single_line, tab_table, labelled, europass, linkedin, academic, federal, prose_jobs,
       functional, no_dates, nested_roles, title_last, place_between, comma_line, banner, side_by_side]
