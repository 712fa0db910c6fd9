import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { State } from '../state.ts';
import { type MarkdownNode, parseMarkdown } from './markdown.ts';
import { longTime, nameOf, namesIn, styledTime } from './names.ts';

type Drawn = TemplateResult | string | typeof nothing;

/** A text with Discord's marks as elements. Whatever is text in it stays text: nothing of it is read as HTML. */
export function markdownView(state: State, markdown: string): unknown {
  const users = state.snapshot?.users;
  return guard([markdown, users], () => draw(state, parseMarkdown(markdown)));
}

function draw(state: State, nodes: readonly MarkdownNode[]): Drawn[] {
  return nodes.map((node) => drawOne(state, node));
}

function drawOne(state: State, node: MarkdownNode): Drawn {
  const text = typeof node.content === 'string' ? node.content : '';
  const inner = (): Drawn[] => (typeof node.content === 'string' ? [text] : draw(state, node.content ?? []));
  switch (node.type) {
    case 'text':
      return text;
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<code>${text}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${text}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'heading':
      return html`<div class="md-heading md-heading-${Number(node.level)}" role="heading" aria-level="2">${inner()}</div>`;
    case 'subtext':
      return html`<div class="md-subtext">${inner()}</div>`;
    case 'listItem':
      return html`<div class="md-item md-depth-${Number(node.depth)}"><span aria-hidden="true">${String(node.mark)}</span><span>${inner()}</span></div>`;
    case 'spoiler':
      return spoiler(inner());
    case 'link':
    case 'url':
    case 'autolink':
      return link(String(node.target), inner());
    case 'timestamp':
      return time(Number(node.timestamp), String(node.format ?? 'f'));
    case 'twemoji':
      return String(node.name);
    case 'emoji':
      return `:${String(node.name)}:`;
    default:
      return mention(state, node);
  }
}

/** Only http and https, and always in a tab of its own that knows nothing of this one. */
function link(target: string, label: Drawn[]): Drawn {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return html`${label}`;
  return html`<a href=${target} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function time(seconds: number, style: string): Drawn {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid Date';
  return html`<time class="md-time" datetime=${date.toISOString()} title=${longTime(date)}>${styledTime(date, style)}</time>`;
}

function spoiler(inner: Drawn[]): Drawn {
  const reveal = (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    button.setAttribute('aria-expanded', 'true');
    button.removeAttribute('aria-label');
  };
  return html`<button type="button" class="md-spoiler" aria-label="Spoiler" aria-expanded="false" @click=${reveal}><span>${inner}</span></button>`;
}

function mention(state: State, node: MarkdownNode): Drawn {
  const id = String(node.id ?? '');
  switch (node.type) {
    case 'user':
      return html`<discord-mention type="user">${nameOf(state, id)}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${namesIn(state)('role', id)}</discord-mention>`;
    case 'channel':
      return html`<discord-mention type="channel">${namesIn(state)('channel', id)}</discord-mention>`;
    case 'everyone':
    case 'here':
      return html`<discord-mention type="user">${node.type}</discord-mention>`;
    case 'slashCommand':
      return commandMention(state, String(node.fullName));
    default:
      return typeof node.content === 'string' ? node.content : nothing;
  }
}

/** A command in a text can be pressed, and is then being filled in. */
function commandMention(state: State, name: string): Drawn {
  const begin = () => {
    state.draft.choose(name);
    state.changed();
    state.focusComposer();
  };
  return html`<button type="button" class="md-command" @click=${begin}>/${name}</button>`;
}
