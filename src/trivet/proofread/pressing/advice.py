"""Ways to hand somebody the team's work."""

from .people import THEM

WHY = "What to do about it is the team’s work, not theirs."

PATTERNS = [
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
    rf"\bshould we (?:talk|speak|confront|meet|write|approach|call|ask|tell)(?: to| with)? {THEM}\b",
    rf"\bdo you (?:want us to|think we should) (?:talk|speak|confront|meet|write|approach|call|ask|tell)(?: to| with)? {THEM}\b",
    r"\b(?:it's|it is|that's|that is) (?:up to you|your call|your decision) (?:what|how) we\b",
]
