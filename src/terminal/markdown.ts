/** How marks are shown: by ANSI sequences where the terminal takes them, else not at all. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly link: (text: string) => string;
}

export const plain: Style = {
  bold: (text) => text,
  italic: (text) => text,
  dim: (text) => text,
  link: (text) => text,
};

export const ansi: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  italic: (text) => `\u001b[3m${text}\u001b[23m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  link: (text) => `\u001b[4m${text}\u001b[24m`,
};

/** The Markdown that a bot of Discord writes: escapes, code, links, commands, times, bold and italic. */
const TOKEN =
  /\\([^0-9A-Za-z\s])|`([^`]+)`|\[([^\]]+)\]\(<?([^)>]+)>?\)|<(https?:[^>]+)>|<\/([^:>]+):\d+>|<t:(-?\d+)(?::\w)?>|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\*])+?)\*|(?<=^|\n)> /gs;

/**
 * Discord's Markdown as a terminal shows it. Control characters are taken out first, so that no text can steer
 * the terminal.
 */
export function drawMarkdown(markdown: string, style: Style): string {
  return draw(withoutControls(markdown), style);
}

/** Text without the characters that steer a terminal; line breaks stay. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

function draw(markdown: string, style: Style): string {
  return markdown.replace(
    TOKEN,
    (whole, escaped, code, label, target, url, command, time, bold, italic): string => {
      if (escaped !== undefined) return escaped;
      if (code !== undefined) return code;
      if (label !== undefined) return `${draw(label, style)} (${style.link(target)})`;
      if (url !== undefined) return style.link(url);
      if (command !== undefined) return `/${command}`;
      if (time !== undefined) return new Date(Number(time) * 1000).toISOString().replace('.000', '');
      if (bold !== undefined) return style.bold(draw(bold, style));
      if (italic !== undefined) return style.italic(draw(italic, style));
      return whole === '> ' ? '▏ ' : whole;
    },
  );
}
