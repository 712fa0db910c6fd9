import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('createLogger', () => {
  const token = 'TUFkZVVwRm9yVGhpc1Rlc3Q.GaBcDe.notARealTokenButLongEnoughToLookLikeOne';

  it('hides tokens under their keys and within texts', () => {
    const text = logged((logger) => {
      logger.info(
        { token: 'short', config: { discordToken: 'short' }, headers: { authorization: 'short' } },
        'start',
      );
      logger.error({ err: new Error(`login with ${token} failed`) }, `token ${token}`);
      logger.warn({ url: '/webhooks/12345/aVerySecretPart/messages/@original' }, 'refused');
    });
    expect(text).not.toContain('"short"');
    expect(text).not.toContain('notARealToken');
    expect(text).not.toContain('aVerySecretPart');
    expect(text).toContain('/webhooks/12345/[hidden]/messages');
  });

  it('writes one JSON object a line, errors with their cause', () => {
    const text = logged((logger) =>
      logger.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'x'),
    );
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).toContain('inner');
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it('is silent below its level', () => {
    expect(logged((logger) => logger.debug('x'))).toBe('');
  });
});
