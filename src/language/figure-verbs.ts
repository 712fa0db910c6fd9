const IRREGULAR =
  /^(?:went|came|took|gave|ran|fell|stood|spoke|told|said|says|say|held|saw|got|made|began|met|lost|won|put|set|led|brought|fought|found|fled|sent|kept|spent|rose|broke|wrote|ate|drove|chose|flew|grew|hid|knew|shot|slept|struck|swam|threw|wore|left|hit|burst|built|bought|heard|felt|paid|sat|sold|showed|rang|shook|sang|caught|taught|thought|meant|lay|lie|live|work|want|need|know|think|believe|claim|hope|come|go|cut|shut|hurt|broken|stolen|written|driven|beaten|hidden|frozen|wept|rode|crept|sank|stuck|swung|woke|swore|fed|read|blew|drew|bled|clung|dug|flung|hung|knelt|leapt|lit|sought|slid|sped|spun|split|spread|sprang|swept|tore|withdrew|became|laid|drank|bore|understood)$/;
const NO_VERB =
  /^(?:red|bed|hundred|indeed|speed|seed|need|wed|shed|sacred|wicked|morning|evening|during|including|following|according|building|nothing|something|anything|king|ring|wing|spring|string|being|ceiling)$/;

/** Whether a word is a finite verb, or a form that may be a participle; undefined for other words. */
export function verbForm(word: string): 'finite' | 'participle' | undefined {
  if (NO_VERB.test(word)) return undefined;
  if (/(?:ed|ing)$/.test(word) && word.length > 4) return 'participle';
  return IRREGULAR.test(word) ? 'finite' : undefined;
}
