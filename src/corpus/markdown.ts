import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A passage's text with the nearest heading above it. */
export interface PassageText {
  readonly text: string;
  readonly heading?: string;
}

/** What could not be read as text; `line` counts from 1 in the body. An error makes the body unusable. */
export interface BodyProblem {
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly message: string;
}

export interface Body {
  readonly passages: readonly PassageText[];
  readonly problems: readonly BodyProblem[];
}

/**
 * What is parsed in one piece, in UTF-16 units, so that the event loop is not held for more than some 50 ms.
 * Plain paragraphs are not parsed and may be of any length.
 */
const LARGEST_PIECE = 80_000;
/** A line that makes paragraphs depend on each other: a fence, HTML, or the target of a reference. */
const REACHES_ACROSS = /^ {0,3}(?:```|~~~|<|\[[^\]\n]{1,999}\]:)/m;
/** A block that begins with white space may belong to the list item above it. */
const CONTINUES = /\n[ \t]*\n[ \t]+\S/;
/** Without any of these characters a paragraph is its own text. */
const PLAIN = /^[^\\`*_[\]<>&#~!=|\n]*$/;
/** The beginning of a list item, a rule or an underlined heading. */
const MARKED_START = /^(?:[-+]|\d{1,9}[.)](?:\s|$))/;

/**
 * Reads an article's body as Markdown (CommonMark).
 *
 * Every paragraph is a passage; so is a list item and a block quote with its paragraphs. Headings are no
 * passages and stand as context with those below them. Emphasis marks, escapes and the targets of links are
 * no text; images and HTML are none either (HTML with a warning). Code is text: mostly it is a paragraph that
 * somebody has indented. White space is folded to single spaces.
 *
 * Bodies are read paragraph by paragraph, awaiting `pace` between; only where paragraphs depend on each other
 * is the body parsed as a whole.
 */
export async function readPassages(body: string, pace: () => Promise<void> = async () => {}): Promise<Body> {
  const reader = new BodyReader();
  if (REACHES_ACROSS.test(body) || CONTINUES.test(`\n\n${body}`)) {
    reader.readMarkdown(body, 1);
    return reader.body();
  }
  let line = 1;
  for (const block of body.split(/(\n(?:[ \t]*\n)+)/)) {
    if (isPlain(block)) reader.addPassage(block);
    else if (block.trim() !== '') reader.readMarkdown(block, line);
    line += block.split('\n').length - 1;
    await pace();
  }
  return reader.body();
}

function isPlain(block: string): boolean {
  return block.split('\n').every((line) => PLAIN.test(line) && !MARKED_START.test(line.trimStart()));
}

/** Gathers passages while it walks down the blocks of a body. */
class BodyReader {
  readonly #passages: PassageText[] = [];
  readonly #problems: BodyProblem[] = [];
  #heading: string | undefined;

  body(): Body {
    return { passages: this.#passages, problems: this.#problems };
  }

  addPassage(raw: string): void {
    const text = foldWhiteSpace(raw);
    if (text === '') return;
    this.#passages.push({ text, ...(this.#heading !== undefined && { heading: this.#heading }) });
  }

  readMarkdown(source: string, firstLine: number): void {
    if (source.length > LARGEST_PIECE) {
      const message =
        'is too long to be read in one piece; split it, or write plain paragraphs with blank lines between';
      this.#problems.push({ severity: 'error', line: firstLine, message });
      return;
    }
    this.#walk(fromMarkdown(source).children, firstLine);
  }

  /** Goes through blocks side by side; paragraphs next to each other in an item or a quote are one passage. */
  #walk(
    nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
    firstLine: number,
    joined = false,
  ): void {
    let run: string[] = [];
    const endRun = () => {
      this.addPassage(run.join(' '));
      run = [];
    };
    for (const node of nodes) {
      if (node.type === 'paragraph') {
        run.push(textOf(node.children));
        if (!joined) endRun();
        continue;
      }
      endRun();
      if (node.type === 'heading') this.#heading = foldWhiteSpace(textOf(node.children)) || undefined;
      else if (node.type === 'code') this.addPassage(node.value);
      else if (node.type === 'blockquote') this.#walk(node.children, firstLine, true);
      else if (node.type === 'list') {
        for (const item of node.children) this.#walk(item.children, firstLine, true);
      } else if (node.type === 'html' && !/^<!--[\s\S]*-->$/.test(node.value.trim())) {
        this.#problems.push({
          severity: 'warning',
          line: (node.position?.start.line ?? 1) + firstLine - 1,
          message: 'holds HTML, which is not read; write its text as a paragraph',
        });
      }
    }
    endRun();
  }
}

/** The words of a paragraph, as a reader of the rendered Markdown sees them. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value;
        case 'break':
          return ' ';
        case 'html':
          return /^<br\b/i.test(node.value) ? ' ' : '';
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
        case 'linkReference':
          return textOf(node.children);
        default:
          return '';
      }
    })
    .join('');
}

function foldWhiteSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
