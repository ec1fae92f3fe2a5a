"""Ways to make somebody answerable for the consequence."""

from .people import THEM, THEY

WHY = "The consequence is the team’s to settle. A say in it makes them answerable for it."

OUT = "(?:banned|removed|thrown out|kicked out|gone|expelled|warned|punished|sanctioned|suspended|sent home|sent away|fired|out of here)"
_PUNISH = "(?:ban|remove|expel|kick|throw|warn|punish|sanction|suspend|fire|send)"
_RESULT = "(?:warning|ban|suspension|reprimand|talking-to|apology)"

PATTERNS = [
    r"\b(?:what|which) (?:kind of |sort of )?(?:punishment|penalty|sanction)s?\b",
    r"\b(?:what|which) (?:kind of |sort of )?consequences? (?:should|would you|do you|shall|ought)\b",
    rf"\bwhat (?:should|shall|must|ought|would you like|do you want|would you want)(?: us)?(?: to)? (?:happen|be done|do)(?: to| with| about) {THEM}\b",
    rf"\b(?:want|like|prefer|wish|rather)(?: for| to see| to have| it if| we had| that)? (?:{THEM}|{THEY}) (?:to be |to get |were |be )?(?:{OUT}|to leave|to go|leaves?)\b",
    rf"\b(?:want|like|prefer|wish) us to {_PUNISH}(?: out)? {THEM}\b",
    rf"\bshould we {_PUNISH}(?: out)? {THEM}\b",
    rf"\bshould {THEY} (?:be|get) {OUT}\b",
    rf"\b(?:would|is|isn't|wouldn't) an? (?:public |formal |verbal |written |short |lifelong |one-year )?{_RESULT} (?:be )?(?:enough|sufficient|fair|too much|too little|ok|okay|all right|what you)\b",
    rf"\b(?:happy|satisfied|content|okay|ok|fine) with (?:just )?an? (?:public |formal |verbal |written |short )?{_RESULT}\b",
    rf"\b(?:accept|like|want|prefer|settle for) an? (?:public |formal |verbal |written |short )?{_RESULT}\b",
    r"\bhow (?:should|shall|would|could|do)(?: you)?(?: want| like)?(?: we| us)?(?: to)? (?:punish|sanction|penalise|discipline)\b",
    r"\bhow (?:severe|severely|harsh|harshly|strict|strictly|hard|long) (?:should|shall|would you|do you)\b(?! (?:like|want)? ?to (?:stay|talk|rest|sit))",
    r"\b(?:say|input|voice|vote|hand) (?:in|on|into) (?:the |our |any )?(?:penalty|punishment|sanctions?|decision|outcome|consequences?)\b",
    rf"\bdo you (?:think|feel|believe) (?:that )?{THEY} (?:should|deserves?|ought)\b",
    rf"\bwhat (?:do |does |did )?{THEY} deserves?\b",
    r"\byou (?:can|may|could|get to) (?:decide|choose|pick|settle) (?:what|which|how|whether)\b",
    r"\b(?:punishment|penalty|sanction)s? (?:do|would|should|did) you\b|\b(?:fair|right|suitable|appropriate|fitting) (?:punishment|penalty|sanction)\b",
]
