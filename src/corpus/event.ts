import { z } from 'zod';
import { isCommandName } from './command-name.ts';
import { type EventInfo, FIGURE_ROLES, type Problem } from './model.ts';
import { nearestName } from './nearest-name.ts';
import { errorAt, warningAt } from './problem.ts';
import { isCalendarDay } from './published.ts';
import { readYamlMap, validateMap, type YamlMap } from './yaml-map.ts';

const EVENT_FILE = 'event.yaml';

/** Required text; the message of a missing one shows the line to add. */
const required = (example: string) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined ? `is missing; add a line \`${example}\`` : `must be text, as in \`${example}\``,
    })
    .trim()
    .min(1, `is empty; write it as in \`${example}\``);

const text = z.string('must be text').trim();

const day = text.refine(isCalendarDay, {
  error: ({ input }) => `holds "${String(input)}"; write a day of the calendar as 2031-03-14`,
});

const date = z.union([day.transform((d) => ({ from: d, to: d })), z.strictObject({ from: day, to: day })], {
  error: ({ input }) =>
    input === undefined
      ? 'is missing; add a line `date: 2031-03-14`'
      : 'must be a day of the calendar as `2031-03-14`, or two as `{from: 2031-03-14, to: 2031-04-02}`',
});

/** A list of texts; one alone may stand without brackets. Empty ones are dropped. */
const list = z
  .union([text.transform((one) => [one]), z.array(text)], {
    error: 'must be a list of texts, as in `[one, two]`',
  })
  .transform((items) => items.filter((item) => item !== ''));

const topic = z.strictObject(
  {
    name: required('name: on-board')
      .max(32, 'is longer than the 32 characters that Discord takes; shorten it')
      .refine(isCommandName, {
        error: 'must be lower-case letters, digits, - or _ without spaces, as Discord wants it',
      }),
    description: required('description: How many people were on the ferry').max(
      100,
      'is longer than the 100 characters that Discord takes; shorten it',
    ),
    evidence: list.refine(
      (words) => words.length > 0,
      'is empty; list words that passages of the topic have',
    ),
    figures: list
      .pipe(
        z.array(
          z.enum(FIGURE_ROLES, {
            error: ({ input }) => {
              const near = nearestName(String(input), FIGURE_ROLES);
              return `holds "${String(input)}", which is no role; ${near ? `did you mean ${near}?` : `take of ${FIGURE_ROLES.join(', ')}`}`;
            },
          }),
        ),
      )
      .optional(),
    examples: list.optional(),
  },
  'must be a mapping with name, description and evidence',
);

const event = z.strictObject({
  title: required('title: Sinking of the ferry Example'),
  date,
  place: text.optional(),
  description: text.optional(),
  language: text
    .refine(isLanguage, { error: ({ input }) => `holds "${String(input)}"; write a language tag such as en` })
    .default('en'),
  aliases: z
    .record(z.string(), list, 'must be a mapping, as in `MCA: [Maritime and Coastguard Authority]`')
    .default({}),
  commands: list.optional(),
  topics: z.array(topic, 'must be a list of topics, each beginning with `- name: …`').default([]),
});

const KEYS = [...Object.keys(event.shape), ...Object.keys(topic.shape)];

/** Whether the text is a well-formed language tag (BCP 47), such as `en` or `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Reads `event.yaml`. The event is absent where a problem is an error: an event that is half understood is
 * not served.
 */
export function readEvent(source: string): {
  readonly event?: EventInfo;
  readonly problems: readonly Problem[];
} {
  const yaml = readYamlMap(source, EVENT_FILE, 1);
  if ('problems' in yaml) return yaml;
  const { map } = yaml;
  const { value, problems } = validateMap(event, withoutEmpty(map), EVENT_FILE, KEYS);
  if (!value) return { problems };

  const found = [...problems].sort((a, b) => a.line - b.line);
  if (value.date.from > value.date.to) {
    found.push(
      errorAt(EVENT_FILE, map.lineOf(['date']), '`date` ends before it begins; swap `from` and `to`'),
    );
  }
  const topics = value.topics.map(({ figures, examples, ...rest }, i) => ({
    ...rest,
    ...(figures && { figures }),
    ...(examples && { examples }),
    line: map.lineOf(['topics', i, 'name']),
  }));
  topics.forEach((own, i) => {
    const before = topics.slice(0, i).find((other) => other.name === own.name);
    if (!before) return;
    const message = `the topic \`${own.name}\` stands in line ${before.line} already; rename or remove one`;
    found.push(errorAt(EVENT_FILE, own.line, message));
  });
  const aliases = new Map(Object.entries(value.aliases).filter(([, others]) => others.length > 0));
  found.push(...doubtfulAliases(aliases, map));
  if (found.some((problem) => problem.severity === 'error')) return { problems: found };
  const { place, description, commands } = value;
  return {
    event: {
      title: value.title.replace(/\s+/g, ' '),
      date: value.date,
      ...(place && { place }),
      ...(description && { description: description.replace(/\s+/g, ' ') }),
      language: value.language,
      aliases,
      ...(commands && { commands, commandsLine: map.lineOf(['commands']) }),
      topics,
    },
    problems: found,
  };
}

/** A key without a value is as none. */
function withoutEmpty(map: YamlMap): YamlMap {
  const filled = Object.entries(map.value).filter(([, value]) => value !== '' && value !== '~');
  return { ...map, value: Object.fromEntries(filled) };
}

/** A name that stands for two things makes a question for one find the other. */
function doubtfulAliases(aliases: ReadonlyMap<string, readonly string[]>, map: YamlMap): Problem[] {
  const owners = new Map([...aliases.keys()].map((name) => [name.toLowerCase(), name]));
  const problems: Problem[] = [];
  for (const [name, others] of aliases) {
    for (const [i, other] of others.entries()) {
      const owner = owners.get(other.toLowerCase());
      if (owner !== undefined && owner !== name) {
        const message = `the alias "${other}" stands for "${owner}" and for "${name}"; keep it at one of them`;
        problems.push(warningAt(EVENT_FILE, map.lineOf(['aliases', name, i]), message));
      }
      if (owner === undefined) owners.set(other.toLowerCase(), name);
    }
  }
  return problems;
}
