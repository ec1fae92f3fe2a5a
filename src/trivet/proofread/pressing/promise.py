"""Promises that nobody can be sure to keep."""

from .penalty import OUT
from .people import THEY

WHY = "Nobody can be sure to keep this: danger or the law may ask otherwise. Promise what is yours to do."

WHOLLY = "(?:completely|totally|absolutely|strictly|fully|entirely|perfectly|100 ?%|(?:a|one) hundred percent)"
WHOLE = "(?:total|full|complete|absolute|strict|perfect|guaranteed)"
HIDDEN = "(?:confidentiality|secrecy|anonymity|privacy|safety)"
_NOBODY = "(?:nobody|no one|not a soul)(?: else)?"
_LEARN = "(?:know|learn|find out|hear|discover|guess|be told)"
_SURE = "(?:\\b(?:we|I)(?:'ll| will| can| do)?(?: \\w+ly)? (?:promise|guarantee|swear|assure you)|\\b(?:my|our) word|\\bbe (?:absolutely |quite |completely )?(?:sure|certain|assured)|\\brest assured)(?: to)?(?: you)?(?: that)?"

PATTERNS = [
    rf"\b(?:I|we)(?:'ll| will| can)? keep (?:it|this|that|everything) {WHOLLY} (?:confidential|secret|private|quiet)\b",
    rf"{_SURE} (?:{_NOBODY}|nothing|none)\b",
    rf"{_SURE} (?:there (?:will|won't)|(?:it|this|that|everything) (?:will|won't|stays|remains|never)|your (?:name|report|identity|words|secret))\b",
    rf"{_SURE} you(?:'ll| will|'re| are|) (?:never|won't|not|(?:completely |perfectly |always )?safe|be (?:completely |perfectly )?safe)\b",
    rf"{_SURE} {THEY} (?:won't|never|will (?:never|not|be {OUT})|is {OUT}|are {OUT})\b",
    rf"{_SURE} (?:I|we)(?:'ll| will)? (?:keep (?:it|this|that|everything)|never tell|tell (?:nobody|no one)(?! (?:more|but|except)))\b",
    rf"\b(?:guarantee|promise|assure)(?: you)?(?: of)?(?: your| the)?(?: {WHOLE})? {HIDDEN}\b",
    rf"\b{HIDDEN} is (?:\w+ )?guaranteed\b|\bguaranteed that\b",
    rf"\b{WHOLE} {HIDDEN}\b",
    rf"\b{WHOLLY} (?:confidential|anonymous|secret|private|safe|secure|between us)\b",
    rf"\b{_NOBODY} (?:(?:will|would|can|could) ever|is ever going to|ever) (?:{_LEARN}|knows|learns|finds out|hears)\b",
    rf"\b(?:{THEY}|people)(?:'ll| will| can) never (?:{_LEARN}|come|touch|bother|hurt|harm|get|find|do)\b|\b{THEY}(?:'s|'re| is| are) never (?:coming|going|getting)\b",
    rf"\b(?:definitely|certainly|surely|in any case) (?:ban|remove|expel|throw out|fire|suspend|be {OUT})\b",
    rf"\bimpossible (?:that|for) (?:anyone|anybody|{THEY})\b",
    r"\byou(?:'ll| will) never (?:have to |need to )?(?:see|meet|hear from|run into) (?:him|her|them|this person)\b",
    r"\b(?:will never|won't|will not|can never|cannot|can't) (?:ever )?happen (?:again|to you)\b",
    r"\bnothing (?:[\w']+ ){0,4}(?:will|can|could) (?:ever |bad )?(?:happen to you|leave (?:this|the) room)\b",
    r"\b(?:we|I)(?:'ll never| will never| won't| will not) (?:ever )?(?:tell|share|mention|repeat)(?: (?:it|this|that|anything))?(?: to| with)? (?:anyone|anybody|a soul)\b(?!,? (?:unless|without|before|except|more|until|who|whom|where|which|what|if|but)\b)",
    r"\bI(?:'ll| will)? keep (?:it|this|that|everything) to myself\b(?!,? (?:and|until|unless|as far|except|for now|but|if))",
    r"\b(?:this|it) will never (?:come out|get out|be known|leave this room)\b|\byour (?:name|identity) will never\b|\byour secret is safe\b",
    r"\b(?:won't|will not|will never|will|goes|never goes)(?: go)? (?:any|no) further\b",
    r"\b(?:stays?|remains?) (?:\w+ )?between (?:us|you and me|ourselves)\b(?! (?:and|three))",
]
