import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/corpus/event.ts';
import { describeProblem } from '../../src/corpus/problem.ts';
import { EVENT } from './data-folder.ts';

const problemsOf = (source: string) => readEvent(source).problems.map(describeProblem);

const WHOLE = `title: Fire at the Lindqvist cannery
date: {from: 2041-05-02, to: 2041-05-04}
place: Havn
description: A cannery burned
  for two days.
language: en-GB
aliases:
  Lindqvist: [Lindqvist Foods, the company]
  FD: Fire Department
commands: [timeline, casualties]
topics:
  - name: on-shift
    description: Who was at work
    evidence: [shift, at work]
    figures: [missing, rescued]
    examples: [who was at work]
  - name: stock
    description: What burned
    evidence: [tins]
`;

describe('readEvent', () => {
  it('reads every key', () => {
    const { event, problems } = readEvent(WHOLE);
    expect(problems).toEqual([]);
    expect(event).toEqual({
      title: 'Fire at the Lindqvist cannery',
      date: { from: '2041-05-02', to: '2041-05-04' },
      place: 'Havn',
      description: 'A cannery burned for two days.',
      language: 'en-GB',
      aliases: new Map([
        ['Lindqvist', ['Lindqvist Foods', 'the company']],
        ['FD', ['Fire Department']],
      ]),
      commands: ['timeline', 'casualties'],
      commandsLine: 10,
      topics: [
        {
          name: 'on-shift',
          description: 'Who was at work',
          evidence: ['shift', 'at work'],
          figures: ['missing', 'rescued'],
          examples: ['who was at work'],
          line: 12,
        },
        { name: 'stock', description: 'What burned', evidence: ['tins'], line: 17 },
      ],
    });
  });

  it('needs a title and a date alone', () => {
    expect(readEvent(EVENT).event).toMatchObject({
      date: { from: '2041-05-02', to: '2041-05-02' },
      language: 'en',
      aliases: new Map(),
      topics: [],
    });
  });

  it('takes keys without a value as left out', () => {
    expect(readEvent(`${EVENT}place:\ntopics:\naliases:\ncommands:\n`).problems).toEqual([]);
  });

  it.each([
    ['no text', '', 'event.yaml:1: holds no keys'],
    ['a list', '- a\n', 'event.yaml:1: holds no keys'],
    [
      'broken YAML',
      'title: "x\ndate: 2041-05-02\n',
      'event.yaml:3: has a quotation mark or bracket that is not closed',
    ],
    [
      'an unquoted colon',
      'title: Fire: the end\ndate: 2041-05-02\n',
      'event.yaml:1: has a colon within a value',
    ],
    ['a key twice', `${EVENT}title: Again\n`, 'event.yaml:3: has this key twice'],
    ['no title', 'date: 2041-05-02\n', 'event.yaml:1: `title` is missing'],
    ['an empty title', 'title:\ndate: 2041-05-02\n', 'event.yaml:1: `title` is missing'],
    ['a day that does not exist', 'title: x\ndate: 2041-02-30\n', 'event.yaml:2: `date` must be a day'],
    [
      'an end before the beginning',
      'title: x\ndate: {from: 2041-05-02, to: 2041-05-01}\n',
      'event.yaml:2: `date` ends before',
    ],
    ['a wrong language', `${EVENT}language: english!\n`, 'event.yaml:3: `language` holds "english!"'],
    ['a list as title', 'title: [a]\ndate: 2041-05-02\n', 'event.yaml:1: `title` must be text'],
    ['an unknown anchor', `${EVENT}place: *nowhere\n`, 'event.yaml:1: is no usable YAML'],
  ])('refuses %s, with the line', (_name, source, message) => {
    const { event, problems } = readEvent(source);
    expect(event).toBeUndefined();
    expect(problems.map(describeProblem)).toContainEqual(expect.stringContaining(message));
  });

  it.each([
    ['capitals', 'name: On-Shift', ':4: `topics.1.name` must be lower-case'],
    ['a space', 'name: on shift', ':4: `topics.1.name` must be lower-case'],
    ['more than 32 characters', `name: ${'x'.repeat(33)}`, ':4: `topics.1.name` is longer than the 32'],
    ['no description', 'name: a', ':4: `topics.1.description` is missing'],
    [
      'a long description',
      `name: a\n    description: ${'d'.repeat(101)}`,
      ':5: `topics.1.description` is longer than the 100',
    ],
    ['no evidence', 'name: a\n    description: d', ':4: `topics.1.evidence` must be a list'],
    ['empty evidence', 'name: a\n    description: d\n    evidence: []', ':6: `topics.1.evidence` is empty'],
    [
      'an unknown role',
      'name: a\n    description: d\n    evidence: [e]\n    figures: [kiled]',
      'did you mean killed?',
    ],
  ])('refuses a topic with %s, with the line', (_name, topic, message) => {
    const { event, problems } = readEvent(`${EVENT}topics:\n  - ${topic}\n`);
    expect(event).toBeUndefined();
    expect(problems.map(describeProblem)).toContainEqual(expect.stringContaining(message));
  });

  it('takes names of 32 characters and descriptions of 100', () => {
    const topic = `name: ${'x'.repeat(32)}\n    description: ${'d'.repeat(100)}\n    evidence: [e]`;
    expect(readEvent(`${EVENT}topics:\n  - ${topic}\n`).event?.topics).toHaveLength(1);
  });

  it('refuses two topics of one name, at the second', () => {
    const topic = '  - name: stock\n    description: d\n    evidence: [e]\n';
    expect(problemsOf(`${EVENT}topics:\n${topic}${topic}`)).toEqual([
      'event.yaml:7: the topic `stock` stands in line 4 already; rename or remove one',
    ]);
  });

  it('warns of unknown keys, with what was probably meant, and stays', () => {
    const { event, problems } = readEvent(
      `${EVENT}alises: {}\ntopics:\n  - name: a\n    description: d\n    evidence: [e]\n    colour: red\n`,
    );
    expect(event?.topics[0]).not.toHaveProperty('colour');
    expect(problems).toEqual([
      {
        severity: 'warning',
        file: 'event.yaml',
        line: 3,
        message: '`alises` is no key that is known here; did you mean `aliases`?',
      },
      {
        severity: 'warning',
        file: 'event.yaml',
        line: 8,
        message: '`colour` is no key that is known here; remove it',
      },
    ]);
  });

  it('warns of an alias that stands for two names, and of one that is a name itself', () => {
    expect(
      problemsOf(`${EVENT}aliases:\n  FD: [brigade]\n  Harbour Watch: [The Watch, Brigade]\n  Watch: [fd]\n`),
    ).toEqual([
      'event.yaml:5: the alias "Brigade" stands for "FD" and for "Harbour Watch"; keep it at one of them',
      'event.yaml:6: the alias "fd" stands for "FD" and for "Watch"; keep it at one of them',
    ]);
  });

  it('survives names that objects have of their own', () => {
    const { event } = readEvent(`${EVENT}aliases:\n  constructor: [builder]\n  toString: [x]\n`);
    expect(event?.aliases.get('constructor')).toEqual(['builder']);
    expect(readEvent(`${EVENT}__proto__: {title: y}\n`).event?.title).toBe('Fire at the Lindqvist cannery');
  });
});
