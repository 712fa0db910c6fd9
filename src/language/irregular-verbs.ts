const FORMS =
  'begin began begun|bind bound|blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|deal dealt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|give gave given|grow grew grown|hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|leave left|lose lost|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|see saw seen|sell sold|send sent|shake shook shaken|shoot shot|show shown|sink sank sunk|sleep slept|speak spoke spoken|spend spent|stand stood|steal stole stolen|stick stuck|strike struck stricken|swim swam swum|take took taken|teach taught|tear tore torn|throw threw thrown|wake woke woken|wear wore worn|win won|write wrote written';

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split('|').flatMap((verb) => {
    const [base = '', ...forms] = verb.split(' ');
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/** The base of an irregular form, so that "rang" is compared as "ring"; every other word as it is. Lower case. */
export function verbBase(word: string): string {
  return BASES.get(word) ?? word;
}
