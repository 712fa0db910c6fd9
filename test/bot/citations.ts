import type { Citation } from '../../src/answer/answer.ts';
import type { Article, ArticleId, Passage, PassageId, Span } from '../../src/corpus/model.ts';

export function articleOf(changes: Partial<Article> = {}): Article {
  return {
    id: 'gazette' as ArticleId,
    title: 'Bridge falls',
    publisher: 'Quay Gazette',
    published: { text: '2031-03-14', day: '2031-03-14' },
    url: 'https://gazette.example/bridge',
    language: 'en',
    form: 'full',
    passages: [],
    ...changes,
  };
}

/** A passage of sentences that end in a full stop. */
export function passageOf(text: string, number = 1): Passage {
  const sentences = [...text.matchAll(/[^.]+\.?\s*/g)].map(
    (match): Span => [match.index, match.index + match[0].trimEnd().length],
  );
  return { id: `gazette#${number}` as PassageId, article: 'gazette' as ArticleId, number, text, sentences };
}

/** A citation whose focus is the sentence that holds `focus`, with `highlight` marked wherever it stands. */
export function citationOf(
  text: string,
  {
    article = {},
    focus = '',
    highlight = '',
  }: { article?: Partial<Article>; focus?: string; highlight?: string } = {},
): Citation {
  const passage = passageOf(text);
  const at = text.indexOf(focus);
  const sentence = passage.sentences.find(([start, end]) => start <= at && at < end) ?? [0, text.length];
  const highlights: Span[] = [];
  for (
    let from = highlight === '' ? -1 : text.indexOf(highlight);
    from >= 0;
    from = text.indexOf(highlight, from + 1)
  ) {
    highlights.push([from, from + highlight.length]);
  }
  return { article: articleOf(article), passage, score: 1, highlights, focus: sentence };
}
