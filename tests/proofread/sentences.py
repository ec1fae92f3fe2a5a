"""What people say to somebody who was hurt: sentences that press, and sentences that don't."""

PRESSING = {
    "withdrawal": """
You can withdraw your report at any time.
You could still withdraw it.
It is okay to withdraw this.
If you want to withdraw the complaint, tell us.
Would you like to drop it?
We could drop the whole matter.
You may take it back whenever you like.
You are free to take your report back.
Withdrawal is always possible.
Let us know if you change your mind.
Have you changed your mind?
Are you sure you want to go on with this?
Are you really sure about this?
Are you absolutely certain you want to report?
Do you still want us to go on?
Do you really want to pursue this?
Wouldn’t you like to let it rest?
Do you want to take this further?
Would you rather not take this further?
Would you prefer that we stopped here?
There is no need to go on.
You don’t have to continue.
It’s not too late to stop. You’re not obliged to go on.
It’s fine if you don’t want to proceed.
That’s okay if you decide not to go ahead.
It’s all right to let it go.
Shall we just leave it?
Should we forget about it?
Perhaps sleep on it first.
Please reconsider.
Think carefully about whether you want this.
You can always cancel the report.
""",
    "advice": """
What would you suggest?
What do you recommend?
What would you do?
What should we do about it?
What should we tell him?
What do you want us to do?
What would you like us to do?
What would you have us do?
What do you think we should do?
What do you think would be best?
What do you think of our plan?
How should we deal with this?
How would you handle it?
How do you want us to proceed?
How would you like us to respond to this?
We would be glad of your advice.
Do you have any suggestions?
Any idea how we could solve it? Any ideas how we go on?
Please advise us.
If you were in our place, would you act?
Help us decide.
Tell us how to handle it.
We don’t know what to do.
Should we talk to him?
Should we confront the speaker?
Do you think we should speak to her first?
Do you want us to talk to them?
It’s up to you what we do.
""",
    "penalty": """
What punishment would be fair?
Which sanction do you have in mind?
What penalty do you expect?
What consequences should there be?
What should happen to him?
What would you like to happen to them?
What do you want us to do with her?
Do you want him banned?
Would you like them removed?
Would you prefer him to leave?
Do you want the speaker sent home?
Do you want us to ban them?
Should we throw out the speaker?
Should he be expelled?
Would a warning be enough?
Is a warning enough for you?
Would a public apology be okay?
Would you be satisfied with a warning?
Would you accept an apology?
Would you settle for a warning?
How should we punish this?
How severe should it be?
How long should he be banned?
You have a say in the penalty.
We would like your input on the decision.
Do you think he should go?
Do you think they deserve it?
What does she deserve? What he deserves is for you to say.
You can decide what happens.
You may choose which.
What would be a fair sanction?
""",
}

PLAIN = """
How can I help?
How can we help you?
What would help you feel safe here?
What would help?
What do you need right now?
Is there anything I can do for you?
What can we do so that you feel safe here?
Thank you for telling me.
Thank you for trusting us with this.
We have your report, and we are taking care of it.
That sounds like something our Code of Conduct forbids.
A few of us will meet and settle what we do.
If you’re OK with it, a few of us will meet and settle what we do.
If that’s all right with you, a few of us will meet tonight.
Is there a friend whom you would like to have here?
Would you like somebody to walk with you?
Would you like some water?
Do you want to sit down?
Do you want to stay here for a while?
Would you rather talk in another room?
We meet at ten, and you hear from us by noon.
You needn’t answer this.
You don’t have to tell me anything.
You don’t have to talk to anybody.
It’s fine if you don’t want to answer.
When did it happen?
Where was it?
Who else was there?
Do you know what they were wearing?
Is it still going on?
May we tell the person at the desk that you need another room?
May I write that down?
Whom may we tell?
What may we tell them?
What should we call you?
How should we reach you?
How would you like us to reach you?
How do you want to be addressed?
Should we ring you tomorrow, or write?
Should we call you a taxi?
Should we meet here or outside?
What would you like to eat?
What would you like us to know?
Do you want us to call an ambulance?
Do you want help to report this to the police?
If you would like help to report this, tell us.
You can call us at any time, day or night.
You can ask us at any time to go on.
We have talked with the person; they will keep away from you.
They have been told to keep away from you.
The person has left the conference.
We gave a warning, and further reports will have consequences.
We decided, and this is what we did.
He may appeal, and the decision stands meanwhile.
We are sorry that this happened at our event.
Nobody will be told who reported.
I tell nobody more than I must.
Please keep away from the east entrance for now; security is there.
He dropped it off at the desk.
We asked the hotel for another room.
You can decide where we meet.
What consequences did this have for you?
The workshop goes on at two.
We sent him home before noon.
Would you like to continue in the quiet room?
Can we take the coats back to the cloakroom?
I think this is hard to talk about.
What do you think of the quiet room?
How long would you like to stay?
The outcome reaches you before anybody else hears it.
"""


def lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line]


PRESSED = [(kind, sentence) for kind, text in PRESSING.items() for sentence in lines(text)]
LEFT_ALONE = lines(PLAIN)
