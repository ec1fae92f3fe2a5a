"""Ways to keep somebody from telling others, or to buy their silence."""

from .people import DIRECT

WHY = "Whom they tell is theirs to choose, and nothing may be offered for their silence."

ANYONE = "(?:any(?:one|body)|a soul|others|other people|(?:the |any )?other (?:attendees|people|speakers|participants|guests|volunteers|sponsors|organisers)|your (?:friends?|colleagues?|employer|boss|partner|family|manager)|(?:the )?(?:police|press|media|public|newspapers?|journalists?))"
_TALK = "(?:tell|talk|speak|post|blog|tweet|mention|discuss|complain|reveal|publish|repeat|warn|say|writ|shar|disclos)(?:e|ing)?"
_NOT = (
    f"(?:don't|do not|never|{DIRECT} (?:stop|avoid)|(?:refrain|abstain) from|hold off(?: on)?|(?:best|better|wiser|safer|you (?:agree|agreed|undertake)) not to|(?:ask|want|like|expect|need|advise|urge|beg|tell|require) you(?: please)? not to|(?:can|could|would) you(?: please)? not"
    "|you(?:'d| had)? (?:must not|mustn't|may not|can't|cannot|can not|should not|shouldn't|better not|ought not to|(?:are not|aren't) (?:allowed|permitted|supposed|free) to)"
    "|(?:prefer|rather|better|best|grateful|appreciate|like|kind|helpful)(?: it)?(?: if| that)? you (?:did not|didn't|do not|don't|would not|wouldn't))"
)
_THIS = "(?:it|this|that|things|everything|what happened|the matter|all this|all of (?:it|this))"
_QUIET = "(?:to yourself|quiet|secret|private|confidential|under wraps|in confidence)"

PATTERNS = [
    rf"\b{_NOT} {_TALK}(?: (?:about|of|on))?(?: {_THIS}| anything| a word)?(?: (?:to|with))? {ANYONE}\b(?! (?:where|which|when|in which|your (?:room|seat|address|hotel|number)))",
    rf"\b{_NOT} (?:mention|discuss|post|publish|share|repeat|tweet|blog|talk|speak|writ|shar)(?:e|ing)?(?: about| of)? {_THIS}\b(?! (?:if|unless)\b)",
    rf"\b{_NOT} (?:(?:breathe|say) a word|mak(?:e|ing) {_THIS} (?:public|known))\b",
    rf"\bkeep {_THIS} (?:\w+ )?{_QUIET}\b(?! place| room)",
    rf"\b(?:rather|prefer|better|best|grateful|appreciate|love|like|kind)(?: it)?(?: if| that)? you (?:kept {_THIS} (?:\w+ )?{_QUIET}|said nothing|kept quiet|stayed (?:quiet|silent))\b",
    rf"\b(?:let's|let us|we (?:should|must|had better|need to|have to)|{DIRECT}) (?:all |just |please )?keep {_THIS} (?:\w+ )?(?:between|among|within)\b",
    rf"\b(?:{DIRECT}|you are (?:expected|asked|required) to) (?:say nothing|(?:keep|stay|remain|be) (?:silent|discreet)|(?:keep|stay|remain) quiet about)\b",
    rf"\b{_NOT} (?:go|turn|involve|call|contact|inform|ring|report)(?: {_THIS})?(?: to| with)?(?: {_THIS})? (?:the )?(?:police|press|media|newspapers?|journalists?|authorities|public)\b",
    rf"\bno need (?:to|for you to) (?:involve|inform|tell|call|contact|go to|talk to|speak to|speak with) {ANYONE}\b",
    rf"\b{DIRECT} (?:take down|take|delete|remove) (?:your|this|that|the|those) (?:\w+ )?(?:post|tweet|toot|comment|thread|blog|review|story)s?\b",
    r"\bsign(?:ing)? (?:an?|this|the|our) (?:\w+ ){0,2}(?:confidentiality|non-disclosure|nondisclosure|secrecy|settlement|nda)\b",
    r"\bin (?:exchange|return) for (?:your (?:silence|discretion|confidentiality)|(?:you |your )?(?:keeping|staying|saying nothing|not))\b",
    r"\bfor your (?:silence|discretion),? (?:we|I|you)\b|\b(?:pay|give|offer|refund)\b[^.?!;]{0,60} for your (?:silence|discretion)\b",
    r"\bif you (?:stay|keep|remain) (?:silent|quiet|discreet),? (?:we|I|you)(?:'ll| will| can| could| would|'d)? (?:pay|give|offer|refund|get|have|cover|let)\b",
    r"\b(?:pay|give|offer|refund|cover|get)\b[^.?!;]{0,60} (?:if|provided|as long as) you (?:stay|keep|remain) (?:silent|quiet|discreet)\b",
    r"\bnot a word (?:to|about)\b",
    r"\b(?:nobody|no one)(?: else)? (?:needs|has|ought) to (?:hear|know|learn)(?: \w+){0,2} from you\b",
    r"\b(?:it|this|that|what happened) (?:does not|doesn\'t|must not|mustn\'t|should not|shouldn\'t|may not|must never) (?:leave|get out|go beyond|become public)\b",
    r"\bif you (?:agree|promise|undertake|are willing) (?:not to|to (?:stay|keep|remain|say nothing|sign|forget))\b",
    r"\b(?:this|it) (?:stays|must stay|has to stay|should stay) (?:in|inside|within) (?:this|the) (?:room|team)\b",
]
