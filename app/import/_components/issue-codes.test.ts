import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import en from '@/app/_i18n/en.json';
import zh from '@/app/_i18n/zh.json';
import { ISSUE_CODES } from './issue-codes';

/** Where issues about a document are raised. */
const ROOMS = ['reading', 'tables', 'exchange'].map((room) => `lib/domain/question-bank/${room}`);
const PLACES = [
  ...ROOMS,
  'lib/adapters/documents',
  'lib/use-cases/read-documents.ts',
  'lib/use-cases/import-documents.ts',
  'lib/use-cases/plan-document.ts',
  'lib/use-cases/describe-import.ts',
];
/** Says how sure the reader is of a question, in a vocabulary of its own. */
const NO_ISSUES = 'confidence.ts';
/** A code where it is raised: as a field, as an argument of what raises it, or of a call that hands it on. */
const RAISED =
  /(?:\bcode:\s*(?:\w+\s*\?\s*)?|\b(?:report|add|refusal|invalid|conversionIssue)\(\s*|\bAppError\(\s*'[a-z-]+',\s*|\b(?:misplaced|setAside)\([^')]*)'([a-z]+(?:-[a-z]+)+)'/gu;

function sources(place: string): string[] {
  if (place.endsWith('.ts')) return [readFileSync(place, 'utf8')];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter(({ name }) => /(?<!\.test|\.contract)\.ts$/u.test(name) && name !== NO_ISSUES)
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'));
}

const raised = new Set(
  PLACES.flatMap(sources).flatMap((source) => [...source.matchAll(RAISED)].map(([, code = '']) => code)),
);

it('finds codes in every place', () => {
  expect(raised).toContain('columns-uncertain');
  expect(raised).toContain('archive-nested');
  expect(raised).toContain('unknown-part');
  expect(raised).toContain('document-renamed');
  expect(raised.size).toBeGreaterThan(50);
});

it('has words for every code that is raised, in both languages, and for no other', () => {
  expect([...raised].sort()).toEqual([...ISSUE_CODES].sort());
  for (const messages of [zh, en])
    expect(Object.keys(messages.import.issues).sort()).toEqual([...ISSUE_CODES].sort());
});
