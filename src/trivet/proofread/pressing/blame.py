"""Ways to make it their own doing, or less than they say."""

from .people import THEY

WHY = "It sounds as if it were their doing, or less than they say. They need not account for themselves."

_SOFTLY = "(?: (?!not\\b|never\\b|no\\b|our\\b|my\\b|[a-z]+n't\\b)[\\w']+)"

PATTERNS = [
    r"\bwhy (?:were|weren't) you\b(?! (?:\w+ed|told|sent|made|given|left|kept|put|thrown|not told|not asked)\b)",
    r"\bwhy (?:did|didn't|haven't|hadn't|would|wouldn't|couldn't) you\b",
    r"\b(?:what were you wearing|what did you (?:wear|have on)|how were you dressed)\b",
    r"\bwhat (?:did you expect|were you (?:thinking|doing there))\b(?! (?:of|from) us\b)",
    r"\bwhat (?:did|have) you (?:do|say|done|said) to (?:provoke|make|upset|deserve|cause|encourage|annoy|lead)\b",
    r"\bcalm (?:yourself )?down\b",
    rf"\byou{_SOFTLY}{{0,3}} (?:over-?react(?:ed|ing)?|exaggerat(?:e|ed|ing)|imagin(?:ed|ing) (?:it|this|that|things)|misunderst(?:ood|and))\b",
    r"\b(?:don't|do not|stop) (?:over-?react|exaggerat)(?:e|ing)?\b",
    rf"\b(?:be|been|was|is|it's|that's|just|only){_SOFTLY}{{0,2}} misunderstanding\b",
    rf"\b{THEY}(?: really| surely| probably| certainly)? (?:didn't|did not|doesn't|does not|never) (?:really |actually )?(?:mean|meant|intend|intended|want|wanted) (?:it|that|any|anything|harm|badly|to (?:hurt|harm|upset|offend|scare|frighten))\b",
    r"\bmeant (?:well|no harm|nothing by|it (?:well|kindly|nicely))\b",
    r"\b(?:please|let's|let us|you (?:should|must|have to|need to)) be (?:a (?:bit|little) )?(?:more )?(?:reasonable|realistic|sensible)\b",
    r"\bhad you(?: \w+){0,2} (?:drinking|drunk|to drink)\b",
    r"\bwere you (?:\w+ )?(?:drunk|drinking|tipsy|sober|high|flirting|encouraging)\b|\byou (?:were|had been) (?:(?!not\b)\w+ )?(?:drunk|drinking|tipsy|wearing an?)\b",
    r"\bhow much (?:had|did|have) you(?: had)? (?:to )?(?:drink|drunk)\b",
    r"\byou (?:really |perhaps |also )?(?:should(?:n't)?|could|ought(?: not)? to|might)(?! not have (?:stopped|known|said|done))(?: not| never| at least| just| simply)? have (?:said|come|told|left|gone|known|reported|asked|called|screamed|shouted|walked|run|stayed|spoken|thought|fought|resisted|stopped|worn|drunk|been (?:more )?careful)\b(?! (?:an?|your|our|the) )",
    r"\b(?:don't be|do not be|stop being|you are|you're|are you)(?: (?:so|too|very|rather|quite|just|a bit|a little|overly|being)){0,3} (?:over-?sensitive|sensitive|emotional|dramatic|hysterical|paranoid|difficult|unreasonable|irrational)\b(?! to\b)",
    rf"\b(?:was|is|were|be|been|it's|that's|{THEY}'s) (?:probably |surely |certainly )?(?:only|just|merely|simply) (?:an? )?(?:\w+ )?(?:bit of )?(?:joke|joking|banter|compliment|fun|teasing|kidding|flirting)\b",
    rf"\bthat(?:'s| is) (?:just |simply )?(?:how|the way) {THEY} (?:is|are)\b",
    rf"\b{THEY}(?:'s|'re| is| are)(?: just| always| simply)+ (?:like that|that way|friendly|clumsy|awkward)\b",
    r"\bboys will be boys\b",
    r"\b(?:don't|do not|stop|you are|you're|let's not|let us not) (?:mak(?:e|ing)|blow(?:ing)?)(?: \w+){1,4} (?:fuss|scene|deal|drama|proportion)\b",
    r"\b(?:can't|cannot|couldn't|could not) (?:really )?have been (?:that|so) bad\b|\bwas it (?:really )?(?:that|so) bad\b",
    rf"\bare you (?:really |quite |absolutely )?(?:sure|certain)(?: that)? (?:it (?:really )?happened|(?:it|this|that) was|{THEY} (?:really |actually )?(?:did|said|meant|wanted|touched|knew))\b",
    r"\b(?:give|gave|given|giving|send|sent|sending)(?: (?:him|her|them))? (?:the wrong|a wrong|mixed|any|some) (?:idea|impression|signal|hope|reason)s?\b",
    r"\byou (?:\w+ ){0,2}(?:lead|led) (?:him|her|them) on\b|\byou (?:leading|provoking|teasing) (?:him|her|them)\b|\byou (?:\w+ )?(?:provoke|encourage|flirt with|tempt)d? (?:him|her|them)\b(?! to\b)",
    r"\b(?:brought|bring) (?:this|it|that) (?:on|upon) yourself\b|\byou were asking for it\b|\b(?:it's|it is|it was|partly|also|that's) (?:partly |also )?your (?:own )?fault\b",
    r"\b(?:nobody|no one) else (?:has |had )?(?:ever )?(?:complained|minded|objected|had a problem)\b",
    rf"\b{THEY}(?:'s|'re| is| are) (?:really |actually |normally )?(?:such )?an? (?:very |really |so )?(?:nice|good|decent|kind|lovely|great|gentle|respected) (?:person|man|guy|woman|fellow|colleague)\b",
    r"\bdid(?:n't)? you (?:\w+ )?(?:say no|fight back|resist|scream|push (?:him|her|them) away|tell (?:him|her|them) to stop)\b",
    r"\bfrom (?:his|her|their) (?:side|point of view|perspective)\b|\bin (?:his|her|their) (?:place|shoes|position)\b",
    rf"\byou{_SOFTLY}{{0,2}} (?:took|take|taken|taking) (?:it|this|that|him|her|them) (?:the wrong way|wrong|badly|too seriously|(?:too )?personally)\b|\b(?:read|reading) too much into\b",
    r"\bwhat made you (?:go|stay|drink|follow|let|wait|agree|invite)\b|\b(?:shouldn't|couldn't) you (?:just |simply )?have\b",
    rf"\b{THEY}(?:'s|'re| was| were| is| are) (?:probably |surely )?(?:only|just) (?:trying|being|teasing|joking|playing)\b",
    r"\brelax\b(?=[,.!])|\bit was (?:nothing|harmless|no big deal)\b",
    r"\b(?:sure|certain)(?: that)? you (?:remember|saw|heard|recall|understood|felt|got)\b",
    rf"\b(?:doesn't|does not) sound like (?:him|her|them)\b|\b{THEY} would never (?:do|hurt|harm|touch)\b",
    r"\byou(?:'re| must be| may be| might be| are) (?:surely |probably |perhaps )?mistaken\b|\bwhat (?:he|she) is like\b",
    r"\b(?:get over it|pull yourself together|lighten up)\b",
]
