/**
 * The elements that draw messages, and what they lack: Discord's colours of today, which are the page's own, and
 * enough contrast; a button that is disabled for the keyboard too.
 */
import { DiscordActionRow } from '@skyra/discord-components-core/discord-action-row.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { type CSSResult, css, html, type LitElement } from 'lit';

type Drawn = Pick<typeof LitElement, 'elementStyles'> & {
  elementStyles: (typeof LitElement)['elementStyles'];
};

function restyle(element: Drawn, styles: CSSResult): void {
  element.elementStyles = [...element.elementStyles, styles];
}

restyle(
  DiscordMessages,
  css`
    :host, :host([light-theme]) { border: 0; background: none; color: var(--text); font-family: inherit; line-height: inherit; }
  `,
);
restyle(
  DiscordMessage,
  css`
    :host, :host([light-theme]) { color: var(--text); font-family: inherit; padding: 2px 16px; margin: 0; line-height: 1.375rem; }
    :host([highlight]), :host([ephemeral]) { padding-right: 16px; }
    :host(:hover) { background: none; }
    .discord-author-avatar { margin-right: 16px; }
    .discord-author-avatar img { cursor: default; }
    .discord-message-content { min-width: 0; line-height: 1.375rem; padding-top: 0; }
    .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp { color: var(--muted); margin-left: 4px; }
    .discord-message-timestamp-hover { font-size: 11px; flex: none; }
    .discord-message-edited, :host([light-theme]) .discord-message-edited { color: var(--muted); }
    .discord-message-body { overflow-wrap: anywhere; word-break: normal; }
    .discord-message-compact-indent { min-width: 0; }
  `,
);
restyle(
  DiscordAuthorInfo,
  css`
    :host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--heading); }
    :host .discord-author-username { font-weight: 600; }
    :host .discord-author-username:hover { cursor: inherit; text-decoration: none; }
  `,
);
restyle(
  DiscordVerifiedAuthorTag,
  css`:host { background: var(--brand); font-size: 0.6875rem; font-weight: 500; }`,
);
restyle(
  DiscordEmbed,
  css`
    :host, :host([light-theme]) { color: var(--text); font-size: 14px; margin: 4px 0; max-width: 520px; }
    :host .discord-left-border, :host([light-theme]) .discord-left-border { background-color: var(--embed-edge); }
    :host .discord-embed-root { flex: 1 1 auto; }
    :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper {
      background: var(--embed); border: 1px solid var(--embed-border); border-left: 0; width: 100%; justify-self: stretch;
    }
    :host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, 1fr) auto; overflow-wrap: anywhere; }
    :host .discord-embed-author, :host([light-theme]) .discord-embed-author,
    :host .discord-embed-author a, :host([light-theme]) .discord-embed-author a { color: var(--heading); }
    :host .discord-embed-author-block, :host .discord-embed-author-block > span { max-width: 100%; min-width: 0; unicode-bidi: isolate; }
    :host .discord-embed-title, :host([light-theme]) .discord-embed-title { color: var(--heading); unicode-bidi: isolate; }
    :host .discord-embed-title a { color: var(--link); }
    a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
  `,
);
restyle(DiscordEmbedDescription, css`:host { unicode-bidi: isolate; line-height: 1.25rem; }`);
restyle(DiscordEmbedFields, css`:host { grid-template-columns: repeat(12, minmax(0, 1fr)); }`);
restyle(
  DiscordEmbedField,
  css`:host .discord-field-title, :host([light-theme]) .discord-field-title { color: var(--heading); }`,
);
restyle(
  DiscordEmbedFooter,
  css`
    :host, :host([light-theme]) { color: var(--text); unicode-bidi: isolate; }
    :host .discord-footer-separator, :host([light-theme]) .discord-footer-separator { color: var(--muted); }
  `,
);
restyle(
  DiscordReply,
  css`
    :host, :host([light-theme]) { color: var(--muted); font-family: inherit; min-width: 0; }
    :host:before, :host([light-theme]):before { border-color: var(--spine) !important; }
    .discord-replied-message-username { color: var(--heading); opacity: 1; }
    .discord-replied-message-username:hover { cursor: inherit; text-decoration: none; }
    .discord-replied-message-content { cursor: inherit; overflow: hidden; }
    .discord-replied-message-content:hover, :host([light-theme]) .discord-replied-message-content:hover { color: inherit; }
    .discord-application-tag { background: var(--brand); }
  `,
);
restyle(
  DiscordCommand,
  css`
    :host, :host([light-theme]) { color: var(--muted); font-family: inherit; min-width: 0; }
    :host:before, :host([light-theme]):before { border-color: var(--spine) !important; }
    .discord-replied-message-username, :host([light-theme]) .discord-replied-message-username { color: var(--heading); opacity: 1; }
    .discord-replied-message-username:hover { cursor: inherit; text-decoration: none; }
    :host .discord-slash-command-name, :host .discord-slash-command-name:hover {
      color: var(--mention) !important; background: var(--mention-back); margin-left: 2px; min-width: 0; overflow: hidden;
    }
    .discord-context-command-name { color: var(--link) !important; opacity: 1; }
    .discord-context-user { display: none; }
  `,
);
restyle(DiscordActionRow, css`:host { gap: 8px; margin: 4px 0; }`);
restyle(
  DiscordMention,
  css`
    :host, :host([light-theme]) { color: var(--mention); background: var(--mention-back); cursor: inherit; }
    :host(:hover), :host([light-theme]:hover) { color: var(--mention); background: var(--mention-back); text-decoration: none; }
  `,
);
restyle(
  DiscordButton,
  css`
    :host > *:first-child { margin: 0; box-sizing: border-box; font-family: inherit; min-width: 60px; max-width: 100%; border-radius: 4px; }
    .secondary { background: var(--button); color: var(--button-text); }
    .secondary.hoverable:hover, a.secondary:hover { background: var(--button-hover); }
    a svg { margin-left: 6px; }
    .primary { background: var(--brand); }
    .primary.hoverable:hover { background: var(--brand-hover); }
    .success { background: #248046; }
    .success.hoverable:hover { background: #1a6334; }
    .destructive { background: #d22d39; }
    .destructive.hoverable:hover { background: #a12829; }
    button:focus-visible, a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    :host([data-busy]) button { cursor: progress; opacity: 0.6; }
  `,
);

// The element draws a disabled button that the keyboard can still press.
const proto = DiscordButton.prototype as DiscordButton & { updated(): void };
proto.updated = function updated(this: DiscordButton): void {
  const button = this.renderRoot.querySelector('button');
  if (button !== null) button.disabled = this.disabled;
};

// In titles the elements take any long number for one of Discord's emoji, whose picture they would fetch.
for (const { prototype } of [DiscordEmbed, DiscordEmbedField]) {
  Object.assign(prototype, {
    parseTitle: (title: string | undefined) => (title ? [html`<span>${title}</span>`] : null),
  });
}
