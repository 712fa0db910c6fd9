import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { State } from '../state.ts';
import { plainText } from './markdown.ts';
import { markdownView } from './markdown-view.ts';
import { shortTime } from './names.ts';

/** An embed as Discord draws it. Its pictures are not fetched: this page loads nothing from the web. */
export function embedView(state: State, embed: APIEmbed): TemplateResult {
  const { author, title, url, description, fields = [], footer, timestamp, color } = embed;
  const foot = [footer?.text, timestamp === undefined ? undefined : shortTime(timestamp)]
    .filter(Boolean)
    .join(' • ');
  return html`<discord-embed
    slot="embeds"
    color=${ifDefined(color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`)}
    author-name=${ifDefined(author?.name)}
    author-url=${ifDefined(webAddress(author?.url))}
    embed-title=${ifDefined(title === undefined ? undefined : plainText(title))}
    url=${ifDefined(webAddress(url))}
  >
    ${
      description === undefined
        ? nothing
        : html`<discord-embed-description slot="description" dir="auto"><div class="text">${markdownView(state, description)}</div></discord-embed-description>`
    }
    ${
      fields.length === 0
        ? nothing
        : html`<discord-embed-fields slot="fields">
          ${columns(fields).map(
            ({ field, column }) => html`<discord-embed-field
              field-title=${plainText(field.name)}
              ?inline=${column !== null}
              .inlineIndex=${column ?? undefined}
              ><div class="text" dir="auto">${markdownView(state, field.value)}</div></discord-embed-field
            >`,
          )}
        </discord-embed-fields>`
    }
    ${
      embed.image === undefined && embed.thumbnail === undefined
        ? nothing
        : html`<p slot="description" class="not-loaded">Picture not loaded: ${embed.image?.url ?? embed.thumbnail?.url}</p>`
    }
    ${foot === '' ? nothing : html`<discord-embed-footer slot="footer">${foot}</discord-embed-footer>`}
  </discord-embed>`;
}

type Field = NonNullable<APIEmbed['fields']>[number];

/** Which of three columns each inline field stands in; null for one that takes the whole width. */
function columns(
  fields: readonly Field[],
): readonly { readonly field: Field; readonly column: number | null }[] {
  let next = 1;
  return fields.map((field) => {
    if (field.inline !== true) {
      next = 1;
      return { field, column: null };
    }
    const column = next;
    next = next === 3 ? 1 : next + 1;
    return { field, column };
  });
}

function webAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? address
    : undefined;
}
