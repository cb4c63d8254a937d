/// Cities where many people work. A city that is not listed is known by its shape and by where it stands.
enum CityNames {
    static let all = """
        A Coruña|Aachen|Aalborg|Aarhus|Aba|Abeokuta|Aberdeen|Aberystwyth|Abidjan|Abilene|Abu Dhabi|Abuja|Accra|Adana
        Addis Ababa|Adelaide|Agra|Ahmedabad|Ahvaz|Aix-en-Provence|Ajmer|Akron|Akure|Albacete|Albany|Albuquerque
        Alcalá de Henares|Alexandria|Algiers|Alicante|Aligarh|Alkmaar|Allahabad|Allentown|Almaty|Almere|Almería|Alzira
        Amarillo|Amersfoort|Amiens|Amman|Amravati|Amritsar|Amsterdam|Anaheim|Anchorage|Ancona|Angers|Ankara|Ann Arbor
        Annecy|Ansan|Antalya|Antwerp|Antwerpen|Anyang|Apeldoorn|Aracaju|Arezzo|Arlington|Arnhem|Asaba|Asheville|Assen
        Asunción|Athens|Atlanta|Auckland|Augsburg|Aurangabad|Aurora|Austin|Avignon|Ávila|Awka|Badajoz|Bakersfield|Baku
        Ballarat|Baltimore|Bamberg|Bandung|Bangalore|Bangkok|Bangor|Banja Luka|Banska Bystrica|Barcelona|Bari|Barnsley
        Baroda|Basel|Basingstoke|Bath|Bathinda|Baton Rouge|Battambang|Bauchi|Bayreuth|Beaumont|Beijing|Beirut|Belém
        Belfast|Belgrade|Bellevue|Belo Horizonte|Bendigo|Bengaluru|Benin City|Bergamo|Bergen|Berlin|Bern|Besançon|Bhopal
        Bhubaneswar|Białystok|Bielefeld|Biên Hòa|Bilbao|Billings|Biloxi|Birkenfeld|Birkenhead|Birmingham|Blackpool
        Bloomington|Blumenau|Bochum|Bogor|Bogotá|Boise|Bologna|Bolton|Bolzano|Bonn|Bordeaux|Boston|Boulder|Bourges
        Bournemouth|Bradford|Braga|Brandenburg|Brasília|Bratislava|Braunschweig|Breda|Bremen|Brescia|Brest|Bridgeport
        Brighton|Brindisi|Brisbane|Bristol|Brno|Brooklyn|Brownsville|Bruges|Brugge|Brussels|Bruxelles|Bucaramanga
        Bucharest|Bucheon|Budapest|Buenos Aires|Buffalo|Burgos|Burlington|Bursa|Busan|Bydgoszcz|Cáceres|Cádiz|Caen
        Cagliari|Cairns|Cairo|Calabar|Calgary|Cali|Calicut|Cambridge|Campinas|Can Tho|Cần Thơ|Canberra|Canterbury
        Cape Coral|Cape Town|Caracas|Cardiff|Carlisle|Carson City|Cartagena|Casablanca|Castellón|Catania|Cebu
        Cebu City|Cedar Rapids|Ceuta|Chandigarh|Changwon|Chapel Hill|Charleroi|Charleston|Charlotte|Chattanooga
        Chelmsford|Cheltenham|Chemnitz|Chennai|Cheongju|Chester|Cheyenne|Chicago|Chihuahua|Chittagong|Christchurch
        Chula Vista|Cincinnati|Ciudad de México|Ciudad Real|Clermont-Ferrand|Cleveland|Cluj-Napoca|Coimbatore|Coimbra
        Colchester|Cologne|Colombo|Colorado Springs|Columbia|Columbus|Como|Concepción|Concord|Constanța|Copenhagen
        Córdoba|Cork|Corpus Christi|Cosenza|Cottbus|Coventry|Crawley|Cremona|Cuenca|Cuiabá|Curitiba|Cusco|Cuttack
        Częstochowa|Da Nang|Đà Nẵng|Daegu|Daejeon|Dakar|Dallas|Damascus|Dar es Salaam|Darmstadt|Darwin|Davao|Davao City
        Dayton|Debrecen|Dehradun|Delft|Delhi|Den Bosch|Den Haag|Denver|Derry|Des Moines|Detroit|Deventer|Dhaka|Dhanbad
        Dijon|Dnipro|Doha|Doncaster|Donostia|Dordrecht|Dortmund|Dover|Dresden|Dubai|Dublin|Dubuque|Duisburg|Duluth
        Dundee|Dunedin|Dunkerque|Durban|Durgapur|Durham|Düsseldorf|Eastbourne|Ede|Edinburgh|Edmonton|Eindhoven|El Paso
        Elche|Elgin|Emmen|Enschede|Enugu|Erfurt|Erie|Erlangen|Eskişehir|Essen|Esslingen|Eugene|Evansville|Exeter
        Faisalabad|Falkirk|Fargo|Faridabad|Faro|Fayetteville|Feira de Santana|Ferrara|Firenze|Flensburg|Florence
        Florianópolis|Foggia|Forlì|Fort Collins|Fort Lauderdale|Fort Wayne|Fort Worth|Fortaleza|Foz do Iguaçu|Frankfurt
        Frankfurt (Oder)|Frankfurt am Main|Frederick|Freetown|Freiburg|Freiburg im Breisgau|Fremont|Fresno|Fuenlabrada
        Fukuoka|Fulda|Funchal|Fürth|Gaborone|Gainesville|Galveston|Galway|Gangnam|Garland|Gdansk|Gdańsk|Gdynia|Geelong
        Gelsenkirchen|Geneva|Genève|Genova|Gent|George Town|Getafe|Ghaziabad|Ghent|Gießen|Gijón|Girona
        Glasgow|Gliwice|Gloucester|Goa|Goiânia|Gold Coast|Göttingen|Goyang|Granada|Grand Rapids|Graz|Great Yarmouth
        Green Bay|Greensboro|Greenville|Grenoble|Grimsby|Groningen|Guadalajara|Guangzhou|Guarulhos|Guayaquil|Guildford
        Guimarães|Guntur|Gurgaon|Gurugram|Gütersloh|Guwahati|Gwalior|Gwangju|Győr|Hà Nội|Haarlem|Hagen|Hai Phong
        Hải Phòng|Haifa|Halifax|Halle|Hamamatsu|Hamburg|Hamilton|Hamm|Hanau|Hangzhou|Hannover|Hanoi|Hanover|Harare
        Harrisburg|Harrogate|Hartford|Hasselt|Hastings|Heerlen|Heidelberg|Heilbronn|Helsinki|Hemel Hempstead|Henderson
        Hereford|Herne|Hildesheim|Hilversum|Hiroshima|Ho Chi Minh City|Hobart|Hoboken|Hong Kong|Honolulu|Hospet|Houston
        Hubli|Huddersfield|Hue|Huế|Huelva|Huesca|Hull|Huntington Beach|Huntsville|Hyderabad|Iași|Ibadan|Ibagué|Ikeja
        Ilorin|Imphal|Incheon|Indianapolis|Indore|Ingolstadt|Innsbruck|Inverness|Inverurie|Ipoh|Ipswich|Irvine|Iserlohn
        Islamabad|Istanbul|İstanbul|Ithaca|Izmir|Jabalpur|Jacksonville|Jaén|Jaipur|Jakarta|Jalandhar|Jamshedpur
        Jeddah|Jena|Jerez de la Frontera|Jersey City|Jerusalem|João Pessoa|Jodhpur|Johannesburg|Johor Bahru|Joinville
        Jos|Joué-lès-Tours|Juiz de Fora|Jurong|Kaduna|Kaiserslautern|Kampala|Kano|Kanpur|Kansas City|Kaohsiung|Karachi
        Karlsruhe|Kassel|Kathmandu|Katowice|Kaunas|Kharkiv|Khulna|Kiel|Kielce|Kiev|Kigali|Kings Lynn|Kingston upon Hull
        Kitchener|Klagenfurt|Knoxville|Kobe|Koblenz|Kochi|Kolhapur|Kolkata|Köln|Konstanz|Košice|Koszalin|Kota|Kozhikode
        Krakow|Kraków|Krefeld|Kuala Lumpur|Kuching|Kumasi|Kuwait City|Kyiv|Kyoto|La Coruña|La Paz|La Rochelle|Lafayette
        Lagos|Lahore|Lakeland|Lancaster|Landshut|Lansing|Laredo|Las Palmas|Las Vegas|Latina|Launceston|Lausanne|Lawrence
        Le Havre|Le Mans|Lecce|Leeds|Leeuwarden|Leganés|Legnica|Leicester|Leiden|Leipzig|Lelystad|León|Leuven|Leverkusen
        Lexington|Liège|Lille|Lima|Limerick|Linköping|Linz|Lisboa|Lisbon|Lisburn|Little Rock|Liverpool|Livorno
        Ljubljana|Lleida|Łódź|Logroño|Lokoja|London|Londres|Londrina|Long Beach|Lorient|Los Angeles|Louisville|Lowell
        Lubbock|Lübeck|Lublin|Lucca|Lucerne|Lucknow|Ludhiana|Ludlow|Ludwigsburg|Ludwigshafen|Lugano|Lugo|Lund|Lüneburg
        Lusaka|Luton|Luzern|Lviv|Lyon|Maastricht|Maceió|Mackay|Macon|Madison|Madrid|Madurai|Magdeburg|Maidstone
        Maiduguri|Mainz|Makati|Makurdi|Malabo|Malaga|Málaga|Malmö|Manaus|Manchester|Mangalore|Mangaluru|Manila|Mannheim
        Mantova|Mar del Plata|Maracaibo|Marbella|Marburg|Maribor|Maringá|Marrakech|Marrakesh|Marseille|Mataró|Medellín
        Meerut|Melbourne|Memphis|Mendoza|Menlo Park|Mérida|Mesa|Messina|Metz|Mexico City|Miami|Middlesbrough|Midland
        Milan|Milano|Milton Keynes|Milwaukee|Minna|Minneapolis|Minsk|Mississauga|Modena|Modesto|Mombasa
        Mönchengladbach|Moncton|Monterey|Monterrey|Montevideo|Montgomery|Montpellier|Montreal|Montréal|Monza|Moradabad
        Moscow|Mosul|Mountain View|Mülheim|Mulhouse|Multan|Mumbai|München|Munich|Münster|Murcia|Mysore|Mysuru|Nagasaki
        Nagoya|Nagpur|Nairobi|Namur|Nancy|Nantes|Naperville|Naples|Napoli|Nashik|Nashua|Nashville|Natal|Navi Mumbai
        Neu-Ulm|Neuss|New Delhi|New Haven|New Orleans|New York City|Newark|Newcastle|Newcastle upon Tyne|Newport
        Newport Beach|Nha Trang|Nice|Nijmegen|Nîmes|Niterói|Noida|Norfolk|Norman|North Las Vegas|Northampton|Norwich
        Nottingham|Novara|Novi Sad|Nsukka|Nürnberg|NYC|Oakland|Oberhausen|Odense|Odesa|Offenbach|Offenburg|Ogbomosho
        Okayama|Oklahoma City|Oldenburg|Olomouc|Olsztyn|Olympia|Omaha|Onitsha|Ontario|Opole|Orlando|Orléans|Osaka|Oshawa
        Oslo|Osnabrück|Osogbo|Ostrava|Ottawa|Ourense|Overland Park|Oviedo|Owerri|Oxford|Paderborn|Padova|Padua|Paisley
        Palakkad|Palermo|Palma|Palma de Mallorca|Palo Alto|Pamplona|Panaji|Paris|Parma|Pasadena|Passau|Patna|Patras|Pau
        Penang|Peoria|Perpignan|Perth|Perugia|Pescara|Petaling Jaya|Peterborough|Pforzheim|Philadelphia|Phoenix|Piacenza
        Pilsen|Piracicaba|Pisa|Pittsburgh|Plano|Plovdiv|Plymouth|Pohang|Poitiers|Pondicherry|Ponta Grossa|Port Elizabeth
        Port Harcourt|Port Louis|Portland|Porto|Porto Alegre|Portsmouth|Potsdam|Poznań|Prague|Praha|Prato|Preston
        Pretoria|Providence|Puducherry|Puebla|Pueblo|Pune|Quedlinburg|Quezon City|Quito|Quy Nhon|Rabat|Raipur|Rajkot
        Raleigh|Ranchi|Ravenna|Rawalpindi|Recife|Recklinghausen|Redmond|Regensburg|Reggio Emilia|Reims|Remscheid
        Rennes|Reno|Reus|Reutlingen|Reykjavik|Ribeirão Preto|Richmond|Riga|Rimini|Rio de Janeiro|Riverside|Riyadh
        Roanoke|Rochester|Rockford|Rockhampton|Roermond|Roma|Rome|Rosario|Rosenheim|Rostock|Rotherham|Rotterdam|Rouen
        Rourkela|Rybnik|Rzeszów|s-Hertogenbosch|Saarbrücken|Sabadell|Sacramento|Saigon|Saint-Étienne|Salamanca|Salem
        Salerno|Salford|Salinas|Salt Lake City|Salvador|Salzburg|San Antonio|San Bernardino|San Diego|San Francisco
        San Jose|San José|San Juan|San Luis Obispo|San Mateo|San Sebastián|Santa Ana|Santa Barbara|Santa Clara
        Santa Cruz|Santa Cruz de Tenerife|Santa Fe|Santa Monica|Santa Rosa|Santander|Santiago|Santiago de Chile
        Santiago de Compostela|Santo Domingo|Santos|São Bernardo do Campo|São José dos Campos|São Luís|São Paulo|Sapporo
        Sarajevo|Saskatoon|Sassari|Savannah|Scarborough|Schenectady|Schiedam|Schwerin|Scottsdale|Scranton|Scunthorpe
        Seattle|Segovia|Sendai|Seongnam|Seoul|Setúbal|Sevilla|Seville|Shah Alam|Shanghai|Sheffield|Shenzhen|Shillong
        Shreveport|Shrewsbury|Siegen|Siena|Siliguri|Simi Valley|Sindelfingen|Sioux Falls|Siracusa|Skopje|Slough|Sofia
        Sokoto|Solapur|Solihull|Solingen|Somerville|Soria|Sorocaba|Sosnowiec|South Bend|Southampton|Southend-on-Sea
        Spokane|Spokane Valley|Springfield|Srinagar|St Albans|St. Louis|St. Petersburg|Stamford|Stavanger|Stevenage
        Stirling|Stockholm|Stockport|Stockton|Stoke-on-Trent|Stralsund|Strasbourg|Stuttgart|Subang Jaya|Sunderland
        Sunnyvale|Sunshine Coast|Surabaya|Surat|Suwon|Swansea|Swindon|Sydney|Syracuse|Szczecin|Szeged|Tacoma
        Taipei|Tallahassee|Tallinn|Tampa|Tampines|Taranto|Tarnów|Tarragona|Tashkent|Taunton|Tbilisi|Tehran|Tel Aviv
        Tempe|Teresina|Terni|Terrassa|Thane|The Hague|Thessaloniki|Thiruvananthapuram|Thousand Oaks|Thrissur|Tijuana
        Tilburg|Timișoara|Tiruchirappalli|Tirupati|Tokyo|Toledo|Toowoomba|Topeka|Torino|Toronto|Torquay|Toruń|Toulon
        Toulouse|Tours|Townsville|Trento|Treviso|Trichy|Trier|Trieste|Trivandrum|Trondheim|Troyes|Truro|Tsukuba|Tübingen
        Tucson|Tucuman|Tulsa|Tunis|Turin|Turku|Tychy|Tyler|Uberlândia|Udaipur|Udine|Ujjain|Ulm|Ulsan|Umeå|Uppsala|Utica
        Utrecht|Uyo|Vadodara|Valencia|Valladolid|Vallejo|Valparaíso|Vancouver|Varanasi|Varna|Västerås|Venezia
        Venice|Venlo|Verona|Vicenza|Vienna|Vigo|Vijayawada|Vila Nova de Gaia|Villingen-Schwenningen|Vilnius
        Virginia Beach|Visakhapatnam|Vitoria|Vitória|Vitoria-Gasteiz|Volta Redonda|Vung Tau|Vũng Tàu|Waco|Wakefield
        Walsall|Warangal|Warri|Warrington|Warsaw|Warszawa|Waterloo|Watford|Weimar|Wellington|West Palm Beach|Wichita
        Wien|Wiesbaden|Wilmington|Winchester|Windsor|Winnipeg|Winston-Salem|Witten|Woking|Wolfsburg|Wollongong
        Wolverhampton|Worcester|Wrexham|Wrocław|Wuhan|Wuppertal|Würzburg|Xi'an|Xiamen|Yangon|Yaoundé|Yeovil|Yerevan
        Yogyakarta|Yokohama|Yola|Yonkers|York|Youngstown|Zaandam|Zagreb|Zamora|Zaragoza|Zaria|Zielona Góra|Zoetermeer
        Zurich|Zürich|Zwickau|Zwolle
        """
}
