import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedLength } from '../../src/bot/answer-message.ts';
import type { MessageBody } from '../../src/bot/message-body.ts';
import { render } from '../../src/bot/render.ts';
import { anyReply } from './arbitrary-reply.ts';

const commandIds = new Map([
  ['help', '123456789012345678'],
  ['ask', '123456789012345679'],
]);

function expectWithinLimits(body: MessageBody): void {
  expect(body.content.length).toBeLessThanOrEqual(2000);
  expect(body.content.trim().length + body.embeds.length).toBeGreaterThan(0);
  expect(body.embeds.length).toBeLessThanOrEqual(10);
  expect(embedLength(body.embeds)).toBeLessThanOrEqual(6000);
  for (const embed of body.embeds) {
    expect(embedLength([embed])).toBeGreaterThan(0);
    expect(embed.title?.length ?? 1).toBeLessThanOrEqual(256);
    expect(embed.description?.length ?? 1).toBeLessThanOrEqual(4096);
    expect(embed.author?.name.length ?? 1).toBeLessThanOrEqual(256);
    expect(embed.footer?.text.length ?? 1).toBeLessThanOrEqual(2048);
    for (const part of [embed.title, embed.description, embed.author?.name, embed.footer?.text]) {
      if (part !== undefined) expect(part.trim()).not.toBe('');
    }
    if (embed.url !== undefined) expect(embed.url).toMatch(/^https?:\/\/.{1,2040}$/s);
  }
  expect(body.components.length).toBeLessThanOrEqual(5);
  const ids: string[] = [];
  for (const { components } of body.components) {
    expect(components.length).toBeGreaterThan(0);
    expect(components.length).toBeLessThanOrEqual(5);
    for (const button of components) {
      if (!('custom_id' in button) || !('label' in button)) throw new Error('not a button of ours');
      ids.push(button.custom_id);
      expect(button.custom_id.length).toBeLessThanOrEqual(100);
      expect(button.label?.trim().length).toBeGreaterThan(0);
      expect(button.label?.length).toBeLessThanOrEqual(80);
    }
  }
  expect(new Set(ids).size).toBe(ids.length);
}

describe('rendering', () => {
  it.each([true, false])('stays within Discord’s limits for any reply (embeds: %s)', (embeds) => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const body = render(reply, { embeds, commandIds, deletableBy: '1' });
        expectWithinLimits(body);
        expect(body.allowedMentions).toEqual({ parse: [], repliedUser: false });
        if (!embeds) expect(body.embeds).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('splits no character in two', () => {
    fc.assert(
      fc.property(anyReply, fc.boolean(), (reply, embeds) => {
        const body = render(reply, { embeds, commandIds });
        expect(JSON.stringify(body)).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/i);
      }),
    );
  });

  it('shows every passage of a page', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        fc.pre(reply.kind === 'answer' && reply.answer.status === 'answered');
        const { embeds } = render(reply, { embeds: true, commandIds });
        const shown = embeds.filter((embed) => embed.title !== undefined).length;
        const { passages } = reply.answer;
        const offset = Math.min(reply.offset ?? 0, passages.length - 1);
        expect(shown).toBe(Math.min(passages.length - offset, reply.pageSize ?? 5, 8));
      }),
    );
  });
});
