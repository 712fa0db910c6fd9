/** Chat forms and what they stand for, as whole words in lower case. */
const CHAT_FORMS: ReadonlyMap<string, string> = new Map([
  ['ppl', 'people'],
  ['peeps', 'people'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['y', 'why'],
  ['w', 'with'],
  ['w/', 'with'],
  ['b4', 'before'],
  ['bc', 'because'],
  ['cuz', 'because'],
  ['coz', 'because'],
  ['abt', 'about'],
  ['govt', 'government'],
  ['gov', 'government'],
  ['pres', 'president'],
  ['pm', 'prime minister'],
  ['mins', 'minutes'],
  ['hrs', 'hours'],
  ['hm', 'how many'],
  ['whats', 'what is'],
  ["what's", 'what is'],
  ['whos', 'who is'],
  ["who's", 'who is'],
  ['wheres', 'where is'],
  ['whens', 'when is'],
  ['hows', 'how is'],
  ['whys', 'why is'],
  ['wat', 'what'],
  ['wht', 'what'],
  ['wen', 'when'],
  ['wer', 'where'],
  ['didnt', 'did not'],
  ['doesnt', 'does not'],
  ['dont', 'do not'],
  ['isnt', 'is not'],
  ['wasnt', 'was not'],
  ['werent', 'were not'],
  ['havent', 'have not'],
  ['cant', 'can not'],
  ['couldnt', 'could not'],
  ['wont', 'will not'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gotta', 'have to'],
  ['tho', 'though'],
  ['thru', 'through'],
  ['pic', 'picture'],
  ['pics', 'pictures'],
  ['vid', 'video'],
  ['vids', 'videos'],
  ['num', 'number'],
  ['tel', 'telephone'],
  ['approx', 'approximately'],
  ['info', 'information'],
  ['intl', 'international'],
  ['natl', 'national'],
  ['min', 'minute'],
]);

/**
 * Writes chat forms out: "whats up w/ the ppl" becomes "what is up with the people". Letters of an abbreviation
 * (`U.S.`) and `pm` after a time of day stay.
 */
export function writeOut(question: string): string {
  return question.replace(/(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}'’]+\/?/gu, (word, at: number) => {
    const folded = word.toLowerCase().replace('’', "'");
    if (folded === 'pm' && /\d\s*$/.test(question.slice(0, at))) return word;
    return CHAT_FORMS.get(folded) ?? CHAT_FORMS.get(folded.replace(/\/$/, '')) ?? word;
  });
}
