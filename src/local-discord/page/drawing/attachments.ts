import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';

/** Files that were sent with a message. They lie on this machine: pictures are shown, others offered. */
export function attachmentsView({ attachments }: APIMessage): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<div slot="attachments" class="attachments">
    ${attachments.map((file) => {
      // The path alone: the page may have been opened under another name of this machine.
      const path = new URL(file.url).pathname;
      const isPicture = /^image\/(?:png|jpeg|gif|webp)$/.test(file.content_type ?? '');
      return isPicture
        ? html`<a href=${path} target="_blank" rel="noopener"><img src=${path} alt=${file.description ?? file.filename} /></a>`
        : html`<a class="file" href=${path} download=${file.filename}>${file.filename} <small>${file.size} bytes</small></a>`;
    })}
  </div>`;
}
