import { STOP_WORDS } from './stop-words.ts';

/** Chat forms and what they stand for, as whole words in lower case. */
const CHAT_FORMS: ReadonlyMap<string, string> = new Map([
  ['ppl', 'people'],
  ['peeps', 'people'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['y', 'why'],
  ['w', 'with'],
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
  ['wot', 'what'],
  ['wut', 'what'],
  ['waht', 'what'],
  ['whta', 'what'],
  ['wats', 'what is'],
  ['wots', 'what is'],
  ['whatre', 'what are'],
  ['hw', 'how'],
  ['hwo', 'how'],
  ['ohw', 'how'],
  ['whre', 'where'],
  ['wher', 'where'],
  ['wheer', 'where'],
  ['wich', 'which'],
  ['whihc', 'which'],
  ['whod', 'who did'],
  ['whyd', 'why did'],
  ['howd', 'how did'],
  ['arent', 'are not'],
  ['hasnt', 'has not'],
  ['hadnt', 'had not'],
  ['wouldnt', 'would not'],
  ['shouldnt', 'should not'],
  ['theyre', 'they are'],
  ['thats', 'that is'],
  ['theres', 'there is'],
  ['teh', 'the'],
  ['bcoz', 'because'],
  ['bcuz', 'because'],
  ['becuz', 'because'],
  ['smth', 'something'],
  ['yrs', 'years'],
  ['prez', 'president'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['hosp', 'hospital'],
  ['n', 'and'],
  ['ppls', 'people'],
]);

/** "w/", "w/o", with the space behind it or without. */
const WITH = /(?<![\p{L}\p{N}])w\/(o\b)? ?/giu;

/**
 * Writes chat forms out: "whats up w/ the ppl" becomes "what is up with the people". Letters of an abbreviation
 * (`U.S.`, `N. Korea`) and `pm` after a time of day stay.
 *
 * @param isName of a word in lower case, whether the articles use it as a name. Such a one stays, too: "min" for Min. Where
 * it would stand for a function word, it stays only beside another name, or where somebody asks who it is. Default: none.
 */
export function writeOut(question: string, isName: (word: string) => boolean = () => false): string {
  return question
    .replace(WITH, (_, without?: string) => (without ? 'without ' : 'with '))
    .replace(/(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}'’]+/gu, (word, at: number, text: string) => {
      const folded = word.toLowerCase().replace('’', "'");
      if (folded === 'pm' && /\d\s*$/.test(text.slice(0, at))) return word;
      if (folded === 'n' && !/^n\s/.test(text.slice(at))) return word;
      const form = CHAT_FORMS.get(folded);
      if (form === undefined || (isName(folded) && isMeantAsName(form, text, at, isName))) return word;
      return form;
    });
}

/** Whether a chat form that is a name as well is meant as one. */
function isMeantAsName(form: string, text: string, at: number, isName: (word: string) => boolean): boolean {
  if (form.split(' ').some((word) => !STOP_WORDS.has(word))) return true;
  const before = text.slice(0, at);
  const beside = [
    /[\p{L}'’]+(?=\W*$)/u.exec(before)?.[0],
    /^[\p{L}'’]+\W+([\p{L}'’]+)/u.exec(text.slice(at))?.[1],
  ];
  return (
    /\bwho(?:'?s| is| was)\s+$/i.test(before) || beside.some((word) => word && isName(word.toLowerCase()))
  );
}

const GREETING =
  /^(?:(?:hi|hey|hello|hiya|yo|gm|ok|okay|lol|thanks|thank you|thx|ty|cheers|please|good (?:morning|evening|afternoon))(?: (?:bot|there|all|everyone))?[\s,.!:–-]+)+(?=\S)(?!(?:bot|there|all|everyone)\W*$)|^(?:dear )?bot[,:]?\s+(?=\S)/i;

/** A question without a greeting or thanks before it; a text that is nothing else stays. */
export function withoutGreeting(text: string): string {
  return text.replace(GREETING, '');
}
