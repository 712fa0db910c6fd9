import { topic } from '../src/command/topic.ts';

/** `/analysis`: what analysts and reporters make of it. */
export default topic({
  name: 'analysis',
  description: 'What experts and correspondents make of it',
  sure: ['analysts'],
  evidence: ['political scientist', 'think tank', '#opinion'],
  together: [
    [['#expert'], ['#outlook', '#quotation', 'prediction', 'analysis']],
    [
      ['raises questions', 'raises the question', 'the question is', 'tells us', 'the lesson', 'lessons'],
      ['#outlook', 'most', 'how', 'why', 'who'],
    ],
    [
      ['according to a study', 'study by', 'study found', 'according to research'],
      ['once in', 'now', 'more', 'less', 'likely', 'used to'],
    ],
  ],
  hints: ['#column', 'opinion-poll', 'implications', 'significance', 'credibility'],
  unless: ['#medical'],
  about: 'any',
  examples: [
    'what do experts say',
    'what does this mean',
    'what will the consequences be',
    'what do analysts expect',
    'how significant is this',
  ],
});
