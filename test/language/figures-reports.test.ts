import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures } from '../../src/language/figures.ts';
import { readFigures } from './read-figures.ts';

type Case = readonly [text: string, expected: readonly string[]];

/** Sentences of events of many kinds: wars, crowds, trials, wrecks, storms. */
const REPORTED: readonly Case[] = [
  [
    'The landslide buried a hamlet of 40 houses; 18 bodies have been dug out and another 30 people are missing, the district governor said.',
    ['killed 18 by the district governor', 'missing 30 by the district governor'],
  ],
  [
    'Thirteen supporters died and more than 120 were hurt when a wall gave way at the Meadow Ground, the football association said.',
    ['killed 13 by the football association', 'injured more than 120 by the football association'],
  ],
  [
    'Police used tear gas on some 4,000 protesters; 63 were detained, among them two reporters.',
    ['arrested 63', 'arrested 2'],
  ],
  ['A court sentenced nine officers over the deaths of 11 prisoners.', ['killed 11']],
  [
    'The shelling of the market killed at least 27 civilians, the regional military administration said, and wounded a further 60.',
    [
      'killed at least 27 by the regional military administration',
      'injured 60 by the regional military administration',
    ],
  ],
  ['Rebel commanders put their own losses at 14 dead.', ['killed 14 by Rebel commanders']],
  [
    'Of the 52 miners on the shift, 31 have been brought to the surface and 21 are still below.',
    ['rescued 31'],
  ],
  ['The avalanche swept away a party of 12 skiers, four of whom are known to have died.', ['killed 4']],
  [
    'Two climbers were found dead and three others are feared to have died, the mountain rescue service said.',
    ['killed 2 by the mountain rescue service'],
  ],
  [
    'Seventy-two of the 75 people aboard the airliner died; three were pulled alive from the tail.',
    ['killed 72', 'aboard 75', 'rescued 3'],
  ],
  ['The plane had 68 passengers and a crew of seven.', ['passengers 68', 'crew 7']],
  [
    'The hospital has received 34 wounded, nine of them in a grave condition, its director, Marta Quill, said.',
    ['injured 34 by its director, Marta Quill', 'injured 9 by its director, Marta Quill'],
  ],
  [
    'By Sunday morning the number of dead in the heatwave had risen to 210, the health ministry said.',
    ['killed 210 by the health ministry'],
  ],
  ['The ministry lowered the number of people killed in the raid to 22.', ['killed 22 by The ministry']],
  ['The coroner revised the number of those who died in the crush to 34.', ['killed 34 by The coroner']],
  [
    'The army said that three soldiers had been killed and that one was missing.',
    ['killed 3 by The army', 'missing 1 by The army'],
  ],
  [
    'Three gunmen took part and all of them are dead, the chief of police said.',
    ['attackers 3 by the chief of police'],
  ],
  [
    'The police chief said that three men had taken part in the raid and that one had escaped on foot.',
    ['attackers 3 by The police chief', 'attackers 1 by The police chief'],
  ],
  ['There were five of us locked in the vault, a teller said.', ['hostages 5 by a teller']],
  ['Eleven children are among the dead, six of them pupils at one school.', ['killed 11', 'killed 6']],
  [
    'Five of the nine crew were new to the ship, the union says.',
    ['crew 5 by the union', 'crew 9 by the union'],
  ],
  ['The Lady Maud, lost with 44 lives in 1988, was her sister ship.', ['killed 44']],
  ['The toll had stood at 19 on Sunday, before divers brought up four more.', ['killed 19', 'killed 4']],
  ['We wrote that seven people had been arrested; there were four.', ['arrested 7 by We', 'arrested 4']],
  ['"No civilian was harmed in the operation," the army said.', ['injured 0 by the army']],
  [
    '"No worker is missing," said the mine\'s manager, Otto Breck.',
    ["missing 0 by the mine's manager, Otto Breck"],
  ],
  ['No police officer was hurt, the force said.', ['injured 0 by the force']],
  ['Not a single passenger was injured, the airline said.', ['injured 0 by the airline']],
  [
    'At least 31 people died in the camp, aid workers say, far more than the nine deaths that the government admits.',
    ['killed at least 31 by aid workers', 'killed 9 by the government'],
  ],
  [
    'Thirty people had died by noon, twice the 15 deaths that the mayor reported at dawn.',
    ['killed 30', 'killed 15 by the mayor'],
  ],
  [
    'Two people were stabbed, according to a preliminary report by the transport police.',
    ['injured 2 by the transport police'],
  ],
  [
    'Nineteen died, according to the latest figures from the civil defence.',
    ['killed 19 by the civil defence'],
  ],
  [
    'Sixteen miners died, according to a first estimate of the miners’ union.',
    ['killed 16 by the miners’ union'],
  ],
  ['The 320 guests of the hotel were evacuated by bus to a school.', ['evacuated 320']],
  [
    'Some 1,200 prisoners were moved out before the fire reached the jail, the warden said.',
    ['evacuated about 1200 by the warden'],
  ],
  [
    'Two nurses and a porter are among the dead, the nurses’ union said: all three worked on the ground floor.',
    ['killed 2 by the nurses’ union'],
  ],
  [
    'Eight of the team, among them the captain, were rescued; three have not been found.',
    ['rescued 8', 'missing 3'],
  ],
  [
    'Nobody is missing any longer: the last three hikers were found dead on Friday.',
    ['missing 0', 'killed 3'],
  ],
  ['Nobody was injured when a second bomb went off, the police said.', ['injured 0 by the police']],
  ['Riot police cleared the square and took away 35 people.', ['arrested 35']],
  ['A judge remanded six of the men in custody.', ['arrested 6']],
  [
    'Fans tore down a fence and 17 people, most of them teenagers, needed treatment for crush injuries.',
    ['injured 17'],
  ],
  [
    'The tornado left 11 dead, more than 200 injured and some 5,000 homeless.',
    ['killed 11', 'injured more than 200'],
  ],
  ['In all, 214 people were pulled from the sea over the weekend.', ['rescued 214']],
  ['The rebels are still holding 19 aid workers.', ['hostages 19']],
  ['The cruise ship was carrying 1,140 people, 820 of them passengers.', ['aboard 1140', 'passengers 820']],
  ['The drone strike killed between 12 and 15 fighters, the army said.', ['killed 12-15 by the army']],
  [
    'Ambulances took 26 people to hospital, three of them in a serious condition.',
    ['injured 26', 'injured 3'],
  ],
  [
    'The number of arrests has reached 340, a spokesman for the prosecutors said.',
    ['arrested 340 by a spokesman for the prosecutors'],
  ],
  ['The trial heard that 71 people suffocated in the lorry.', ['killed 71']],
  ['The earthquake, which killed 1,340 people in 1979, struck the same valley.', ['killed 1340']],
  ['Two tourists drowned off the cape on Monday, and a third is missing.', ['killed 2']],
  ['At least one person was killed and several were wounded.', ['killed at least 1']],
  ['Three attackers, all wearing police uniforms, were shot dead by guards; a fourth fled.', ['attackers 3']],
  [
    'The siege ended with the release of all 28 hostages, the interior minister said.',
    ['hostages 28 by the interior minister'],
  ],
  [
    'Firefighters rescued 12 residents, among them a girl of three, said the brigade’s chief, Nils Aru.',
    ['rescued 12 by the brigade’s chief, Nils Aru'],
  ],
  [
    'Doctors Without Borders says it treated 130 people in two days.',
    ['injured 130 by Doctors Without Borders'],
  ],
  [
    'A hospital doctor, who did not want to be named, said that at least six bodies had come in.',
    ['killed at least 6 by A hospital doctor'],
  ],
  [
    'A stampede at a temple festival killed 34 worshippers on Sunday, most of them women, officials said.',
    ['killed 34 by officials'],
  ],
  [
    'The interior minister, Paul Egger, told parliament that 212 people had been arrested since the riots began and that 46 were still in custody.',
    ['arrested 212 by The interior minister, Paul Egger', 'arrested 46 by The interior minister, Paul Egger'],
  ],
  [
    'The pipeline blast has killed at least 52 people, according to the Red Crescent, which fears that the number will rise.',
    ['killed at least 52 by the Red Crescent'],
  ],
  [
    'Of the 19 wounded, seven are children, Dr Hana Wirth of the Central Hospital said.',
    [
      'injured 19 by Dr Hana Wirth of the Central Hospital',
      'injured 7 by Dr Hana Wirth of the Central Hospital',
    ],
  ],
  [
    'Sixty-four passengers and five crew were on the night bus ferry when it hit the pier.',
    ['passengers 64', 'crew 5'],
  ],
  ['The skipper and two deckhands were rescued; a fourth man is missing.', ['rescued 2']],
  [
    'Union leader Gus Ferro put the number of injured strikers at 31, almost double the 16 that police acknowledge.',
    ['injured 31 by Union leader Gus Ferro', 'injured 16 by police'],
  ],
  [
    'More than 8,000 villagers have fled their homes since the volcano began to erupt on Friday.',
    ['evacuated more than 8000'],
  ],
  ['The eruption forced the evacuation of some 8,000 villagers.', ['evacuated about 8000']],
  [
    'A bomb went off in a bus station, killing seven people and injuring at least 29, four critically.',
    ['killed 7', 'injured at least 29', 'injured 4'],
  ],
  ['Seven people, including two children, were killed.', ['killed 7', 'killed 2']],
  ['Eight people have been charged over the 2031 fire, in which 63 people died.', ['killed 63']],
  [
    'Two of the five gunmen were shot dead; three surrendered and are in custody.',
    ['attackers 2', 'attackers 5', 'arrested 3'],
  ],
  [
    'The hijackers released 30 hostages on Tuesday, leaving 64 on board, the airline said.',
    ['hostages 30 by the airline', 'aboard 64 by the airline'],
  ],
  ['Kidnappers seized 87 pupils from a school; 12 escaped in the night.', ['hostages 87']],
  [
    'The toll from the cyclone stood at 118 on Thursday, up from 97 the day before, the disaster management office reported.',
    ['killed 118 by the disaster management office', 'killed 97 by the disaster management office'],
  ],
  ['By Friday the count had reached 140 dead and 2,300 injured.', ['killed 140', 'injured 2300']],
  ['Rescuers have recovered 21 bodies and are searching for nine more.', ['killed 21', 'missing 9']],
  [
    'Twelve bodies have been recovered so far, and divers were still looking for five people, the coastguard said.',
    ['killed 12 by the coastguard', 'missing 5 by the coastguard'],
  ],
  ['Hundreds of fans invaded the pitch, and 46 were arrested.', ['arrested 46']],
  ['There were no injuries, the fire brigade said.', ['injured 0 by the fire brigade']],
  ['No arrests have been made.', ['arrested 0']],
  ['Nobody was killed but 17 people were hurt, two seriously.', ['killed 0', 'injured 17', 'injured 2']],
  ['The strike killed three fighters and no civilians, the army claims.', ['killed 3 by the army']],
  [
    'The regime says 40 protesters have died; opposition groups speak of more than 300.',
    ['killed 40 by The regime', 'killed more than 300 by opposition groups'],
  ],
  ['The UN mission has verified 64 civilian deaths.', ['killed 64 by The UN mission']],
  ['The train, with 340 people on board, was bound for the coast.', ['aboard 340']],
  [
    'Some 340 people were on board, the operator said, though the police believe that there were more.',
    ['aboard about 340 by the operator'],
  ],
  ['Ten thousand people marched through the capital; police detained 96 of them.', ['arrested 96']],
  [
    'A prosecutor said on Monday that 11 suspects had been detained in dawn raids and a twelfth was on the run.',
    ['arrested 11 by A prosecutor'],
  ],
  [
    'Authorities lowered the toll from 61 to 58 after DNA tests.',
    ['killed 61 by Authorities', 'killed 58 by Authorities'],
  ],
  ['The Herald, quoting a hospital source, put the dead at 15.', ['killed 15 by The Herald']],
  ['Five masked men with rifles robbed the depot and shot a guard.', ['attackers 5']],
  [
    'Two suicide bombers struck the mosque within minutes, the police chief said.',
    ['attackers 2 by the police chief'],
  ],
  ['A suicide bomber killed 13 people at a checkpoint.', ['killed 13']],
  ['Coastguards plucked 52 migrants from a sinking dinghy; three had drowned.', ['rescued 52', 'killed 3']],
  ['Fifty-two people were plucked from the sea by two trawlers.', ['rescued 52']],
  ['The crash left the driver and two passengers dead and 20 others injured.', ['killed 2', 'injured 20']],
  [
    'A total of 37 officers and 120 demonstrators were injured, the police said.',
    ['injured 37 by the police', 'injured 120 by the police'],
  ],
  [
    'About a hundred demonstrators needed treatment, by the count of the volunteer medics.',
    ['injured about 100 by the volunteer medics'],
  ],
  [
    'Health officials said on Tuesday that 19 people, all of them guests at a wedding, had died of methanol poisoning and 43 were in hospital.',
    ['killed 19 by Health officials', 'injured 43 by Health officials'],
  ],
  [
    'Three days after the quake, two brothers aged six and nine were pulled alive from the ruins.',
    ['rescued 2'],
  ],
  ['The two pilots were killed, as was a flight attendant.', ['killed 2']],
  ['Six of the 88 residents have not been accounted for.', ['missing 6']],
  [
    'As of Monday, 31 people remained in hospital, among them the coach of the home side, the club said.',
    ['injured 31 by the club'],
  ],
  ['In 1998 an avalanche on the same slope killed 12 people.', ['killed 12']],
  [
    'Police shot and killed four protesters, the rights group Open Square said; the government says that two died, both of them in a car accident.',
    ['killed 4 by the rights group Open Square', 'killed 2 by the government'],
  ],
  [
    'The number of people missing in the mudslide fell from 40 to 27 as more of them turned up alive, the civil protection agency said on Thursday.',
    ['missing 40 by the civil protection agency', 'missing 27 by the civil protection agency'],
  ],
  [
    'Police said that they had made 31 arrests; organisers counted 58.',
    ['arrested 31 by Police', 'arrested 58 by organisers'],
  ],
  [
    'Two hundred and six passengers and 11 crew were aboard the Boeing, an airline official told reporters at the airport.',
    ['passengers 206 by an airline official', 'crew 11 by an airline official'],
  ],
  [
    'A spokesman for the guerrillas said they were holding 11 soldiers and would free them in exchange for prisoners.',
    ['hostages 11 by A spokesman for the guerrillas'],
  ],
  ['It was the worst accident on the line since 2003, when 21 people died.', ['killed 21']],
  ['By the time the lifeboats arrived, 19 of the 26 sailors had drowned.', ['killed 19', 'crew 26']],
  [
    'Nineteen of the 26 sailors drowned, the navy said in a statement.',
    ['killed 19 by the navy', 'crew 26 by the navy'],
  ],
  [
    'The ministry said 340 homes had been destroyed and 2,100 people moved to schools and barracks.',
    ['evacuated 2100 by The ministry'],
  ],
  ['The hospital in Varna took in 27 of the injured and the one in Burgas nine.', ['injured 27']],
  [
    'Officials at the scene said the death toll, now at 17, was certain to rise.',
    ['killed 17 by Officials at the scene'],
  ],
  ['Seventeen people are known to have died and a further 40 are feared dead.', ['killed 17']],
  [
    'The council put the crowd at 30,000, of whom 112 were treated for heatstroke.',
    ['injured 112 by The council'],
  ],
  [
    'The gang of four, all of whom were arrested within a day, had worked as guards at the bank.',
    ['arrested 4'],
  ],
  ['Police arrested the four gang members within a day.', ['arrested 4']],
  ['Three police officers and a dog were hurt in the clashes.', ['injured 3']],
  [
    'The union, which has 12,000 members, says that 64 of them were injured in the past year.',
    ['injured 64 by The union'],
  ],
  ['Eleven-year-old Mia Torp and her two brothers were rescued from a tree.', ['rescued 2']],
  ['No fewer than 26 children were on the bus, and all of them survived.', ['aboard at least 26']],
  ['There were 26 children on the bus.', ['aboard 26']],
  ['The prosecutor charged seven people, three of whom are in custody.', ['arrested 3']],
  [
    'The collapse of the bridge killed 43, the transport minister told the inquiry on Tuesday, not 39 as first reported.',
    ['killed 43 by the transport minister'],
  ],
  [
    'Volunteers pulled four sisters alive out of a cellar on Thursday, 60 hours after the quake.',
    ['rescued 4'],
  ],
  [
    'An explosion at a fireworks factory has killed 16 workers, the labour inspectorate reported, adding that 30 of the 46 on shift had got out unhurt.',
    ['killed 16 by the labour inspectorate', 'rescued 30 by the labour inspectorate'],
  ],
  ['A tally by the news agency, drawn from hospital lists, shows 77 dead.', ['killed 77 by the news agency']],
  [
    'Lawyers for the detainees say that 140 people, 12 of them minors, are being held in a stadium.',
    ['arrested 140 by Lawyers for the detainees', 'arrested 12 by Lawyers for the detainees'],
  ],
  ['The coast guard called off its search for the five remaining crew on Sunday.', ['missing 5']],
  ['The death toll has reached 88, making the blaze the deadliest in the city since 1911.', ['killed 88']],
  [
    'Security forces shot dead at least 21 protesters on Friday, doctors at two hospitals told Reuters.',
    ['killed at least 21 by doctors at two hospitals'],
  ],
  [
    'The interior ministry, which had earlier put the dead at six, raised the figure to 11 in the evening.',
    ['killed 6 by The interior ministry', 'killed 11 by The interior ministry'],
  ],
  [
    'Some 230 people were arrested, the vast majority of them men under 25, a police statement said.',
    ['arrested about 230 by a police statement'],
  ],
  [
    'The airline’s chief executive, Sam Okoro, said there were 133 passengers and eight crew on the flight.',
    [
      'passengers 133 by The airline’s chief executive, Sam Okoro',
      'crew 8 by The airline’s chief executive, Sam Okoro',
    ],
  ],
  ['Among the passengers were 14 members of a choir.', ['passengers 14']],
  ['In the second attack, two hours later, gunmen on motorbikes killed eight worshippers.', ['killed 8']],
  ['No one has claimed responsibility for the bombing, which killed 12.', ['killed 12']],
  [
    'Nearly 90 people, many of them schoolchildren, fell ill after drinking the water; nine were admitted to hospital.',
    ['injured 9'],
  ],
  ['It emerged on Thursday that 17 of the dead were under the age of ten.', ['killed 17']],
  ['The court heard that the defendant had killed three women between 2019 and 2022.', ['killed 3']],
  [
    'The fire brigade said it had rescued 15 people from balconies and that no one remained inside.',
    ['rescued 15 by The fire brigade'],
  ],
  [
    'Rescuers pulled a girl of eight from the debris after 70 hours; her parents and two brothers were found dead.',
    ['killed 2'],
  ],
  ['President Adan Reyes declared three days of mourning for the 46 victims.', ['killed 46']],
  ['By Monday, 3,400 residents had returned home, leaving about 900 in shelters.', ['evacuated about 900']],
  ['The search was suspended at dusk with 13 people still unaccounted for.', ['missing 13']],
  [
    'Thirty-one of the miners who were rescued have been taken to hospital, the company’s head of safety, Rita Klos, said.',
    ['injured 31 by the company’s head of safety, Rita Klos'],
  ],
  [
    'The human rights ombudsman counts 19 dead, two more than the authorities.',
    ['killed 19 by The human rights ombudsman'],
  ],
  ['The premier, Dana Lys, apologised to the families of the 29 children who died.', ['killed 29']],
  ['Eleven people survived the crash, though three of them have since died of their injuries.', ['killed 3']],
  ['Twenty-four crew members were taken off the burning tanker by a Norwegian frigate.', ['rescued 24']],
  ['The rescue of the last four boys from the cave was broadcast live.', ['rescued 4']],
  ['Five people, all of them Swedes, were swept off a pier and drowned.', ['killed 5']],
  [
    'The blast at the depot wounded 14 workers, two of whom later died, the company said.',
    ['injured 14 by the company', 'killed 2 by the company'],
  ],
  [
    'According to the latest bulletin from the health ministry, 51 people have been injured, among them five firemen.',
    ['injured 51 by the health ministry', 'injured 5 by the health ministry'],
  ],
  ['The plane, an ageing turboprop with a capacity of 48, had 44 people on board.', ['aboard 44']],
  [
    'Ground staff said they had seen 10 or 12 armed men run towards the hangars.',
    ['attackers 10-12 by Ground staff'],
  ],
  ['At one hospital alone, 37 people were treated for burns.', ['injured 37']],
  ['The police arrested a man of 34 and two women, one of whom is 19.', ['arrested 2']],
  [
    'Six people were detained, but four of them were soon released, the lawyer said.',
    ['arrested 6 by the lawyer'],
  ],
  ['Fewer than 20 people turned up for the vigil for the nine victims.', ['killed 9']],
  ['The bus had set out with 31 pilgrims and picked up six more on the way.', ['aboard 31']],
  [
    'Four days after the flood 260 people are listed as missing, a spokeswoman for the district, Pia Sommer, said.',
    ['missing 260 by a spokeswoman for the district, Pia Sommer'],
  ],
  [
    'Witness accounts put the number of gunmen at between three and six.',
    ['attackers 3-6 by Witness accounts'],
  ],
  [
    'A police spokesman, Sgt Leo Brand, said that 17 people had been taken into custody after the match, among them three minors.',
    ['arrested 17 by A police spokesman, Sgt Leo Brand', 'arrested 3 by A police spokesman, Sgt Leo Brand'],
  ],
  ['Four of the injured were flown to the capital.', ['injured 4']],
  [
    'The heat has killed 310 people since June, most of them over 75, the statistics office said.',
    ['killed 310 by the statistics office'],
  ],
  [
    'Seven raiders got away with gold worth 12 million crowns; nobody was hurt.',
    ['attackers 7', 'injured 0'],
  ],
  [
    'One person was killed and nine were injured when a crane fell on a tram, the fire service said.',
    ['killed 1 by the fire service', 'injured 9 by the fire service'],
  ],
  [
    'The gunmen took 35 people hostage and shot two of them, the governor said.',
    ['hostages 35 by the governor'],
  ],
  [
    'Special forces stormed the theatre at 5am, freeing 120 hostages and killing all eight hostage-takers.',
    ['hostages 120', 'attackers 8'],
  ],
  [
    'Troops killed 11 insurgents and lost two men, the defence ministry said.',
    ['attackers 11 by the defence ministry'],
  ],
  ['Of the 29 people who were in the shelter, only four came out alive.', ['rescued 4']],
  [
    'The convoy of buses took 410 evacuees to a camp at the border, the UN refugee agency said.',
    ['evacuated 410 by the UN refugee agency'],
  ],
  ['Nine of the missing have been found alive.', ['rescued 9']],
  ['"None of my men were injured," the fire chief told reporters.', ['injured 0 by the fire chief']],
  ['The factory’s owner, Piet Haan, was arrested along with three managers.', ['arrested 3']],
  ['A 19-year-old was charged with the murder of six people at a bus stop.', ['killed 6']],
  [
    'Sources in the prosecutor’s office told the paper that 14 suspects were in custody, not nine.',
    ['arrested 14 by Sources in the prosecutor’s office'],
  ],
  [
    'Dr Ilse Moor, who runs the clinic, said she had treated 23 people for gunshot wounds and that five of them had died.',
    ['injured 23 by Dr Ilse Moor', 'killed 5 by Dr Ilse Moor'],
  ],
  [
    'The regional governor’s estimate of 70 dead was dismissed by the president’s office, which spoke of 25.',
    ['killed 70 by The regional governor', 'killed 25 by the president’s office'],
  ],
  ['More than half of the 58 victims were children, Unicef said.', ['killed 58 by Unicef']],
  [
    'The coach company said 47 passengers had boarded; the police list has 49 names.',
    ['passengers 47 by The coach company'],
  ],
  ['Six firefighters were treated for heat exhaustion and released.', ['injured 6']],
  [
    'The ministry of health, quoted by state television, said that 83 people had died.',
    ['killed 83 by The ministry of health'],
  ],
  ['There was no immediate word on the fate of the 24 crew.', ['crew 24']],
  [
    'The riot left two dead and 60 hurt, said Mayor Carl Tod; the toll may rise, he warned.',
    ['killed 2 by Mayor Carl Tod', 'injured 60 by Mayor Carl Tod'],
  ],
  ['By Wednesday, the mission said, some 3,000 had been displaced.', ['evacuated about 3000 by the mission']],
  ['The boat, built for 12, was carrying 33 when it overturned.', ['aboard 33']],
  [
    'The airline said none of the 174 passengers and six crew members on board had been injured.',
    ['injured 0 by The airline', 'passengers 174 by The airline', 'crew 6 by The airline'],
  ],
  [
    'Two people died and 14 were injured in Lund, and three more were killed in nearby Arlo, police said.',
    ['killed 2 by police', 'injured 14 by police', 'killed 3 by police'],
  ],
  [
    'The cyclone has claimed 19 lives in the south and at least six in the islands, the Red Crescent said.',
    ['killed 19 by the Red Crescent', 'killed at least 6 by the Red Crescent'],
  ],
  ['Three men, aged 24, 31 and 40, were arrested at a motorway service station.', ['arrested 3']],
  [
    'The collapse of a scaffold at a power station killed six builders, the site manager, Erik Blom, confirmed.',
    ['killed 6 by the site manager, Erik Blom'],
  ],
  [
    'Three workers are still trapped in the tunnel, and 11 others have been brought out, the chief engineer told a news conference.',
    ['rescued 11 by the chief engineer'],
  ],
  ['On Friday the court convicted 14 men of the attack, in which 130 people were murdered.', ['killed 130']],
  [
    'At least nine children were among those killed, said Unicef, whose staff visited the site.',
    ['killed at least 9 by Unicef'],
  ],
  [
    'The coroner, Dr Pieter Vos, gave the number of victims as 71 and said 68 had been identified.',
    ['killed 71 by The coroner, Dr Pieter Vos'],
  ],
  ['Rescue teams from four countries found nobody alive on Tuesday, but recovered 15 bodies.', ['killed 15']],
  [
    'Seven sailors jumped into the sea when fire broke out in the engine room; a passing freighter picked up five of them.',
    ['rescued 5'],
  ],
  [
    'The number of displaced people has passed 100,000, the UN says.',
    ['evacuated more than 100000 by the UN'],
  ],
  [
    'Five of the hostages have been released and 18 are still being held, according to negotiators.',
    ['hostages 5 by negotiators', 'hostages 18 by negotiators'],
  ],
  [
    'The army chief said two of his helicopters had collided, killing all 13 soldiers on board.',
    ['killed 13 by The army chief'],
  ],
  [
    '"There are 60 people in our wards with burns," Professor Lea Brun, who heads the clinic, told French radio.',
    ['injured 60 by Professor Lea Brun'],
  ],
  ['No survivors were found among the 58 people aboard.', ['aboard 58']],
  ['In a separate incident, a landslide killed three road workers.', ['killed 3']],
  [
    'The rebels, who took the town on Sunday, have executed at least 30 men, residents say.',
    ['killed at least 30 by residents'],
  ],
  [
    'A group of 24 hikers was airlifted from the plateau after a night in the snow; six had frostbite.',
    ['rescued 24'],
  ],
  [
    'Hospitals in the city have admitted 210 people with breathing problems since Monday, the health department said.',
    ['injured 210 by the health department'],
  ],
  ['Two thirds of the 90 dead were tourists, the mayor said.', ['killed 90 by the mayor']],
  ['The band of six held up the train, tied up the guard and made off with the mail.', ['attackers 6']],
  [
    'Authorities closed the road after 12 crashes in an hour; eight drivers were slightly hurt.',
    ['injured 8'],
  ],
  [
    'The foreign ministry said three of its citizens were among the dead and that a fourth was missing.',
    ['killed 3 by The foreign ministry'],
  ],
  ['State prosecutors opened an inquiry into the deaths of the 22 patients.', ['killed 22']],
  ['Eleven of the dead came from one street, its residents say.', ['killed 11 by its residents']],
  [
    'Sgt Ada Fink of the river police said the number of missing was down to four after two brothers walked into a police station.',
    ['missing 4 by Sgt Ada Fink of the river police'],
  ],
  [
    'The final report, published on Thursday, says that 67 people died and 112 were injured.',
    ['killed 67 by The final report', 'injured 112 by The final report'],
  ],
  ['Early reports of 80 dead were wrong, the police said; the toll is 52.', ['killed 52 by the police']],
  ['Her brother was one of the 14 people who died.', ['killed 14']],
  [
    'Tens of thousands marched; police made more than 100 arrests, among them the leader of the Greens.',
    ['arrested more than 100'],
  ],
  ['The gunmen, four or five in number, fled in a van.', ['attackers 4-5']],
  [
    'The hospital ship Aurora has taken on 88 wounded, according to its captain.',
    ['injured 88 by its captain'],
  ],
  [
    'Four suspects are in custody and a fifth is being sought, Chief Inspector Rolf Maan announced.',
    ['arrested 4 by Chief Inspector Rolf Maan'],
  ],
  ['Chief Inspector Rolf Maan announced four arrests.', ['arrested 4 by Chief Inspector Rolf Maan']],
  [
    'After the mutiny 60 soldiers were executed, a former general testified on Monday.',
    ['killed 60 by a former general'],
  ],
  ['About 400 people from the valley spent the night in a sports hall.', ['evacuated about 400']],
  [
    'The heat wave has put 1,900 people in hospital, 60 of whom have died, officials said on Wednesday.',
    ['injured 1900 by officials', 'killed 60 by officials'],
  ],
  [
    'Mr Abel’s office later said that the governor had misspoken and that 13 people, not 30, were missing.',
    ['missing 13 by Mr Abel’s office'],
  ],
  ['Twelve people were hurt, none of them badly, when a tram hit a bus.', ['injured 12']],
  ['According to the harbour office the nine attackers came by boat.', ['attackers 9 by the harbour office']],
  ['IS, in a message, said that two gunmen took part in the raid.', ['attackers 2 by IS']],
  ['IS said nine soldiers were killed.', ['killed 9 by IS']],
  ['NINE PEOPLE DIED, IS WHAT THE SIGN SAYS', ['killed 9']],
  ['The raiders came in by the kitchen. Marines surrounded them and killed all three.', ['attackers 3']],
  ['Of the five raiders on the quay, one was killed.', ['attackers 5', 'attackers 1']],
  ['Raiders had come up the slipway. One was killed by marines.', ['attackers 1']],
  ['Dockers had come up the slipway. One was killed by marines.', ['killed 1']],
  ['Two came up the slipway. One died in his own blast.', ['attackers 1']],
  [
    'Three gunmen held the pier until dusk. Two of them are dead, the guard said.',
    ['attackers 3 by the guard', 'attackers 2 by the guard'],
  ],
  ['Gunmen stormed a canteen. All nine were killed.', ['killed 9']],
  ['The bomber struck a tram at dawn. All 14 on board were killed.', ['aboard 14', 'killed 14']],
  ['Raiders struck the theatre. Of those inside, nine were killed.', ['killed 9']],
  ['At 10 AM nine people died.', ['killed 9']],
  ['A source inside the ministry said nine people died.', ['killed 9 by A source inside the ministry']],
  [
    'The Echo reported nine deaths, while the Post reported, citing police, that 12 people were injured.',
    ['killed 9 by The Echo', 'injured 12 by the Post'],
  ],
  ['Gunmen shot at the dockers. Two of them are dead, the guard said.', ['killed 2 by the guard']],
];

const NOTHING: readonly string[] = [
  'Up to 40 people may be trapped under the stand.',
  'Prosecutors want 12 years for each of the four men.',
  'Police fear that as many as 20 people drowned.',
  'The club was fitted out for 300 people but 480 had been let in.',
  'Villagers counted 33 fresh graves.',
  'More than 40 countries sent rescuers.',
  'Twenty-two have been identified so far, eleven of them women.',
  'It took firefighters nine hours to reach the last two miners, who were both alive.',
  'The stand held 2,000 people when it collapsed.',
  'Judge Ines Falk sent four of the accused to prison; two were acquitted.',
  'Some 90 guests spent hours on the roof before helicopters lifted them off.',
  'The tally of infected patients rose to 312.',
  'Between 60 and 80 people were thought to be inside when the roof fell.',
  'The bandits who stopped the bus were eight or nine, the driver said.',
  'Organisers said 200,000 people had marched; the police said 45,000.',
  'The capsized boat was licensed for 30 passengers but had taken on 52, the inspectorate said.',
  'Reports that a second ship had sunk with 200 people aboard were denied by the coastguard.',
  '"Ten of my neighbours are under there," said Ahmed Tor, pointing at the rubble.',
  'Eyewitness Dora Klein said she saw at least ten people lying in the street.',
  'It was 20 minutes before the first of 11 ambulances came.',
  'Nobody was on the ferry’s car deck when it flooded, the mate said, but four passengers had been seen going down.',
  'The village priest says he has counted 33 coffins, five of them small and white.',
  'State television showed 12 captured soldiers.',
  'The ambulance service was called to 31 people who had fainted.',
  'Two of those arrested were released on Sunday.',
];

describe('extractFigures on reports of many kinds', () => {
  test.each(REPORTED)('reads a sentence: %s', (text, expected) => {
    expect(readFigures(text)).toEqual(expected);
  });

  test.each(NOTHING)('states nothing of people: %s', (text) => {
    expect(readFigures(text)).toEqual([]);
  });
});

test('nobody of one group hurt is a part of the figure, nobody at all is the whole', () => {
  const parts = (text: string) => extractFigures(text, splitSentences(text)).map(({ isPart }) => isPart);
  expect(parts('No member of the council was hurt.')).toEqual([true]);
  expect(parts('No crew were injured.')).toEqual([true]);
  expect(parts('Nobody was hurt.')).toEqual([false]);
});

test('some of the attackers are a part of the figure, all of them are the whole', () => {
  const parts = (text: string) => extractFigures(text, splitSentences(text)).map(({ isPart }) => isPart);
  expect(parts('The raiders ran. Marines killed all three.')).toEqual([false]);
  expect(parts('Four raiders ran. Three of them were killed.')).toEqual([false, true]);
  expect(parts('The raiders ran. One was killed by marines.')).toEqual([true]);
});

test('those who are hurt worst are a part of the figure', () => {
  const parts = (text: string) => extractFigures(text, splitSentences(text)).map(({ isPart }) => isPart);
  expect(parts('Forty people were hurt.')).toEqual([false]);
  expect(parts('Eighteen people were still in intensive care.')).toEqual([true]);
  expect(parts('Forty people were hurt, nine are on ventilators.')).toEqual([false, true]);
});
