import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { icons } from '../drawing/icons.ts';
import { nameOf } from '../drawing/names.ts';
import type { State } from '../state.ts';
import type { Composer } from './composer.ts';
import type { CommandDraft } from './draft.ts';
import { LIST_ID, listView } from './list-view.ts';
import { currentEntry, type List, openOptions } from './lists.ts';

const MOST_CHARACTERS = 2_000;

/** Where one types, with the list above it. */
export function composerView(state: State, composer: Composer): TemplateResult {
  const { draft, channel } = state;
  if (channel === undefined) return html`<div class="composer"></div>`;
  if (!channel.maySend && !channel.mayUseCommands) {
    return html`<div class="composer"><p class="no-permission">You do not have permission to send messages in this channel.</p></div>`;
  }
  const list = composer.list();
  const choice = composer.choiceOf(list);
  return html`<div class="composer">
    ${list === null ? nothing : listView(state, list, choice, (item) => composer.pick(item))}
    ${draft.error === null ? nothing : html`<p class="failure" role="alert">${draft.error}</p>`}
    ${draft.replyTo === null ? nothing : replyingTo(state)}
    <div class="box ${draft.command === null ? '' : 'command'}" @keydown=${(event: KeyboardEvent) => composer.onKey(event)}>
      ${draft.command === null ? textField(state, composer, list, choice) : commandFields(state, composer, draft.command, list, choice)}
      ${draft.command === null ? nothing : leaveButton(state)}
      <button type="button" class="send" aria-label="Send" title="Send" @click=${() => void composer.send()}>${icons.send}</button>
    </div>
    <span class="sr-only" role="status">${list === null ? '' : (list.note ?? `${list.items.length} to choose from`)}</span>
  </div>`;
}

function leaveButton(state: State): TemplateResult {
  const leave = () => {
    state.draft.leave();
    state.focusComposer();
  };
  return html`<button type="button" class="leave" aria-label="Leave the command" title="Leave the command" @click=${leave}>${icons.close}</button>`;
}

function replyingTo(state: State): TemplateResult {
  const { draft } = state;
  const original = draft.replyTo;
  const cancel = () => {
    draft.replyTo = null;
    state.changed();
    state.focusComposer();
  };
  return html`<p class="replying">
    <span>Replying to <strong>${original === null ? '' : nameOf(state, original.author.id, original.author.username)}</strong></span>
    <button type="button" aria-label="Stop replying" @click=${cancel}>${icons.close}</button>
  </p>`;
}

function textField(state: State, composer: Composer, list: List | null, choice: number): TemplateResult {
  const { draft, channel } = state;
  const label = channel?.kind === 'direct' ? `Message @${channel.name}` : `Message #${channel?.name}`;
  const left = MOST_CHARACTERS - [...draft.text].length;
  const input = (event: InputEvent) => composer.typeText((event.target as HTMLTextAreaElement).value);
  return html`<textarea
      rows="1"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      dir="auto"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls=${list === null ? nothing : LIST_ID}
      aria-activedescendant=${choice < 0 ? nothing : `${LIST_ID}-${choice}`}
      .value=${live(draft.text)}
      @input=${input}
      @click=${() => state.changed()}
      ${ref((element) => grow(element))}
    ></textarea>
    ${left > 200 ? nothing : html`<span class="left ${left < 0 ? 'over' : ''}" aria-label="${left} characters left">${left}</span>`}`;
}

/** As high as its text, up to half of the window. */
function grow(element: Element | undefined): void {
  if (!(element instanceof HTMLTextAreaElement)) return;
  queueMicrotask(() => {
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, window.innerHeight / 2)}px`;
  });
}

function commandFields(
  state: State,
  composer: Composer,
  command: CommandDraft,
  list: List | null,
  choice: number,
): TemplateResult {
  const entry = currentEntry(state);
  const more = entry === undefined ? 0 : openOptions(state, entry).length;
  const aria = (name: string | null) => state.draft.option === name && list !== null;
  return html`<div class="fields">
    <span class="command-name">/${command.name}</span>
    ${[...command.inputs].map(([name, { text }]) => {
      const option = entry?.options.find((one) => one.name === name);
      const fault = command.faults.get(name);
      return html`<label class="chip ${fault === undefined ? '' : 'wrong'}">
        <span class="chip-name">${name}${option?.required === true ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</span>
        <input
          type="text"
          autocomplete="off"
          dir="auto"
          role="combobox"
          data-option=${name}
          size=${Math.min(48, Math.max(8, text.length + 1))}
          aria-label="${name}: ${option?.description ?? ''}"
          aria-required=${option?.required === true}
          aria-invalid=${fault !== undefined}
          aria-describedby=${fault === undefined ? nothing : 'option-fault'}
          aria-expanded=${aria(name) && list !== null && list.items.length > 0}
          aria-autocomplete="list"
          aria-controls=${LIST_ID}
          aria-activedescendant=${aria(name) && choice >= 0 ? `${LIST_ID}-${choice}` : nothing}
          .value=${live(text)}
          @input=${(event: InputEvent) => composer.typeOption(name, (event.target as HTMLInputElement).value)}
          @focus=${() => composer.enterOption(name)}
        />
      </label>`;
    })}
    <input
      type="text"
      class="rest"
      autocomplete="off"
      role="combobox"
      data-option=""
      aria-label=${more > 0 ? `Add an option, ${more} more` : 'Enter sends the command'}
      placeholder=${more > 0 ? `+${more} more` : ''}
      aria-expanded=${aria(null) && list !== null && list.items.length > 0}
      aria-autocomplete="list"
      aria-controls=${LIST_ID}
      aria-activedescendant=${aria(null) && choice >= 0 ? `${LIST_ID}-${choice}` : nothing}
      .value=${live(command.rest)}
      @input=${(event: InputEvent) => composer.typeRest((event.target as HTMLInputElement).value)}
      @focus=${() => composer.enterOption(null)}
    />
    ${command.faults.size === 0 ? nothing : html`<span class="failure" id="option-fault" role="alert">${[...command.faults.values()][0]}</span>`}
  </div>`;
}
