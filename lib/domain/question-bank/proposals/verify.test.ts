import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/read-document';
import { withOutcome, withProposals } from './combine';
import type { ReadingWindow } from './model';
import { planWindows } from './plan-windows';
import type { Checked } from './proposing';
import { type NotesClaim, notesReplySchema } from './questions-from-notes.prompt';
import { type WindowReply, windowReplySchema } from './read-window.prompt';
import { findVerbatim } from './verbatim';
import { verifyBoundaries } from './verify-boundaries';
import { verifyNotes } from './verify-notes';

const NOTES = `# 面包笔记

## 发酵

酵母把糖变成二氧化碳和酒精，面团因此膨胀。
温度过高会杀死酵母。

为什么要二次发酵？因为揉面排掉了气体，
要让它重新长回来。

> 老面是留下的一块旧面团，
> 它带着风味。

ＰＨ 值降到 ４ 左右时最酸。
`;
const BANK = `# 面包师面试

### 1. 什么是折叠？

给面团加筋度的手法。

那么折叠几次？

一般三到四次。

### 2. 先看目录

目录在前面。

### 3. 什么是整形？

把面团做成最后的形状。
`;

function checked(text: string, part: Partial<ReadingWindow> = {}): Checked {
  const lines = text.split('\n');
  const window = {
    id: 'w_1',
    lines: { start: 1, end: lines.length },
    task: 'notes' as const,
    characters: text.length,
    ...part,
  };
  return { lines, reading: readDocument(text, 'a.md'), window };
}

describe('finding words in a document', () => {
  const lines = NOTES.split('\n');
  const all = { start: 1, end: lines.length };
  it.each([
    ['as they stand', '温度过高会杀死酵母。', '温度过高会杀死酵母。', 6],
    [
      'over a line break',
      '因为揉面排掉了气体，要让它重新长回来。',
      '因为揉面排掉了气体，\n要让它重新长回来。',
      8,
    ],
    ['in another width and spacing', 'PH值降到4左右', 'ＰＨ 值降到 ４ 左右', 14],
    [
      'with the numbers of their lines',
      '8| 因为揉面排掉了气体，\n9| 要让它',
      '因为揉面排掉了气体，\n要让它',
      8,
    ],
    [
      'without quotation marks',
      '老面是留下的一块旧面团，它带着风味。',
      '老面是留下的一块旧面团，\n> 它带着风味。',
      11,
    ],
  ])('%s', (_, words, text, start) => {
    expect(findVerbatim(lines, all, words)).toMatchObject({ text, lines: { start } });
  });
  it.each([
    ['other words', '温度过高会烫死酵母'],
    ['another sign', '温度过高会杀死酵母！'],
    ['nothing', ' \n '],
    ['words beyond the lines', '它带着风味'],
  ])('never %s', (_, words) => {
    expect(findVerbatim(lines, { start: 1, end: 9 }, words)).toBeNull();
  });
});

const note = (claim: Partial<NotesClaim>) =>
  verifyNotes(
    {
      questions: [
        { start: 5, words: '', end: 6, stem: '面团为什么会膨胀？', answer: '', reason: '', ...claim },
      ],
    },
    checked(NOTES),
  );

describe('questions from notes', () => {
  it('mark the stem that the model wrote and keep the passage as it stands', () => {
    expect(note({ reason: '原理\n题' }).proposals).toMatchObject([
      {
        type: 'add',
        lines: { start: 5, end: 6 },
        stem: '面团为什么会膨胀？',
        answer: '酵母把糖变成二氧化碳和酒精，面团因此膨胀。\n温度过高会杀死酵母。',
        modelWritten: ['stem'],
        reason: '原理 题',
        corrections: [{ type: 'add', question: { topics: ['发酵'], start: { line: 5 }, end: { line: 6 } } }],
      },
    ]);
  });

  it('are the document’s own where it asks itself', () => {
    const [proposal] = note({ start: 8, end: 9, stem: '为什么要二次发酵？' }).proposals;
    expect(proposal).toMatchObject({
      stem: '为什么要二次发酵？',
      answer: '因为揉面排掉了气体，\n要让它重新长回来。',
    });
    expect(proposal).not.toHaveProperty('modelWritten');
    const { questions } = readDocument(NOTES, 'a.md', proposal?.corrections);
    expect(questions).toMatchObject([{ stem: '为什么要二次发酵？', lines: { start: 8, end: 9 } }]);
    expect(questions[0]).not.toHaveProperty('modelWritten');
  });

  it.each<[string, Partial<NotesClaim>, object]>([
    [
      'an answer that claims to be there',
      { answer: '酵母会产生二氧化碳。' },
      { modelWritten: ['stem', 'answer'] },
    ],
    [
      'a part of a passage',
      { answer: '酵母把糖变成二氧化碳和酒精' },
      { answer: '酵母把糖变成二氧化碳和酒精', modelWritten: ['stem'] },
    ],
    [
      'a passage in other lines of the window',
      { answer: '它带着风味。' },
      { answer: '它带着风味。', modelWritten: ['stem'] },
    ],
    ['lines that were miscounted', { start: 7, end: 8, words: '酵母把糖' }, { lines: { start: 5, end: 6 } }],
    ['blank lines around', { start: 4, end: 7 }, { lines: { start: 5, end: 6 } }],
  ])('%s', (_, claim, expected) => {
    expect(note(claim).proposals).toMatchObject([expected]);
  });

  it.each<[string, Partial<NotesClaim>, object]>([
    ['lines that are not there', { end: 99 }, { 'outside-window': 1 }],
    ['lines the wrong way round', { start: 6, end: 5 }, { 'outside-window': 1 }],
    ['lines without the words given for them', { words: '从未出现' }, { 'not-there': 1 }],
    ['only blank lines', { start: 4, end: 4 }, { 'not-there': 1 }],
    ['no words', { stem: ' ？' }, { 'not-there': 1 }],
    ['an endless stem', { stem: '长'.repeat(601) }, { 'too-long': 1 }],
    ['an endless answer', { answer: '长'.repeat(4001) }, { 'too-long': 1 }],
  ])('left out and counted: %s', (_, claim, dropped) => {
    expect(note(claim)).toEqual({ proposals: [], dropped });
  });

  it('are no more than a window can hold, and never twice', () => {
    const claim = { start: 5, words: '', end: 5, stem: '', answer: '', reason: '' };
    const many = Array.from({ length: 50 }, (_, index) => ({ ...claim, stem: `第 ${index} 问？` }));
    const { proposals, dropped } = verifyNotes({ questions: [...many, ...many] }, checked(NOTES));
    expect([proposals.length, dropped]).toEqual([40, { 'too-many': 60 }]);
    const twice = verifyNotes({ questions: [...many.slice(0, 1), ...many.slice(0, 1)] }, checked(NOTES));
    expect([twice.proposals.length, twice.dropped]).toEqual([1, { known: 1 }]);
  });

  it('are not those that the reader has', () => {
    const reply = {
      questions: [{ start: 9, words: '', end: 9, stem: '什么是折叠', answer: '', reason: '' }],
    };
    expect(verifyNotes(reply, checked(BANK))).toEqual({ proposals: [], dropped: { known: 1 } });
  });
});

type Change = WindowReply['changes'][number];
const change = (fields: Partial<Change>, part: Partial<ReadingWindow> = {}) =>
  verifyBoundaries(
    {
      changes: [
        { type: 'begin', line: 7, words: '那么折叠几次', answer: null, end: null, reason: '', ...fields },
      ],
    },
    checked(BANK, part),
  );

describe('boundaries', () => {
  it.each<[string, Partial<Change>, string[]]>([
    ['where a question was overlooked', { answer: 9, end: 9 }, ['那么折叠几次？', '先看目录']],
    ['on a line that was miscounted', { line: 8, end: 9 }, ['那么折叠几次？', '先看目录']],
    ['where none is', { type: 'drop', line: 11, words: '### 2.' }, []],
    ['of one that belongs to another', { type: 'merge', line: 11, words: '### 2. 先看' }, []],
  ])('%s', (_, fields, added) => {
    const { proposals } = change(fields);
    const { questions, issues } = readDocument(BANK, 'a.md', withProposals([], proposals));
    expect(questions.map(({ stem }) => stem)).toEqual(['什么是折叠？', ...added, '什么是整形？']);
    expect(issues.filter(({ code }) => code === 'correction-lost')).toEqual([]);
  });

  it.each<[string, Partial<Change>, object]>([
    ['outside of the window', { line: 40 }, { 'outside-window': 1 }],
    ['without its words', { words: '从未出现' }, { 'not-there': 1 }],
    ['already there', { line: 3, words: '### 1.' }, { known: 1 }],
    ['of no question', { type: 'drop', line: 7 }, { 'not-there': 1 }],
    ['of the first with none before', { type: 'merge', line: 3, words: '### 1' }, { 'not-there': 1 }],
    [
      'an answer beyond its question',
      { type: 'answer', line: 3, words: '### 1', answer: 17 },
      { 'not-there': 1 },
    ],
    ['an end that is the end', { type: 'end', line: 3, words: '### 1', end: 9 }, { 'not-there': 1 }],
  ])('left out and counted: %s', (_, fields, dropped) => {
    expect(change(fields)).toEqual({ proposals: [], dropped });
  });

  it('leave the end open of a question that the window cuts off', () => {
    const [proposal] = change({ answer: 8, end: 8 }, { lines: { start: 1, end: 8 } }).proposals;
    expect(proposal?.corrections.map(({ type }) => type)).toEqual(['begin', 'answer']);
  });

  it('read numbers in quotes, missing lines and other cases of a reply', () => {
    const reply = { changes: [{ type: 'Drop', line: '11', words: '### 2.' }] };
    expect(windowReplySchema.parse(reply).changes).toEqual([
      { type: 'drop', line: 11, words: '### 2.', answer: null, end: null, reason: '' },
    ]);
    expect(notesReplySchema.safeParse({}).success).toBe(false);
  });
});

describe('planning and putting together', () => {
  const lines = (text: string) => text.split('\n');
  it('asks about notes, and about a bank only where the reader doubts a boundary, unless told to', () => {
    const plan = (text: string, scope: 'unsure' | 'all') =>
      planWindows(lines(text), readDocument(text, 'a.md'), scope).map(({ task }) => task);
    const sure = BANK.replace('那么折叠几次？\n', '').replace('先看目录', '什么是排气？');
    expect(plan(NOTES, 'unsure')).toEqual(['notes']);
    expect(plan(sure, 'unsure')).toEqual([]);
    expect(plan(sure, 'all')).toEqual(['boundaries']);
    expect(plan('\n\n', 'all')).toEqual([]);
  });

  it('keeps one of two windows’ questions about the same passage, and replaces those of a window asked again', () => {
    const window = (id: string) => ({ ...checked(NOTES).window, id });
    const outcome = (id: string, stem: string) => {
      const reply = { questions: [{ start: 5, words: '', end: 6, stem, answer: '', reason: '' }] };
      const { proposals, dropped } = verifyNotes(reply, { ...checked(NOTES), window: window(id) });
      return { window: { ...window(id), state: 'done' as const, found: 1, dropped }, proposals };
    };
    const waiting = ['w_1', 'w_2'].map((id) => ({ ...window(id), state: 'waiting' as const }));
    const start = { model: 'm', windows: waiting, proposals: [] };
    const first = withOutcome(start, outcome('w_1', '面团为什么膨胀？'));
    const both = withOutcome(first, outcome('w_2', '酵母做什么？'));
    expect(both.proposals.map(({ stem }) => stem)).toEqual(['面团为什么膨胀？']);
    expect(both.windows[1]).toMatchObject({ found: 0, dropped: { known: 1 } });
    const again = withOutcome(both, outcome('w_1', '酵母起什么作用？'));
    expect(again.proposals.map(({ stem }) => stem)).toEqual(['酵母起什么作用？']);
    const failed = { ...window('w_1'), state: 'failed' as const, reason: 'timeout', message: '' };
    expect(withOutcome(again, { window: failed, proposals: [] }).proposals).toHaveLength(1);
  });
});
