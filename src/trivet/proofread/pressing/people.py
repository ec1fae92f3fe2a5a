"""What several kinds call whoever was reported, and how the team asks for something."""

THEM = "(?:him|her|them|this person|that person|the (?:other )?(?:person|speaker|attendee|organiser|volunteer|sponsor|man|woman))"
THEY = "(?:he|she|they|this person|that person|the (?:other )?(?:person|speaker|attendee|organiser|volunteer|sponsor|man|woman))"
# "Please", "you should", "we ask you to": what somebody is told to do.
DIRECT = "(?:please|(?:can|could|would|will) you(?: please)?|you(?:'d| had)? (?:really |just |also )?(?:must|should|have to|need to|better|ought to|are to)|(?:ask|want|expect|need|urge|beg|like|advise|require|tell) you to)"
