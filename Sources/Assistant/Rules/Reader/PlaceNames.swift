/// Names of places that say "here stands a place" without a comma to tell: countries, states, and cities where many
/// people work. Most places of a resume are not listed, and are known by their shape ("Word, Word") instead.
enum PlaceNames {
    static let all = [Self.countries, Self.regions, CityNames.all].joined(separator: "|")

    /// Words of addresses.
    static let streets = """
        al aleja allee apartment apt avda ave avenida avenue blvd boulevard box calle carrer chemin close corso court
        crescent ct dr drive flat floor gasse highway hwy impasse laan lane ln os parkway paseo piazza pkwy place
        platz plaza plein pobox praça quai rd road rua rue square st str straat strasse straße street suite terrace
        travessa ul ulica unit via viale vicolo way weg
        """

    /// Codes of states that stand behind a city without a comma as well: "Duluth MN".
    static let stateCodes: Set<String> = Set(
        """
        AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN
        IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
        TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NSW VIC QLD ACT TAS
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Codes of Brazil's states and Italy's larger provinces, which stand behind a city and a dash: "Joinville - SC".
    static let dashedCodes: Set<String> = Set(
        """
        ac al am ap ba ce df es go ma mg ms mt pa pb pe pi pr rj rn ro rr rs sc se sp to
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let countries = """
        Afghanistan|Albania|Alemanha|Alemania|Algeria|Allemagne|Angola|Argélia|Argentina|Armenia|Australia|Austria
        Autriche|Azerbaijan|Bahrain|Bangladesh|Belarus|België|Belgien|Belgio|Belgique|Belgium|Bolivia
        Bosnia and Herzegovina|Botswana|Brasil|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|Colombia
        Corea del Sur|Corée du Sud|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Danmark|Denmark|Deutschland
        Dominican Republic|Duitsland|Ecuador|Egypt|El Salvador|England|Espagne|España|Estados Unidos|Estonia|Eswatini
        Etats-Unis|États-Unis|Ethiopia|Fiji|Finland|France|Francia|Frankreich|Gambia|Georgia|Germania|Germany|Ghana
        Grèce|Greece|Großbritannien|Guatemala|Haiti|Holanda|Honduras|Hong Kong|Hongrie|Hungary|Iceland|India|Indonesia
        Irak|Iran|Iraq|Ireland|Irlanda|Irlande|Israel|Italia|Italie|Italien|Italy|Ivory Coast|Jamaica|Japan|Japón|Jordan
        Kazakhstan|Kenya|Korea|Korea Republic|Kuwait|Latvia|Lebanon|Lesotho|Liberia|Libya|Lithuania|Luxembourg
        Madagascar|Malawi|Malaysia|Mali|Malta|Maroc|Mauritius|Mexico|México|Moldova|Mongolia|Morocco|Mozambique|Myanmar
        Namibia|Nederland|Nepal|Netherlands|New Zealand|Nicaragua|Niederlande|Niemcy|Niger|Nigeria|Norge|North Macedonia
        Northern Ireland|Norway|Oman|Oostenrijk|Österreich|Países Bajos|Pakistan|Palestine|Panama|Panamá|Paraguay
        Pays-Bas|Peru|Perú|Philippines|Poland|Polen|Pologne|Polonia|Polska|Portugal|Puerto Rico|Qatar|Reino Unido
        Republic of Ireland|Republic of Korea|Romania|Royaume-Uni|Rumania|Russia|Rwanda|Saudi Arabia|Schottland|Schweiz
        Scotland|Senegal|Sénégal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Spagna
        Spain|Spanien|Sri Lanka|Sudan|Suisse|Suiza|Sverige|Svizzera|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand
        The Netherlands|Togo|Trinidad and Tobago|Tunisia|Tunisie|Turkey|Türkiye|U.K.|U.S.|U.S.A.|UAE|Uganda|UK|Ukraine
        United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|US|USA|Uzbekistan|Venezuela
        Vereinigte Staaten|Verenigde Staten|Viet Nam|Vietnam|Wales|Wielka Brytania|Yemen|Zambia|Zimbabwe|Zwitserland
        """

    private static let regions = """
        Aargau|Abruzzo|Aichi|Alabama|Alaska|Alberta|Alentejo|Algarve|Alsace|Andalucía|Andhra Pradesh|Aquitaine|Aragón
        Arizona|Arkansas|Asturias|Australian Capital Territory|Auvergne|Baden-Württemberg|Bahia|Balearic Islands
        Basilicata|Bavaria|Bay Area|Bayern|Bihar|Brabant|Brandenburg|Bretagne|British Columbia|Brittany|Calabria
        California|Campania|Canarias|Cantabria|Castilla y León|Castilla-La Mancha|Catalonia|Cataluña|Catalunya|Ceará
        Chhattisgarh|Colorado|Comunidad de Madrid|Comunidad Valenciana|Comunitat Valenciana|Connecticut|Cornwall
        County Durham|Cumbria|Delaware|Delhi NCR|Derbyshire|Devon|Dorset|Drenthe|East Sussex|Emilia-Romagna|Essex
        Euskadi|Extremadura|Flanders|Flevoland|Florida|Friesland|Friuli-Venezia Giulia|Galicia|Gauteng|Gelderland
        Gloucestershire|Greater London|Greater Manchester|Gujarat|Gyeonggi|Gyeonggi-do|Hampshire|Haryana|Hawaii
        Hertfordshire|Hessen|Himachal Pradesh|Idaho|Île-de-France|Illinois|Indiana|Iowa|Jharkhand|Kansas|Karnataka|Kent
        Kentucky|Kerala|KwaZulu-Natal|La Rioja|Lancashire|Lazio|Le Marche|Leicestershire|Liguria|Limburg|Lombardia
        Lombardy|Louisiana|Lower Saxony|Madhya Pradesh|Maharashtra|Maine|Manitoba|Marche|Maryland|Massachusetts
        Mato Grosso|Mazowieckie|Mecklenburg-Vorpommern|Merseyside|Metro Manila|Michigan|Midi-Pyrénées|Minas Gerais
        Minnesota|Mississippi|Missouri|Molise|Montana|Navarra|NCR|Nebraska|Nevada|New Brunswick|New Hampshire|New Jersey
        New Mexico|New South Wales|New York|Newfoundland|Niedersachsen|Noord-Brabant|Noord-Holland|Nordrhein-Westfalen
        Norfolk|Normandie|Normandy|North Carolina|North Dakota|North Rhine-Westphalia|Northamptonshire
        Northern Territory|Nottinghamshire|Nova Scotia|Occitanie|Odisha|Ohio|Oklahoma|Ontario|Oregon|Overijssel
        Oxfordshire|País Vasco|Paraná|Pays de la Loire|Pennsylvania|Pernambuco|Piemonte|Provence|Puglia|Punjab|Quebec
        Québec|Queensland|Rajasthan|Rheinland-Pfalz|Rhode Island|Rio Grande do Sul|Saarland|Sachsen|Sachsen-Anhalt
        San Francisco Bay Area|Santa Catarina|Sardegna|Saskatchewan|Schleswig-Holstein|Scottish Borders|Selangor
        Shropshire|Sicilia|Sicily|Śląskie|Somerset|South Australia|South Carolina|South Dakota|South Yorkshire
        Staffordshire|Suffolk|Surrey|Tamil Nadu|Tasmania|Telangana|Tennessee|Texas|Thüringen|Ticino|Toscana|Trentino
        Tuscany|Twin Cities|Tyne and Wear|Umbria|Utah|Uttar Pradesh|Uttarakhand|Veneto|Vermont|Victoria|Virginia
        Wallonia|Warwickshire|Washington|Washington DC|Washington, D.C.|West Bengal|West Midlands|West Sussex
        West Virginia|West Yorkshire|Western Australia|Western Cape|Wielkopolska|Wiltshire|Wisconsin|Worcestershire
        Wyoming|Yorkshire|Zeeland|Zuid-Holland
        """
}
