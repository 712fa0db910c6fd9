import { topic } from '../src/command/topic.ts';

/** `/foiled`: what was prevented. */
export default topic({
  name: 'foiled',
  description: 'Plots and attempts that were prevented or failed',
  evidence: [
    'foiled-plot',
    'bomb-disposal',
    'near-miss',
    'foiled',
    'thwarted',
    'controlled explosion',
    'defused',
    'disaster was averted',
  ],
  together: [
    [
      ['prevented', 'stopped', 'intercepted', 'averted', 'uncovered', 'disrupted'],
      [
        'an attack',
        'another attack',
        'a third',
        'on its way to',
        'on their way to',
        'plot',
        'plan to',
        'planned attack',
        'explosives',
        'bomb',
        'sabotage',
        'second attack',
      ],
    ],
    [
      ['had it reached', 'had they reached', 'if it had reached', 'had it exploded', 'had it gone off'],
      ['would have', 'could have'],
    ],
    [
      ['held', 'contained', 'carried', 'loaded with'],
      ['kilograms of explosives', 'kilos of explosives', 'kg of explosives', 'tonnes of explosives'],
    ],
  ],
  about: 'any',
  examples: [
    'was another attack prevented',
    'what was foiled',
    'were other plots stopped',
    'did a bomb fail to go off',
    'what was prevented',
  ],
});
