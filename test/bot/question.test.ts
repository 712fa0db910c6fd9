import { describe, expect, it } from 'vitest';
import { mentions, questionIn } from '../../src/bot/question.ts';

const names = {
  user: (id: string) => (id === '2' ? 'Mina' : undefined),
  role: (id: string) => (id === '3' ? 'Moderators' : undefined),
  channel: (id: string) => (id === '4' ? 'general' : undefined),
};

describe('the question in a message', () => {
  it.each([
    ['<@1> who did it', 'who did it'],
    ['who did it <@!1>?', 'who did it ?'],
    ['<@1>, who did it', 'who did it'],
    ['<@1>: who <@1> did it', 'who did it'],
    ['<@1>', ''],
    ['  <@1>  <@1> ', ''],
    ['<@1> did <@2> or <@9> say it', 'did Mina or someone say it'],
    ['<@1> what of <@&3> in <#4>', 'what of Moderators in general'],
    ['<@1> <a:fire:55> where', ':fire: where'],
    ['<@1> like </casualties:77>', 'like /casualties'],
    ['<@1> 😀', '😀'],
  ])('in %j is %j', (content, question) => {
    expect(questionIn(content, '1', names)).toBe(question);
  });
});

describe('a mention', () => {
  it.each([
    ['<@1> hello', true],
    ['hello <@!1>', true],
    ['hello', false],
    ['<@12>', false],
    ['<@&1>', false],
    ['@everyone', false],
  ])('in %j: %s', (content, expected) => {
    expect(mentions(content, '1')).toBe(expected);
  });
});
