import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/model.ts';
import {
  createSearcher,
  type Language,
  loadLanguage,
  type Searcher,
  type SearcherOptions,
} from '../../src/search/search.ts';
import { articleText } from '../corpus/data-folder.ts';

/** Read once for all tests of a file. */
export const language: Language = await loadLanguage();

const EVENT = `title: Sinking of the ferry Alkyon
date: 2038-03-14
place: Strait of Morrow
aliases:
  MCUH: [Morrow Coast Union Hospital]
  Odalric Venn: [Captain Venn, the skipper]
  US: [United States, America]
  Coastguard: [Maritime Agency, lifeboat service]
`;

/** Five reports of one sinking by four publishers; one withdrawn, one corrected. */
const FERRY: Readonly<Record<string, readonly [keys: Readonly<Record<string, string>>, body: string]>> = {
  'post-morning': [
    { publisher: 'Morrow Post', title: 'Ferry sinks', published: '2038-03-14T08:00:00Z' },
    `The ferry Alkyon sank at dawn with 120 people aboard.

At least 9 people were killed and 31 were injured, the Coastguard said.

# The crew

Captain Odalric Venn was among the rescued. He told reporters: “We hit a container.”

The US sent two helicopters. Nobody asked them to, and they told us so.`,
  ],
  'radio-noon': [
    { publisher: 'Radio Havn', title: 'Survivors in hospital', published: '2038-03-14T12:00:00Z' },
    `Eleven people died when the ferry went down, rescuers said at noon.

Thirty-one survivors were taken to Morrow Coast Union Hospital, three of them children.

The harbour master blamed heavy fog for the collision.`,
  ],
  'tribune-evening': [
    {
      publisher: 'Tribune',
      title: 'Why the Alkyon sank',
      published: '2038-03-14T20:00:00Z',
      corrects: 'post-morning',
    },
    `The minister said: “The steering had failed twice before.” She announced an inquiry into the company.

Twelve people were killed, the Maritime Agency said in the evening.

Divers searched the wreck until midnight. Ten years ago another ferry burned in the same strait.`,
  ],
  'post-next-day': [
    { publisher: 'Morrow Post', title: 'Captain arrested', published: '2038-03-15' },
    `Police arrested the skipper in his flat on Monday. He denied that he had been drinking.

Relatives lit candles on the quay, and a café gave out soup to the mourners.`,
  ],
  'leak-sheet': [
    {
      publisher: 'Leak Sheet',
      title: 'Smugglers sank it',
      published: '2038-03-14T23:00:00Z',
      retracted: 'invented by its author',
    },
    `Smugglers blew up the ferry with dynamite and 400 people were killed.

Thirty-one survivors were taken to a secret zeppelin hangar.`,
  ],
};

/** The invented sinking, read from files that are gone when it is read. */
export async function readFerry(): Promise<Corpus> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attest-ferry-'));
  try {
    await mkdir(path.join(folder, 'articles'));
    await writeFile(path.join(folder, 'event.yaml'), EVENT);
    for (const [id, [keys, body]] of Object.entries(FERRY)) {
      await writeFile(path.join(folder, 'articles', `${id}.md`), articleText(keys, `${body}\n`));
    }
    return await loadCorpus(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A searcher of the sinking. Without an encoder unless one is given. */
export async function ferrySearcher(
  options: SearcherOptions = {},
): Promise<{ readonly corpus: Corpus; readonly searcher: Searcher }> {
  const corpus = await readFerry();
  return { corpus, searcher: await createSearcher(corpus, language, options) };
}
