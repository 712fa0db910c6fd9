import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findDisagreements } from '../../src/answer/disagreements.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import { loadLexicon } from '../../src/language/lexicon.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** What else the articles of the event say. */
const REST = [
  'The ferry Sanna left Korr at six in the morning in a calm sea, with lorries and families on her decks.',
  'Captain Ivo Brant had sailed the route for eleven years and was known for his songs on the loudspeaker.',
  'The harbour was closed until evening, and flags hung at half-mast along the quay.',
  'Relatives waited in the fish hall, where the Red Cross gave out soup and blankets.',
  'The minister of transport, Ada Lenk, flew to Korr and promised an inquiry.',
].join('\n\n');

/** What is found between two articles that are published some hours apart. */
async function between(first: string, second: string, hours = 5): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attest-denials-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'articles'));
  await writeFile(path.join(folder, 'event.yaml'), 'title: Ferry fire\ndate: 2033-05-03\nplace: Korr\n');
  const write = (id: string, hour: number, body: string) =>
    writeFile(
      path.join(folder, 'articles', `${id}.md`),
      `---\ntitle: Ferry (${id})\npublisher: The ${id}\npublished: 2033-05-03T${String(hour).padStart(2, '0')}:00:00Z\n---\n\n${body}\n`,
    );
  await write('one', 8, `${first}\n\n${REST}`);
  await write('two', 8 + hours, second);
  return findDisagreements(await loadCorpus(folder), await loadLexicon()).map(
    ({ about, kind, sides }) =>
      `${kind === 'denied' ? '' : `${about} `}${kind} ${sides.map(({ passage }) => passage.number).join('-')}`,
  );
}

describe('what one passage reports and another reports as denied', () => {
  test.each([
    [
      'The car deck doors were left open, a deckhand said.',
      'The owners denied that the doors of the car deck had been open.',
    ],
    [
      'The company had cut its safety drills in the spring.',
      'The company rejected claims that safety drills had been cut.',
    ],
    [
      'Smugglers had hidden fireworks in a lorry.',
      'Customs officers ruled out fireworks as the cause: no lorry had carried any.',
    ],
    [
      'The lifeboats were rotten, passengers said.',
      'It was untrue that the lifeboats were rotten, said the owner.',
    ],
    [
      'The crew fought with knives before the fire.',
      'Police said there was no fight between members of the crew.',
    ],
    ['The radio operator was drunk.', 'The union dismissed reports that the radio operator had been drunk.'],
    [
      'The radio operator was drunk.',
      'The union dismissed in a statement reports that the radio operator had been drunk.',
    ],
    ['An inspector had been bribed.', 'Reports that an inspector was bribed are false, the ministry said.'],
    [
      'Inspectors had warned the owners about the fuel pump.',
      '"We never received a warning about the fuel pump," the owners said.',
    ],
    [
      'The pumps were switched off before dawn.',
      'That the pumps had been switched off could be excluded, the engineer said.',
    ],
    [
      'The cause of the blaze was a short circuit in the galley, the mayor said.',
      'The galley blaze was caused by arson and not by a short circuit.',
    ],
    [
      'One of the arsonists was still on the run, the mayor said.',
      '"Nobody is on the run," the sheriff said of the arsonists.',
    ],
    ['A passenger rang the coastguard at 02:40.', 'The coastguard said there was no ring at 02:40.'],
    ['The ship struck a sandbank, fishermen say.', 'The sandbank had nothing to do with it, a diver said.'],
    [
      'Ukar Lines ordered the blaze, an exile said.',
      'Ukar Lines had no part in it, its lawyer told reporters.',
    ],
    [
      'The deed bears the hallmarks of the Ukar League, a minister said.',
      'The Ukar League had no part in it.',
    ],
    ['The welder Odo Pirk was a smoker, the yard said.', 'Odo Pirk was no smoker, his sister said.'],
    [
      'A steward had hidden kerosene in a locker.',
      'Two firemen dispute the story that kerosene was hidden in a locker.',
    ],
  ])('is found: %s / %s', async (asserted, denied) => {
    expect(await between(asserted, denied)).toEqual(['denied 1-1']);
  });

  test.each([
    ['The car deck doors were left open.', 'The owners denied that the crew had been overworked.'],
    ['Smoke rose from the engine room.', 'There was no wind, the harbour master said.'],
    ['The captain was arrested on Monday.', 'The mate has not been arrested, police said.'],
    ['The minister promised an inquiry.', 'The minister denied having met the owner of the yard.'],
    ['Divers found the black box.', 'Divers have not found the bow visor, the navy said.'],
    ['A lorry burned on the car deck.', 'No lorry is allowed in the tunnel, a sign at the port says.'],
    ['The company had cut its drills.', 'The company would neither confirm nor deny the report.'],
    ['The owners sold the ship in 2029.', 'The owners denied that the ship was for sale.'],
    [
      'The hold was heavy with smoke, and the ship shook.',
      'The owners denied that the ship had been overloaded.',
    ],
    [
      'A tug burns if oil reaches its boiler room.',
      'The harbour master denied that oil had reached the boiler room.',
    ],
    ['Firemen asked Lenk for a tug.', 'Lenk has a tug, but the port has not asked for it, her office said.'],
    ['The election was held in April.', 'Two men died after the contested election, doctors said.'],
    ['Three divers went down at dawn.', 'Four divers went down, not three, the navy said.'],
    [
      'The ferry office on the pier stays shut until the spring.',
      'The fugitive is a mate whom the ferry office on the pier dismissed in the spring.',
    ],
    [
      'Two stewards had opened the car deck.',
      'The owners dismissed two stewards who had opened the car deck.',
    ],
  ])('is not found where something else is denied: %s / %s', async (asserted, denied) => {
    expect(await between(asserted, denied)).toEqual([]);
  });
});

describe('figures of one role', () => {
  test.each([
    ['Nine people died, police said.', 'Doctors said seven people had died.', 1, ['killed incompatible 1-1']],
    ['Nine people died, police said.', 'Eleven people died, doctors said.', 1, ['killed incompatible 1-1']],
    ['Nine people died, police said.', 'Eleven people died, doctors said.', 6, []],
    ['Nine people died, police said.', 'The toll rose to seven, doctors said.', 6, []],
    ['There were 212 people aboard.', 'The ferry had 230 people on board.', 9, ['aboard incompatible 1-1']],
    ['About 200 people were on board.', 'The ferry had 212 people on board.', 9, ['aboard imprecise 1-1']],
    ['Some 40 people were hurt.', 'Forty people were hurt.', 1, []],
    ['At least 40 people were hurt.', 'Doctors said 52 people were hurt.', 1, []],
    [
      'No fewer than 60 people were hurt.',
      'Doctors said 52 people were hurt.',
      1,
      ['injured incompatible 1-1'],
    ],
    ['Ninety people were injured.', 'Twelve people are still in hospital.', 3, []],
    ['Forty people were injured.', 'Three people were injured on the quay.', 3, []],
    ['Twelve people were missing at dawn.', 'Four people are still missing.', 6, []],
    ['Police arrested nine dockers.', 'Police arrested four engineers.', 1, []],
    ['At least 300 people were aboard.', 'There were 247 people aboard.', 5, ['aboard incompatible 1-1']],
    ['At least 300 people were aboard.', 'There were 310 people aboard.', 5, []],
    ['Seventy people are missing.', 'Ninety people are missing.', 6, ['missing incompatible 1-1']],
    ['Between four and five gunmen took part.', 'Four gunmen took part.', 5, ['attackers imprecise 1-1']],
    ['About 900 people were evacuated.', 'More than 1,200 people were evacuated.', 1, []],
    ['About 40 people were injured.', 'The Korr clinic took in 20 injured people.', 6, []],
    ['Nine people died.', 'Four dockers are among the dead.', 1, []],
    ['At least 20 people died.', 'Police lowered the number of people known to have died to 16.', 5, []],
  ] as const)('%s / %s after %i hours', async (first, second, hours, expected) => {
    expect(await between(first, second, hours)).toEqual(expected);
  });
});

describe('what is denied in the paragraph behind', () => {
  /** The numbers of the paragraphs of one article that are set against each other. */
  const within = async (...paragraphs: readonly string[]) =>
    (await between('A dinghy lay on the beach.', paragraphs.join('\n\n'))).filter((found) =>
      found.startsWith('denied'),
    );

  test.each([
    ['The sprinklers had rusted through, a stoker said.', 'Brant Ferries denied this.'],
    ['The sprinklers had rusted through, the cook said.', 'The mate contradicted her.'],
    ['The sprinklers had rusted through, the cook said.', "The mate dismissed the cook's account."],
    ['The sprinklers had rusted through, a stoker said.', '"Not so," said the mate.'],
    [
      'The sprinklers had rusted through, a stoker said.',
      'Brant Ferries rejects that. "We oil them weekly," it said.',
    ],
    [
      'The sprinklers had rusted through, a stoker said.',
      'Brant Ferries dismissed the allegation on Tuesday.',
    ],
    ['The sprinklers had rusted through, a stoker said.', 'Brant Ferries says otherwise.'],
    ['The sprinklers had rusted through, a stoker said.', 'That is not what the logbook shows.'],
    ['The sprinklers had rusted through, a stoker said.', '"None of that is true," said a clerk.'],
    ['The sprinklers had rusted through, a stoker said.', 'A clerk called it a lie.'],
    ['Ada Lenk had taken money from the yard, he said.', 'Ms Lenk denied that she was corrupt.'],
    ['Her manifest lists 90 lorries of timber.', 'The line denied that the lorry limit had been exceeded.'],
    ['The yard was warned in a letter of the spring.', 'The yard called the letter a forgery.'],
  ])('is found: %s / %s', async (asserted, denied) => {
    expect(await within(asserted, denied)).toEqual(['denied 1-2']);
  });

  test.each([
    [
      'The sprinklers had rusted through, a stoker said.',
      'Brant Ferries would neither confirm nor deny this.',
    ],
    ['The sprinklers had rusted through, a stoker said.', 'Brant Ferries did not deny it.'],
    [
      'The sprinklers had rusted through, a stoker said.',
      'Brant Ferries denied that it would sell the Sanna.',
    ],
    [
      'The sprinklers had rusted through, a stoker said.',
      'Talk of a mutiny went round the quay; the line denied it.',
    ],
    ['Nothing shows that sprinklers had rusted.', 'The line denied that the sprinklers had rusted.'],
  ])('is not found where nothing of it is denied: %s / %s', async (asserted, denied) => {
    expect(await within(asserted, denied)).toEqual([]);
  });

  test('is set against those who say the same elsewhere', async () => {
    const first = 'At 02:40 a passenger, Ola Finn, rang the coastguard and begged for a helicopter.';
    const second =
      'A passenger, Ola Finn, begged the coastguard for a helicopter at 02:40.\n\nThe coastguard denies this.';
    expect(await between(first, second)).toEqual(['denied 1-2', 'denied 1-2']);
  });

  test('is set against those who count alike elsewhere', async () => {
    const second = 'At least 300 people were on board, a docker said.\n\nBrant Ferries rejects that.';
    expect(await between('There were 310 people aboard, the prosecutor said.', second)).toContain(
      'denied 1-2',
    );
  });

  test('is denied by whoever denies the same again', async () => {
    const first =
      'There were 310 people aboard, a docker said.\n\nBrant Ferries rejects that. "There was no overcrowding," it said.';
    expect(await between(first, 'Brant Ferries again denied overcrowding.')).toEqual([
      'denied 1-2',
      'denied 1-1',
    ]);
  });
});
