"""Resumes in seven languages besides English, with each language's own headings, months, titles and degrees."""

import random

from countries import COUNTRIES
from person import email_of, gold

LANGUAGES = {
    "de": dict(
        country="DE",
        work=["Berufserfahrung", "Beruflicher Werdegang", "Praktische Erfahrung", "Berufspraxis"], school=["Ausbildung", "Schulbildung", "Akademischer Werdegang", "Studium"],
        skills=["Kenntnisse", "EDV-Kenntnisse", "Fähigkeiten", "Kompetenzen"], languages=["Sprachen", "Sprachkenntnisse"], about=["Profil", "Über mich"],
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(), now=["heute", "bis heute", "jetzt"], to=[" – ", " bis ", " - "],
        titles=["Projektleiterin Tiefbau", "Altenpfleger", "Sachbearbeiter Einkauf", "Elektroniker", "Filialleiter", "Erzieherin", "Bauingenieur", "Mediengestalter", "Kaufmännische Angestellte"],
        did=["Betreuung von 40 Kunden im Innendienst", "Einarbeitung neuer Kollegen", "Planung und Überwachung der Baustellen", "Führung eines Teams von acht Personen"],
        degrees=[("Bachelor of Engineering", "Bauingenieurwesen"), ("Diplom", ""), ("Ausbildung zum Industriekaufmann", ""), ("Master of Science", "Wirtschaftsinformatik"), ("Abitur", "")],
        known=["SAP", "MS Office", "AutoCAD", "Führerschein Klasse B", "Teamfähigkeit"], tongues=["Deutsch (Muttersprache)", "Englisch (fließend)"], joiner=" in "),
    "fr": dict(
        country="FR",
        work=["Expérience professionnelle", "Expériences professionnelles", "Parcours professionnel"], school=["Formation", "Formations", "Études", "Parcours académique"],
        skills=["Compétences", "Compétences techniques", "Savoir-faire"], languages=["Langues", "Langues étrangères"], about=["Profil", "À propos"],
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(), now=["aujourd'hui", "ce jour", "présent"], to=[" – ", " à ", " - "],
        titles=["Infirmière coordinatrice", "Conducteur de travaux", "Chargée de clientèle", "Comptable", "Vendeuse", "Technicien de maintenance", "Chef de rang", "Professeure des écoles"],
        did=["Encadrement d'une équipe de cinq personnes", "Suivi des commandes et des stocks", "Accueil et conseil de la clientèle", "Préparation des bilans annuels"],
        degrees=[("Licence", "Droit"), ("Master", "Gestion des ressources humaines"), ("BTS", "Comptabilité et gestion"), ("Baccalauréat", ""), ("DUT", "Génie civil")],
        known=["Pack Office", "Sage", "Permis B", "Gestion de projet", "Ciel Compta"], tongues=["Français (langue maternelle)", "Anglais (courant)"], joiner=" "),
    "es": dict(
        country="ES",
        work=["Experiencia laboral", "Experiencia profesional", "Trayectoria profesional"], school=["Formación académica", "Formación", "Estudios", "Educación"],
        skills=["Habilidades", "Competencias", "Conocimientos", "Aptitudes"], languages=["Idiomas"], about=["Perfil", "Perfil profesional", "Sobre mí"],
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(), now=["actualidad", "actualmente", "presente", "la actualidad"], to=[" – ", " a ", " - ", " hasta "],
        titles=["Auxiliar administrativa", "Enfermero", "Encargado de almacén", "Jefa de compras", "Contable", "Electricista", "Camarero", "Ingeniera de caminos"],
        did=["Atención al cliente y gestión de pedidos", "Control de inventario", "Elaboración de informes mensuales", "Coordinación de un equipo de seis personas"],
        degrees=[("Grado", "Enfermería"), ("Licenciatura", "Derecho"), ("Máster", "Dirección de Empresas"), ("Bachillerato", ""), ("Técnico Superior", "Administración y Finanzas")],
        known=["Contaplus", "Excel", "Carné de conducir B", "Trabajo en equipo", "SAP"], tongues=["Español (nativo)", "Inglés (B2)"], joiner=" en "),
    "pt": dict(
        country="BR",
        work=["Experiência Profissional", "Experiências Profissionais", "Histórico Profissional"], school=["Formação Acadêmica", "Formação", "Educação", "Escolaridade"],
        skills=["Habilidades", "Competências", "Conhecimentos"], languages=["Idiomas"], about=["Resumo", "Perfil", "Resumo Profissional"],
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(), now=["atual", "atualmente", "o momento", "presente"], to=[" – ", " a ", " - ", " até "],
        titles=["Analista Financeiro", "Auxiliar Administrativo", "Técnica de Enfermagem", "Gerente de Loja", "Engenheira Civil", "Vendedor", "Coordenadora Pedagógica", "Motorista"],
        did=["Atendimento a clientes e fornecedores", "Controle de contas a pagar", "Elaboração de relatórios", "Treinamento de novos funcionários"],
        degrees=[("Bacharelado", "Administração"), ("Licenciatura", "Pedagogia"), ("Técnico", "Enfermagem"), ("Pós-graduação", "Gestão de Projetos"), ("Ensino Médio", "")],
        known=["Pacote Office", "SAP", "Excel avançado", "CNH categoria B", "Trabalho em equipe"], tongues=["Português (nativo)", "Inglês (intermediário)"], joiner=" em "),
    "it": dict(
        country="IT",
        work=["Esperienza lavorativa", "Esperienze professionali", "Esperienza professionale"], school=["Istruzione e formazione", "Istruzione", "Formazione", "Titoli di studio"],
        skills=["Competenze", "Capacità e competenze", "Competenze tecniche"], languages=["Lingue", "Conoscenze linguistiche"], about=["Profilo", "Profilo professionale"],
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(), now=["oggi", "attuale", "in corso", "presente"], to=[" – ", " a ", " - "],
        titles=["Impiegata amministrativa", "Infermiere", "Responsabile di magazzino", "Cameriera", "Geometra", "Commessa", "Ingegnere meccanico", "Contabile"],
        did=["Gestione degli ordini e dei fornitori", "Assistenza ai clienti", "Redazione di preventivi", "Coordinamento di tre colleghi"],
        degrees=[("Laurea triennale", "Economia aziendale"), ("Laurea magistrale", "Ingegneria meccanica"), ("Diploma di maturità scientifica", ""), ("Diploma", "Ragioneria")],
        known=["Pacchetto Office", "AutoCAD", "Patente B", "Lavoro di gruppo", "Zucchetti"], tongues=["Italiano (madrelingua)", "Inglese (B1)"], joiner=" in "),
    "nl": dict(
        country="NL",
        work=["Werkervaring", "Arbeidsverleden", "Relevante werkervaring"], school=["Opleiding", "Opleidingen", "Onderwijs"], skills=["Vaardigheden", "Competenties", "Kennis en vaardigheden"],
        languages=["Talen", "Talenkennis"], about=["Profiel", "Over mij", "Persoonlijk profiel"],
        months="januari februari maart april mei juni juli augustus september oktober november december".split(), now=["heden", "nu"], to=[" – ", " tot ", " - ", " t/m "],
        titles=["Verpleegkundige", "Administratief medewerker", "Projectleider bouw", "Leraar basisonderwijs", "Verkoopadviseur", "Magazijnmedewerker", "Teamleider logistiek", "Boekhouder"],
        did=["Aansturen van een team van zes", "Verwerken van bestellingen", "Begeleiden van stagiairs", "Opstellen van maandrapportages"],
        degrees=[("HBO Bachelor", "Verpleegkunde"), ("MBO 4", "Administratie"), ("Master", "Bedrijfskunde"), ("HAVO", ""), ("VWO", "")],
        known=["Exact", "MS Office", "Rijbewijs B", "Plannen", "Heftruckcertificaat"], tongues=["Nederlands (moedertaal)", "Engels (goed)"], joiner=" "),
    "pl": dict(
        country="PL",
        work=["Doświadczenie zawodowe", "Doświadczenie", "Przebieg kariery zawodowej"], school=["Wykształcenie", "Edukacja", "Edukacja i szkolenia"], skills=["Umiejętności", "Kompetencje", "Kwalifikacje"],
        languages=["Języki obce", "Języki", "Znajomość języków"], about=["Profil zawodowy", "O mnie", "Podsumowanie"],
        months="styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień".split(), now=["obecnie", "teraz", "nadal"], to=[" – ", " do ", " - "],
        titles=["Specjalista ds. sprzedaży", "Księgowa", "Magazynier", "Kierownik projektu", "Pielęgniarka", "Nauczyciel matematyki", "Inżynier budowy", "Kucharz"],
        did=["Obsługa klientów i zamówień", "Prowadzenie dokumentacji", "Nadzór nad zespołem pięciu osób", "Przygotowywanie raportów"],
        degrees=[("Magister", "Ekonomia"), ("Licencjat", "Pielęgniarstwo"), ("Inżynier", "Budownictwo"), ("Technik", "Logistyka"), ("Matura", "")],
        known=["MS Office", "Symfonia", "Prawo jazdy kat. B", "Praca w zespole", "AutoCAD"], tongues=["polski (ojczysty)", "angielski (B2)"], joiner=", "),
}


def document(code, rng):
    words = LANGUAGES[code]
    where = COUNTRIES[words["country"]]
    name, place, phone = rng.choice(where["people"]), rng.choice(where["places"]), rng.choice(where["phones"])
    email = email_of(name, rng)
    numeric = rng.random() < .4
    to, now = rng.choice(words["to"]), rng.choice(words["now"])
    if now.startswith(("bis", "la ")) and to.strip() in ("bis", "a") or "bis" in now and to.strip() != "bis":
        now = words["now"][0]

    def point(year, month):
        if numeric:
            return f"{month:02d}/{year}"
        return f"{words['months'][month - 1]} {'de ' if code in ('es', 'pt') and rng_de else ''}{year}"
    rng_de = rng.random() < .5

    def dates(start, end):
        return point(*start) + to + (point(*end) if end else now)
    count = rng.choice([2, 3])
    jobs, end, year = [], None, 2022
    for title, company in zip(rng.sample(words["titles"], count), rng.sample(where["employers"], count)):
        start = (year - rng.randint(2, 4), rng.randint(1, 12))
        jobs.append((title, company, dates(start, end), rng.sample(words["did"], 2)))
        end, year = (start[0], max(1, start[1] - 1)), start[0]
    schools = []
    for (degree, subject), school in zip(rng.sample(words["degrees"], 2), rng.sample(where["schools"], 2)):
        schools.append((degree, subject, school, f"{year - 4} – {year}"))
        year -= 4
    caps = rng.random() < .4

    def head(kind):
        text = rng.choice(words[kind])
        return text.upper() if caps else text
    shape = rng.randrange(5)
    out = [name, place, phone, email, "", head("work"), ""]
    for title, company, when, did in jobs:
        items = [rng.choice(["- ", "• "]) + x for x in did]
        out += [
            [f"{when}  {title}, {company}"] + items + [""],
            [title, company, when] + items + [""],
            [f"{title}                    {when}", company] + items + [""],
            [when, f"{title} – {company}"] + items + [""],
            [f"{company} | {title} | {when}"] + items + [""],
        ][shape]
    out += [head("school"), ""]
    for degree, subject, school, when in schools:
        text = degree + (words["joiner"] + subject if subject else "")
        out += [[f"{when}  {text}, {school}"], [text, school, when, ""], [f"{school}          {when}", text, ""], [when, f"{text} – {school}", ""],
                [f"{school} | {text} | {when}"]][shape]
    out += ["", head("skills"), "", ", ".join(words["known"]), "", head("languages"), "", ", ".join(words["tongues"])]
    reading = gold(None or type("P", (), dict(name=name, place=place, email=email, phone=phone, skills=words["known"])),
                   [(t, c, d) for t, c, d, _ in jobs], schools)
    return "\n".join(out), reading


def language_set(each, seed):
    for code in LANGUAGES:
        for number in range(each):
            text, reading = document(code, random.Random(f"{seed}/{code}/{number}"))
            yield f"language_{code}", number, text, reading
