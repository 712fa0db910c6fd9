import { topic } from '../src/command/topic.ts';

/** `/claimed-by`: who says that they did it. */
export default topic({
  name: 'claimed-by',
  description: 'Who says that they did it, and who says that they did not',
  evidence: [
    'claim-of-responsibility',
    'responsibility-claim',
    'said it was behind',
    'said they were behind',
    'says that it is responsible',
    'said it was responsible',
    'said it carried out',
    'said it had carried out',
    'took responsibility',
    'accepted responsibility',
    'confessed to',
  ],
  together: [
    [['#group'], ['#own-deed']],
    [
      ['message', 'statement', 'letter', 'video', 'note', 'post', 'leaflet', 'email'],
      ['in the name of', 'signed by', 'calling itself', 'purporting to come from', 'claiming to be'],
    ],
    [
      ['the claim', 'the message', 'the letter', 'the statement', 'the confession'],
      [
        'authentic',
        'genuine',
        'scepticism',
        'skepticism',
        'with caution',
        'prank',
        'hoax',
        'proof',
        'dismissed',
        'appeared',
        'posted',
        'channel',
        'news wire',
      ],
    ],
  ],
  unless: [
    'no claim of responsibility',
    'no group has',
    'nobody has claimed',
    'no one has claimed',
    'claimed the lives',
    'claimed the life',
  ],
  sequel: ['text', 'message', 'statement', 'letter', 'claim', 'note', 'post', 'confession', 'manifesto'],
  examples: [
    'who claimed it',
    'who says they did it',
    'has anyone claimed responsibility',
    'which group is behind this',
    'where was the claim published',
  ],
});
