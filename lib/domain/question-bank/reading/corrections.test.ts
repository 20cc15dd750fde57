import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentReading, LineAnchor, ReadingCorrection } from '../model';
import { mutatedDocument } from './damaged-documents.contract';
import { readDocument } from './read-document';
import { expectSoundReading } from './sound-reading.contract';

const anchor = (text: string, line: number): LineAnchor => ({
  line,
  text: (text.split(/\r\n|\r|\n/)[line - 1] ?? '').trim(),
});

function anyCorrection(text: string): fc.Arbitrary<ReadingCorrection> {
  const count = text.split(/\r\n|\r|\n/).length;
  const known: fc.Arbitrary<LineAnchor> = fc
    .integer({ min: 1, max: count })
    .map((line) => anchor(text, line));
  const starts = readDocument(text, 'mutated.md').questions.map((one) => anchor(text, one.lines.start));
  const stray: fc.Arbitrary<LineAnchor> = fc.record({
    line: fc.integer({ min: -2, max: count + 9 }),
    text: fc.string({ maxLength: 8 }),
  });
  const at: fc.Arbitrary<LineAnchor> = fc.oneof(
    known,
    stray,
    ...(starts.length === 0 ? [] : [fc.constantFrom(...starts)]),
  );
  const ids = readDocument(text, 'mutated.md').alternatives?.map((one) => one.id) ?? [];
  const question = fc.record({
    kind: fc.constantFrom('open' as const, 'choice' as const),
    stem: fc.oneof(
      fc.string(),
      known.map((one) => one.text),
    ),
    answer: fc.oneof(
      fc.string(),
      known.map((one) => one.text),
    ),
    topics: fc.constant<string[]>([]),
    start: at,
    end: at,
  });
  return fc.oneof(
    at.map((one): ReadingCorrection => ({ type: 'begin', at: one })),
    at.map((one): ReadingCorrection => ({ type: 'merge', at: one })),
    at.map((one): ReadingCorrection => ({ type: 'drop', at: one })),
    fc.tuple(at, known).map(([one, end]): ReadingCorrection => ({ type: 'end', at: one, end })),
    fc.tuple(at, known).map(([one, answer]): ReadingCorrection => ({ type: 'answer', at: one, answer })),
    fc
      .tuple(at, fc.constantFrom('open' as const, 'choice' as const))
      .map(([one, kind]): ReadingCorrection => ({ type: 'kind', at: one, kind })),
    fc
      .tuple(fc.constantFrom('shape_0', ...ids), fc.boolean())
      .map(([id, isTaken]): ReadingCorrection => ({ type: 'alternative', id, isTaken })),
    question.map((one): ReadingCorrection => ({ type: 'add', question: one })),
  );
}

const correctedDocument = (): fc.Arbitrary<[string, ReadingCorrection[]]> =>
  mutatedDocument().chain((text) =>
    fc.tuple(fc.constant(text), fc.array(anyCorrection(text), { maxLength: 8 })),
  );

/** All but what the corrections themselves report. */
const content = ({ questions, passages, alternatives, issues }: DocumentReading): unknown => ({
  questions,
  passages,
  alternatives,
  issues: issues.filter((issue) => issue.code !== 'correction-lost'),
});

describe('corrections on any document', () => {
  it('neither crash nor invent text', () => {
    fc.assert(
      fc.property(correctedDocument(), ([text, corrections]) => expectSoundReading(text, corrections)),
      { numRuns: 200 },
    );
  }, 120_000);

  it('leave no question when every one is dropped', () => {
    fc.assert(
      fc.property(mutatedDocument(), (text) => {
        const drops = readDocument(text, 'a.md').questions.map(
          ({ lines }): ReadingCorrection => ({ type: 'drop', at: anchor(text, lines.start) }),
        );
        expect(readDocument(text, 'a.md', drops).questions).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('come back to the same when a question is split and merged again', () => {
    fc.assert(
      fc.property(mutatedDocument(), fc.nat(), fc.nat(), (text, which, where) => {
        const before = readDocument(text, 'a.md');
        const held = before.questions.filter(({ lines }) => lines.end > lines.start);
        const question = held[which % Math.max(1, held.length)];
        if (question === undefined) return;
        const { start, end } = question.lines;
        const at = anchor(text, start + 1 + (where % (end - start)));
        // A row of a table begins there already.
        if (before.questions.some((one) => one.lines.start === at.line)) return;
        const after = readDocument(text, 'a.md', [
          { type: 'begin', at },
          { type: 'merge', at },
        ]);
        expect(content(after)).toEqual(content(before));
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('come back to the same when a shape is taken and left, or left and taken', () => {
    fc.assert(
      fc.property(mutatedDocument(), fc.nat(), (text, which) => {
        const before = readDocument(text, 'a.md');
        const all = (before.alternatives ?? []).filter((one) => !one.isTaken);
        const other = all[which % Math.max(1, all.length)];
        if (other === undefined) return;
        const after = readDocument(text, 'a.md', [
          { type: 'alternative', id: other.id, isTaken: true },
          { type: 'alternative', id: other.id, isTaken: false },
        ]);
        expect(content(after)).toEqual(content(before));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
