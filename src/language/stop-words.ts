/**
 * English function words: they say nothing of what a passage is about. Written for questions typed in a chat
 * as well, hence the forms without apostrophes. Question words stand here too; what they ask for is read
 * before (see `question.ts`).
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such
   i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
   she her hers herself it its itself they them their theirs themselves one ones someone somebody
   anyone anybody everyone everybody something anything everything whoever whatever whichever
   somewhere anywhere everywhere nowhere wherever whenever else anymore
   am is are was were be been being do does did doing done have has had having
   will would shall should can could may might must ought
   isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt mustnt
   im ive id ill youre youve youll hes shes its theyre theyve theyll weve were thats theres whats whos
   wheres whens hows whys lets
   isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shouldn't can't
   couldn't mustn't i'm i've i'd i'll you're you've you'll he's she's it's they're they've they'll we've we're
   that's there's what's who's where's when's how's why's let's
   s t d ll m re ve
   what which who whom whose when where why how wat wich wht whr
   and or but nor so yet if then than because as while although though whether unless until till
   of at by for with about against between into through during before after above below to from up down
   in on off over under again further out onto upon within without toward towards via per
   among amongst since besides regarding
   here there now just only very too also even ever rather quite really actually basically still
   no not nor none any some all both each few more most other another own same
   ok okay pls please plz thx thanks hey hi hello lol omg btw tho u ur r n yall y'all gonna wanna gotta
   got get gets getting tell know anyone thing things stuff happen happens happened happening
   like kind sort much many lot lots bit way going go went come came`
    .split(/\s+/)
    .filter(Boolean),
);
