"""Ways to lean on somebody: a price on the team's help, a signature, what others may suffer, peace at any cost."""

from .people import DIRECT

WHY = "It leans on them, or sets a price on our help. They owe nobody anything, and we help in any case."

_CONFERENCE = "(?:event|conference|community|project|team|sponsors?|organisers?|organisation)"
_IF = "\\b(?:if|unless|when|once) you (?:don't |do not |won't |refuse to )?(?:go|report|talk|speak|tell|give|name|post|write|publish|sign|file|complain|involve|insist|pursue|press|make)\\b[^.?!;]{0,60}"
_OTHERS = "(?:his|her|their|somebody's|someone's)"

PATTERNS = [
    rf"{_IF} (?:we|I)(?:'ll| will)? (?:cannot|can't|can no longer|won't|not|no longer|won't be able to|not be able to|are unable to|are not able to) (?:help|protect|support|assist|act|go on|continue|refund|do (?:anything|much|more)|look into|take (?:it|this|care))\b",
    rf"{_IF} there(?:'s| is) (?:nothing|not much|little) (?:that )?(?:we|I) can do\b",
    rf"{_IF} (?:we|I)(?:'ll)? (?:may |will |would )?(?:have to|must) (?:ask you|close|cancel|stop|end|drop)\b",
    rf"{_IF} (?:he|she|they) (?:may|might|could|will|would) lose\b",
    rf"{_IF} you (?:may|might|could|will|would) (?:lose|be (?:asked|made|sued|banned|removed|excluded))\b",
    r"\byou (?:may|might|could|will|would) (?:also |well )?(?:lose your (?:ticket|place|talk|grant|job|badge|slot|refund|visa|friends|reputation)|be (?:sued|banned|excluded|in trouble)|regret)\b",
    r"\bsue you\b|\btake you to court\b|\b(?:slander|defamation|libel)(?:ous)?\b",
    r"\byour (?:talk|ticket|grant|place|slot|refund|badge|booking) (?:may|might|could|will|would) (?:well )?be (?:cancelled|lost|taken|revoked|refused)\b",
    r"\b(?:take back|revoke) your (?:grant|ticket|talk|place|badge|slot|invitation|pass)\b",
    rf"\b(?:ruin|destroy|wreck|end|finish|harm|damage|hurt)(?:s|ing)? {_OTHERS} (?:\w+ )?(?:career|life|job|family|reputation|marriage|future|livelihood)\b|\b{_OTHERS} (?:career|life|job|family|reputation|marriage|future) (?:would|will|could|might|may|is|was)(?: be)? (?:over|ruined|destroyed|finished|at stake|on the line)\b|\b(?:lose|cost (?:him|her|them)) {_OTHERS} (?:job|career|family|livelihood|marriage|visa)\b",
    rf"\b(?:ruin|destroy|damage|harm|hurt)(?:s|ing)? (?:the|our|this) (?:(?:\w+ )?(?:reputation|good name|image)|{_CONFERENCE})\b|\bbad publicity\b",
    rf"\b(?:think|thought) (?:of|about) (?:{_OTHERS} (?:\w+ )?(?:family|career|children|wife|husband|future|job|life|reputation)|the (?:reputation|{_CONFERENCE}))\b",
    rf"\b(?:think|thought|aware|realise|realised|considered?|imagine|know)(?: (?:of|about))? (?:(?:what|how) {_OTHERS} \w+ (?:will|would|must|feels?|is|are)|(?:what|how) (?:it|this|that) [^.?!;]{{0,30}}(?:to|for|on) (?:him|her|them|us|{_OTHERS} \w+|(?:the|our) {_CONFERENCE}))\b",
    r"\b(?:false|unfounded|baseless|wrong) (?:accusation|allegation)s? (?:is|are|can|could|may|will|has|have)\b",
    r"\b(?:what a|(?:this|that|it)(?:'s| is) (?:quite |rather |such )?a) (?:very )?(?:serious|grave|heavy) (?:accusation|allegation)\b",
    r"\b(?:he|she|they) (?:has|have)(?: got)? (?:an? |two |three |small |young |little ){0,3}(?:wife|husband|children|kids|family|baby)\b",
    rf"\b(?:want|going|mean|wish) to do (?:this|that) to (?:him|her|them|us|(?:the|our) {_CONFERENCE})\b",
    rf"\byou (?:wouldn't|would not|don't|do not) want (?:the|our|this) (?:\w+ )?{_CONFERENCE}\b",
    r"\b(?:he|she|they)(?:'s|'re| is| are) (?:such )?an? (?:very |really )?(?:important|famous|well-known|major|big|key|valued|popular) (?:\w+ )?(?:sponsor|speaker|member|contributor|guest|person)\b",
    rf"\b{DIRECT} (?:first |now |also )?sign\b(?= (?:this|that|here|it|first|now|your|our|before|an?|the (?:\w+ )?(?:statement|form|agreement|document|paper|declaration|record|complaint|report))\b|[.,;?!]|$)(?! (?:an?|this|the|our) (?:\w+ ){{0,2}}(?:confidentiality|non-disclosure|nondisclosure|secrecy|settlement|nda)\b)",
    r"\b(?:need|want|require|expect) your signature\b|\bunless you sign\b(?! up| in)",
    r"\b(?:we|I)(?: can| will| could)? only (?:help|act|go on|continue|do (?:something|anything)|take (?:it|this)|refund|look into)(?: [\w']+){0,4} (?:if|when|once) you\b(?! (?:want|wish|ask|allow|agree|like|say)\b)",
    r"\byou (?:must|have to|need to|should|ought to) (?:report|go to|inform|involve|talk to|tell|speak to|speak with)(?: (?:it|this|that|him|her|them))?(?: to)? (?:the )?(?:police|authorities)\b",
    r"\byou owe (?:it|this|that) to\b|\bon your conscience\b|\b(?:consider|respect) (?:his|her|their) feelings\b|\bbecause you (?:kept (?:quiet|silent)|stayed (?:quiet|silent)|said nothing)\b",
    r"\byou (?:must|have to|need to) (?:decide|choose|answer|(?:give|tell|show) (?:us|me)\b(?! (?:nothing|if)\b))",
    r"\b(?:or|otherwise) (?:we|I)(?:'ll)?(?: will| must| may)?(?: have to)? (?:close|cancel|drop|stop) (?:the|your|this) (?:case|report|matter|complaint)\b",
    r"\b(?:be careful|watch) (?:what|whom|who|how) you (?:say|accuse|tell|talk|post|write)\b",
    r"\byou(?:'ll|'d) regret\b|\b(?:will|would|could|might|can|only|just)(?: only| just)? make (?:things|it|this|everything) (?:\w+ )?(?:worse|harder|difficult) for you\b",
    r"\byou (?:must|have to|need to|should|ought to) (?:\w+ )?(?:(?:face|forgive|meet|confront|talk to|talk with|sit down with|make peace with) (?:him|her|them)|accept (?:his|her|their|the) apology)\b",
    r"\b(?:please|couldn't you|could you|can't you|can you|won't you|would you) (?:please |just |simply )?(?:forgive|accept (?:his|her|their|the) apology|talk it (?:out|over) with|make (?:up|peace) with|sit down with (?:him|her|them))\b|\bshake hands\b",
    r"\bmeet (?:him|her|them),? (?:so that|to let|and let|and hear|and talk)\b[^.?!;]{0,30}\b(?:apologise|explain|talk|forgive|make up)\b",
    r"\b(?:we|I) (?:cannot|can\'t|won\'t|will not|are unable to|could not|couldn\'t) (?:help|protect|support|act|go on|continue|refund|do (?:anything|much|more))\b[^.?!;]{0,30}\b(?:unless|until|if|without) you (?:don\'t |do not )?(?:sign|file|give|tell|name|make|report|write|talk|come forward)\b",
    r"\b(?:help|refund|pay|support|protect) you(?:r \w+)? only (?:if|when|once) you\b(?! (?:want|wish|ask|allow|agree|like|say)\b)",
    r"\bif (?:this|it|that) (?:gets out|got out|goes public|went public|becomes (?:public|known))\b",
    r"\b(?:give (?:him|her|them)|deserves?) (?:an?|another|one more) (?:second |other |last )?chance\b",
    r"\bwould (?:hate to|be an? (?:great |real )?(?:pity|shame|loss))\b",
    r"\bif you (?:\w+ )?(?:made peace|made up|forgave|reconciled|talked it (?:over|out))\b",
    r"\b(?:can|could|may|might|will|would) (?:also |well )?(?:have|be|bring) (?!no )(?:\w+ )?consequences for you\b",
]
