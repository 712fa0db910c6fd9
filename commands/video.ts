import { topic } from '../src/command/topic.ts';

/** `/video`: what was seen: footage, pictures and recordings. */
export default topic({
  name: 'video',
  description: 'Footage, pictures and recordings, and what they show',
  evidence: ['#footage'],
  hints: [
    'photo-image',
    'shows',
    'show',
    'pictures',
    'can be heard',
    'can be seen',
    'viewed',
    'camera',
    'voice',
  ],
  examples: [
    'is there a video',
    'what does the footage show',
    'were there pictures',
    'who filmed it',
    'what can be heard in the recording',
  ],
});
