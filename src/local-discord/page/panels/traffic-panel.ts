import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { GatewayTraffic, InteractionTraffic, RestTraffic, TrafficEntry } from '../../traffic.ts';
import type { AppActions } from '../layout/app-view.ts';
import type { State } from '../state.ts';
import { panelFrame } from './panel.ts';

/** Entries that are drawn, the newest first. */
const MOST_SHOWN = 200;
/** Characters of a payload that are drawn; copying gives all of it. */
const MOST_CHARACTERS = 20_000;

type Filter = 'all' | TrafficEntry['kind'];
const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', 'All'],
  ['interaction', 'Interactions'],
  ['rest', 'REST'],
  ['gateway', 'Gateway'],
];
let filter: Filter = 'all';

const numbers = new WeakMap<TrafficEntry, number>();
let counted = 0;

/** An entry's number for as long as this page knows it: entries have no ids of their own. */
function numberOf(entry: TrafficEntry): number {
  const number = numbers.get(entry) ?? counted++;
  numbers.set(entry, number);
  return number;
}

/** What goes over the wire between the bot and this local Discord, with the bot's times. */
export function trafficPanel(state: State, actions: AppActions): TemplateResult {
  const entries = (state.snapshot?.traffic ?? []).filter(({ kind }) => filter === 'all' || kind === filter);
  const shown = entries.slice(-MOST_SHOWN).reverse();
  const choose = (event: Event) => {
    filter = (event.target as HTMLInputElement).value as Filter;
    state.changed();
  };
  return panelFrame(
    'Traffic',
    actions,
    html`<fieldset class="filters" @change=${choose}>
        <legend class="sr-only">What to show</legend>
        ${FILTERS.map(
          ([value, label]) =>
            html`<label><input type="radio" name="traffic" value=${value} .checked=${filter === value} />${label}</label>`,
        )}
      </fieldset>
      <div class="panel-body" tabindex="0" role="group" aria-label="Entries, the newest first">
        ${shown.length === 0 ? html`<p class="quiet-note">Nothing yet. Use a command, and what goes over the wire appears here.</p>` : nothing}
        ${repeat(shown, numberOf, (entry) => guard([entry], () => entryView(entry)))}
      </div>`,
  );
}

function entryView(entry: TrafficEntry): TemplateResult {
  switch (entry.kind) {
    case 'interaction':
      return interaction(entry);
    case 'rest':
      return rest(entry);
    case 'gateway':
      return gateway(entry);
  }
}

function interaction(entry: InteractionTraffic): TemplateResult {
  const { name, acknowledgedAfter, answeredAfter, outcome } = entry;
  const failed = outcome.status === 'failed';
  const times = html`<dl class="times">
    <div><dt>acknowledged</dt><dd>${milliseconds(acknowledgedAfter)}</dd></div>
    <div><dt>answered</dt><dd>${milliseconds(answeredAfter)}</dd></div>
  </dl>`;
  return line(entry, 'interaction', failed ? 'failed' : outcome.kind, html`<strong>${name}</strong>`, times, [
    ['Outcome', outcome],
  ]);
}

function rest(entry: RestTraffic): TemplateResult {
  const { method, path, status, duration, request, response } = entry;
  const label = html`<strong>${method}</strong> <span class="path">${path}</span>`;
  const right = html`<span class=${status >= 400 ? 'bad' : ''}>${status}</span> · ${milliseconds(duration)}`;
  return line(entry, 'rest', 'REST', label, right, [
    ['Request', request],
    ['Response', response],
  ]);
}

function gateway(entry: GatewayTraffic): TemplateResult {
  const { direction, op, event, data } = entry;
  const arrow = direction === 'to bot' ? '→' : '←';
  const label = html`<span aria-hidden="true">${arrow}</span><span class="sr-only">${direction}</span> <strong>${event ?? `op ${op}`}</strong>`;
  return line(entry, 'gateway', 'Gateway', label, `op ${op}`, [['Payload', data]]);
}

type Payload = readonly [title: string, value: unknown];

function line(
  entry: TrafficEntry,
  style: string,
  kind: string,
  label: unknown,
  right: unknown,
  payloads: readonly Payload[],
): TemplateResult {
  const time = new Date(entry.at);
  const fill = (event: Event) => {
    const details = event.currentTarget as HTMLDetailsElement;
    const body = details.querySelector('.payloads');
    if (!details.open || body === null || body.childElementCount > 0) return;
    // A payload is written out only once somebody wants to see it.
    for (const [title, value] of payloads) body.append(...payload(title, value));
  };
  return html`<details class="entry ${style}" @toggle=${fill}>
    <summary>
      <time datetime=${time.toISOString()}>${time.toLocaleTimeString(undefined, { hour12: false })}.${String(time.getMilliseconds()).padStart(3, '0')}</time>
      <span class="kind">${kind}</span>
      <span class="what">${label}</span>
      <span class="right">${right}</span>
    </summary>
    <div class="payloads"></div>
  </details>`;
}

function payload(title: string, value: unknown): HTMLElement[] {
  if (value === undefined || value === null) return [];
  const text = JSON.stringify(value, null, 2);
  const heading = document.createElement('h3');
  heading.textContent = title;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.textContent = 'Copy';
  copy.setAttribute('aria-label', `Copy ${title}`);
  copy.addEventListener('click', () => void navigator.clipboard.writeText(text));
  heading.append(' ', copy);
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent =
    text.length > MOST_CHARACTERS
      ? `${text.slice(0, MOST_CHARACTERS)}\n… ${text.length - MOST_CHARACTERS} more characters`
      : text;
  return [heading, pre];
}

function milliseconds(value: number | null): string {
  if (value === null) return 'never';
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}
