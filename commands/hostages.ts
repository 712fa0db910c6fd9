import { topic } from '../src/command/topic.ts';

/** `/hostages`: who was held or trapped, and who denies it. */
export default topic({
  name: 'hostages',
  description: 'People held or trapped: what is said and what is denied',
  evidence: [
    'hostage-release',
    'hostage',
    'captive',
    'kidnapped',
    'abducted',
    'ransom',
    'besieged',
    'trapped inside',
    'trapped in',
    'still trapped',
    'people trapped',
    'held inside',
    'could not get out',
    'unable to leave',
    'negotiator',
    'released unharmed',
  ],
  figures: ['hostages'],
  examples: [
    'were there hostages',
    'how many hostages were taken',
    'was anyone trapped inside',
    'are the hostages free',
    'who denied that people were held',
  ],
});
