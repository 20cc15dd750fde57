import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const DOCUMENTS = new URL('../../../../../shared/documents/', import.meta.url);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s\p{Cf}\p{Mn}]/gu, '')
    .slice(0, 14);

interface Labelled {
  name: string;
  text: string;
  stems: Set<string>;
}

function labelled(): Labelled[] {
  return readdirSync(DOCUMENTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.truth.json'))
    .map((path) => {
      const url = (name: string): URL =>
        new URL(name.split('/').map(encodeURIComponent).join('/'), DOCUMENTS);
      const truth: { encoding: string; allStems: string[] } = JSON.parse(readFileSync(url(path), 'utf8'));
      const name = path.replace('.truth.json', '');
      const encoding = truth.encoding === 'gbk' ? 'gb18030' : 'utf-8';
      const text = new TextDecoder(encoding).decode(readFileSync(url(name)));
      return { name, text, stems: new Set(truth.allStems.map(plain)) };
    });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of pairs in which the right question is the surer one; ties count half. */
function surer(right: readonly number[], wrong: readonly number[]): number {
  return mean(right.flatMap((a) => wrong.map((b) => (a === b ? 0.5 : Number(a > b)))));
}

describe.skipIf(!existsSync(DOCUMENTS))('confidence on real question banks', () => {
  it('is higher for right questions than for those of shapes that the reader left', () => {
    const right: number[] = [];
    const wrong: number[] = [];
    for (const { name, text, stems } of labelled()) {
      const reading = readDocument(text, name);
      const left = (reading.alternatives ?? []).filter((one) => !one.isTaken).slice(0, 2);
      const toggled = left.flatMap(
        ({ id }) => readDocument(text, name, [{ type: 'alternative', id, isTaken: true }]).questions,
      );
      for (const { stem, confidence } of reading.questions)
        if (stems.has(plain(stem))) right.push(confidence ?? 1);
      for (const { stem, confidence } of toggled) if (!stems.has(plain(stem))) wrong.push(confidence ?? 1);
    }
    expect(right.length).toBeGreaterThan(800);
    expect(wrong.length).toBeGreaterThan(50);
    expect(mean(right)).toBeGreaterThan(0.85);
    expect(mean(wrong)).toBeLessThan(0.7);
    expect(surer(right, wrong)).toBeGreaterThan(0.88);
  }, 120_000);
});
