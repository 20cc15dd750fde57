import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const DOCUMENTS = new URL('../../../../../shared/documents/', import.meta.url);
const isPresent = existsSync(DOCUMENTS);

interface Truth {
  encoding: string;
  allStems: string[];
  countRange: [number, number];
  mcqCount: number;
}

interface Score {
  name: string;
  f1: number;
  isInRange: boolean;
  isChoiceCountExact: boolean;
}

/** A stem counts when it, or at least its first fourteen characters, equals the truth's. */
const COMPARED = 14;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s\p{Cf}\p{Mn}]/gu, '')
    .slice(0, COMPARED);

function score(folder: string, file: string): Score {
  const base = new URL(`${encodeURIComponent(folder)}/`, DOCUMENTS);
  const truth: Truth = JSON.parse(
    readFileSync(new URL(`${encodeURIComponent(file)}.truth.json`, base), 'utf8'),
  );
  const bytes = readFileSync(new URL(encodeURIComponent(file), base));
  const text = new TextDecoder(truth.encoding === 'gbk' ? 'gb18030' : 'utf-8').decode(bytes);
  const { questions } = readDocument(text, file);
  const wanted = truth.allStems.map(plain);
  let hits = 0;
  for (const question of questions) {
    const position = wanted.indexOf(plain(question.stem));
    if (position < 0) continue;
    hits += 1;
    wanted.splice(position, 1);
  }
  const total = questions.length + truth.allStems.length;
  return {
    name: `${folder}/${file}`,
    f1: total === 0 ? 1 : (2 * hits) / total,
    isInRange: questions.length >= truth.countRange[0] && questions.length <= truth.countRange[1],
    isChoiceCountExact: questions.filter((question) => question.kind === 'choice').length === truth.mcqCount,
  };
}

function allScores(): Score[] {
  const folders = readdirSync(DOCUMENTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const files = readdirSync(new URL(`${encodeURIComponent(name)}/`, DOCUMENTS)).filter(
      (file) => !file.endsWith('.truth.json'),
    );
    return files.map((file) => score(name, file));
  });
}

describe.skipIf(!isPresent)('real question banks in many formats', () => {
  it('are read with a macro F1 of at least .97, their counts and choices right', () => {
    const scores = allScores();
    const table = scores
      .map(
        (one) =>
          `${one.f1.toFixed(3)} ${one.isInRange ? '' : 'count '}${one.isChoiceCountExact ? '' : 'choices '}${one.name}`,
      )
      .join('\n');
    const macro = scores.reduce((sum, one) => sum + one.f1, 0) / scores.length;
    expect(macro, table).toBeGreaterThanOrEqual(0.97);
    expect(scores.filter((one) => !one.isInRange).length, table).toBeLessThanOrEqual(1);
    expect(scores.filter((one) => !one.isChoiceCountExact).length, table).toBe(0);
  });
});
