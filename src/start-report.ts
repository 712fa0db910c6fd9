import type { App } from './app.ts';

/** What was indexed and in what time, for whoever started the program. `milliseconds`: reading and indexing. */
export function describeApp({ dossier, registry }: App, dataDir: string, milliseconds: number): string {
  const { event, articles, problems } = dossier.corpus;
  const publishers = new Set(articles.map(({ publisher }) => publisher)).size;
  const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
  const lines = [
    `${event.title}: ${count(passages, 'passage')} of ${count(articles.length, 'article')} ` +
      `by ${count(publishers, 'publisher')}, indexed in ${(milliseconds / 1000).toFixed(2)} s`,
    `${count(registry().commands.length, 'command')}, from ${dataDir}`,
  ];
  if (problems.length > 0) {
    lines.push(`${count(problems.length, 'problem')} in the folder; \`npm run -s check\` names them`);
  }
  return lines.join('\n');
}

/** How to ask, for whoever started the program. */
export function howToAsk(name: string): string {
  return `Ask by /casualties, by /ask, by mentioning @${name}, or in a direct message; /help names everything.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
