import { topic } from '../src/command/topic.ts';

/** `/casualties`: who was killed, hurt or is missing, by source. */
export default topic({
  name: 'casualties',
  description: 'Killed, injured and missing, as each source reports it',
  evidence: [
    'death',
    'injury',
    'missing-person',
    'death-toll',
    'casualty',
    'critical-condition',
    'drowning',
    'identified among the dead',
    'intensive care',
    'fighting for life',
    'fighting for their lives',
  ],
  hints: ['victim', 'hospital-admission', 'bereaved-family', 'dead-body', '#named-person'],
  unless: [
    'cows',
    'sheep',
    'cattle',
    'livestock',
    'animals',
    'dead fish',
    'dead birds',
    'feared dead',
    'give blood',
    'donate blood',
  ],
  figures: ['killed', 'injured', 'missing'],
  examples: [
    'how many people died',
    'how many were injured',
    'what is the death toll',
    'is anyone missing',
    'who are the victims',
  ],
});
