import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of an invented event, in a temporary place, that a test may change. */
export interface Newsroom {
  readonly dir: string;
  /** Writes a file of the folder, `articles/x.md` or `event.yaml`. */
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  close(): Promise<void>;
}

export const EVENT = `title: Collapse of the Sorrel Quay bridge
date: 2031-03-14
place: Sorrel Quay
description: A road bridge at Sorrel Quay fell into the harbour during the morning traffic.
aliases:
  HRA: [Harbour Roads Authority]
`;

const ARTICLES: Readonly<Record<string, string>> = {
  'gazette-morning': `---
title: Bridge falls at Sorrel Quay
publisher: Quay Gazette
published: 2031-03-14T08:40:00+01:00
url: https://gazette.example/bridge-falls?from=front#top
---

The road bridge at Sorrel Quay fell into the harbour shortly after seven in the morning.

At least 12 people were injured, the ambulance service said.

Two people were killed when a van was crushed, according to the police chief, Ines Halloran.

Divers searched the water for the missing driver of a red lorry. The lorry had been carrying cement, and its trailer lay across the western pier while cranes were brought from the shipyard.

No group has claimed responsibility, and the police said that nothing pointed to an attack.
`,
  'courier-noon': `---
title: Questions after the bridge collapse
publisher: Harbour Courier
published: 2031-03-14
url: https://courier.example/questions
form: summary
---

The ambulance service told the paper that about 15 people were injured in the collapse.

An engineer named Bo Tamm calls the bridge's cables old and says that inspectors had warned of rust.

The mayor, Lia Fenn, promised an inquiry into the collapse.
`,
  'gazette-evening': `---
title: Toll rises at Sorrel Quay
publisher: Quay Gazette
published: 2031-03-14T19:00:00+01:00
url: https://gazette.example/toll-rises
updates: gazette-morning
---

Four people are now known to have been killed in the collapse, Chief Halloran said.

The number of injured has risen to 19, three of them in a serious condition.

“We heard a sound like thunder,” said Omar Reyes, who works at the fish market.

Schools near the harbour will stay closed on Monday.
`,
  'watch-hostile': `---
title: "Reader's [letters](https://evil.example) @everyone **now**"
publisher: "Coast *Watch*"
published: 2031-03-15
---

The ferryman wrote &lt;@123&gt; and \\@everyone and \\[free tickets\\](https\\://evil.example) in his notice about the zebra crossing.

Two passengers of the ferry were injured by a falling plank, the Watch reported.

Two cyclists were injured on the ramp, the Watch reported.

Three nurses were injured while they helped others, the Watch reported.
`,
  'herald-withdrawn': `---
title: Ninety dead
publisher: Sorrel Herald
published: 2031-03-14
retracted: The paper could not confirm any of it.
---

Ninety people were killed in the collapse by a purple submarine.
`,
};

/** Makes the folder. Close it when the test is done. */
export async function openNewsroom(): Promise<Newsroom> {
  const dir = await mkdtemp(join(tmpdir(), 'attest-newsroom-'));
  await mkdir(join(dir, 'articles'));
  const write = (file: string, text: string) => writeFile(join(dir, file), text);
  await write('event.yaml', EVENT);
  for (const [id, text] of Object.entries(ARTICLES)) await write(`articles/${id}.md`, text);
  return {
    dir,
    write,
    remove: (file) => rm(join(dir, file)),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}
