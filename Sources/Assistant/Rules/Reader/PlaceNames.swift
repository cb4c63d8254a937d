/// Names of places that say "here stands a place" without a comma to tell: countries, states, and cities where many
/// people work. Most places of a resume are not listed, and are known by their shape ("Word, Word") instead.
enum PlaceNames {
    static let all = Self.countries + "|" + Self.regions + "|" + Self.cities

    /// Words of addresses.
    static let streets = """
        street st road rd avenue ave lane ln drive dr boulevard blvd way court ct crescent terrace close square suite apt
        apartment unit floor flat box highway hwy parkway pkwy pobox
        straße strasse str gasse weg platz allee rue impasse chemin place quai calle avda avenida paseo plaza carrer rua travessa
        praça via viale corso piazza vicolo straat laan plein ul ulica aleja al os
        """

    /// Codes of states that stand behind a city without a comma as well: "Duluth MN".
    static let stateCodes: Set<String> = Set(
        """
        AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
        TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NSW VIC QLD ACT TAS
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let countries = """
        Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium
        Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Bulgaria|Cambodia|Cameroon|Canada|Chile|China|Colombia|Costa Rica|Croatia|Cuba
        Cyprus|Czech Republic|Czechia|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador|England|Estonia|Ethiopia|Finland|France
        Georgia|Germany|Ghana|Greece|Guatemala|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy
        Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Korea|South Korea|Kuwait|Latvia|Lebanon|Libya|Lithuania|Luxembourg|Malaysia
        Malta|Mexico|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|The Netherlands|New Zealand|Nicaragua|Nigeria
        North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico
        Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa|Spain|Sri Lanka
        Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Türkiye|Uganda|UK|Ukraine|United Arab Emirates|UAE
        United Kingdom|United States|United States of America|USA|US|U.S.|U.S.A.|U.K.|Uruguay|Uzbekistan|Venezuela|Vietnam|Viet Nam|Wales|Yemen|Zambia|Zimbabwe
        Deutschland|Österreich|Schweiz|Frankreich|Italien|Spanien|Polen|Niederlande|Großbritannien|Allemagne|Suisse|Belgique
        Espagne|Italie|Royaume-Uni|États-Unis|Maroc|Tunisie|Sénégal|España|México|Perú|Panamá|Brasil|Francia|Alemania|Italia
        Reino Unido|Estados Unidos|Germania|Svizzera|Spagna|Nederland|België|Duitsland|Polska|Niemcy|Sverige|Danmark|Norge
        """

    private static let regions = """
        Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas
        Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire
        New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina
        South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Washington DC|Washington, D.C.
        Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New South Wales|Victoria|Queensland
        Maharashtra|Karnataka|Tamil Nadu|Telangana|Kerala|Gujarat|Uttar Pradesh|West Bengal|Andhra Pradesh|Haryana|Punjab|Rajasthan
        Bayern|Baden-Württemberg|Hessen|Nordrhein-Westfalen|Sachsen|Niedersachsen|Cataluña|Catalunya|Andalucía|Île-de-France
        Bavaria|Catalonia|Lombardia|Lombardy|Greater London|Bay Area|San Francisco Bay Area
        """

    private static let cities = """
        Aachen|Aberdeen|Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Ahmedabad|Albuquerque|Algiers|Almaty|Amman|Amsterdam|Ankara|Ann Arbor
        Antwerp|Antwerpen|Athens|Atlanta|Auckland|Augsburg|Austin|Baku|Baltimore|Bangalore|Bengaluru|Bangkok|Barcelona|Bari|Basel
        Bath|Beijing|Beirut|Belfast|Belgrade|Belo Horizonte|Berlin|Bern|Bielefeld|Bilbao|Birmingham|Bochum|Bogotá|Bologna|Bonn
        Bordeaux|Boston|Boulder|Brasília|Bratislava|Bremen|Brisbane|Bristol|Brno|Brooklyn|Brussels|Bruxelles|Bucharest|Budapest
        Buenos Aires|Buffalo|Cairo|Calgary|Cambridge|Campinas|Canberra|Cape Town|Caracas|Cardiff|Casablanca|Charlotte|Chandigarh|Chennai
        Chicago|Cincinnati|Cleveland|Cologne|Colombo|Columbus|Copenhagen|Córdoba|Cork|Coventry|Curitiba|Dakar|Dallas|Damascus
        Dar es Salaam|Darmstadt|Delhi|New Delhi|Denver|Detroit|Dhaka|Doha|Dortmund|Dresden|Dubai|Dublin|Duisburg|Durban|Düsseldorf
        Edinburgh|Edmonton|Eindhoven|Erfurt|Essen|Florence|Firenze|Florianópolis|Fort Worth|Fortaleza|Frankfurt|Frankfurt am Main|Freiburg|Fukuoka
        Galway|Gdańsk|Gdynia|Geneva|Genève|Genova|Gent|Ghent|Glasgow|Göttingen|Graz|Grenoble|Groningen|Guadalajara|Guangzhou|Gurgaon
        Gurugram|Hà Nội|Hanoi|Haifa|Halifax|Hamburg|Hannover|Hanover|Heidelberg|Helsinki|Ho Chi Minh City|Honolulu|Houston|Hyderabad
        Indianapolis|Innsbruck|Irvine|Islamabad|Istanbul|İstanbul|Izmir|Jacksonville|Jaipur|Jakarta|Jeddah|Jena|Jersey City|Jerusalem|Johannesburg
        Kampala|Kansas City|Karachi|Karlsruhe|Kassel|Kathmandu|Katowice|Kiel|Kiev|Kigali|Kochi|Köln|Kolkata|Kraków|Krakow|Kuala Lumpur
        Kuwait City|Kyiv|Kyoto|La Paz|Lagos|Lahore|Las Vegas|Lausanne|Leeds|Leicester|Leiden|Leipzig|León|Leuven|Lille|Lima|Limerick|Linz|Lisboa
        Lisbon|Liverpool|Ljubljana|Łódź|London|Londres|Los Angeles|Louisville|Lublin|Luzern|Lviv|Lyon|Madison|Madrid|Málaga|Malmö
        Manchester|Manila|Mannheim|Marseille|Medellín|Melbourne|Memphis|Menlo Park|Mexico City|Ciudad de México|Miami|Milan|Milano|Milwaukee
        Minneapolis|Minsk|Monterrey|Montevideo|Montpellier|Montréal|Montreal|Moscow|Mountain View|Mumbai|Munich|München|Münster
        Nagoya|Nairobi|Nantes|Naples|Napoli|Nashville|New Orleans|New York City|NYC|Newcastle|Nice|Noida|Nottingham|Nürnberg|Oakland|Oklahoma City
        Omaha|Orlando|Osaka|Oslo|Ottawa|Oxford|Palermo|Palo Alto|Paris|Perth|Philadelphia|Phoenix|Pittsburgh|Portland|Porto|Porto Alegre|Potsdam
        Poznań|Prague|Praha|Pretoria|Pune|Quito|Rabat|Raleigh|Recife|Redmond|Regensburg|Reims|Rennes|Reykjavik|Riga|Rio de Janeiro|Riyadh
        Roma|Rome|Rosario|Rostock|Rotterdam|Sacramento|Saigon|Salt Lake City|Salvador|Salzburg|San Antonio|San Diego|San Francisco|San José|San Jose|San Mateo
        Santa Clara|Santa Monica|Santiago|Santiago de Chile|Santo Domingo|Sapporo|Sarajevo|Seattle|Seoul|Sevilla|Shanghai|Sheffield|Shenzhen|Sofia|Southampton
        St. Louis|St. Petersburg|Stockholm|Strasbourg|Stuttgart|Sunnyvale|Surat|Sydney|São Paulo|Tallinn|Tampa|Tbilisi|Tehran|Tel Aviv|The Hague|Den Haag
        Thessaloniki|Tokyo|Torino|Toronto|Toulouse|Trier|Tübingen|Tucson|Tunis|Turin|Ulm|Utrecht|Valencia|Valparaíso|Vancouver|Venezia|Venice|Verona
        Vienna|Vilnius|Warsaw|Warszawa|Wellington|Wien|Wiesbaden|Winnipeg|Wolfsburg|Wrocław|Wuppertal|Würzburg|Yerevan|York|Zagreb|Zaragoza|Zürich|Zurich
        """
}
