import type { Deed } from '../page-server/wire.ts';
import { sendDeed } from './requests.ts';
import type { Pending, State } from './state.ts';

/** Does something that the bot has no part in: a message, its deletion. Gives the reason where it is refused. */
export async function act(state: State, deed: Deed): Promise<string | null> {
  const answer = await sendDeed({ as: state.personaKey, nonce: crypto.randomUUID(), deed });
  return answer.ok ? null : answer.error;
}

/** Starts an interaction. Until the bot has responded, it is pending. Gives the reason where it is refused. */
export async function interact(
  state: State,
  deed: Deed,
  about: Pick<Pending, 'channelId' | 'kind' | 'label' | 'source'>,
): Promise<string | null> {
  const nonce = crypto.randomUUID();
  state.pending = [...state.pending.filter((one) => !isSame(one, about)), { ...about, nonce, failure: null }];
  state.changed();
  const answer = await sendDeed({ as: state.personaKey, nonce, deed });
  if (answer.ok) return null;
  state.pending = state.pending.filter((one) => one.nonce !== nonce);
  state.changed();
  return answer.error;
}

/** Takes a failed command out of sight. */
export function dismiss(state: State, nonce: string): void {
  state.pending = state.pending.filter((one) => one.nonce !== nonce);
  state.changed();
}

function isSame(one: Pending, other: Pick<Pending, 'kind' | 'source'>): boolean {
  return (
    one.source !== null &&
    other.source !== null &&
    one.source.messageId === other.source.messageId &&
    one.source.customId === other.source.customId
  );
}
