import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/read-document';
import { type ExportFormat, entryOf } from './entry';
import { EXPORT_FORMATS, parseBank } from './formats';

const NAME = 'llm-fine-tuning.zh.md';
const text = readFileSync(new URL(`../../../../data/banks/${NAME}`, import.meta.url), 'utf8');
const { questions } = readDocument(text, NAME);
const entries = questions.map(entryOf);
const title = 'LLM 微调入门题库';

describe('the starter bank', () => {
  it.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])('is the same after it went through %s', (format) => {
    const printed = EXPORT_FORMATS[format].print(entries, { title });
    const found = parseBank(printed);
    expect(found).toMatchObject({ format, entries, issues: [] });
    // Where each question stands: one behind the other.
    const places = found?.lines.flatMap(({ start, end }) => [start, end]) ?? [];
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is the same bank, with the same ids, when its Markdown is read as any document', () => {
    const printed = EXPORT_FORMATS.markdown.print(entries, { title });
    const reading = readDocument(printed, NAME);
    expect(reading.questions.map(({ lines: _, ...rest }) => rest)).toEqual(
      questions.map(({ lines: _, confidence: _c, doubts: _d, ...rest }) => rest),
    );
    expect(reading).toMatchObject({ issues: [], passages: [] });
    expect(printed).not.toContain('"exact"');
    const lines = printed.split('\n');
    for (const { answer, stem, kind, lines: place } of reading.questions) {
      expect(lines[place.start - 1]).toContain(stem);
      if (kind === 'open') expect(lines.slice(place.start, place.end).join('\n')).toContain(answer);
    }
  });
});
