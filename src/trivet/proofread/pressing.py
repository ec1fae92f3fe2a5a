"""The patterns behind ``wording``: English, in a syntax that Python and JavaScript read alike.

Ways to be asked "How can I help?" and "What would help you feel safe here?" must stay out of them.
"""

WITHDRAWAL, ADVICE, PENALTY = "withdrawal", "advice", "penalty"
WHY = {
    WITHDRAWAL: "It sounds as if you wished that they gave up. Whether they go on is theirs to raise.",
    ADVICE: "What to do about it is the team’s work, not theirs.",
    PENALTY: "The consequence is the team’s to settle. A say in it makes them answerable for it.",
}

_REPORT = "(?:it|this|that|things|(?:the|your|this|that) (?:whole )?(?:case|complaint|report|matter|thing|statement|accusation|allegation))"
_GO_ON = "(?:go (?:on|ahead|through with)|carry on|continue|proceed|pursue|press on|report|file|take (?:it|this|that) further|make (?:this|it) (?:official|formal))"
_THEM = "(?:him|her|them|this person|that person|the (?:other )?(?:person|speaker|attendee|organiser|volunteer|sponsor|man|woman))"
_THEY = "(?:he|she|they|this person|that person|the (?:other )?(?:person|speaker|attendee|organiser|volunteer|sponsor|man|woman))"
_OUT = "(?:banned|removed|thrown out|kicked out|gone|expelled|warned|punished|sanctioned|suspended|sent home|sent away|fired|out of here)"
_PUNISH = "(?:ban|remove|expel|kick|throw|warn|punish|sanction|suspend|fire|send)"
_RESULT = "(?:warning|ban|suspension|reprimand|talking-to|apology)"

PATTERNS: dict[str, list[str]] = {
    WITHDRAWAL: [
        rf"\b(?:withdraw|withdrawing|retract|retracting|drop|dropping|cancel|cancelling) {_REPORT}\b(?! off| in\b)",
        r"\b(?:can|could|may|might|free to|able to|want to|wish to|like to|prefer to|rather) (?:always |still |also |just |simply )?(?:withdraw|retract|back out|call it off|take it back)\b",
        r"\btak(?:e|ing) (?:it|this|that|(?:the|your) (?:complaint|report|statement|words)) back\b",
        r"\bwithdrawal\b",
        r"\b(?:change|changed|changing) your mind\b",
        rf"\b(?:do|don't|would|wouldn't) you (?:really |still |even |actually )?(?:want|wish|like|prefer|mean)(?: us)? to (?:{_GO_ON}|stop|leave it|let it (?:go|rest|be)|forget)\b(?! in\b| here\b| later\b)",
        r"\bwould you (?:rather|prefer)(?: that| if)? we (?:stopped|didn't|did not|left it|dropped|let it)\b",
        r"\bwould you rather (?:not|stop|leave it|let it|forget)\b",
        r"\bare you (?:really |quite |absolutely |completely |very )?(?:sure|certain)(?: that)? you (?:really |still )?(?:want|wish|would like|need)\b",
        r"\bare you (?:really |quite |absolutely |completely |very )?(?:sure|certain) about (?:this|that|it|reporting|going)\b",
        rf"\b(?:no need|not need|not have|needn't|don't have|not obliged|no obligation|not too late)(?: to)? {_GO_ON}\b",
        rf"\b(?:ok|okay|fine|all right|alright|understandable|no problem|welcome) (?:if you|to) (?:(?:would )?(?:rather|prefer)(?: to)? not|(?:do not|don't|no longer) want(?: us)? to|decide not to|choose not to|not) (?:{_GO_ON}|act|do anything)\b",
        r"\b(?:ok|okay|fine|all right|alright|understandable|no problem|welcome) (?:if you want )?to (?:stop|leave it|let it go|let it rest|walk away)\b",
        r"\b(?:shall|should|could|can|may) we (?:just |simply |not |perhaps |maybe )?(?:leave it|let it|forget|drop|call it)\b",
        r"\b(?:sleep on it|reconsider|have second thoughts|having second thoughts)\b",
        r"\bthink (?:again|twice|carefully) (?:about )?(?:whether|if|before)\b(?! we)",
    ],
    ADVICE: [
        r"\bwhat (?:would|do|should|shall|can|could) (?:you|we) (?:suggest|advise|recommend|propose)\b",
        r"\bwhat would you do\b",
        r"\bwhat (?:should|shall|must|ought) we (?:to )?(?:do|decide|tell|say to)\b",
        r"\bwhat (?:do|would) you (?:want|like|expect|wish)(?: for)? us to do\b(?! to help)",
        r"\bwhat would you have us do\b",
        r"\bwhat (?:do you think|is your (?:view|opinion)(?: on)?(?: what)?|would be best|is best) (?:that )?(?:we|the team) (?:should|could|can|ought)\b",
        r"\bwhat do you think (?:is|would be) (?:the )?(?:best|right|fair)\b",
        r"\bwhat do you think (?:of|about) (?:our|the) (?:plan|decision|idea|next step)s?\b",
        r"\bhow (?:should|shall|would|could|can|do|are) (?:you (?:think |want |like |have )?)?(?:we |us )?(?:should |to )?(?:best )?(?:deal|handle|respond to|react|act|proceed|resolve|solve|settle|go about)\b",
        r"\b(?:your|any|some) (?:advice|suggestions?|recommendations?)\b",
        r"\b(?:any|your) ideas? (?:on |about )?(?:how|what) (?:we|to)\b",
        r"\badvise us\b",
        r"\bif you were (?:us|me|we|in our (?:place|shoes|position))\b",
        r"\bin our (?:place|shoes|position)\b",
        r"\b(?:help|tell) us (?:to )?(?:decide|work out|figure out|what to do|how to (?:deal|handle|proceed|act))\b",
        r"\bwe (?:don't|do not) know (?:what to do|how to (?:deal|handle|proceed))\b",
        rf"\bshould we (?:talk|speak|confront|meet|write|approach|call|ask|tell)(?: to| with)? {_THEM}\b",
        rf"\bdo you (?:want us to|think we should) (?:talk|speak|confront|meet|write|approach|call|ask|tell)(?: to| with)? {_THEM}\b",
        r"\b(?:it's|it is|that's|that is) (?:up to you|your call|your decision) (?:what|how) we\b",
    ],
    PENALTY: [
        r"\b(?:what|which) (?:kind of |sort of )?(?:punishment|penalty|sanction)s?\b",
        r"\b(?:what|which) (?:kind of |sort of )?consequences? (?:should|would you|do you|shall|ought)\b",
        rf"\bwhat (?:should|shall|must|ought|would you like|do you want|would you want)(?: us)?(?: to)? (?:happen|be done|do)(?: to| with| about) {_THEM}\b",
        rf"\b(?:want|like|prefer|wish|rather)(?: for| to see| to have| it if| we had| that)? (?:{_THEM}|{_THEY}) (?:to be |to get |were |be )?(?:{_OUT}|to leave|to go|leaves?)\b",
        rf"\b(?:want|like|prefer|wish) us to {_PUNISH}(?: out)? {_THEM}\b",
        rf"\bshould we {_PUNISH}(?: out)? {_THEM}\b",
        rf"\bshould {_THEY} (?:be|get) {_OUT}\b",
        rf"\b(?:would|is|isn't|wouldn't) an? (?:public |formal |verbal |written |short |lifelong |one-year )?{_RESULT} (?:be )?(?:enough|sufficient|fair|too much|too little|ok|okay|all right|what you)\b",
        rf"\b(?:happy|satisfied|content|okay|ok|fine) with (?:just )?an? (?:public |formal |verbal |written |short )?{_RESULT}\b",
        rf"\b(?:accept|like|want|prefer|settle for) an? (?:public |formal |verbal |written |short )?{_RESULT}\b",
        r"\bhow (?:should|shall|would|could|do)(?: you)?(?: want| like)?(?: we| us)?(?: to)? (?:punish|sanction|penalise|discipline)\b",
        r"\bhow (?:severe|severely|harsh|harshly|strict|strictly|hard|long) (?:should|shall|would you|do you)\b(?! (?:like|want)? ?to (?:stay|talk|rest|sit))",
        r"\b(?:say|input|voice|vote|hand) (?:in|on|into) (?:the |our |any )?(?:penalty|punishment|sanctions?|decision|outcome|consequences?)\b",
        rf"\bdo you (?:think|feel|believe) (?:that )?{_THEY} (?:should|deserves?|ought)\b",
        rf"\bwhat (?:do |does |did )?{_THEY} deserves?\b",
        r"\byou (?:can|may|could|get to) (?:decide|choose|pick|settle) (?:what|which|how|whether)\b",
        r"\b(?:punishment|penalty|sanction)s? (?:do|would|should|did) you\b|\b(?:fair|right|suitable|appropriate|fitting) (?:punishment|penalty|sanction)\b",
    ],
}
