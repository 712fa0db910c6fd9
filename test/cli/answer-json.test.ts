import { describe, expect, it } from 'vitest';
import type { Answered, Citation } from '../../src/answer/answer.ts';
import { replyJson } from '../../src/cli/answer-json.ts';
import { replyText } from '../../src/cli/reply-text.ts';
import type { AnswerReply } from '../../src/command/reply.ts';
import { createCorpus } from '../../src/corpus/corpus.ts';
import type { Article } from '../../src/corpus/model.ts';
import { fireCorpus } from '../command/newsroom.ts';

async function answerOf(count: number): Promise<AnswerReply & { answer: Answered }> {
  const corpus = await fireCorpus();
  const articles = corpus.articles.filter(({ id }) => id === 'post-1' || id === 'post-2');
  const [article, later] = createCorpus(corpus.event, articles).articles as [Article, Article];
  const passages = article.passages.slice(0, count).map(
    (passage, i): Citation => ({
      article,
      passage,
      score: 1 / (i + 3),
      highlights: [[0, 5]],
      focus: [0, 5],
      ...(i === 0 && { revisedBy: { kind: 'corrected', by: later } }),
    }),
  );
  const [first] = passages;
  if (!first) throw new Error('no passage');
  const about = { article, passage: first.passage };
  const figure = { role: 'injured', value: 39, max: 42, qualifier: 'about' } as const;
  const differing = { ...about, figure };
  return {
    kind: 'answer',
    heading: 'smoke',
    note: 'A note',
    answer: {
      status: 'answered',
      question: 'smoke',
      passages,
      figures: [
        {
          role: 'injured',
          value: 39,
          max: 42,
          qualifier: 'about',
          attribution: 'the mayor',
          ...about,
          span: [0, 2],
          latest: true,
          isPart: false,
        },
        {
          role: 'killed',
          value: 1,
          qualifier: null,
          attribution: null,
          ...about,
          span: [0, 2],
          latest: false,
          isPart: false,
        },
      ],
      disagreements: [{ about: 'injured', kind: 'imprecise', sides: [differing, differing] }],
      asOf: article.published,
    },
  };
}

describe('replyJson', () => {
  it('has the keys of the contract, in its order', async () => {
    const json = replyJson('  how many?', await answerOf(1), 10);
    expect(JSON.stringify(json)).toBe(
      JSON.stringify({
        question: '  how many?',
        status: 'answered',
        passages: [
          {
            text: 'Smoke rose over quarter 1.',
            article: 'post-1',
            form: 'full',
            publisher: 'Fjord Post',
            title: 'Cannery burns',
            published: '2041-05-02',
            url: 'https://example.org/post-1',
            paragraph: 1,
            score: 0.3333,
            highlights: [[0, 5]],
          },
        ],
        figures: [
          {
            role: 'injured',
            value: 39,
            max: 42,
            qualifier: 'about',
            attribution: 'the mayor',
            article: 'post-1',
            paragraph: 1,
            published: '2041-05-02',
          },
          {
            role: 'killed',
            value: 1,
            qualifier: null,
            attribution: null,
            article: 'post-1',
            paragraph: 1,
            published: '2041-05-02',
          },
        ],
        disagreements: [
          {
            about: 'injured',
            kind: 'imprecise',
            sides: [
              { article: 'post-1', paragraph: 1 },
              { article: 'post-1', paragraph: 1 },
            ],
          },
        ],
      }),
    );
  });

  it('has as many passages as asked for, at most', async () => {
    expect(replyJson('q', await answerOf(12), 10)).toMatchObject({ passages: { length: 10 } });
    expect(replyJson('/smoke', await answerOf(12), Number.POSITIVE_INFINITY)).toMatchObject({
      passages: { length: 12 },
    });
  });

  it('has no passages for a refusal', () => {
    const answer = { status: 'unanswered', question: 'q', reason: 'silent', suggestions: ['smoke'] } as const;
    expect(replyJson('q', { kind: 'answer', heading: 'q', answer }, 10)).toEqual({
      question: 'q',
      status: 'unanswered',
      passages: [],
      figures: [],
      disagreements: [],
    });
  });

  it('gives other replies as text, failures as unanswered', () => {
    expect(replyJson('/help', { kind: 'document', title: 'Help', sections: [{ body: 'Ask.' }] }, 10)).toEqual(
      {
        question: '/help',
        status: 'answered',
        text: 'Help\n\nAsk.',
      },
    );
    expect(replyJson('/x', { kind: 'notice', text: 'done' }, 10)).toMatchObject({
      status: 'answered',
      text: 'done',
    });
    expect(replyJson('/x', { kind: 'notice', text: 'no', failed: true }, 10)).toMatchObject({
      status: 'unanswered',
    });
  });
});

describe('replyText', () => {
  it('shows note, figures, disagreements, passages with their sources, and the date', async () => {
    expect(replyText(await answerOf(1))).toBe(
      [
        'A note',
        'Figures\n  about 39–42 injured according to the mayor (Fjord Post, 2 May 2041), the latest\n  1 killed (Fjord Post, 2 May 2041)',
        'Sources differ\n  injured: about 39–42 injured, Fjord Post (post-1, passage 1)',
        'Fjord Post, 2 May 2041: Cannery burns (post-1, passage 1)\n  “Smoke rose over quarter 1.”\n  https://example.org/post-1\n  (corrected by Fjord Post, Roof gone)',
        'As of 2 May 2041.',
      ].join('\n\n'),
    );
  });

  it('says who reports something and where it is reported as denied', async () => {
    const reply = await answerOf(2);
    const disagreements = [{ about: 'fire', kind: 'denied' as const, sides: reply.answer.passages }];
    expect(replyText({ ...reply, answer: { ...reply.answer, disagreements } })).toContain(
      'Sources differ\n  what happened: Fjord Post (post-1, passage 1); denied in Fjord Post (post-1, passage 2)',
    );
  });

  it.each([
    ['The mayor', 'the mayor'],
    ['Those nurses', 'those nurses'],
    ['Theresa Anning', 'Theresa Anning'],
    ['An Nguyen', 'An Nguyen'],
    ['A. Rill', 'A. Rill'],
    ['The Strand Post', 'The Strand Post'],
  ])('writes the speaker %j as %j within a line', async (attribution, written) => {
    const reply = await answerOf(1);
    const figures = reply.answer.figures.map((figure) => ({ ...figure, attribution }));
    expect(replyText({ ...reply, answer: { ...reply.answer, figures } })).toContain(
      `1 killed according to ${written} (Fjord Post`,
    );
  });

  it('never puts a summary between quotation marks', async () => {
    const reply = await answerOf(1);
    const passages = reply.answer.passages.map((citation) => ({
      ...citation,
      article: { ...citation.article, form: 'summary' as const },
    }));
    const text = replyText({ ...reply, answer: { ...reply.answer, passages } });
    expect(text).toContain('Summary: Smoke rose over quarter 1.');
    expect(text).not.toContain('“');
  });

  it('says why there is no answer, and what is nearest', () => {
    const refusal = (reason: 'empty' | 'silent' | 'filtered') =>
      replyText({
        kind: 'answer',
        heading: 'q',
        answer: { status: 'unanswered', question: 'q', reason, suggestions: ['smoke'] },
      });
    expect(refusal('silent')).toBe('The articles do not say.\nNearest: /smoke');
    expect(refusal('filtered')).toContain('without the filter they do');
    expect(refusal('empty')).toContain('no question');
  });
});
