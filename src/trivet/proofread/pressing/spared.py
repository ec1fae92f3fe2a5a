"""What would be found and is right after all: what others told somebody, a duty denied, a promise refused.

Where one of these starts before a finding, or where it starts and runs longer, the finding goes.
"""

from .promise import HIDDEN, WHOLE, WHOLLY
from .withdrawal import GO_ON

_CLAUSE = '(?:(?! but | so )[^.?!;:,“”"]|“[^”]*”|"[^"]*")*'
_OTHERS = "(?:he|she|they|who|somebody|someone|anybody|anyone|nobody|no one|people|the (?:person|speaker|man|woman|attendee|sponsor))"
_KEEPING = "(?:tell|talk|speak|say|share|mention|post|discuss|go|make|blow|involve|keep|write|report)"

SPARED = [
    rf"\b(?:{_OTHERS} (?:had |also |ever )?(?:told|asked|ordered|urged|warned|begged|advised|made|wanted|said to|shouted at)|(?:did|if|when|should) {_OTHERS} (?:tell|ask|order|want|say to)s?|(?:nobody|no one) (?:may|can|should) (?:tell|ask|order)|(?:somebody|someone|anybody|anyone) (?:tells|asks|orders|wants)) (?:you|me|everybody|everyone|people|others)\b{_CLAUSE}",
    rf"\byou (?:were|had been|have been) (?:told|asked|ordered|urged|warned|advised|made|threatened)\b{_CLAUSE}",
    rf"\byou (?:said|wrote|say|write|described|(?:told|tell) (?:us|me))(?: (?:that|how)\b|[:,]? ?(?=[“\"])| (?=(?:he|she|they|it|somebody|someone) )){_CLAUSE}",
    rf"\bthank you for (?:telling|writing to|letting) (?:us|me)(?: know)? (?:that|how)\b{_CLAUSE}",
    rf"\b(?:needn't|need not|(?:don't|do not|never) (?:have|need) to|(?:we|I) (?:don't|do not|never) (?:need|require)) (?!{GO_ON}){_CLAUSE}",
    rf"\b(?:(?:we|I) (?:don't|do not|never|won't|will not|will never|would never) (?:ask|wonder|(?:think|believe|say|mean)(?: that)? you (?!should|must|ought|need|can|may|could))|(?:nobody|no one) (?:asks?|expects|wants|(?:may|can|should|will) (?:ask|expect))|(?:doesn't|does not|didn't|did not) matter)\b{_CLAUSE}",
    rf"\b(?:cannot|can't|can not|won't|will not|don't|do not|could not|couldn't|nobody can|no one can|not able to) (?:ever )?(?:promise|guarantee|assure|swear|be sure|be certain)\b{_CLAUSE}",
    rf"\b(?:cannot|can't|can not|not|never|nothing is|isn't|no)(?: [\w']+){{0,3}} (?:{WHOLLY} |{WHOLE} {HIDDEN}){_CLAUSE}",
    rf"\b(?:(?:I|we|he|she|they) (?:also |still )?(?:doesn't|does not|may not|must not|can't|cannot|don't|do not|didn't|did not|never)|you (?:don't|do not|didn't|did not)) {_KEEPING}\b{_CLAUSE}",
    rf"\b(?:him|her|them) (?:both )?not to {_KEEPING}\b{_CLAUSE}",
    rf"\b(?:I|we|us|he|she|they)(?:'ll)?(?: (?!ask|want|expect|prefer|beg|urge|need|should|must|would|advise)\w+){{0,2}} keep (?:it|this|that|things|everything) (?!{WHOLLY}|to (?:myself|ourselves))(?:\w+ )?(?:quiet|secret|private|confidential|between|from)\b",
    r"\b(?:room|place|moment|time|minutes?|him|her|them|he|she|they|people|everybody|everyone|things?)(?: \w+){0,2} calm down\b",
    rf"\b(?:we|I)(?: (?!should|must)\w+){{0,2}} (?:think|thought|know) (?:of|about|what|how)\b{_CLAUSE}",
    rf"\b{WHOLE} {HIDDEN} is (?:not|nothing|more than)\b{_CLAUSE}",
    rf"\bwhether you (?:were|had)\b{_CLAUSE}",
]
