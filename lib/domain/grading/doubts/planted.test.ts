import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Question, readDocument } from '../../question-bank';
import { parseGlossary } from '../../retrieval';
import { referenceOf } from '../question-task';
import { DoubtFinder, type FoundDoubt } from './find-doubts';

const dataDir = path.resolve(import.meta.dirname, '../../../../data');
const glossary = parseGlossary(JSON.parse(readFileSync(path.join(dataDir, 'glossary.json'), 'utf8')));
const name = 'llm-fine-tuning.zh.md';
const starter = bankOf(readFileSync(path.join(dataDir, 'banks', name), 'utf8'), name);

interface Planted {
  kind: 'namesake' | 'expansion';
  term: string;
  stem: string;
  answer: string;
}

const planted = readFileSync(path.join(dataDir, 'fixtures/wrong-references.zh.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Planted);

function bankOf(text: string, documentName: string): Question[] {
  return readDocument(text, documentName).questions.map((question, position) => ({
    ...question,
    documentId: 'd',
    documentName,
    position,
    retiredAt: null,
  }));
}

function doubtsIn(bank: readonly Question[]): FoundDoubt[][] {
  const finder = new DoubtFinder(glossary);
  for (const question of bank) finder.addQuestion(question);
  finder.close();
  return bank.map((_, at) => finder.doubtsOf(at));
}

/** How many of the planted references are doubted, each planted alone at the end of the bank. */
function found(kind: Planted['kind']): { count: number; of: number; missed: string[] } {
  const cases = planted.filter((each) => each.kind === kind);
  const missed = cases.filter(({ stem, answer }) => {
    const [like] = starter;
    if (!like) return true;
    const question: Question = { ...like, id: 'q_planted', kind: 'open', stem, answer, topics: [] };
    return doubtsIn([...starter, question]).at(-1)?.length === 0;
  });
  return { count: cases.length - missed.length, of: cases.length, missed: missed.map(({ stem }) => stem) };
}

/** Exchanges the references of two questions of the same kind. */
function exchanged(first: number, second: number): Question[] {
  const [a, b] = [starter[first], starter[second]];
  if (!a || !b) return starter;
  const { answer, explanation = '' } = a;
  return starter.map((question, at) => {
    if (at === first) return { ...question, answer: b.answer, explanation: b.explanation ?? '' };
    return at === second ? { ...question, answer, explanation } : question;
  });
}

describe('planted wrong references', () => {
  it('flags at most two references of the bank as it is', () => {
    expect(doubtsIn(starter).filter((doubts) => doubts.length > 0).length).toBeLessThanOrEqual(2);
  });

  it('takes names in code for no subject where words tell it', () => {
    const merging = starter.findIndex(({ stem }) => stem.includes('合并') && stem.includes('LoRA'));
    expect(merging).toBeGreaterThanOrEqual(0);
    expect(doubtsIn(starter)[merging]).toEqual([]);
  });

  it('finds answers about a namesake in another field', () => {
    const { count, of, missed } = found('namesake');
    expect(count / of, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });

  it('finds wrong expansions of abbreviations', () => {
    const { count, of, missed } = found('expansion');
    expect(count / of, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });

  it('finds most answers exchanged between two questions', () => {
    const open = starter.flatMap((question, at) =>
      question.kind === 'open' && referenceOf(question) ? [at] : [],
    );
    const half = Math.floor(open.length / 2);
    const step = 2;
    const results = open.slice(0, half).flatMap((first, index) => {
      const second = open[index + half];
      if (second === undefined || index % step !== 0) return [];
      const doubts = doubtsIn(exchanged(first, second));
      return [doubts[first], doubts[second]].map((list) => (list?.length ?? 0) > 0);
    });
    expect(results.filter(Boolean).length / results.length).toBeGreaterThanOrEqual(0.7);
  });
});
