import { topic } from '../src/command/topic.ts';

/** `/hostages`: who was held or trapped, and who denies it. */
export default topic({
  name: 'hostages',
  description: 'People held or trapped: what is said and what is denied',
  evidence: [
    'hostage',
    'held-hostage',
    'hostage-negotiation',
    'captive',
    'ransom',
    'kidnapped',
    'abducted',
    'being held inside',
    'trapped inside',
    'people trapped',
    'still trapped',
    'at gunpoint',
  ],
  together: [
    [
      ['let go', 'freed', 'released', 'herded', 'held', 'kept', 'locked', 'demanded', 'negotiations'],
      ['gunman', 'attacker', 'captors', 'intruders', 'raiders', 'kidnappers', 'at gunpoint'],
    ],
    [
      ['could not get out', 'unable to leave', 'trapped', 'hiding', 'hid'],
      ['inside', 'basement', 'office', 'room', 'building'],
    ],
    [
      ['deadline', 'ultimatum'],
      ['murdered', 'killed', 'shot', 'passes', 'ran out', 'expired'],
    ],
    [
      ['had been released', 'walked out', 'slipped away'],
      ['hands raised', 'unharmed', 'slipped away'],
    ],
  ],
  unless: ['in custody', 'stranded', 'without charge'],
  figures: ['hostages'],
  examples: [
    'were there hostages',
    'how many hostages were taken',
    'was anyone trapped inside',
    'are the hostages free',
    'who denied that people were held',
  ],
});
