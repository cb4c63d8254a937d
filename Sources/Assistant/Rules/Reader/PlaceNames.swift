/// Names of places that say "here stands a place" without a comma to tell: countries, states, and cities where many
/// people work. Most places of a resume are not listed, and are known by their shape ("Word, Word") instead.
enum PlaceNames {
    static let all = Self.countries + "|" + Self.regions + "|" + Self.cities

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

    private static let countries = """
        Afghanistan|Albania|Alemania|Algeria|Allemagne|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain
        Bangladesh|Belarus|België|Belgique|Belgium|Bolivia|Bosnia and Herzegovina|Botswana|Brasil|Brazil|Bulgaria|Cambodia
        Cameroon|Canada|Chile|China|Colombia|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Danmark|Denmark|Deutschland
        Dominican Republic|Duitsland|Ecuador|Egypt|El Salvador|England|Espagne|España|Estados Unidos|Estonia|États-Unis
        Ethiopia|Finland|France|Francia|Frankreich|Georgia|Germania|Germany|Ghana|Greece|Großbritannien|Guatemala|Honduras
        Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italia|Italie|Italien|Italy|Ivory Coast|Jamaica
        Japan|Jordan|Kazakhstan|Kenya|Korea|Kuwait|Latvia|Lebanon|Libya|Lithuania|Luxembourg|Malaysia|Malta|Maroc|Mexico
        México|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nederland|Nepal|Netherlands|New Zealand|Nicaragua
        Niederlande|Niemcy|Nigeria|Norge|North Macedonia|Northern Ireland|Norway|Oman|Österreich|Pakistan|Palestine|Panamá
        Panama|Paraguay|Perú|Peru|Philippines|Poland|Polen|Polska|Portugal|Puerto Rico|Qatar|Reino Unido|Romania|Royaume-Uni
        Russia|Rwanda|Saudi Arabia|Schweiz|Scotland|Sénégal|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa
        South Korea|Spagna|Spain|Spanien|Sri Lanka|Sudan|Suisse|Sverige|Svizzera|Sweden|Switzerland|Syria|Taiwan|Tanzania
        Thailand|The Netherlands|Tunisia|Tunisie|Turkey|Türkiye|U.K.|U.S.|U.S.A.|UAE|Uganda|UK|Ukraine|United Arab Emirates
        United Kingdom|United States|United States of America|Uruguay|US|USA|Uzbekistan|Venezuela|Viet Nam|Vietnam|Wales|Yemen
        Zambia|Zimbabwe
        """

    private static let regions = """
        Alabama|Alaska|Alberta|Andalucía|Andhra Pradesh|Arizona|Arkansas|Baden-Württemberg|Bavaria|Bay Area|Bayern
        British Columbia|California|Catalonia|Cataluña|Catalunya|Colorado|Connecticut|Delaware|Florida|Greater London|Gujarat
        Haryana|Hawaii|Hessen|Idaho|Île-de-France|Illinois|Indiana|Iowa|Kansas|Karnataka|Kentucky|Kerala|Lombardia|Lombardy
        Louisiana|Maharashtra|Maine|Manitoba|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska
        Nevada|New Hampshire|New Jersey|New Mexico|New South Wales|New York|Niedersachsen|Nordrhein-Westfalen|North Carolina
        North Dakota|Nova Scotia|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Punjab|Québec|Quebec|Queensland|Rajasthan
        Rhode Island|Sachsen|San Francisco Bay Area|Saskatchewan|South Carolina|South Dakota|Tamil Nadu|Telangana|Tennessee
        Texas|Utah|Uttar Pradesh|Vermont|Victoria|Virginia|Washington|Washington DC|Washington, D.C.|West Bengal|West Virginia
        Wisconsin|Wyoming
        """

    private static let cities = """
        Aachen|Aberdeen|Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Ahmedabad|Albuquerque|Algiers|Almaty|Amman
        Amsterdam|Ankara|Ann Arbor|Antwerp|Antwerpen|Athens|Atlanta|Auckland|Augsburg|Austin|Baku|Baltimore|Bangalore|Bangkok
        Barcelona|Bari|Basel|Bath|Beijing|Beirut|Belfast|Belgrade|Belo Horizonte|Bengaluru|Berlin|Bern|Bielefeld|Bilbao
        Birmingham|Bochum|Bogotá|Bologna|Bonn|Bordeaux|Boston|Boulder|Brasília|Bratislava|Bremen|Brisbane|Bristol|Brno
        Brooklyn|Brussels|Bruxelles|Bucharest|Budapest|Buenos Aires|Buffalo|Cairo|Calgary|Cambridge|Campinas|Canberra
        Cape Town|Caracas|Cardiff|Casablanca|Chandigarh|Charlotte|Chennai|Chicago|Cincinnati|Ciudad de México|Cleveland
        Cologne|Colombo|Columbus|Copenhagen|Córdoba|Cork|Coventry|Curitiba|Dakar|Dallas|Damascus|Dar es Salaam|Darmstadt|Delhi
        Den Haag|Denver|Detroit|Dhaka|Doha|Dortmund|Dresden|Dubai|Dublin|Duisburg|Durban|Düsseldorf|Edinburgh|Edmonton
        Eindhoven|Erfurt|Essen|Firenze|Florence|Florianópolis|Fort Worth|Fortaleza|Frankfurt|Frankfurt am Main|Freiburg
        Fukuoka|Galway|Gdańsk|Gdynia|Geneva|Genève|Genova|Gent|Ghent|Glasgow|Göttingen|Graz|Grenoble|Groningen|Guadalajara
        Guangzhou|Gurgaon|Gurugram|Hà Nội|Haifa|Halifax|Hamburg|Hannover|Hanoi|Hanover|Heidelberg|Helsinki|Ho Chi Minh City
        Honolulu|Houston|Hyderabad|Indianapolis|Innsbruck|Irvine|Islamabad|İstanbul|Istanbul|Izmir|Jacksonville|Jaipur|Jakarta
        Jeddah|Jena|Jersey City|Jerusalem|Johannesburg|Kampala|Kansas City|Karachi|Karlsruhe|Kassel|Kathmandu|Katowice|Kiel
        Kiev|Kigali|Kochi|Kolkata|Köln|Kraków|Krakow|Kuala Lumpur|Kuwait City|Kyiv|Kyoto|La Paz|Lagos|Lahore|Las Vegas
        Lausanne|Leeds|Leicester|Leiden|Leipzig|León|Leuven|Lille|Lima|Limerick|Linz|Lisboa|Lisbon|Liverpool|Ljubljana|London
        Londres|Los Angeles|Louisville|Lublin|Luzern|Lviv|Lyon|Madison|Madrid|Málaga|Malmö|Manchester|Manila|Mannheim
        Marseille|Medellín|Melbourne|Memphis|Menlo Park|Mexico City|Miami|Milan|Milano|Milwaukee|Minneapolis|Minsk|Monterrey
        Montevideo|Montpellier|Montréal|Montreal|Moscow|Mountain View|Mumbai|München|Munich|Münster|Nagoya|Nairobi|Nantes
        Naples|Napoli|Nashville|New Delhi|New Orleans|New York City|Newcastle|Nice|Noida|Nottingham|Nürnberg|NYC|Oakland
        Oklahoma City|Omaha|Orlando|Osaka|Oslo|Ottawa|Oxford|Palermo|Palo Alto|Paris|Perth|Philadelphia|Phoenix|Pittsburgh
        Portland|Porto|Porto Alegre|Potsdam|Poznań|Prague|Praha|Pretoria|Pune|Quito|Rabat|Raleigh|Recife|Redmond|Regensburg
        Reims|Rennes|Reykjavik|Riga|Rio de Janeiro|Riyadh|Roma|Rome|Rosario|Rostock|Rotterdam|Sacramento|Saigon|Salt Lake City
        Salvador|Salzburg|San Antonio|San Diego|San Francisco|San Jose|San José|San Mateo|Santa Clara|Santa Monica|Santiago
        Santiago de Chile|Santo Domingo|São Paulo|Sapporo|Sarajevo|Seattle|Seoul|Sevilla|Shanghai|Sheffield|Shenzhen|Sofia
        Southampton|St. Louis|St. Petersburg|Stockholm|Strasbourg|Stuttgart|Sunnyvale|Surat|Sydney|Tallinn|Tampa|Tbilisi
        Tehran|Tel Aviv|The Hague|Thessaloniki|Tokyo|Torino|Toronto|Toulouse|Trier|Tübingen|Tucson|Tunis|Turin|Ulm|Utrecht
        Valencia|Valparaíso|Vancouver|Venezia|Venice|Verona|Vienna|Vilnius|Warsaw|Warszawa|Wellington|Wien|Wiesbaden|Winnipeg
        Wolfsburg|Wrocław|Wuppertal|Würzburg|Yerevan|York|Zagreb|Zaragoza|Zürich|Zurich|Łódź
        """
}
