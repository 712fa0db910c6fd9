import type { Problem } from './model.ts';
import { errorAt } from './problem.ts';

/**
 * The text of a file: UTF-8, a byte order mark taken off, line ends as `\n`. Anything else is an error with
 * the line of the first byte that is wrong.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly problem: Problem } {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: errorAt(file, 1, 'is UTF-16; save the file as UTF-8') };
  }
  const zero = marked.indexOf(0);
  if (zero >= 0) {
    return {
      problem: errorAt(
        file,
        lineOf(marked, zero),
        'holds a zero byte, so it is no text file; save it as UTF-8 text',
      ),
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(marked);
    return { text: text.replace(/\r\n?/g, '\n') };
  } catch {
    const wrong = firstWrongByte(marked);
    return {
      problem: errorAt(file, lineOf(marked, wrong), 'is not UTF-8 from here on; save the file as UTF-8'),
    };
  }
}

/** Decoding leniently and encoding again gives other bytes from the first wrong one on. */
function firstWrongByte(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  let at = 0;
  while (at < bytes.length && bytes[at] === again[at]) at++;
  return at;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  }
  return line;
}
