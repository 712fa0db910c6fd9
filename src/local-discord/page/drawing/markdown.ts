import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

type ParserRule = (typeof rulesExtended)[string];

/** A piece of Discord's Markdown as parsed, with what its type has besides. */
export interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  readonly target?: string;
  /** Of a mention. */
  readonly id?: string;
  /** Of an emoji. */
  readonly name?: string;
  /** Of a command: with group and subcommand. */
  readonly fullName?: string;
  /** Of a heading, from 1. */
  readonly level?: number;
  /** Of a list's item, from 0; `mark` is what stands before it. */
  readonly depth?: number;
  readonly mark?: string;
  /** Seconds since 1970, and how to show them. */
  readonly timestamp?: string;
  readonly format?: string;
}

/**
 * `[label](https://…)` and `[label](<https://…>)`. The parser's own rule takes quadratic time on brackets that
 * never close, and any scheme; Discord makes links of http and https alone.
 */
const link: ParserRule = {
  order: SimpleMarkdown.defaultRules.link.order,
  match: (source: string) => {
    if (source[0] !== '[') return null;
    const end = closingBracket(source);
    if (end < 0 || source[end + 1] !== '(') return null;
    const target = /^\(\s*<?(https?:\/\/[^\s<>]{1,2000}?)>?(?:\s+"[^"\n]{0,300}")?\s*\)/i.exec(
      source.slice(end + 1, end + 2400),
    );
    if (target?.[1] === undefined) return null;
    return Object.assign([source.slice(0, end + 1 + target[0].length), source.slice(1, end), target[1]], {
      index: 0,
      input: source,
    }) as unknown as RegExpExecArray;
  },
  parse: (capture, parse, state) => ({
    type: 'link',
    content: parse(capture[1] ?? '', { ...state, inLink: true }),
    target: capture[2],
  }),
};

/** The end of a label that begins at 0: brackets in it come in pairs. -1 where there is none near. */
function closingBracket(source: string): number {
  let depth = 0;
  const end = Math.min(source.length, 600);
  for (let at = 0; at < end; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return at;
  }
  return -1;
}

const { heading } = rulesExtended;

/** `- item` and `1. item`, which the parser leaves as text: one item, drawn as a line of its list. */
const listItem: ParserRule = {
  order: (heading?.order ?? 6) + 0.25,
  match: (source: string, state) => {
    const { prevCapture } = state;
    const previous = prevCapture?.[0] ?? '';
    if (previous !== '' && !previous.endsWith('\n')) return null;
    return /^( *)([-*]|\d{1,9}\.) +([^\n]+)(?:\n|$)/.exec(source);
  },
  parse: (capture, parse, state) => ({
    type: 'listItem',
    depth: Math.min(5, Math.floor((capture[1]?.length ?? 0) / 2)),
    mark: /\d/.test(capture[2] ?? '') ? capture[2] : '•',
    content: parse(capture[3] ?? '', state),
  }),
};

const parser = SimpleMarkdown.parserFor({ ...rulesExtended, link, listItem });

/** Discord's Markdown as a tree. Text that cannot be parsed is one piece of text. */
export function parseMarkdown(markdown: string): readonly MarkdownNode[] {
  try {
    return parser(markdown, { inline: true }) as readonly MarkdownNode[];
  } catch {
    return [{ type: 'text', content: markdown }];
  }
}

/** Names for the ids of mentions. */
export type Names = (kind: 'user' | 'role' | 'channel', id: string) => string;

/** What a reader sees of it, without marks: for places that take text alone. */
export function plainText(markdown: string, names: Names = (kind) => kind): string {
  return parseMarkdown(markdown)
    .map((node) => textOf(node, names))
    .join('');
}

function textOf(node: MarkdownNode, names: Names): string {
  switch (node.type) {
    case 'br':
    case 'newline':
      return '\n';
    case 'everyone':
    case 'here':
      return `@${node.type}`;
    case 'user':
    case 'role':
      return `@${names(node.type, String(node.id))}`;
    case 'channel':
      return `#${names(node.type, String(node.id))}`;
    case 'twemoji':
      return String(node.name);
    case 'emoji':
      return `:${String(node.name)}:`;
    case 'slashCommand':
      return `/${String(node.fullName)}`;
    default:
      if (typeof node.content === 'string') return node.content;
      return (node.content ?? []).map((inner) => textOf(inner, names)).join('');
  }
}
