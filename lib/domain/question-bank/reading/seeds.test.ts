import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url);
const isPresent = existsSync(new URL('truth.json', SEEDS));

interface TrueQuestion {
  kind: 'open' | 'choice';
  stem: string;
  stemTail?: string;
  answerStarts: string;
  answerEnds: string;
  answerChars: number;
  options?: string[];
  correct?: string;
  category?: string;
  topic?: string;
  difficulty?: number;
}

interface Truth {
  documents: Record<string, TrueQuestion[]>;
  notes: Record<string, { sectionsWithContent: string[][]; emptySections: string[]; missingImage: string }>;
}

const truth: Truth = isPresent
  ? JSON.parse(readFileSync(new URL('truth.json', SEEDS), 'utf8'))
  : { documents: {}, notes: {} };
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const squeezed = (text: string): string => text.replace(/\s+/gu, '');
const read = (name: string) => readDocument(readFileSync(new URL(name, SEEDS), 'utf8'), name);

/** The parts of a truth that describe the whole answer, in the shape of a reading. */
function expectAnswer(answer: string, expected: TrueQuestion): void {
  const own = squeezed(answer);
  expect(own.slice(0, squeezed(expected.answerStarts).length)).toBe(squeezed(expected.answerStarts));
  expect(own.slice(-squeezed(expected.answerEnds).length)).toBe(squeezed(expected.answerEnds));
  expect(own.length).toBe(expected.answerChars);
}

describe.skipIf(!isPresent)('the seed documents', () => {
  it.each(Object.entries(truth.documents))('%s reads exactly', (name, questions) => {
    const reading = read(name);
    const text = squeezed(readFileSync(new URL(name, SEEDS), 'utf8'));
    expect(reading.questions.length).toBe(questions.length);
    for (const [position, expected] of questions.entries()) {
      const question = reading.questions[position];
      if (question === undefined) continue;
      expect([oneLine(expected.stem), oneLine(`${expected.stem} ${expected.stemTail ?? ''}`)]).toContain(
        oneLine(question.stem),
      );
      expect(question.kind).toBe(expected.kind);
      expect(question.correct).toBe(expected.correct);
      expect(question.difficulty).toBe(expected.difficulty);
      expect(question.topics).toEqual(
        [expected.category, expected.topic].filter((topic) => topic !== undefined),
      );
      expect(question.options?.map((option) => oneLine(option.text))).toEqual(expected.options?.map(oneLine));
      if (expected.kind === 'open') {
        expectAnswer(question.answer, expected);
        expect(text).toContain(squeezed(question.answer));
      } else {
        expect(oneLine(question.answer)).toBe(
          oneLine(expected.options?.[(expected.correct ?? 'A').charCodeAt(0) - 65] ?? ''),
        );
        const isLetterOnly = expected.answerChars === 1;
        const end = squeezed(question.explanation ?? '').slice(-squeezed(expected.answerEnds).length);
        if (isLetterOnly) expect(question.explanation).toBeUndefined();
        else if (question.explanation !== undefined) expect(end).toBe(squeezed(expected.answerEnds));
      }
    }
  });

  it.each(Object.entries(truth.notes))('%s becomes passages, and its gaps are named', (name, notes) => {
    const reading = read(name);
    expect(reading.passages.map((passage) => passage.headings)).toEqual(notes.sectionsWithContent);
    const empty = reading.issues
      .filter((issue) => issue.code === 'empty-section')
      .map((issue) => issue.message);
    expect(empty.length).toBe(notes.emptySections.length);
    for (const [position, section] of notes.emptySections.entries())
      expect(empty[position]).toContain(section);
    const images = reading.issues.filter((issue) => issue.code === 'missing-image');
    expect(images.map((issue) => issue.message).join()).toContain(notes.missingImage);
    expect(images.length).toBe(1);
  });
});
