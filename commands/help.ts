import { type Command, command } from '../src/command/command.ts';
import { count } from '../src/command/count.ts';
import { formatDays, formatPublishedDay } from '../src/command/date.ts';
import { publishersOf } from '../src/command/filters.ts';
import { lines } from '../src/command/lines.ts';
import type { DocumentReply } from '../src/command/reply.ts';
import type { RichText } from '../src/command/rich-text.ts';
import type { Dossier } from '../src/dossier.ts';

/** `/help`: what the bot is, what the event is, how old the index is, and the commands with examples. */
export default command({
  name: 'help',
  description: 'What I am, and what you can ask me',
  examples: ['/help'],
  run: (_options, { dossier, registry }) => helpPage(dossier, registry.commands),
});

function helpPage(dossier: Dossier, commands: readonly Command[]): DocumentReply {
  const { event } = dossier.corpus;
  const slash = commands.filter(({ on }) => on === 'slash');
  const general = slash.filter(({ topic, access }) => topic === undefined && access === 'everyone');
  const admin = slash.filter(({ access }) => access === 'admin');
  const topics = slash.filter(({ topic, access }) => topic !== undefined && access === 'everyone');
  const menu = commands.filter(({ on }) => on === 'message');
  const sections: DocumentReply['sections'] = [
    ...(event.description === undefined ? [] : [{ heading: 'The event', body: event.description }]),
    { heading: 'How to ask', body: lines(waysToAsk(menu)) },
    { heading: 'Topics', body: lines(topics.map(describe)) },
    { heading: 'More', body: lines(general.map(describe)) },
    ...(admin.length > 0 ? [{ heading: 'For admins', body: lines(admin.map(describe)) }] : []),
    {
      heading: 'What I do not do',
      body:
        'I know nothing besides these articles, and I do not look at the web. I write no answers of my own: ' +
        'where no passage answers, I say so. Where sources differ, I show both and do not judge. ' +
        'I do not remember earlier questions, so ask each one whole.',
    },
  ];
  return { kind: 'document', title: event.title, lead: leadOf(dossier), sections };
}

function leadOf({ corpus, indexedAt }: Dossier): RichText {
  const { event, articles } = corpus;
  const when = [formatDays(event.date), event.place].filter(Boolean).join(', ');
  const quotable = articles.filter(({ retracted }) => retracted === undefined);
  const newest = quotable.at(-1);
  return [
    `I answer questions about this event (${when}) with passages of ${count(quotable.length, 'article')} by `,
    `${count(publishersOf(corpus).length, 'publisher')}, each with its source. I read the articles `,
    { time: indexedAt, style: 'relative' },
    newest ? `; the newest is of ${formatPublishedDay(newest.published)}.` : '.',
  ];
}

function waysToAsk(menu: readonly Command[]): readonly RichText[] {
  return [
    ['• ', { command: 'ask' }, ' and your question, in your own words'],
    '• mention me with a question: “@me who was arrested?”',
    '• write to me directly: every message is a question',
    ...menu.map((entry): RichText => ['• in the menu of a message, under Apps: ', { bold: entry.name }]),
    ['• most commands take ', { code: 'publisher:' }, ' and ', { code: 'since:' }, ' to narrow the answer'],
  ];
}

function describe({ name, description, topic, examples }: Command): RichText {
  const typed = examples.find((example) => example !== `/${name}`);
  const [asked] = topic?.examples ?? [];
  const example: RichText =
    asked !== undefined ? ` (“${asked}”)` : typed !== undefined ? [': ', { code: typed }] : '';
  return ['• ', { command: name }, ` · ${description}`, example];
}
