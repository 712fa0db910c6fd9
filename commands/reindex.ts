import { command } from '../src/command/command.ts';
import { count } from '../src/command/count.ts';
import type { DocumentReply } from '../src/command/reply.ts';
import type { RichText } from '../src/command/rich-text.ts';
import type { Problem } from '../src/corpus/model.ts';
import { describeProblem } from '../src/corpus/problem.ts';
import type { ReloadReport } from '../src/dossier.ts';

/** What fits into a message beside the rest of the report, with room for escapes. */
const MOST_PROBLEMS = 20;
const MOST_PROBLEM_CHARACTERS = 2000;

/** `/reindex`: reads the data folder again while the old index goes on answering. */
export default command({
  name: 'reindex',
  description: 'Read the articles again',
  access: 'admin',
  slow: true,
  examples: ['/reindex'],
  async run(_options, { dossier, progress }) {
    await progress('Reading the articles …');
    const report = await dossier.reload(({ done, total }) => {
      void progress(`Indexing: ${done.toLocaleString('en')} of ${count(total, 'passage')} …`);
    });
    return describeReload(report);
  },
});

function describeReload(report: ReloadReport): DocumentReply {
  const { articles, passages, corpus, milliseconds } = report;
  const changes = [changeOf(articles, 'article'), changeOf(passages, 'passage')].filter(
    (line) => line !== '',
  );
  const total = corpus.articles.reduce((sum, article) => sum + article.passages.length, 0);
  return {
    kind: 'document',
    title: 'The articles were read again',
    lead:
      `${count(corpus.articles.length, 'article')} with ${count(total, 'passage')} are being served now. ` +
      `It took ${duration(milliseconds)}.`,
    sections: [
      { heading: 'What changed', body: changes.length > 0 ? changes.join('\n') : 'Nothing.' },
      ...problemSections(corpus.problems),
    ],
    visibility: 'private',
  };
}

function changeOf(change: ReloadReport['articles'], noun: string): string {
  const { added, changed, removed } = change;
  if (added + changed + removed === 0) return '';
  const parts = [
    added > 0 && `${added} added`,
    changed > 0 && `${changed} changed`,
    removed > 0 && `${removed} removed`,
  ];
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s: ${parts.filter(Boolean).join(', ')}`;
}

function problemSections(problems: readonly Problem[]): DocumentReply['sections'] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  let room = MOST_PROBLEM_CHARACTERS;
  let left = MOST_PROBLEMS;
  const list = (of: readonly Problem[]): RichText => {
    const shown: string[] = [];
    for (const problem of of) {
      const line = `• ${describeProblem(problem)}`;
      if (left === 0 || line.length > room) break;
      shown.push(line);
      room -= line.length;
      left--;
    }
    const rest = of.length - shown.length;
    const more = rest > 0 ? [`and ${rest} more; \`npm run check\` lists all.`] : [];
    return [...shown, ...more].join('\n');
  };
  return [
    ...(errors.length > 0
      ? [{ heading: `${count(errors.length, 'error')}, left out`, body: list(errors) }]
      : []),
    ...(warnings.length > 0 ? [{ heading: count(warnings.length, 'warning'), body: list(warnings) }] : []),
  ];
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
