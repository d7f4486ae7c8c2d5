"""Names of countries, states and peoples, whose capitals stay whatever a style does.

In A Title With Capitals Throughout a capital says nothing, and few records name a place
elsewhere. Sources: the short English names of ISO 3166-1 and the adjectives made of them.
Left out is what is more often a common noun or a part of one (guinea pig, to polish).
"""

from __future__ import annotations

_WORDS = """
    Afghanistan Africa Albania Algeria America Americas Andorra Angola Antarctica Argentina Armenia
    Asia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize
    Benin Bhutan Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia Cameroon
    Canada Chad Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Ecuador
    Egypt England Eritrea Estonia Eswatini Ethiopia Europe Fiji Finland France Gabon Gambia Georgia
    Germany Ghana Greece Greenland Grenada Guatemala Guyana Haiti Herzegovina Honduras Hungary
    Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya
    Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania
    Luxembourg Macao Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius
    Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal
    Netherlands Nicaragua Niger Nigeria Norway Oceania Oman Pakistan Palau Palestine Panama Papua
    Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa Scandinavia Scotland
    Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden
    Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tobago Togo Tonga Trinidad Tunisia Turkey
    Turkmenistan Türkiye Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam Wales Yemen
    Zambia Zimbabwe
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
    Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
    Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas
    Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan
    African Africans Albanian Algerian American Americans Arab Arabs Argentine Argentinian Armenian
    Asian Asians Australian Australians Austrian Bangladeshi Belgian Bolivian Brazilian Brazilians
    British Bulgarian Cambodian Cameroonian Canadian Canadians Caribbean Caucasian Caucasians
    Chilean Chinese Colombian Congolese Croatian Cuban Czech Danish Dominican Dutch Ecuadorian
    Egyptian English Estonian Ethiopian European Europeans Filipino Filipinos Finnish French German
    Germans Ghanaian Greek Greeks Guatemalan Haitian Hispanic Hispanics Honduran Hungarian Icelandic
    Indian Indians Indonesian Iranian Iraqi Irish Israeli Italian Italians Jamaican Japanese
    Jordanian Kenyan Korean Koreans Kuwaiti Latino Latinos Latina Latinas Latvian Lebanese Libyan
    Lithuanian Malawian Malaysian Mexican Mexicans Mongolian Moroccan Mozambican Namibian Nepalese
    Nepali Nicaraguan Nigerian Nordic Norwegian Pakistani Palestinian Panamanian Paraguayan Peruvian
    Portuguese Qatari Romanian Russian Russians Rwandan Saudi Scandinavian Scottish Senegalese
    Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian Taiwanese
    Tanzanian Thai Tunisian Turkish Ugandan Ukrainian Uruguayan Venezuelan Vietnamese Welsh Yemeni
    Zambian Zimbabwean
"""
_PAIRS = """
    Burkina Faso, Cape Verde, Central America, Costa Rica, East Asia, East Africa, East Timor,
    El Salvador, Hong Kong, Ivory Coast, Latin America, Latin American, Latin Americans,
    Middle East, New Caledonia, New England, New Guinea, New Hampshire, New Jersey, New Mexico,
    New York, New Zealand, North Africa, North America, North American, North Americans,
    North Carolina, North Dakota, North Korea, North Macedonia, Puerto Rican, Puerto Ricans,
    Puerto Rico, Rhode Island, San Marino, Saudi Arabia, Sierra Leone, Solomon Islands, South Africa,
    South African, South Africans, South America, South American, South Americans, South Asia,
    South Asian, South Asians, South Carolina, South Dakota, South Korea, South Korean,
    South Koreans, South Sudan, Southeast Asia, Southeast Asian, Sri Lanka, Sri Lankan,
    Arab Emirates, United Arab, United Kingdom, United States, West Africa, West African,
    West Bank, West Indies, West Virginia, Western Australia
"""
WORDS = frozenset(_WORDS.split())
PAIRS = frozenset(" ".join(pair.split()) for pair in _PAIRS.split(","))
