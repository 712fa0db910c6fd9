import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures } from '../../src/language/figures.ts';
import { asLine } from './read-figures.ts';

/** The figures of the passages of an article, each read with those before it. */
const read = (texts: readonly string[]) => {
  const passages = texts.map((text) => ({ text, sentences: splitSentences(text) }));
  return passages
    .flatMap(({ text, sentences }, index) => extractFigures(text, sentences, passages.slice(0, index)))
    .map(asLine);
};

type Case = readonly [passages: readonly string[], expected: readonly string[]];

/** What a sentence takes up from the one before, or from an earlier passage. */
const CARRIED_ON: readonly Case[] = [
  [
    ['There were six attackers. Four died in the bank, one is in hospital and one got away.'],
    ['attackers 6', 'attackers 4', 'attackers 1', 'attackers 1'],
  ],
  [
    ['Nine fishermen were aboard the trawler. Seven were picked up by a freighter, and two drowned.'],
    ['aboard 9', 'rescued 7', 'killed 2'],
  ],
  [
    [
      'The toll stands at 52, the ministry said on Friday. It had been given as 60 on Thursday, when eight names were counted twice.',
    ],
    ['killed 52 by the ministry', 'killed 60 by the ministry'],
  ],
  [
    [
      'The north-east corner of the block has come down.',
      'Ada Holm of the rescue service has just walked past. Four dead so far, she said.',
    ],
    ['killed 4 by Ada Holm of the rescue service'],
  ],
  [['The number of dead was lowered to 30, as one victim had been entered under two names.'], ['killed 30']],
  [
    [
      'A coach rolled down an embankment. Its 43 passengers climbed out through the roof hatch, and three of them were hurt.',
    ],
    ['passengers 43', 'injured 3'],
  ],
  [
    [
      'The government has put the number of dead at 58. Health Minister Ana Rook gave the figure to parliament this morning.',
    ],
    ['killed 58 by Health Minister Ana Rook'],
  ],
  [
    ['Governor Ida Moss told Radio Three that 14 people had died. Some 300 have left their homes, she said.'],
    ['killed 14 by Governor Ida Moss', 'evacuated about 300 by Governor Ida Moss'],
  ],
  [
    ['Fourteen people died, the coastguard said. Six bodies lie in a chapel by the shore.'],
    ['killed 14 by the coastguard', 'killed 6'],
  ],
  [
    [
      'A cable car plunged into a ravine with 14 people inside. Nine died at once and two more on the way to hospital, the valley rescue service said.',
    ],
    ['aboard 14', 'killed 9 by the valley rescue service', 'killed 2 by the valley rescue service'],
  ],
  [
    ['Mayor Lou Anders spoke to reporters at dawn.', '"We have lost eleven of our neighbours," he said.'],
    ['killed 11 by Mayor Lou Anders'],
  ],
  [
    [
      'Firefighters’ chief Ada Holm briefed reporters outside the tower.',
      'Twenty-three people had been brought out, she said, and four were unaccounted for.',
    ],
    ['rescued 23 by Firefighters’ chief Ada Holm', 'missing 4 by Firefighters’ chief Ada Holm'],
  ],
  [
    ['The army denies that its planes hit the school. Teachers say 16 pupils were killed.'],
    ['killed 16 by Teachers'],
  ],
  [
    [
      'No fewer than 14 ambulances were sent. Nineteen people were taken to hospital, the service said; all but two have been sent home.',
    ],
    ['injured 19 by the service'],
  ],
  [
    ['The ministry had first reported 61 deaths. It now says 58.'],
    ['killed 61 by The ministry', 'killed 58 by The ministry'],
  ],
  [
    ['Correction: we reported on Friday that nine men had been arrested. The correct number is six.'],
    ['arrested 9 by we', 'arrested 6'],
  ],
  [
    ['An earlier version of this article said that 12 people had died. In fact, 10 people died.'],
    ['killed 12', 'killed 10'],
  ],
  [
    ['"I counted 20 bodies in the corridor," said a porter, Milo Braz. "Then I stopped counting."'],
    ['killed 20 by a porter, Milo Braz'],
  ],
  [
    [
      'Witnesses spoke of four men in black. Three were shot by guards, police said, and the fourth was captured.',
    ],
    [],
  ],
  [
    [
      'The lake steamer went down at 9.40pm. Thirty-six passengers drowned, according to the harbour police; the shipping line, which owns four other boats, gives the number as 31.',
    ],
    ['killed 36 by the harbour police', 'killed 31 by the shipping line'],
  ],
  [
    [
      'Fire tore through a nightclub early on Saturday, killing 29 people. The provincial governor, Tomas Ekdal, said that 62 others were in hospitals across the region, 11 of them in intensive care.',
    ],
    [
      'killed 29',
      'injured 62 by The provincial governor, Tomas Ekdal',
      'injured 11 by The provincial governor, Tomas Ekdal',
    ],
  ],
  [
    [
      'Rebels shelled the port on Monday. Nine dockers were killed, port director Amir Sol said by telephone. He put the wounded at 30.',
    ],
    ['killed 9 by port director Amir Sol', 'injured 30 by port director Amir Sol'],
  ],
  [
    [
      'The military council said its forces had captured 210 fighters and killed 95. None of this could be verified.',
    ],
    ['arrested 210 by The military council', 'killed 95 by The military council'],
  ],
  [
    [
      'Prime Minister Lena Ott visited the wounded.',
      'There are 48 of them in three hospitals, she said afterwards.',
    ],
    ['injured 48 by Prime Minister Lena Ott'],
  ],
  [
    [
      'More than 60 people were trampled at the gate. Doctors at the Mercy Hospital said they had received 18 bodies.',
    ],
    ['killed 18 by Doctors at the Mercy Hospital'],
  ],
  [
    [
      'The mine employed 900 men. Of the 74 underground at the time of the blast, 51 came up by the east shaft.',
    ],
    ['rescued 51'],
  ],
  [
    ['Twelve are dead, the sheriff said on Monday night. On Tuesday he raised the toll to 14.'],
    ['killed 12 by the sheriff', 'killed 14 by the sheriff'],
  ],
  [
    [
      'Everyone got off. All 83 people on board were brought ashore by fishing boats, said the harbour master.',
    ],
    ['aboard 83 by the harbour master', 'rescued 83 by the harbour master'],
  ],
  [
    [
      'The shooter killed four colleagues before he was overpowered. Six others were wounded, one of them seriously, police spokesman Ron Adler said.',
    ],
    ['killed 4', 'injured 6 by police spokesman Ron Adler', 'injured 1 by police spokesman Ron Adler'],
  ],
  [
    ['Some 1,400 guests were led out of the two hotels. No one was hurt, the manager of the Excelsior said.'],
    ['evacuated about 1400', 'injured 0 by the manager of the Excelsior'],
  ],
  [
    [
      '"We have 22 dead and we are still digging," said Omar Haddad, who leads the volunteers. The ministry confirmed only 13.',
    ],
    ['killed 22 by Omar Haddad', 'killed 13 by The ministry'],
  ],
  [
    [
      'Eight climbers set out on Friday; five have come back. The other three are missing, the mountain guides’ association said.',
    ],
    ['missing 3 by the mountain guides’ association'],
  ],
  [
    [
      'Troops opened fire on the crowd. At least 15 people were killed, two witnesses said, while the army spoke of three.',
    ],
    ['killed at least 15 by two witnesses', 'killed 3 by the army'],
  ],
  [
    [
      'A gunman took six people hostage in a post office on Wednesday. Police stormed the building after five hours and freed all six unharmed.',
    ],
    ['hostages 6'],
  ],
  [
    [
      'About ten attackers on motorcycles came at dawn, villagers told the agency. They killed 43 people and burned the granary.',
    ],
    ['attackers about 10 by villagers', 'killed 43'],
  ],
  [
    [
      'The earthquake left 31 people dead and thousands homeless, said Carla Renzi of the civil protection agency. More than 400 had been hurt, she added.',
    ],
    [
      'killed 31 by Carla Renzi of the civil protection agency',
      'injured more than 400 by Carla Renzi of the civil protection agency',
    ],
  ],
  [
    [
      'Nine hostages were still inside at noon, the negotiator said. Two had been let go because they were ill.',
    ],
    ['hostages 9 by the negotiator'],
  ],
  [
    [
      'The airline lost contact with the plane at 02:10. It had 92 people on board, six of them crew, a spokeswoman said.',
    ],
    ['aboard 92 by a spokeswoman', 'crew 6 by a spokeswoman'],
  ],
  [
    [
      'The president said on television that 1,600 people had died. Aid agencies believe the true figure to be at least 4,000.',
    ],
    ['killed 1600 by The president', 'killed at least 4000 by Aid agencies'],
  ],
  [
    [
      'More than 20 were killed when the truck overturned, state television reported. Its driver is among the dead.',
    ],
    ['killed more than 20 by state television'],
  ],
  [
    [
      'A wall of mud hit the campsite at about 4am on Sunday. Fourteen campers are dead and 22 are missing, regional president Aldo Ferri said, calling it the worst night in the history of the valley.',
    ],
    ['killed 14 by regional president Aldo Ferri', 'missing 22 by regional president Aldo Ferri'],
  ],
  [
    [
      'Firefighters found five bodies in a stairwell on the ninth floor, their spokesman, Jon Maas, said. He expects to find more.',
    ],
    ['killed 5 by their spokesman, Jon Maas'],
  ],
  [
    ['"Six of our colleagues were killed," the charity said in a statement. "Two are still missing."'],
    ['killed 6 by the charity', 'missing 2 by the charity'],
  ],
  [
    [
      'A ferry carrying 180 people ran aground off the northern cape on Tuesday. All on board were taken off by helicopter.',
    ],
    ['aboard 180'],
  ],
  [
    [
      'Militants attacked the convoy with roadside bombs and rifles, killing 19 soldiers, a military source said. At least seven of the attackers were killed in return.',
    ],
    ['killed 19 by a military source', 'attackers at least 7'],
  ],
  [
    ['Police in riot gear cleared the camp, arresting 75 people. Four officers were slightly injured.'],
    ['arrested 75', 'injured 4'],
  ],
  [
    [
      'Three inmates and a guard died in the riot. A fourth inmate succumbed to his wounds on Wednesday, the prison service said.',
    ],
    ['killed 3'],
  ],
  [
    [
      'The number of confirmed dead is 76 and will not rise much further, the governor told state radio. She thanked the 1,200 volunteers.',
    ],
    ['killed 76 by the governor'],
  ],
  [['The official count is 64 dead. Villagers insist that it is at least twice that.'], ['killed 64']],
  [
    [
      'At dusk the crowd, which organisers put at 60,000, broke through the fence. Eighty-one people were hurt, the ambulance service said, 12 of them police officers.',
    ],
    ['injured 81 by the ambulance service', 'injured 12 by the ambulance service'],
  ],
  [
    ['A fifth body was found on Thursday. It brings the toll to five, with two still missing.'],
    ['killed 5', 'missing 2'],
  ],
  [
    [
      'The tug rescued 13 sailors. Its captain, Finn Ude, said two others had jumped overboard and were not found.',
    ],
    ['rescued 13', 'missing 2 by Its captain, Finn Ude'],
  ],
  [
    [
      'A passenger jet skidded off the runway in heavy rain on Thursday, injuring 14 people, the airport authority said. All 162 on board were evacuated by slides.',
    ],
    ['injured 14 by the airport authority', 'aboard 162', 'evacuated 162'],
  ],
  [
    [
      'Protest leaders say 80 of their people were hurt by rubber bullets. The interior ministry admits to 12.',
    ],
    ['injured 80 by Protest leaders', 'injured 12 by The interior ministry'],
  ],
  [
    [
      'A truck bomb outside a police station killed 16 officers and five passers-by. More than 50 were wounded.',
    ],
    ['killed 16', 'killed 5', 'injured more than 50'],
  ],
  [
    [
      'The wildfire has destroyed 140 homes. Two firefighters have died and some 9,500 people are under orders to leave, Fire Chief Lana Moss said.',
    ],
    ['killed 2 by Fire Chief Lana Moss'],
  ],
  [
    [
      'Police detained 19 fans before kick-off. After the match 33 more were arrested, a police spokeswoman said.',
    ],
    ['arrested 19', 'arrested 33 by a police spokeswoman'],
  ],
  [
    ['The ministry had said that 23 people were missing. On Saturday it corrected that to 17.'],
    ['missing 23 by The ministry', 'missing 17 by The ministry'],
  ],
  [
    [
      'The strike hit a bakery where people were queueing. Twenty-six were killed, including seven children, local officials said.',
    ],
    ['killed 26 by local officials', 'killed 7 by local officials'],
  ],
  [
    [
      'The police chief, Otto Renn, said the number of people arrested had risen to 204.',
      'A lawyers’ group says that the real number is over 400.',
      'Mr Renn called that figure absurd.',
    ],
    ['arrested 204 by The police chief, Otto Renn', 'arrested more than 400 by A lawyers’ group'],
  ],
  [
    [
      'The regional administration put the dead at 24 on Tuesday morning. Its head, Vasil Orlo, told the Courier that nine of them had not been named.',
    ],
    ['killed 24 by The regional administration'],
  ],
  [
    [
      '"It was like a war," said Jens Aal, who drives one of the ambulances. He took eleven people to the Deaconess Hospital in four trips.',
    ],
    ['injured 11'],
  ],
  [
    ['The mine rescue service has brought up 36 men, its commander told us. Forty are still down there.'],
    ['rescued 36 by its commander'],
  ],
  [
    [
      'The rail company said 302 passengers and nine crew were on the express. A ticket inspector who survived thinks there were more.',
    ],
    ['passengers 302 by The rail company', 'crew 9 by The rail company'],
  ],
  [
    ['In its first statement the company spoke of "some injured". By noon it had admitted to three dead.'],
    ['killed 3 by the company'],
  ],
  [
    ['The commission of inquiry counted 67 dead. The government’s own figure was 59.'],
    ['killed 67 by The commission of inquiry', 'killed 59 by The government'],
  ],
  [
    [
      'It is the third such fire in a year. The first, in March, killed two tenants; the second, in June, killed nobody.',
    ],
    ['killed 2', 'killed 0'],
  ],
  [
    [
      'The defence ministry spoke of “heavy losses”. An officer at the front, reached by telephone, gave a number: 130 dead in three days.',
    ],
    ['killed 130 by An officer at the front'],
  ],
  [
    [
      'In all, 78 people lost their lives, among them 20 rescuers, the president told the nation. She ordered flags to be flown at half mast.',
    ],
    ['killed 78 by the president', 'killed 20 by the president'],
  ],
];

describe('extractFigures over several sentences and passages', () => {
  test.each(CARRIED_ON)('reads %j', (passages, expected) => {
    expect(read(passages)).toEqual(expected);
  });
});
