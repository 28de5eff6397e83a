"""Currencies: their signs, codes and names, and how to find one before or after a number.

Codes and names follow ISO 4217; signs follow Unicode's currency block and common newsroom usage ("A$", "Mex$").
Names that several countries share ("franc", "peso") stay names unless the country is printed.
"""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.tokens import Tokens


class Currency(NamedTuple):
    """A currency found in the tokens ``[first, last)``; ``scale`` is 1e6 in "MUSD"."""

    first: int
    last: int
    unit: str
    scale: float = 1.0


SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₫": "VND",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₾": "GEL", "₭": "LAK", "₸": "KZT", "₮": "MNT",
    "₲": "PYG", "₵": "GHS", "₼": "AZN", "₿": "bitcoin", "元": "CNY", "円": "JPY", "원": "KRW", "₨": "rupee", "৳": "BDT",
    "௹": "rupee", "؋": "AFN", "៛": "KHR", "₣": "franc", "¢": "cent", "﷼": "rial", "֏": "AMD",
}  # fmt: skip
#: What stands before a dollar sign to say whose dollar it is.
DOLLARS = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD", "cdn": "CAD", "a": "AUD",
    "au": "AUD", "aud": "AUD", "aus": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD",
    "sgd": "SGD", "nt": "TWD", "twd": "TWD", "r": "BRL", "brl": "BRL", "mex": "MXN", "mx": "MXN", "mxn": "MXN", "j": "JMD",
    "ja": "JMD", "tt": "TTD", "ttd": "TTD", "fj": "FJD", "bz": "BZD", "b": "BND", "z": "ZWD", "zwl": "ZWL", "col": "COP",
    "clp": "CLP", "arg": "ARS", "ars": "ARS", "ec": "XCD", "bds": "BBD", "n": "NAD", "g": "GYD", "rd": "DOP",
}  # fmt: skip
#: ISO 4217 code: name of the currency in the singular.
CODES = {
    code: name
    for code, name in (
        line.split(" ", 1)
        for line in """USD US dollar|EUR euro|GBP pound sterling|JPY Japanese yen|CNY Chinese yuan|RMB Chinese yuan|CNH Chinese yuan
CAD Canadian dollar|AUD Australian dollar|NZD New Zealand dollar|HKD Hong Kong dollar|SGD Singapore dollar|TWD Taiwan dollar
CHF Swiss franc|INR Indian rupee|PKR Pakistani rupee|LKR Sri Lankan rupee|NPR Nepalese rupee|MUR Mauritian rupee
BDT Bangladeshi taka|KRW South Korean won|KPW North Korean won|MXN Mexican peso|ARS Argentine peso|CLP Chilean peso
COP Colombian peso|PHP Philippine peso|DOP Dominican peso|CUP Cuban peso|UYU Uruguayan peso|BRL Brazilian real
RUB Russian rouble|UAH Ukrainian hryvnia|BYN Belarusian rouble|KZT Kazakh tenge|GEL Georgian lari|AMD Armenian dram
AZN Azerbaijani manat|TRY Turkish lira|ILS Israeli shekel|EGP Egyptian pound|LBP Lebanese pound|SYP Syrian pound
SAR Saudi riyal|QAR Qatari riyal|OMR Omani rial|IRR Iranian rial|YER Yemeni rial|AED UAE dirham|MAD Moroccan dirham
KWD Kuwaiti dinar|BHD Bahraini dinar|IQD Iraqi dinar|JOD Jordanian dinar|DZD Algerian dinar|TND Tunisian dinar
LYD Libyan dinar|RSD Serbian dinar|ZAR South African rand|NGN Nigerian naira|GHS Ghanaian cedi|KES Kenyan shilling
UGX Ugandan shilling|TZS Tanzanian shilling|ETB Ethiopian birr|ZMW Zambian kwacha|MWK Malawian kwacha|AOA Angolan kwanza
MZN Mozambican metical|BWP Botswana pula|NAD Namibian dollar|ZWL Zimbabwean dollar|ZWD Zimbabwean dollar|SDG Sudanese pound
XOF CFA franc|XAF CFA franc|RWF Rwandan franc|CDF Congolese franc|THB Thai baht|VND Vietnamese dong|IDR Indonesian rupiah
MYR Malaysian ringgit|LAK Lao kip|KHR Cambodian riel|MMK Burmese kyat|MNT Mongolian tugrik|AFN Afghan afghani
SEK Swedish krona|NOK Norwegian krone|DKK Danish krone|ISK Icelandic krona|PLN Polish zloty|CZK Czech koruna
HUF Hungarian forint|RON Romanian leu|BGN Bulgarian lev|HRK Croatian kuna|MDL Moldovan leu|ALL Albanian lek
PEN Peruvian sol|BOB Bolivian boliviano|VES Venezuelan bolivar|PYG Paraguayan guarani|CRC Costa Rican colon
GTQ Guatemalan quetzal|HNL Honduran lempira|NIO Nicaraguan cordoba|JMD Jamaican dollar|TTD Trinidad dollar
XCD East Caribbean dollar|BBD Barbadian dollar|BZD Belize dollar|GYD Guyanese dollar|BND Brunei dollar|FJD Fijian dollar
PGK Papuan kina|UZS Uzbek sum|DEM German mark|FRF French franc|BEF Belgian franc|LUF Luxembourg franc|ITL Italian lira
ESP Spanish peseta|PTE Portuguese escudo|NLG Dutch guilder|ATS Austrian schilling|FIM Finnish markka|IEP Irish pound
GRD Greek drachma|BTC bitcoin|ETH ether""".replace("\n", "|").split("|")
    )
}
#: Codes that are English words in capitals: only directly after a number.
WORDLIKE = frozenset({"ALL", "TRY", "PEN", "MAD", "CUP", "BOB", "COP", "LAK", "GEL", "RON", "NAD", "DEM", "ETH", "PEN"})
#: Codes that are also written in small letters and are no English words.
SMALL_CODES = frozenset("usd eur gbp jpy cny rmb aud nzd hkd sgd chf inr mxn brl krw btc".split()) | {"cad"}
#: Codes with a name of their own in agreement: yuan has three codes.
SAME = {"RMB": "CNY", "CNH": "CNY", "BTC": "bitcoin", "ETH": "ether"}

#: Names that mean one currency wherever they stand, and minor units; spelled as printed in the plural and singular.
_NAMES = {
    "USD": "dollar dollars buck bucks", "EUR": "euro euros", "GBP": "pound pounds quid sterling",
    "JPY": "yen", "CNY": "yuan renminbi kuai", "INR": "", "THB": "baht bahts", "IDR": "rupiah rupiahs",
    "MYR": "ringgit ringgits", "VND": "dong", "ZAR": "rand", "NGN": "naira nairas", "GHS": "cedi cedis", "ILS": "shekel shekels",
    "BDT": "taka", "PLN": "zloty zlotys zlotych", "HUF": "forint forints", "CZK": "koruna korunas koruny", "UAH": "hryvnia hryvnias",
    "KZT": "tenge", "BRL": "reais", "TRY": "lira liras", "ITL": "lire", "RUB": "ruble rubles rouble roubles", "ETB": "birr",
    "VES": "bolivar bolivars bolivares", "BOB": "boliviano bolivianos", "GTQ": "quetzal quetzales", "FIM": "markka markkas markkaa",
    "MNT": "tugrik tugriks", "LAK": "kip", "GEL": "lari", "KRW": "won", "bitcoin": "bitcoin bitcoins", "satoshi": "satoshi satoshis",
    "peseta": "peseta pesetas", "escudo": "escudo escudos", "guilder": "guilder guilders", "franc": "franc francs",
    "peso": "peso pesos", "rupee": "rupee rupees rs", "riyal": "riyal riyals", "rial": "rial rials", "dirham": "dirham dirhams",
    "dinar": "dinar dinars", "shilling": "shilling shillings", "schilling": "schilling schillings", "drachma": "drachmas",
    "krona": "krona kronor kronur", "krone": "krone kroner", "mark": "marks deutschemarks", "kwacha": "kwacha",
    "cent": "cent cents", "penny": "penny pence", "sen": "sen", "kopek": "kopek kopeks kopeck kopecks", "paisa": "paisa paise",
}  # fmt: skip
NAMES = {word: unit for unit, words in _NAMES.items() for word in words.split()}
MINOR = frozenset({"cent", "penny", "sen", "kopek", "paisa", "satoshi"})
#: Names that are commoner as another word: they need a scale or a large figure before them.
DOUBTFUL = frozenset(
    {"won", "rand", "dong", "sen", "bucks", "buck", "mark", "marks", "kip", "lari", "sterling", "drachmas"}
)
#: Country words before a name: ("swiss", "francs") is CHF. Made from the names of the codes, with older and longer forms.
_EXTRA = {
    ("american", "dollar"): "USD", ("u.s.", "dollar"): "USD", ("united", "states", "dollar"): "USD", ("deutsche", "mark"): "DEM",
    ("west", "german", "mark"): "DEM", ("d", "mark"): "DEM", ("british", "pound"): "GBP", ("pound", "sterling"): "GBP",
    ("korean", "won"): "KRW", ("russian", "ruble"): "RUB", ("argentinian", "peso"): "ARS", ("netherlands", "guilder"): "NLG",
    ("saudi", "arabian", "riyal"): "SAR", ("emirati", "dirham"): "AED", ("new", "taiwan", "dollar"): "TWD",
    ("australian", "dollar"): "AUD", ("danish", "crown"): "DKK", ("swedish", "crown"): "SEK", ("norwegian", "crown"): "NOK",
    ("czech", "crown"): "CZK", ("chinese", "renminbi"): "CNY", ("taiwanese", "dollar"): "TWD", ("singaporean", "dollar"): "SGD",
}  # fmt: skip
_IRREGULAR = {
    "kronor": "krona",
    "kroner": "krone",
    "pounds": "pound",
    "lire": "lira",
    "reais": "real",
    "roubles": "rouble",
}
_NATIONAL = {tuple(name.lower().split()): code for code, name in CODES.items() if " " in name} | _EXTRA


def code_of(text: str, *, after: bool) -> tuple[str, float] | None:
    """Unit and scale of a printed code such as "USD", "usd" or "MEUR"; word-like codes only ``after`` a number."""
    code = text.upper() if text in SMALL_CODES else text
    if code in CODES and (after or code not in WORDLIKE):
        return SAME.get(code, code), 1.0
    scale = {"k": 1e3, "K": 1e3, "T": 1e3, "M": 1e6, "B": 1e9}.get(text[:1])
    if scale and text[1:] in ("USD", "EUR", "GBP", "AUD", "CAD", "NOK", "SEK", "DKK", "CHF", "JPY", "INR", "CNY"):
        return text[1:], scale
    return None


def before(tokens: Tokens, index: int, floor: int) -> Currency | None:
    """The currency that ends just before token ``index`` and starts at ``floor`` or later."""
    token = tokens.at(index - 1)
    if index - 1 < floor:
        return None
    if token.text in SIGNS:
        return _sign(tokens, index - 1, floor)
    code = code_of(token.text, after=False)
    if code:
        return Currency(index - 1, index, *code)
    if token.text == "." and tokens.at(index - 2).low == "rs":
        return Currency(index - 2, index, "rupee")
    if token.low in ("dollar", "rs", "rupees", "sen", "rm") and (token.low != "rm" or token.text == "RM"):
        return Currency(index - 1, index, NAMES.get(token.low, "MYR"))
    return None


def _sign(tokens: Tokens, index: int, floor: int) -> Currency:
    """A sign with what is glued to it: "US$", "Mex$", "hk $"."""
    sign, prefix = tokens[index].text, tokens.at(index - 1)
    if sign == "$" and index - 1 >= floor and prefix.low in DOLLARS:
        apart = prefix.low in ("us", "u.s.", "c", "hk", "nt", "mex", "nz") or len(prefix.low) == 3
        if tokens.touching(index) or apart and tokens.at(index - 2).text not in ("'", "."):
            return Currency(index - 1, index + 1, DOLLARS[prefix.low])
    return Currency(index, index + 1, SIGNS[sign])


def after(tokens: Tokens, index: int, *, large: bool = True) -> Currency | None:
    """The currency that starts at token ``index``; doubtful names only where the figure is ``large``."""
    token = tokens.at(index)
    if token.text in SIGNS and not tokens.at(index + 1).digits:
        return Currency(index, index + 1, SIGNS[token.text])
    code = code_of(token.text, after=True)
    if code:
        return Currency(index, index + 1, *code)
    for length in (3, 2, 1):
        words = tokens.lows(index, index + length)
        unit = _name(words, large=large)
        if unit and len(words) == length:
            return Currency(index, index + length, unit)
    return None


def _name(words: tuple[str, ...], *, large: bool) -> str | None:
    if not words or words[-1] in DOUBTFUL and not large:
        return None
    if len(words) == 1:
        return NAMES.get(words[0])
    last = _IRREGULAR.get(words[-1], words[-1])
    return (
        _NATIONAL.get(words)
        or _NATIONAL.get((*words[:-1], last))
        or _NATIONAL.get((*words[:-1], last.removesuffix("s")))
    )


def currency_name(unit: str) -> str:
    """The name of a money unit in words: "CAD per share" -> "Canadian dollar per share"."""
    code, per, rest = unit.partition(" per ")
    return CODES.get(code, code) + per + rest
