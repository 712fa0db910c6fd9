import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Action } from '../command/reply.ts';
import { actionId, deleteId } from './custom-id.ts';
import { cutPlain } from './cut.ts';
import { plainLine } from './escape.ts';
import { LIMITS } from './limits.ts';

/** Three rows of five, so that there is always room for the bot's own buttons. */
const MOST_ACTIONS = 15;

/**
 * The buttons under a message: the reply's own, then `Delete` where the message can be deleted.
 *
 * @param deletableBy the id of the user who asked; undefined for a message without a `Delete` button.
 */
export function buttonRows(
  actions: readonly Action[],
  deletableBy: string | undefined,
): APIActionRowComponent<APIButtonComponent>[] {
  const buttons: APIButtonComponent[] = [];
  const taken = new Set<string>();
  for (const action of actions) {
    const id = actionId(action.command, action.state);
    // Discord refuses a message in which two buttons have one id; they would do the same thing.
    if (taken.has(id) || taken.size === MOST_ACTIONS) continue;
    taken.add(id);
    buttons.push({
      type: ComponentType.Button,
      style: action.style === 'primary' ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: cutPlain(plainLine(action.label), LIMITS.buttonLabel) || '…',
      custom_id: id,
      ...(action.disabled === true ? { disabled: true } : {}),
    });
  }
  if (deletableBy !== undefined) {
    buttons.push({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'Delete',
      custom_id: deleteId(deletableBy),
    });
  }
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsInRow) });
  }
  return rows;
}
