import { expect, it, vi } from 'vitest';
import { type ReadingCorrection, type ReadingProposal, readDocument } from '../domain/question-bank';
import type { DocumentReader } from '../ports';
import { acceptProposals, acceptVerbatim } from './accept-proposals';
import type { ReadSource } from './plan-document';

const LINES = Array.from({ length: 40 }, (_, index) => `第 ${index + 1} 行记的是一件单独的事。`);
const text = LINES.join('\n\n');
const anchor = (line: number) => ({ line, text: text.split('\n')[line - 1] ?? '' });

function proposal(line: number, corrections: ReadingCorrection[], rest: Partial<ReadingProposal> = {}) {
  const base = { id: `p_${line}`, windowId: 'w', type: 'add' as const, stem: '', reason: '' };
  return { ...base, lines: { start: line, end: line }, corrections, ...rest };
}

function added(line: number): ReadingProposal {
  const question = { kind: 'open' as const, stem: `第 ${line} 问？`, answer: '', topics: [] };
  return proposal(line, [{ type: 'add', question: { ...question, start: anchor(line), end: anchor(line) } }]);
}

function world(proposals: ReadingProposal[]) {
  const read = vi.fn(async (...asked: Parameters<DocumentReader['read']>) => readDocument(...asked));
  const source: ReadSource = {
    state: 'read',
    name: 'a.md',
    encoding: 'utf-8',
    text,
    reading: readDocument(text, 'a.md'),
    modelReading: { model: 'm', windows: [], proposals },
  };
  return { reader: { read } as unknown as DocumentReader, source, read };
}

it('takes all with one reading where all can be followed', async () => {
  const proposals = LINES.map((_, index) => added(2 * index + 1));
  const { reader, source, read } = world(proposals);
  const accepted = await acceptProposals(reader, source, proposals);
  expect(accepted).toMatchObject({ taken: proposals, refused: [] });
  expect(accepted.source.reading.questions).toHaveLength(40);
  expect(read).toHaveBeenCalledTimes(1);
});

it('finds the one that cannot be followed with few readings, and keeps the others in order', async () => {
  const wrong = proposal(31, [{ type: 'drop', at: anchor(31) }], { type: 'drop' });
  const proposals = LINES.map((_, index) => (index === 15 ? wrong : added(2 * index + 1)));
  const { reader, source, read } = world(proposals);
  const { taken, refused, source: kept } = await acceptProposals(reader, source, proposals);
  expect(refused).toEqual([wrong]);
  expect(taken).toEqual(proposals.filter((each) => each !== wrong));
  expect(kept.reading.issues.filter(({ code }) => code === 'correction-lost')).toEqual([]);
  expect(read.mock.calls.length).toBeLessThan(14);
});

it('takes without a person only what is wholly the document’s', async () => {
  const written = { ...added(1), modelWritten: ['stem' as const] };
  const { reader, source } = world([written, added(3)]);
  expect((await acceptVerbatim(reader, source)).taken.map(({ id }) => id)).toEqual(['p_3']);
  const nothing = world([written]);
  expect((await acceptVerbatim(nothing.reader, nothing.source)).source).toBe(nothing.source);
});
