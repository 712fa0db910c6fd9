import { nothing, type TemplateResult } from 'lit';
import type { State } from '../state.ts';
import { menuView } from './menu.ts';

let anchor: HTMLElement | null = null;

export function openPersonaMenu(state: State, from: HTMLElement): void {
  anchor = from;
  state.menu = { kind: 'personas' };
  state.changed();
}

/** Who to be, and what each of them is. */
export function personaMenu(state: State, become: (key: string) => void): TemplateResult | typeof nothing {
  const { menu, snapshot } = state;
  if (menu?.kind !== 'personas' || snapshot === null) return nothing;
  return menuView(state, {
    label: 'Who you are',
    note: 'On this local Discord you can be any of these people, to see what each sees and may do.',
    anchor,
    items: snapshot.personas.map(({ key, name, title, about }) => ({
      label: `${name} · ${title}`,
      about,
      checked: key === snapshot.me.key,
      run: () => become(key),
    })),
  });
}
