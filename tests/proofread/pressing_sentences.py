"""What presses on somebody who was hurt, by what it does to them."""

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
    "silence": """
You must not tell anyone.
Keep this to yourself.
In exchange for your silence we refund your ticket.
Please don’t talk to anybody about this.
Please do not post about it online.
We’d ask you to keep this quiet.
It would be best if you said nothing.
Let’s keep this between us.
Let us keep it between ourselves.
You should not mention this to the other attendees.
Nobody else needs to hear about this from you.
Please take down your post.
Could you delete your tweet about it?
You need to sign a confidentiality agreement.
We ask you to sign this non-disclosure agreement.
If you stay silent, we will pay for your hotel.
We give you a free ticket if you keep quiet.
Don’t go to the police.
There is no need to involve the police.
Please don’t go to the press with this.
You are not allowed to discuss this with your colleagues.
Do not speak about this outside the team.
We would prefer it if you did not tell your friends.
Don’t tell a soul.
You have to keep it confidential.
We expect you to say nothing to anyone.
Not a word to anybody, please.
We would rather you kept this private.
You can’t share this with others.
Please refrain from talking about it in public.
For your discretion we offer you a voucher.
You’d better not tell your employer.
It’s important that this doesn’t leave the room.
Could you hold off on telling the other speakers?
We need you to be discreet about what happened.
You mustn’t breathe a word of this.
We would appreciate it if you kept quiet.
Please stop tweeting about what happened.
Best not to mention it to your boss.
We’ll upgrade your ticket if you agree not to talk about it.
Don’t make this public.
Please handle this quietly and don’t involve the police.
Don’t warn other people about him.
You agreed to keep this secret.
Please say nothing about it until the conference is over.
We’d like you to keep this confidential.
Don’t tell the other volunteers.
You are expected to stay silent.
We offer you free entry next year for your silence.
Please don’t share what happened with the press.
This stays in this room, understood?
We would rather you did not go to the police.
Could you take that story offline?
""",
    "blame": """
Why were you alone with him?
What were you wearing?
Calm down.
Please calm down first.
You are overreacting.
Are you perhaps overreacting a little?
Maybe you misunderstood him.
Could it be a misunderstanding?
I’m sure it was just a misunderstanding.
He didn’t mean it.
I am sure that she did not mean any harm.
He meant well.
Please be reasonable.
Why didn’t you leave?
Why didn’t you tell us sooner?
Why did you go to his room?
Why did you wait so long?
Had you been drinking?
How much had you had to drink?
Were you drunk?
Did you lead him on?
Did you encourage him?
You should have said no.
You should have come to us at once.
You shouldn’t have gone there alone.
Don’t be so sensitive.
You are too sensitive.
It was only a joke.
It was just a compliment.
That’s just how he is.
He is always like that.
Boys will be boys.
You are making a big deal of it.
Don’t make a fuss.
It can’t have been that bad.
Are you sure that it happened like that?
You must have given him the wrong idea.
What did you do to provoke her?
What did you expect?
You brought this on yourself.
Don’t be so emotional.
You’re being dramatic.
Nobody else has complained about him.
He is such a nice person.
Could you have imagined it?
Did you say no clearly?
Did you fight back?
Let’s not blow this out of proportion.
Try to see it from his side.
Why didn’t you just walk away?
Were you flirting with him?
Perhaps you took it the wrong way.
Maybe you read too much into it.
Why would you drink so much?
You were wearing a short dress, weren’t you?
He didn’t mean anything by it.
What made you go there on your own?
You could have said something at the time.
You seem to be exaggerating.
I’m sure he was only trying to be friendly.
Shouldn’t you have left earlier?
Relax, it was nothing.
You are being too sensitive about this.
Are you certain you remember it right?
That doesn’t sound like him.
You have to admit that you were drunk.
You might have sent the wrong signals.
Why were you out so late?
You could have walked away.
Were you leading him on?
I think you misunderstood the situation.
It was probably just banter.
She is a lovely person, I know her well.
Don’t exaggerate.
You must be mistaken.
Why didn’t you shout?
You know what he is like after a beer.
You will get over it.
Pull yourself together.
""",
    "promise": """
We promise that nobody will ever know.
Nobody will ever know.
No one will ever find out.
We guarantee total confidentiality.
Everything you say is completely confidential.
Your report stays absolutely secret.
I promise you that this will never happen again.
We guarantee your safety.
You will be completely safe.
We will never tell anyone.
I won’t tell anybody, whatever you say.
You have my word that it stays between us.
He will never learn that it was you.
They will never know who reported.
I swear that I keep it to myself.
Nothing can happen to you here.
Nothing you tell us will ever leave this room.
It stays strictly between us.
This is one hundred percent anonymous.
Your anonymity is guaranteed.
We promise you that he will be banned.
You can be sure that he will be thrown out.
I give you my word that they will be punished.
We can guarantee that you won’t meet him again.
You will never have to see him again.
Whatever happens, your name will never come up.
You can tell me anything, it won’t go any further.
We assure you of full confidentiality.
I can promise you that there will be no consequences for you.
Your secret is safe with me.
We’ll make sure that nobody ever finds out.
It is impossible that anybody learns of it.
I promise nobody finds out.
I guarantee he won’t come near you.
Don’t worry, no one is ever going to know.
Your name will never be mentioned.
We’ll keep this totally secret.
We can promise complete anonymity.
You have nothing to fear any more, he is never coming back.
I swear I won’t tell anyone.
We will definitely ban him.
It is guaranteed that he never learns your name.
You can trust us that nobody will ever hear of it.
We promise total secrecy.
We guarantee that you are safe here.
He will never bother you again.
This will never come out.
I swear nobody will read it.
""",
    "pressure": """
If you go to the police, we cannot help you.
This could ruin his career.
If you report this, you may lose your ticket.
You should sign this statement.
Please sign here first.
It would destroy his life.
Think of his family.
Think about what this would do to the conference.
Have you thought about what this does to him?
This will damage the reputation of our event.
You could be sued for this.
He could sue you for defamation.
A false accusation is a serious matter.
Do you know what a serious accusation this is?
If you talk to the press, we have to ask you to leave.
Unless you sign, we can’t go on.
We can only help if you give us your name.
We only act if you make a formal statement.
You owe it to the others to report.
You have to go to the police.
You must report this to the police.
If you don’t tell us who it was, there is nothing we can do.
If it happens again, it is because you kept quiet.
He might lose his job over this.
She has small children.
Do you really want to do this to him?
Do you want to ruin his life?
You wouldn’t want the conference to be cancelled.
We need your signature before we go on.
You have to decide now.
We need an answer by tonight, or we close the case.
Otherwise we will have to close your case.
Your talk may be cancelled if you pursue this.
Be careful what you say about a sponsor.
He is an important sponsor.
You will regret this.
It will only make things worse for you.
We can still take back your grant.
You must give us your name.
You have to face him.
You need to meet her and talk it over.
You should forgive him.
Please accept her apology.
Couldn’t you talk it out with him?
Would you meet him so that he can apologise?
If you speak to a journalist, we can no longer support you.
His career would be over.
We can’t do anything unless you file a formal report.
You need to sign here.
Think of what his wife will go through.
If this gets out, our sponsors will leave.
You ought to give him a second chance.
You might be accused of slander.
We would hate to have to cancel your talk.
We will refund you only if you withdraw from the event.
You have to confront him yourself.
It would be better for everybody if you made peace.
You could lose your visa.
Are you aware of what this does to his family?
Be aware that an accusation like this can have consequences for you.
You have to sign before we can act.
This could cost her her job.
If you make this public, we will have to ask you to leave.
If you report him, he will lose everything.
Think of the community.
You should talk to the police.
We need to know by tonight, otherwise we drop the case.
Can’t you just forgive him?
You should consider his feelings.
Do you realise what this would mean for our conference?
""",
}
