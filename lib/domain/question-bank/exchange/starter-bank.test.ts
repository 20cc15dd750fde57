import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/read-document';
import { entryOf } from './entry';
import { printMarkdownBank } from './print-markdown';

const NAME = 'llm-fine-tuning.zh.md';
const text = readFileSync(new URL(`../../../../data/banks/${NAME}`, import.meta.url), 'utf8');
const entries = readDocument(text, NAME).questions.map(entryOf);

describe('the starter bank', () => {
  it('is the same after it was exported as Markdown and read as any document', () => {
    const printed = printMarkdownBank(entries, { title: 'LLM 微调入门题库' });
    const reading = readDocument(printed, NAME);
    expect(reading.questions.map(entryOf)).toEqual(entries);
    expect(reading.issues).toEqual([]);
    expect(reading.passages).toEqual([]);
    expect(printed).not.toContain('"exact"');
    for (const { answer, kind } of reading.questions) if (kind === 'open') expect(printed).toContain(answer);
  });
});
