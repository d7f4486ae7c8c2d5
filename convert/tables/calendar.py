"""Months and seasons by their names, for every format that spells them."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = tuple(name[:3] for name in MONTH_NAMES)  # as NLM, BibTeX and RIS shorten them
SEASONS = ("Spring", "Summer", "Autumn", "Winter")

# By the name in lower case, American English included.
SEASON_NUMBERS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
# EDTF and CSL-JSON number the seasons from 21, in the place of a month.
SEASON_BASE = 20

# January to December in German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
# Norwegian, Finnish, Polish, Czech, Hungarian, Romanian, Turkish, Russian and Ukrainian, whole and
# shortened, in the forms that dates have. None is another month in another of them.
# Source: Unicode CLDR, calendars/gregorian.
MONTHS_ELSEWHERE = (
    "januar jänner jan jän janvier janv enero ene gennaio gen janeiro januari tammikuu tammi"
    " styczeń stycznia sty leden ledna január ianuarie ian ocak oca январь января янв січень січня",
    "februar feber feb février févr fevrier fevr febrero febbraio febb fevereiro fev februari"
    " helmikuu helmi luty lutego lut únor února úno február februarie şubat şub февраль февраля"
    " фев лютий лютого",
    "märz maerz mär mrz mars marzo marz mar março marco maart mrt marts maaliskuu maalis marzec"
    " marca březen března bře március márc martie mart март марта мар березень березня",
    "april apr avril avr abril abr aprile huhtikuu huhti kwiecień kwietnia kwi duben dubna dub"
    " április ápr aprilie nisan nis апрель апреля апр квітень квітня",
    "mai mayo maggio mag maio mei maj toukokuu touko maja květen května kvě május máj mayıs may"
    " май мая травень травня",
    "juni jun juin junio giugno giu junho kesäkuu kesä czerwiec czerwca cze červen června čvn"
    " június jún iunie iun haziran haz июнь июня июн червень червня",
    "juli jul juillet juil julio luglio lug julho heinäkuu heinä lipiec lipca lip červenec"
    " července čvc július júl iulie iul temmuz tem июль июля июл липень липня",
    "august aug août aout agosto ago agos augustus augusti elokuu elo sierpień sierpnia sie srpen"
    " srpna srp augusztus ağustos ağu август августа авг серпень серпня",
    "september sept sep septembre septiembre setiembre settembre sett set setembro syyskuu syys"
    " wrzesień września wrz září zář szeptember szept septembrie eylül eyl сентябрь сентября сен"
    " сент вересень вересня",
    "oktober okt octobre oct octubre ottobre ott outubro out lokakuu loka październik"
    " października paź říjen října říj október octombrie ekim eki октябрь октября окт жовтень"
    " жовтня",
    "november nov novembre noviembre novembro marraskuu marras listopad listopada lis noiembrie"
    " kasım kas ноябрь ноября ноя нояб листопад листопада",
    "dezember dez décembre déc decembre dec diciembre dic dicembre dezembro december desember des"
    " joulukuu joulu grudzień grudnia gru prosinec prosince pro decembrie aralık ara декабрь"
    " декабря дек грудень грудня",
)
