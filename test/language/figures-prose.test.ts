import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures } from '../../src/language/figures.ts';

/** `role [qualifier] value[-max] [by speaker]` of each figure, in order of the text. */
const read = (text: string) =>
  extractFigures(text, splitSentences(text)).map(({ role, qualifier, value, max, attribution }) =>
    [
      role,
      ...(qualifier ? [qualifier] : []),
      max === undefined ? value : `${value}-${max}`,
      ...(attribution ? ['by', attribution] : []),
    ].join(' '),
  );

type Case = readonly [text: string, expected: readonly string[]];

const COUNTED: readonly Case[] = [
  ['Still missing are six trawlermen and their skipper.', ['missing 6']],
  ['Among the injured were three pupils of the village school.', ['injured 3']],
  ['Killed were two brothers, aged 9 and 11, who had been playing on the ice.', ['killed 2']],
  [
    'On the wards of St Agatha lie 23 people with burns, seven of them children.',
    ['injured 23', 'injured 7'],
  ],
  ['By nightfall 14 bodies lay under tarpaulins on the quay.', ['killed 14']],
  ['Of the 61 people aboard, 48 got off by the stern ladder.', ['aboard 61', 'rescued 48']],
  ['Of 27 miners underground at the time, 19 came up alive and eight did not.', ['rescued 19']],
  ['Eight of the 27 miners are dead.', ['killed 8']],
  ['The dead: five soldiers, two drivers and a priest.', ['killed 5', 'killed 2']],
  ['Injured: 34.', ['injured 34']],
  [
    'Three dead, nine hurt: that is the tally of a night in which the wind never dropped.',
    ['killed 3', 'injured 9'],
  ],
  [
    'A grenade thrown into a bar has left two people dead and six fighting for their lives.',
    ['killed 2', 'injured 6'],
  ],
  ['Two men lost their lives and a third lost a leg.', ['killed 2']],
  ['Thirteen people were cut by flying glass.', ['injured 13']],
  ['Five others with fractures were kept in overnight.', ['injured 5']],
  ['Eleven guests were overcome by fumes.', ['injured 11']],
  ['Nineteen were scalded when the boiler burst.', ['injured 19']],
  ['Seven climbers froze to death on the north ridge.', ['killed 7']],
  ['Four children burned to death.', ['killed 4']],
  ['Two students were trampled in the crush and did not survive.', ['killed 2']],
  ['No trace has been found of eight divers.', ['missing 8']],
  ['There is still no word of five of the crew.', ['missing 5']],
  ['Contact has been lost with two climbers.', ['missing 2']],
  ['Nine holidaymakers were hoisted from the cliff by helicopter.', ['rescued 9']],
  ['A lifeboat took 17 people off the yacht.', ['rescued 17']],
  ['Firefighters brought 12 residents down by ladder.', ['rescued 12']],
  ['Divers freed three men from an air pocket.', ['rescued 3']],
  ['Forty guests were led to safety through the cellar.', ['rescued 40']],
  ['The ferry had 312 people aboard when it listed.', ['aboard 312']],
  ['The minibus, which was carrying 16 pilgrims, went through the rail.', ['aboard 16']],
  ['A gang of five raided the mint at dawn.', ['attackers 5']],
  ['Two gunmen on a motorcycle opened fire on a tea house.', ['attackers 2']],
  ['The kidnappers are holding seven nuns.', ['hostages 7']],
  ['Some 30 people remain captive in the mill.', ['hostages about 30']],
  ['Twelve hostages walked out at noon.', ['hostages 12']],
  ['Police picked up four men at a border post.', ['arrested 4']],
  ['Nine students are behind bars.', ['arrested 9']],
  ['Two teenagers were led away in handcuffs.', ['arrested 2']],
  ['Officers made 57 arrests in the course of the evening.', ['arrested 57']],
  ['More than 200 marchers were rounded up.', ['arrested more than 200']],
  ['Three people suspected of looting have been held since Sunday.', ['arrested 3']],
  ['Some 900 people spent the night in gyms and churches.', ['evacuated about 900']],
  ['Residents, some 1,500 of them, were told to leave.', ['evacuated about 1500']],
  ['The army emptied four villages, moving 2,300 people to higher ground.', ['evacuated 2300']],
  ['Close to 600 people have had to leave their homes.', ['evacuated nearly 600']],
  ['Twelve thousand people were ordered from their homes.', ['evacuated 12000']],
  ['An estimated 3,000 inhabitants have been taken to emergency shelters.', ['evacuated about 3000']],
  ['A score of people were hurt.', ['injured 20']],
  ['A couple of hundred people were evacuated.', ['evacuated 200']],
  ['Just over 70 people were injured.', ['injured more than 70']],
  ['Just under 70 people were injured.', ['injured fewer than 70']],
  ['Not fewer than nine people drowned.', ['killed at least 9']],
  ['The blast killed three people at once; a fourth died in hospital.', ['killed 3']],
  ['Well over 100 people were arrested.', ['arrested more than 100']],
  ['Anything from 20 to 25 people are missing.', ['missing 20-25']],
  ['Six or seven people were hurt.', ['injured 6-7']],
  ['A dozen or so people were treated at the scene.', ['injured about 12']],
  ['At the last count 48 people had died.', ['killed 48']],
  ['The dead now number 23.', ['killed 23']],
  ['That brings to 23 the number of people killed this week.', ['killed 23']],
  ['With the two deaths, the toll reaches 23.', ['killed 2', 'killed 23']],
  ['Its count of the injured went from 40 to 52.', ['injured 40', 'injured 52']],
  ['The tally of missing was cut to 11 from 19.', ['missing 11', 'missing 19']],
  ['The confirmed death toll was 31 on Sunday.', ['killed 31']],
  ['The number of people in hospital fell to 17.', ['injured 17']],
  ['The tally of those arrested now stands at 90.', ['arrested 90']],
  ['The figure for the missing is 13.', ['missing 13']],
  [
    '"Twenty-six injured, and every one of them a child": that was how the surgeon, Amon Field, summed up the night.',
    ['injured 26'],
  ],
  ['The fire brigade was called at 3am. It rescued eight people.', ['rescued 8']],
  ['It is understood that five people were on the boat.', ['aboard 5']],
  ['Five people were believed to be on the boat.', ['aboard 5']],
  ['Seven people died, it was announced on Sunday.', ['killed 7']],
  ['The avalanche buried nine people, of whom four were dug out alive.', ['rescued 4']],
  ['A total of 83 people, 12 of them firefighters, needed hospital care.', ['injured 83', 'injured 12']],
  ['Only two of the six crew survived.', ['crew 6']],
  [
    'The ferry Alba, with 91 passengers and a crew of 12, went down within minutes.',
    ['passengers 91', 'crew 12'],
  ],
  ['None of the 31 children aboard was injured.', ['injured 0', 'aboard 31']],
  ['Two suspects were held at the scene; a third got away.', ['arrested 2']],
  ['Twenty-six girls seized from a dormitory are still in the hands of their kidnappers.', ['hostages 26']],
  ['Five assailants armed with machetes attacked the convoy.', ['attackers 5']],
  ['Soldiers shot dead two gunmen.', ['attackers 2']],
  ['Eight people were pulled from the rubble on Tuesday, two of them dead.', ['rescued 8', 'killed 2']],
  ['The last nine miners were brought to the surface shortly after midnight.', ['rescued 9']],
  ['Ten days on, 13 hikers are still being looked for.', ['missing 13']],
  ['The search for 13 hikers has been called off.', ['missing 13']],
  ['Families of the 13 missing hikers gathered in the chapel.', ['missing 13']],
  ['The deadliest fire in a decade, it took 46 lives.', ['killed 46']],
  ['Forty-six lives were lost.', ['killed 46']],
  ['The fire, in which 46 people perished, began in a kitchen.', ['killed 46']],
  ['Forty-six people who had been dancing in the basement suffocated.', ['killed 46']],
  ['An 8-year-old and two teenagers are among the 46 dead.', ['killed 2', 'killed 46']],
  ['The death of a fireman brings the number of dead to 47.', ['killed 47']],
  ['Six thousand people living below the dam were told to leave.', ['evacuated 6000']],
  ['Buses carried 2,400 villagers to shelters inland.', ['evacuated 2400']],
  ['Doctors without a break since dawn had by noon treated 90 people.', ['injured 90']],
  ['By noon, doctors at the field hospital had treated 90 people, one of them said.', ['injured 90']],
];

const ATTRIBUTED: readonly Case[] = [
  [
    'The manifest lists 88 passengers and a crew of nine.',
    ['passengers 88 by The manifest', 'crew 9 by The manifest'],
  ],
  ['Police put the dead at nine and the injured at 30.', ['killed 9 by Police', 'injured 30 by Police']],
  ['Nine people are dead, say police.', ['killed 9 by police']],
  ['Nine people are dead, say the police, who have sealed the road.', ['killed 9 by the police']],
  [
    'The provincial health office counts nine dead and 30 injured.',
    ['killed 9 by The provincial health office', 'injured 30 by The provincial health office'],
  ],
  ['In the view of the coroner, nine people had been dead for hours.', ['killed 9 by the coroner']],
  [
    'At a news conference, the harbour master, Ilse Krantz, said 40 people had been taken off the ship.',
    ['rescued 40 by the harbour master, Ilse Krantz'],
  ],
  [
    'Harbour master Ilse Krantz told the Evening Star that 40 people had been rescued.',
    ['rescued 40 by Harbour master Ilse Krantz'],
  ],
  [
    '“We are treating 26 people,” Dr Amon Field, a surgeon at the Royal, told this newspaper.',
    ['injured 26 by Dr Amon Field'],
  ],
  [
    'Nineteen people were hurt, figures from the ambulance service show.',
    ['injured 19 by the ambulance service'],
  ],
  [
    'Figures released by the ambulance service show that 19 people were hurt.',
    ['injured 19 by the ambulance service'],
  ],
  ['The ambulance service reported 19 injured.', ['injured 19 by The ambulance service']],
  [
    'A spokeswoman for the rail company said 19 people had been hurt.',
    ['injured 19 by A spokeswoman for the rail company'],
  ],
  ['Asked about the toll, the minister answered that four people had died.', ['killed 4 by the minister']],
  ['The minister, asked about the toll, replied: "Four people are dead."', ['killed 4 by The minister']],
  ['Four people are dead, in the words of the mayor.', ['killed 4 by the mayor']],
  [
    'The mayor’s office said late on Friday that six people remained missing.',
    ['missing 6 by The mayor’s office'],
  ],
  [
    'In a statement on its website, Orrin Ferries said all 212 passengers had been rescued.',
    ['passengers 212 by Orrin Ferries', 'rescued 212 by Orrin Ferries'],
  ],
  ['Citing hospital sources, the Daily Echo reported 15 deaths.', ['killed 15 by the Daily Echo']],
  ['State radio, quoting the army, gave the number of dead as 15.', ['killed 15 by State radio']],
  [
    'The union says 15 people died; the ministry says nine.',
    ['killed 15 by The union', 'killed 9 by the ministry'],
  ],
  [
    'While the ministry speaks of nine dead, the union has counted 15.',
    ['killed 9 by the ministry', 'killed 15 by the union'],
  ],
  [
    'Fifteen people died, not nine as the ministry had said, according to the union.',
    ['killed 15 by the union'],
  ],
  [
    'Only nine people died, the ministry insisted, dismissing the union’s figure of 15.',
    ['killed 9 by the ministry', 'killed 15 by the union'],
  ],
  [
    'Hospital officials put the injured at 44, while a tally kept by the Observer came to 51.',
    ['injured 44 by Hospital officials', 'injured 51 by the Observer'],
  ],
  ['By the count of the Red Crescent 33 people have died.', ['killed 33 by the Red Crescent']],
  ['Red Crescent figures put the dead at 33.', ['killed 33 by Red Crescent']],
  [
    'Colonel Anders Roe, who leads the search, said 33 bodies had been recovered.',
    ['killed 33 by Colonel Anders Roe'],
  ],
  [
    'Police chief Rolf Anker spoke at noon. Three officers were among the dead, he said.',
    ['killed 3 by Police chief Rolf Anker'],
  ],
  [
    '"They dragged us out one by one," said Petra Lind, a nurse. She counted 11 dead.',
    ['killed 11 by Petra Lind'],
  ],
  [
    'The coastguard launched two boats. Its crews picked up 23 survivors, it said.',
    ['rescued 23 by The coastguard'],
  ],
  [
    'Some 40 people were arrested, a police source said on condition of anonymity.',
    ['arrested about 40 by a police source'],
  ],
  [
    'Two police sources told the agency that some 40 people had been arrested.',
    ['arrested about 40 by Two police sources'],
  ],
  [
    'The military said its troops had killed 14 rebels and captured six.',
    ['killed 14 by The military', 'arrested 6 by The military'],
  ],
  ['The rebels claim to have killed 20 soldiers.', ['killed 20 by The rebels']],
  ['A witness, Tom Ardle, 52, said he had seen four bodies.', ['killed 4 by Tom Ardle']],
  ['Local media reported, citing firefighters, that seven people had died.', ['killed 7 by Local media']],
  ['Seven deaths have been confirmed by the health ministry.', ['killed 7 by the health ministry']],
  [
    'As of Sunday evening, 70 people were confirmed dead, the agency’s bulletin said.',
    ['killed 70 by the agency’s bulletin'],
  ],
  ['For its part, the embassy said that three of its citizens had been hurt.', ['injured 3 by the embassy']],
  [
    'The ministry tweeted: "So far 12 killed, 40 wounded."',
    ['killed 12 by The ministry', 'injured 40 by The ministry'],
  ],
  [
    'Rescue workers on Sunday recovered two more bodies from the silt, raising the death toll to 14, the county sheriff said.',
    ['killed 2 by the county sheriff', 'killed 14 by the county sheriff'],
  ],
  [
    'Authorities in the island state said Friday that 27 people had been plucked from the sea.',
    ['rescued 27 by Authorities in the island state'],
  ],
  [
    'Hospital director Yara Moss said her staff had treated 64 patients, most of them for cuts.',
    ['injured 64 by Hospital director Yara Moss'],
  ],
  ['Three of the wounded are in a serious condition, Moss said.', ['injured 3 by Moss']],
  [
    'The airline confirmed that flight 408 had 161 passengers and six crew aboard.',
    ['passengers 161 by The airline', 'crew 6 by The airline'],
  ],
  [
    'Nobody on the coach was hurt, a spokesman for the bus firm told local radio.',
    ['injured 0 by a spokesman for the bus firm'],
  ],
  [
    'The storm has so far killed 61 and displaced nearly 20,000, according to the disaster agency.',
    ['killed 61 by the disaster agency', 'evacuated nearly 20000 by the disaster agency'],
  ],
  [
    'According to figures from the disaster agency, 61 people have died.',
    ['killed 61 by the disaster agency'],
  ],
  [
    'The disaster agency’s figures show 61 dead, while aid groups put the number at more than 100.',
    ['killed 61 by The disaster agency', 'killed more than 100 by aid groups'],
  ],
  ['Aid groups, however, put the number of dead at more than 100.', ['killed more than 100 by Aid groups']],
  ['More than 100 people have died, aid groups estimate.', ['killed more than 100 by aid groups']],
  [
    'Prosecutor Ilka Soren said six people had been taken into custody and two others were being sought.',
    ['arrested 6 by Prosecutor Ilka Soren'],
  ],
  ['Six arrests have been made, said Prosecutor Ilka Soren.', ['arrested 6 by Prosecutor Ilka Soren']],
  [
    'Riot police detained 140 demonstrators, the monitoring group Street Watch said.',
    ['arrested 140 by the monitoring group Street Watch'],
  ],
  [
    'Gunmen burst into the dormitory and abducted 26 girls, the head teacher told the BBC.',
    ['hostages 26 by the head teacher'],
  ],
  ['Officials had earlier spoken of 50 dead.', ['killed 50 by Officials']],
  [
    'The ministry revised the toll down to 46 from 50.',
    ['killed 46 by The ministry', 'killed 50 by The ministry'],
  ],
  [
    'The mayor said that a little over 2,400 people had been evacuated.',
    ['evacuated more than 2400 by The mayor'],
  ],
  [
    'Mayor Ida Krall (Green) said that 2,400 people had been evacuated.',
    ['evacuated 2400 by Mayor Ida Krall'],
  ],
  [
    'Ida Krall, the mayor, whose own house was flooded, said 2,400 people had left their homes.',
    ['evacuated 2400 by Ida Krall'],
  ],
  [
    '"Some 2,400 of our people have left their homes," the mayor of Tarn told a crowd, her voice shaking.',
    ['evacuated about 2400 by the mayor of Tarn'],
  ],
  [
    'An official at the interior ministry, who was not authorised to speak, put the number of arrests at 75.',
    ['arrested 75 by An official at the interior ministry'],
  ],
];

const NOTHING: readonly string[] = [
  'Gone, too, are the livelihoods of 300 families.',
  'Twenty-six villagers were swept away.',
  'Rescuers have yet to reach nine people trapped under the hotel.',
  'Eighty-one people had boarded in Lorne.',
  'There were six of them, all armed, the clerk said.',
  'The captors let 12 women go at noon.',
  'Four men have been charged with arson.',
  'About 1,500 households were ordered out.',
  'Scores of people were hurt.',
  'Dozens died.',
  'Both pilots died.',
  'A single gunman held up the post.',
  'As few as three people may have survived.',
  'The union says 15; the ministry says nine.',
  'The priest, Father Odo, buried six people on Friday.',
  'The school has 400 pupils and 31 teachers.',
  'The island is home to 2,000 people.',
  'Twelve people were questioned as witnesses and let go.',
  'Thirty firefighters and nine engines fought the blaze.',
  'Ten people a year drown in the lake.',
  'He has three children and was injured in 2029.',
  'A crowd of 500 gathered at the gate.',
  'The inquiry heard from 40 witnesses.',
  'The minister promised 200 crowns to each of the wounded.',
  'At least two more boats were on their way.',
  'The court sentenced six men to life.',
  'Some 60 rescuers with dogs searched the ruins.',
  'Had the wind turned, 500 people might have died.',
  'Had the doors been locked, all 90 guests would have died.',
  'Nobody knows how many people died, though 20 names are on the list.',
  'Reports that nine people had been killed proved false.',
  'Contrary to early reports, nine people were not killed.',
  'The bridge was built by 300 prisoners.',
  'Twenty people applauded; three wept.',
  'The firm employs 1,100 people in the town.',
  'He won 12 to 3.',
  'Two in three residents want the plant shut.',
  'Three people a carriage were allowed on.',
  'Thousands fled; at least 30 did not make it.',
  '“There are eleven people in there,” a soldier at the cordon said.',
  'Street Watch, which counts arrests, has a list of 140 names.',
  'Forty-four miners are trapped 300 metres down.',
  'Seventy people are believed to have been in the building when it fell.',
  'As many as 70 people could be under the rubble.',
  'A 46th victim died on Friday.',
  'Mourners carried 46 candles, one for each of the dead.',
  'Some 300 families were forced out of their homes.',
];

describe('extractFigures on news prose', () => {
  test.each(COUNTED)('reads what is counted: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(ATTRIBUTED)('names who gave it: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(NOTHING)('states nothing of people: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
