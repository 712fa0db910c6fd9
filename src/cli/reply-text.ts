import type { Answered, Citation, Figure, Side } from '../answer/answer.ts';
import { groupDisagreements } from '../answer/disagreements.ts';
import { namedSpeaker } from '../answer/figures.ts';
import { formatPublished, formatPublishedDay } from '../command/date.ts';
import { formatFigure, formatStated } from '../command/figure.ts';
import type { AnswerReply, Reply } from '../command/reply.ts';
import { toPlainText } from '../command/rich-text.ts';
import { isFigureRole } from '../corpus/model.ts';

/** A reply as text for a terminal. An answer shows all its passages: there are no pages to turn. */
export function replyText(reply: Reply): string {
  switch (reply.kind) {
    case 'notice':
      return toPlainText(reply.text);
    case 'document':
      return [
        reply.url === undefined ? reply.title : `${reply.title} (${reply.url})`,
        reply.lead === undefined ? '' : toPlainText(reply.lead),
        ...reply.sections.map(({ heading, body }) => [heading, toPlainText(body)].filter(Boolean).join('\n')),
        reply.footer ?? '',
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    case 'answer':
      return answerText(reply);
  }
}

function answerText({ answer, note }: AnswerReply): string {
  const above = note === undefined ? [] : [toPlainText(note)];
  if (answer.status === 'answered') {
    return [
      ...above,
      ...figureBlock(answer),
      ...disagreementBlock(answer),
      ...answer.passages.map(passageText),
      `As of ${formatPublishedDay(answer.asOf)}.`,
    ].join('\n\n');
  }
  const reasons = {
    empty: 'There is no question in this line.',
    silent: 'The articles do not say.',
    filtered: 'Within this publisher and date the articles do not say; without the filter they do.',
  };
  const nearest = answer.suggestions.map((name) => `/${name}`).join(', ');
  return [reasons[answer.reason], nearest && `Nearest: ${nearest}`].filter(Boolean).join('\n');
}

function passageText({ article, passage, revisedBy }: Citation): string {
  const { publisher, published, form, title, url, id } = article;
  const source = `${publisher}, ${formatPublished(published)}: ${title} (${id}, passage ${passage.number})`;
  const text = form === 'full' ? `“${passage.text}”` : `Summary: ${passage.text}`;
  const revised = revisedBy && `${revisedBy.kind} by ${revisedBy.by.publisher}, ${revisedBy.by.title}`;
  return [source, `  ${text}`, url && `  ${url}`, revised && `  (${revised})`].filter(Boolean).join('\n');
}

function figureBlock({ figures }: Answered): readonly string[] {
  if (figures.length === 0) return [];
  return [['Figures', ...figures.map((figure) => `  ${figureText(figure)}`)].join('\n')];
}

function figureText(figure: Figure): string {
  const { article, site } = figure;
  const speaker = namedSpeaker(figure);
  const by = speaker === null ? '' : ` according to ${inSentence(speaker)}`;
  const mark = figure.latest ? ', the latest' : figure.isPart ? ', a part' : '';
  const where = site === undefined ? '' : `, ${site}${speaker === null ? '' : ','}`;
  return `${formatFigure(figure)}${where}${by} (${article.publisher}, ${formatPublished(article.published)})${mark}`;
}

/** A name from the beginning of a sentence, as it stands within one: "The mayor" is "the mayor". */
const inSentence = (name: string) =>
  name.replace(/^(?:The|This|That|These|Those|An?|His|Her|Its|Their|Our)(?= [a-z])/, (word) =>
    word.toLowerCase(),
  );

function disagreementBlock({ disagreements, figures }: Answered): readonly string[] {
  if (disagreements.length === 0) return [];
  const lines = groupDisagreements(disagreements).map((difference) => {
    const { about, site, sides, denying } = difference;
    const sideText = (side: Side) => {
      const { article, passage } = side;
      const source = `${article.publisher} (${article.id}, passage ${passage.number})`;
      return [formatStated(side, difference, figures), source].filter(Boolean).join(', ');
    };
    const topic = isFigureRole(about) ? about : 'what happened';
    const where = site === undefined ? '' : `, ${site}`;
    const denied = denying.length === 0 ? '' : `; denied in ${denying.map(sideText).join(' / ')}`;
    return `  ${topic}${where}: ${sides.map(sideText).join(' / ')}${denied}`;
  });
  return [['Sources differ', ...lines].join('\n')];
}
