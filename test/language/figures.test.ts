import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures } from '../../src/language/figures.ts';
import { readFigures } from './read-figures.ts';

const STATED: readonly (readonly [string, readonly string[]])[] = [
  // Killed and injured, active and passive
  ['An avalanche killed at least 12 skiers and injured 39.', ['killed at least 12', 'injured 39']],
  ['Twelve skiers had died on the slope, and another 39 had been injured.', ['killed 12', 'injured 39']],
  ['A gas leak left nine dead and 14 others in hospital.', ['killed 9', 'injured 14']],
  ['The bus rolled down the slope, killing 12 and wounding 40.', ['killed 12', 'injured 40']],
  ['The bodies of three miners were brought up on Friday.', ['killed 3']],
  ['Rescuers found 11 bodies in the cabin.', ['killed 11']],
  ['The storm claimed 23 lives along the coast.', ['killed 23']],
  ['The fire cost the lives of eight people.', ['killed 8']],
  ['Seventeen villagers drowned when the raft broke.', ['killed 17']],
  ['Six of the wounded died in the night.', ['killed 6']],
  ['Two firefighters were crushed to death by a wall.', ['killed 2']],
  ['About 60 passengers were treated for smoke inhalation.', ['injured about 60']],
  ['Thirty-four people were taken to the district hospital with burns.', ['injured 34']],
  ['Nine people suffered broken ribs and head injuries.', ['injured 9']],
  ['Five remain in a critical condition.', ['injured 5']],
  ['More than two dozen were hurt, four of them seriously.', ['injured more than 24', 'injured 4']],
  ['Three railway workers and a dozen travellers were killed.', ['killed 3', 'killed 12']],
  ['The collapse killed 12 builders and three passers-by.', ['killed 12', 'killed 3']],
  ['The roof fell in, leaving 16 people injured.', ['injured 16']],
  ['At least 19 are confirmed dead.', ['killed at least 19']],
  ['There were 14 deaths and 52 injuries.', ['killed 14', 'injured 52']],
  ['The blaze caused four fatalities.', ['killed 4']],
  // Tolls
  ['The blast has a death toll of 12.', ['killed 12']],
  ['The toll rose to 17.', ['killed 17']],
  ['The death toll from the quake has climbed from 88 to 104.', ['killed 88', 'killed 104']],
  ['The number of injured stands at 130, up from 96 on Monday.', ['injured 130', 'injured 96']],
  ['The death toll has passed 1,200.', ['killed more than 1200']],
  ['The governor put the number of missing at 45.', ['missing 45 by The governor']],
  ['The latest death took the toll to 31.', ['killed 31']],
  ['The toll could rise to 100.', []],
  // Missing, rescued, evacuated
  ['Forty-one people are unaccounted for.', ['missing 41']],
  ['Seven fishermen have not been found.', ['missing 7']],
  ['Crews pulled 14 alive from the rubble.', ['rescued 14']],
  ['Lifeboats brought 61 people ashore.', ['rescued 61']],
  ['Eleven climbers were airlifted off the ridge.', ['rescued 11']],
  ['Twenty-two passengers were pulled from the wreckage.', ['rescued 22']],
  ['Some 4,000 residents were moved out overnight.', ['evacuated about 4000']],
  ['Around 2,500 people fled their homes.', ['evacuated about 2500']],
  ['The authorities evacuated between 300 and 400 villagers.', ['evacuated 300-400']],
  ['A further three were rescued from a balcony.', ['rescued 3']],
  // On board
  ['The airliner was carrying 212 passengers and eight crew.', ['passengers 212', 'crew 8']],
  ['The ferry sank with 220 people on board.', ['aboard 220']],
  ['There were 98 people aboard, including a crew of seven.', ['aboard 98', 'crew 7']],
  ['All 33 people aboard were rescued.', ['aboard 33', 'rescued 33']],
  ['None of the 40 passengers was hurt.', ['injured 0', 'passengers 40']],
  ['The coach had 51 passengers on board.', ['passengers 51']],
  ['Its 18 crew waited in the hold.', ['crew 18']],
  // Attackers, hostages, arrests
  ['Four gunmen stormed the bank.', ['attackers 4']],
  ['Three masked men broke into the mint.', ['attackers 3']],
  ['As many as six raiders are inside.', ['attackers at most 6']],
  ['Both guards fled when five armed men opened fire.', ['attackers 5']],
  ['The rebels took at least four people hostage.', ['hostages at least 4']],
  ['Thirty-one hostages were freed.', ['hostages 31']],
  ['Nine nuns were kidnapped.', ['hostages 9']],
  ['The police detained six suspects.', ['arrested 6']],
  ['There have been 17 arrests.', ['arrested 17']],
  ['Twelve people are in custody.', ['arrested 12']],
  ['Officers have taken eight men into custody.', ['arrested 8']],
  // Number words, ranges and qualifiers
  ['Half a dozen hikers are missing.', ['missing 6']],
  ['Two dozen people were wounded.', ['injured 24']],
  ['DRUVE - Mayor Ilse Roe said nine people were killed.', ['killed 9 by Mayor Ilse Roe']],
  ['DRUVE, May 2 (LPA) – Mayor Ilse Roe said nine people were killed.', ['killed 9 by Mayor Ilse Roe']],
  ['Druve (LPA) - Mayor Ilse Roe said nine people were killed.', ['killed 9 by Mayor Ilse Roe']],
  ['12:50 - Mayor Ilse Roe, on the quay, said nine people were killed.', ['killed 9 by Mayor Ilse Roe']],
  ['9.05 pm: The mayor said nine people were killed.', ['killed 9 by The mayor']],
  ['12:50 People on the quay say nine were killed.', ['killed 9 by People on the quay']],
  ['12.50 people a year are killed there, on average.', []],
  ['A bomber killed himself and 22 others at the fair.', ['killed 22']],
  ['Early reports of 50 dead were wrong, the coroner said: 31 people died.', ['killed 31 by the coroner']],
  [
    'According to initial reports by the ambulance service, 33 people were injured.',
    ['injured 33 by the ambulance service'],
  ],
  [
    'The Column claimed its five riders had killed or wounded nearly 60 people.',
    ['injured nearly 60 by The Column'],
  ],
  ['The death toll rose by two to 24.', ['killed 24']],
  ['Up to 90 people were injured.', ['injured at most 90']],
  ['90 at the very most were injured.', ['injured at most 90']],
  ['No fewer than 15 people died.', ['killed at least 15']],
  ['Almost 70 were injured.', ['injured nearly 70']],
  ['Fewer than ten people were hurt.', ['injured fewer than 10']],
  ['Between 30 and 40 people were injured.', ['injured 30-40']],
  ['30 to 40 people were injured.', ['injured 30-40']],
  ['An estimated 1.2 million people were displaced.', ['evacuated about 1200000']],
  ['Two hundred and twelve people died.', ['killed 212']],
  ['Twelve or more people were injured.', ['injured at least 12']],
  ['All four were killed.', ['killed 4']],
  // None
  ['No one was killed.', ['killed 0']],
  ['Nobody has been arrested.', ['arrested 0']],
  ['No injuries were reported.', ['injured 0']],
  ['No one was seriously hurt.', []],
  // Parts
  ['Eighteen people died, including four children.', ['killed 18', 'killed 4']],
  ['Fifty people were hurt, among them nine pupils.', ['injured 50', 'injured 9']],
  ['Thirteen people, two of them children, are missing.', ['missing 13', 'missing 2']],
  ['Five miners died in the north shaft and two more in the lift.', ['killed 5', 'killed 2']],
  // Who gave it
  ['State media said 12 people died.', ['killed 12 by State media']],
  [
    'Emergency services chief Oskar Lind told reporters that 39 people were hurt.',
    ['injured 39 by Emergency services chief Oskar Lind'],
  ],
  ['According to the coastguard, six sailors are missing.', ['missing 6 by the coastguard']],
  ['Six sailors are missing, according to the coastguard.', ['missing 6 by the coastguard']],
  ['Twelve people died, the health ministry said on Sunday.', ['killed 12 by the health ministry']],
  ['The union puts the number of dead at 14.', ['killed 14 by The union']],
  ['"We have 14 dead," said Anton Berg, the mayor.', ['killed 14 by Anton Berg']],
  [
    'Doctors say that 40 people were hurt; police speak of 25.',
    ['injured 40 by Doctors', 'injured 25 by police'],
  ],
  ["By the Red Crescent's count, 33 people have died.", ['killed 33 by the Red Crescent']],
  [
    'Fire chief Ada Moss spoke at noon. She said that nine people had been rescued.',
    ['rescued 9 by Fire chief Ada Moss'],
  ],
  [
    'Nine people died, Mayor Eva Lund said. Another 20 were injured.',
    ['killed 9 by Mayor Eva Lund', 'injured 20 by Mayor Eva Lund'],
  ],
];

const NOT_STATED: readonly string[] = [
  'Marta Rossi, 41, was arrested.',
  'A 34-year-old man was killed.',
  'A man aged 23 was injured.',
  'He died on 12 April 2031.',
  'She was killed at 10:45.',
  'The fire destroyed 30 houses and killed 12 cows.',
  'Police denied that 12 people had been killed.',
  'The ministry rejected reports that 40 people were hurt.',
  'An attack could kill hundreds.',
  'Officials feared that up to 50 people may have died.',
  'The plan would evacuate 3,000 residents.',
  'One of the gunmen wore a red cap.',
  'Flight 212 was hijacked.',
  'The ship can carry 300 passengers.',
  'The line carries 40,000 passengers a day.',
  'Unemployment rose to 12 percent.',
  'They won 3-2 and 40,000 fans sang.',
  'He was sentenced to nine years.',
  'The motion passed by 212 votes to 140.',
  'The train was 12 minutes late.',
  'Two thirds of the seats were empty.',
  'She spent 14 days in hospital.',
  'The firm lost 4 million crowns.',
  'About 2,000 people marched to the palace.',
  'It is not clear whether 12 people were on the list.',
  'Five buses and 20 cars were damaged.',
  'Three witnesses said that they heard a bang.',
  'The unit has a staff of 400 and nine boats.',
  'Some 900 blankets were given out.',
];

describe('extractFigures', () => {
  test.each(STATED)('reads what a sentence states: %s', (text, expected) => {
    expect(readFigures(text)).toEqual(expected);
  });

  test.each(NOT_STATED)('invents nothing: %s', (text) => {
    expect(readFigures(text)).toEqual([]);
  });

  test('gives attributions and numbers that stand in the text, whatever the text', () => {
    const word = fc.constantFrom(
      ...'At least 12 people killed , said the mayor Ada Lund . " up from nine of whom were injured including two dozen'.split(
        ' ',
      ),
      ...'told death toll rose to no one ( ) according hostages and 1,200 half a 3.5 million – between he'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        for (const { span, attribution, value } of extractFigures(text, splitSentences(text))) {
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(value).toBeGreaterThanOrEqual(0);
          if (attribution !== null) expect(text).toContain(attribution);
        }
      }),
    );
  });
});
