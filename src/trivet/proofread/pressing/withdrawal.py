"""Ways to say that giving up would be welcome."""

WHY = "It sounds as if you wished that they gave up. Whether they go on is theirs to raise."

_REPORT = "(?:it|this|that|things|(?:the|your|this|that) (?:whole )?(?:case|complaint|report|matter|thing|statement|accusation|allegation))"
GO_ON = "(?:go (?:on|ahead|through with)|carry on|continue|proceed|pursue|press on|report|file|take (?:it|this|that) further|make (?:this|it) (?:official|formal))"

PATTERNS = [
    rf"\b(?:withdraw|withdrawing|retract|retracting|drop|dropping|cancel|cancelling) {_REPORT}\b(?! off| in\b)",
    r"\b(?:can|could|may|might|free to|able to|want to|wish to|like to|prefer to|rather) (?:always |still |also |just |simply )?(?:withdraw|retract|back out|call it off|take it back)\b",
    r"\btak(?:e|ing) (?:it|this|that|(?:the|your) (?:complaint|report|statement|words)) back\b",
    r"\bwithdrawal\b",
    r"\b(?:change|changed|changing) your mind\b",
    rf"\b(?:do|don't|would|wouldn't) you (?:really |still |even |actually )?(?:want|wish|like|prefer|mean)(?: us)? to (?:{GO_ON}|stop|leave it|let it (?:go|rest|be)|forget)\b(?! in\b| here\b| later\b)",
    r"\bwould you (?:rather|prefer)(?: that| if)? we (?:stopped|didn't|did not|left it|dropped|let it)\b",
    r"\bwould you rather (?:not|stop|leave it|let it|forget)\b",
    r"\bare you (?:really |quite |absolutely |completely |very )?(?:sure|certain)(?: that)? you (?:really |still )?(?:want|wish|would like|need)\b",
    r"\bare you (?:really |quite |absolutely |completely |very )?(?:sure|certain) about (?:this|that|it|reporting|going)\b",
    rf"\b(?:no need|not need|not have|needn't|don't have|not obliged|no obligation|not too late)(?: to)? {GO_ON}\b",
    rf"\b(?:ok|okay|fine|all right|alright|understandable|no problem|welcome) (?:if you|to) (?:(?:would )?(?:rather|prefer)(?: to)? not|(?:do not|don't|no longer) want(?: us)? to|decide not to|choose not to|not) (?:{GO_ON}|act|do anything)\b",
    r"\b(?:ok|okay|fine|all right|alright|understandable|no problem|welcome) (?:if you want )?to (?:stop|leave it|let it go|let it rest|walk away)\b",
    r"\b(?:shall|should|could|can|may) we (?:just |simply |not |perhaps |maybe )?(?:leave it|let it|forget|drop|call it)\b",
    r"\b(?:sleep on it|reconsider|have second thoughts|having second thoughts)\b",
    r"\bthink (?:again|twice|carefully) (?:about )?(?:whether|if|before)\b(?! we)",
]
