"""Where people live and work: names, places, telephone numbers, employers and schools of fourteen countries.

Half of the employers have no word in their names that says what they are, as in life.
All people are invented; numbers are from the ranges set aside for fiction where a country has one."""

COUNTRIES = {
    "US": dict(
        people=["Tamara Whitlock", "DeShawn Ellery", "Rosa Maldonado", "Kevin O'Rourke", "Hannah Lindqvist-Reyes", "Wyatt Dunbar"],
        places=["Spokane, WA", "Chattanooga, TN 37402", "Des Moines, Iowa", "Baton Rouge, LA", "Albany, NY 12207"],
        phones=["(509) 555-0137", "423-555-0119", "515.555.0182", "+1 225 555 0108"],
        employers=["Kroger", "Providence Health", "Caterpillar", "Frontier Cooperative", "Lowe's", "Swenson & Pruitt LLP", "Bright Horizons",
                   "Nordstrom", "Schneider National", "Unity Point", "Raytheon", "Meridian Title Co."],
        schools=["Gonzaga University", "Iowa State University", "Chattanooga State Community College", "Louisiana State University", "SUNY Albany"]),
    "UK": dict(
        people=["Gareth Pritchard", "Nicola Ashworth", "Imran Siddiqui", "Fiona MacAskill", "Oluwaseun Adeyemi"],
        places=["Leeds", "Swansea, Wales", "Bristol BS6 5QT", "Inverness, Scotland", "Norwich, Norfolk"],
        phones=["07700 900456", "+44 7700 900982", "0117 496 0812", "01632 960 034"],
        employers=["Tesco", "Barratt Homes", "Arup", "NHS Highland", "Greggs plc", "Pinsent & Rowe LLP", "Network Rail", "Specsavers", "DPD",
                   "Leonard Cheshire", "Norfolk County Council"],
        schools=["University of Leeds", "Cardiff Metropolitan University", "City of Bristol College", "University of Aberdeen", "Norwich University of the Arts"]),
    "IN": dict(
        people=["Ananya Deshpande", "Vikram Reddy", "Mohammed Irfan Shaikh", "Lakshmi Subramanian", "Gurpreet Singh Bedi"],
        places=["Nagpur, Maharashtra", "Coimbatore, Tamil Nadu", "Lucknow, India", "Visakhapatnam, Andhra Pradesh", "Ludhiana, Punjab"],
        phones=["+91 98220 55501", "+91-9944055502", "09876 555 03"],
        employers=["Tata Motors", "Larsen & Toubro Ltd", "HDFC Bank", "Zomato", "Apollo Hospitals", "Mindtree", "Asian Paints", "Delhivery Pvt. Ltd.", "Amul",
                   "Byju's"],
        schools=["Anna University", "VNIT Nagpur", "Osmania University", "Panjab University", "Lucknow University", "PSG Polytechnic College"]),
    "DE": dict(
        people=["Jürgen Oberhofer", "Sabine Krause", "Mehmet Yıldız", "Katharina von Ahlen", "Florian Stöckl"],
        places=["Kassel, Germany", "90402 Nürnberg", "Freiburg im Breisgau", "Rostock, Germany", "Jena"],
        phones=["+49 561 555 0132", "0911 5550188", "+49 (0) 761 555-014"],
        employers=["Siemens AG", "Bosch", "Edeka", "Rewe Group", "Klinikum Nürnberg", "Hubertus Wohnbau GmbH", "Lidl", "Deutsche Bahn", "Trumpf", "Zalando SE"],
        schools=["Universität Kassel", "Technische Hochschule Nürnberg", "Universität Rostock", "Albert-Ludwigs-Universität Freiburg", "TU Ilmenau"]),
    "FR": dict(
        people=["Élodie Marchand", "Thibault Girard", "Fatoumata Diallo", "Jean-Baptiste Le Goff", "Camille Rousseau"],
        places=["Rennes, France", "31000 Toulouse", "Clermont-Ferrand", "Strasbourg, France", "Nantes"],
        phones=["06 39 98 12 34", "+33 6 39 98 55 01", "02 61 91 44 55"],
        employers=["Decathlon", "Groupe SEB", "Veolia", "Carrefour", "CHU de Rennes", "Airbus", "Leroy Merlin", "Sopra Steria", "Crédit Agricole", "Bonduelle SA"],
        schools=["Université Rennes 2", "INSA Toulouse", "Université Clermont Auvergne", "Sciences Po Strasbourg", "École Centrale de Nantes"]),
    "ES": dict(
        people=["Nerea Etxeberria", "Pablo Cascales Ruiz", "Marta Vidal Pons", "Joaquín Sepúlveda", "Carmen Ortega"],
        places=["Zaragoza, España", "Murcia, Spain", "Bilbao", "46021 Valencia", "Oviedo, Asturias"],
        phones=["+34 600 555 012", "644 055 501", "985 55 50 14"],
        employers=["Mercadona", "Iberdrola", "Grupo Eulen S.A.", "El Corte Inglés", "Hospital Miguel Servet", "Mango", "Acciona", "Repsol", "Indra", "Telepizza"],
        schools=["Universidad de Zaragoza", "Universidad de Murcia", "Universidad del País Vasco", "Universitat de València", "IES La Flota"]),
    "BR": dict(
        people=["Thiago Nascimento", "Larissa Albuquerque", "Rodrigo Teixeira da Silva", "Beatriz Moura", "Wagner Pimentel"],
        places=["Goiânia, GO", "Fortaleza, Brazil", "Joinville - SC", "Campinas, SP", "Manaus, AM"],
        phones=["+55 62 95555-0112", "(85) 95555-0177", "(47) 5555-0133"],
        employers=["Ambev", "Magazine Luiza", "Itaú Unibanco", "Embraer", "Natura", "Hospital Santa Genoveva", "Votorantim S.A.", "Localiza", "WEG", "Petrobras"],
        schools=["Universidade Federal de Goiás", "Universidade de Fortaleza", "UNICAMP", "SENAI Joinville", "Universidade Federal do Amazonas"]),
    "NL": dict(
        people=["Sanne de Vries", "Bas van der Meulen", "Fatima El Amrani", "Joost Hendriks", "Anouk Wiersma"],
        places=["Utrecht", "Zwolle, Netherlands", "3011 AB Rotterdam", "Groningen, The Netherlands", "Tilburg"],
        phones=["+31 6 5550 1234", "030 555 01 23", "06-55501288"],
        employers=["Albert Heijn", "ASML", "Rabobank", "Gemeente Zwolle", "PostNL", "Isala Klinieken", "Coolblue B.V.", "Heijmans", "DAF Trucks", "KLM"],
        schools=["Hogeschool Utrecht", "Universiteit Twente", "Erasmus Universiteit Rotterdam", "Rijksuniversiteit Groningen", "Deltion College"]),
    "IT": dict(
        people=["Chiara Benedetti", "Lorenzo Fabbri", "Giulia D'Angelo", "Matteo Zanetti", "Francesca Lo Presti"],
        places=["Bologna, Italia", "10121 Torino", "Verona (VR)", "Catania, Italy", "Padova"],
        phones=["+39 347 555 0122", "051 555 0190", "333 5550177"],
        employers=["Barilla", "Ferrero S.p.A.", "Enel", "Coop Alleanza", "Policlinico San Marco", "Luxottica", "Intesa Sanpaolo", "Eataly", "Pirelli", "Autogrill"],
        schools=["Università di Bologna", "Politecnico di Torino", "Università degli Studi di Verona", "Università di Catania", "ITIS Rossi"]),
    "PL": dict(
        people=["Agnieszka Nowakowska", "Piotr Wiśniewski", "Zofia Dąbrowska", "Marcin Kaczmarek", "Łukasz Grabowski"],
        places=["Wrocław, Poland", "Łódź", "Lublin, Poland", "61-809 Poznań", "Gdynia"],
        phones=["+48 601 555 013", "512 555 077", "+48 71 555 01 02"],
        employers=["Allegro", "PKO Bank Polski", "Biedronka", "CD Projekt", "Orlen S.A.", "Szpital Bielański", "Comarch", "Rossmann", "InPost", "KGHM"],
        schools=["Uniwersytet Wrocławski", "Politechnika Łódzka", "Uniwersytet Marii Curie-Skłodowskiej", "Akademia Górniczo-Hutnicza", "Politechnika Gdańska"]),
    "KR": dict(
        people=["Park Ji-hoon", "Seo-yeon Lee", "Choi Eun-ji", "Jung Hyun-woo"],
        places=["Busan, South Korea", "Incheon, Korea", "Daegu", "Seoul, South Korea"],
        phones=["010-5550-1123", "(+82) 10-5550-4432", "+82 51 555 0122"],
        employers=["LG Electronics Inc.", "Kakao Corp.", "Hyundai Mobis", "Coupang", "Lotte Shopping Co., Ltd.", "SK hynix", "Naver", "Asan Medical Center"],
        schools=["Pusan National University", "Inha University", "Kyungpook National University", "Korea University"]),
    "VN": dict(
        people=["Trần Quốc Bảo", "Lê Thị Thu Hà", "Phạm Minh Khoa", "Nguyen Van Duc"],
        places=["Da Nang, Vietnam", "Hà Nội", "Can Tho, Vietnam", "Ho Chi Minh City, Vietnam"],
        phones=["0905 555 012", "+84 91 555 0133", "(+84) 28 5550 1190"],
        employers=["Viettel", "FPT Software", "Vinamilk", "VNG Corporation", "Masan Group", "Techcombank", "Thaco Auto JSC", "Tiki", "Saigon Co.op"],
        schools=["Da Nang University of Science and Technology", "Foreign Trade University", "Can Tho University", "RMIT University Vietnam"]),
    "NG": dict(
        people=["Chinedu Obiora", "Aminat Bello", "Funmilayo Adekunle", "Emeka Nwosu", "Ibrahim Danjuma"],
        places=["Ibadan, Oyo State", "Abuja, Nigeria", "Port Harcourt, Rivers State", "Lagos, Nigeria", "Enugu"],
        phones=["+234 803 555 0129", "08055550144", "0703 555 0166"],
        employers=["MTN Nigeria", "Dangote Cement Plc", "Guaranty Trust Bank", "Jumia", "Julius Berger Nigeria Plc", "Flutterwave", "Nestle Nigeria", "Lagos University Teaching Hospital"],
        schools=["University of Ibadan", "Ahmadu Bello University", "Federal Polytechnic Nekede", "University of Nigeria, Nsukka", "Obafemi Awolowo University"]),
    "AU": dict(
        people=["Bronte Callaghan", "Jarrod Nguyen", "Siobhan Fitzgerald", "Callum Drysdale", "Mei-Ling Tran"],
        places=["Townsville QLD 4810", "Hobart, Tasmania", "Wollongong, NSW", "Perth, Western Australia", "Ballarat VIC"],
        phones=["0491 570 156", "+61 491 570 110", "(07) 5550 1234"],
        employers=["Woolworths", "BHP", "Bunnings Warehouse", "Telstra", "Townsville Hospital", "Coles", "Toll Group", "John Holland Pty Ltd", "Linfox", "Officeworks"],
        schools=["James Cook University", "University of Tasmania", "TAFE NSW Wollongong", "Curtin University", "Federation University Australia"]),
}
