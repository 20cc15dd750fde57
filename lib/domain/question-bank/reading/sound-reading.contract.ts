import { expect } from 'vitest';
import type { ReadingCorrection } from '../model';
import { readDocument } from './read-document';

/** Without blanks, quote marks and the invisible characters that the first line of an answer is read without. */
const squeezed = (text: string): string => text.replace(/[\s>\u200b\u2060\ufeff\u00ad]/gu, '');

/** What holds for every document whatever: it is read, each answer stands in it, and every line number exists. */
export function expectSoundReading(text: string, corrections: readonly ReadingCorrection[] = []): void {
  const reading = readDocument(text, 'mutated.md', corrections);
  const whole = squeezed(text);
  const lines = text.split(/\r\n|\r|\n/).length;
  const ids = new Set<string>();
  for (const question of reading.questions) {
    expect(question.stem).not.toBe('');
    expect(question.lines.start).toBeGreaterThanOrEqual(1);
    expect(question.lines.end).toBeLessThanOrEqual(lines);
    expect(question.lines.start).toBeLessThanOrEqual(question.lines.end);
    const isOwn = question.modelWritten?.includes('answer') !== true && !text.includes('|');
    if (question.kind === 'open' && isOwn) expect(whole).toContain(squeezed(question.answer));
    for (const label of question.correct ?? '')
      expect(question.options?.map((option) => option.label)).toContain(label);
    ids.add(question.id);
  }
  expect(ids.size).toBe(reading.questions.length);
  for (const issue of reading.issues) {
    expect(issue.line).toBeGreaterThanOrEqual(1);
    expect(issue.line).toBeLessThanOrEqual(lines);
  }
}
