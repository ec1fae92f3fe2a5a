"""What may be said to somebody who was hurt, however near it comes to what presses."""

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
Would you like us to keep this between us?
We tell nobody more than we must.
Take your time.
You can tell anybody you like.
Who else may know?
What was he wearing, so that security can find him?
I cannot promise that nobody will ever know.
Why were you told to leave?
I asked him to keep away from you.
Whom you tell is yours to choose.
You may talk about it with whomever you want.
May I tell the hotel desk that you need another room?
I can’t keep this to myself. I’ll tell the people whose work it is to keep you safe.
I’ll tell only who is needed to keep you alive.
You needn’t keep this to yourself.
You don’t have to keep quiet about it.
Nobody may ask you to keep silent.
Did he tell you to keep it to yourself?
You wrote that she told you to say nothing to anyone.
You said that he told you to calm down.
You wrote: “He said: calm down, it was only a joke.” We are sorry.
Thank you for telling us that they said you were overreacting.
It was not your fault.
You are not overreacting.
You did not misunderstand anything.
It doesn’t matter what you were wearing.
Nobody asks why you were alone with him.
You needn’t explain why you were there.
We don’t ask why you didn’t leave.
Why were the doors locked?
Why were you asked to pay twice?
Were you hurt?
Were you alone when it happened?
Where were you when it happened?
What were they wearing?
What were you told at the desk?
He calmed down after a while.
Is there a calm place where you would like to sit?
We will be calm and firm with him.
We can’t guarantee that nobody learns of it.
We can’t promise that he is banned.
Nobody can promise you that.
I won’t promise you what I can’t keep.
I promise to ring you at nine.
We promise to answer by noon.
We promise you an answer today.
We will make sure that somebody is with you tonight.
Only three people can read your report.
Your report is sealed, and only those who hold the case can read it.
We keep your name out of it as far as we can.
He has not been told who reported it.
He doesn’t know that it was you.
If somebody is in danger, or the law asks for it, I tell those who have to know.
If you go to the police, we go with you.
If you go to the police, we can still help you.
If you want to go to the police, we will help you.
If you report this to the police, tell us, so that we don’t get in their way.
You need not sign anything.
You don’t have to sign anything.
Please sign in at the desk to get your key.
You can sign up for the workshop later.
Will you need an interpreter who can sign?
If you think of anything else, write to us.
Think of a place where you would feel at ease.
What this does to his career is not yours to carry.
We don’t ask you to think of his family.
Your ticket stays valid whatever you tell us.
We refund your ticket if you would rather go home.
You don’t need to forgive anybody.
You don’t have to accept an apology.
You needn’t meet him.
They apologise, and will keep away from you.
Please don’t delete anything he sent you.
Please keep the seven words to yourself.
Please don’t answer his messages.
Don’t tell him where you are staying.
Don’t tell anyone which room you are in.
Nobody says where you are, in which room, or when you leave.
This conversation is confidential, except where somebody is in danger.
You said no, and that was enough.
You should have had an answer by noon; we are sorry.
You should have been told earlier; that was our mistake.
We should have asked you first.
Have you had something to drink? I can fetch you water.
Is he drunk?
Did you see who opened the door?
Why did the talk end early?
You must have been frightened.
You have to leave by the north door, the other one is locked.
We have to ask him to leave.
The sponsor has been told to leave the booth.
That sounds bad, and we take it seriously.
We will never ask you to meet him.
Which of them did you mean?
No one will ring you unless you ask for it.
Nobody at the desk will know why you need the room.
We told security what he was wearing.
You can post about it if you like.
You are free to speak about this in public.
Nothing stops you from going to the press.
We do not ask for your silence.
You may share this with your friends.
We would rather you told us when you are ready.
Nobody on our team will tell the press.
He must not talk to anyone about you.
We asked him not to post about it.
I won’t tell anyone without your permission.
We told the speaker that he should keep his voice down.
Could you tell us what you were doing when it started?
What time were you at the party?
Why was the room locked?
Did you tell anybody else what happened?
He told everybody that it was just a joke.
You are not to blame.
It isn’t your fault.
You couldn’t have known.
You could have been badly hurt, and we are glad you are safe.
You reacted the way people react.
No one should have said that to you.
We don’t think that you misunderstood him.
Would it help to have some time to calm down first?
If anything changes, we promise to tell you first.
I can promise that I will be at the desk until ten.
We can’t offer complete anonymity, but we can leave your name out.
Absolute secrecy is more than I can promise.
Nobody else sees what you write here, apart from the three who hold the case.
You will never be asked to talk to him.
We do all we can so that this does not happen again.
If you talk to the police, you can ask for somebody of ours to come along.
If you tell us the name of the hotel, we can move you tonight.
If you don’t tell us your name, we act all the same.
If you lose your badge, ask at the desk.
Your talk can be moved to another day.
Your talk may be given online, if you prefer that.
You can sign with a made-up name.
Please sign the list at the cloakroom.
You can report it to the police, too; it is for you to choose.
You should not have to see him here.
You shouldn’t have to explain yourself.
You have to do nothing more.
We think about his family as little as about his fame.
She has a child with her and needs a quiet room.
Be careful on the stairs, please.
Please be careful with the cable.
He may not contact you, nor ask others to.
He says that he will keep away.
We have asked them to delete the photographs.
We have asked him to take down the post.
Please keep your phone on tonight.
Keep the printout, or shred it, as you like.
It’s private here; nobody listens.
This has to stop, and we see to it.
You can keep this for as long as you like.
Keep the badge; you need it at the door.
We keep what you told us to ourselves and one colleague.
Did anybody ask you not to talk?
He had asked her not to tell anybody.
We have told him not to write to you.
Please tell us if anyone asks you to keep quiet.
You are welcome to bring a friend.
We do not need your signature.
Why do you think that the door was locked?
Why he did it is not for you to explain.
You were right to tell us.
You could not have stopped it.
It’s never your fault.
You may go to the police whenever you want, with us or without us.
If you’d rather not go to the police, we help you all the same.
The police officer is called Reyes.
She will be told tomorrow at ten.
We will tell him after the talk.
I promise to come back at four.
No promise of mine can rule that out.
They will never ask you for a reason.
His talk is cancelled.
He lost his place on the programme.
You decide whether he hears your name.
We don’t need you to sign anything.
We know how hard this is for you.
Think about what would do you good.
What would make things easier for you?
The statement is yours; take it home if you like.
We are calm, and we have time.
He has been told that jokes like this are forbidden.
You were told to keep quiet, and that was wrong.
Nobody wonders whether you were drunk.
It makes no difference whether you had been drinking.
"""
