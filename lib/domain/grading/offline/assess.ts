import { pointSource } from '../checks/derive-checks';
import { otherWordings } from '../key-points/names';
import type { KeyPoint } from '../model';
import { type PreparedAnswer, withReading } from './answer';
import type { ConceptIndex } from './concepts';
import { type Denial, denialOf, type Statement, statementsOf } from './contradiction';
import { alignWords, type Bag, type Reading, read, type Term, termsOf } from './reading';
import type { Ruling } from './rulings';
import { bestWindow } from './windows';

/** A reference prepared for matching, with the key points it is graded by. */
export interface PreparedReference {
  reading: Reading;
  /** Its terms without those of the question; all of them when nothing else is left. */
  terms: Term[];
  points: PreparedPoint[];
}

export interface PreparedPoint {
  point: KeyPoint;
  terms: Term[];
  /** Other ways to say all of it; one of them is enough. */
  wordings: Term[][];
  /** What may be denied of it: nothing where the reference itself would pass for a denial. */
  statements: Statement[];
}

/** What the answer does with one point, before it becomes a verdict. */
export interface PointSupport {
  point: KeyPoint;
  /** 0..1: share of the point's terms found in the best window. */
  support: number;
  /** Offsets of that window, null when nothing was found. */
  window: { start: number; end: number } | null;
  /** The passage that says the opposite. */
  denial: Denial | null;
  /** What the point's own check decided, where it has one. */
  ruling?: Ruling;
}

/**
 * Weight that a term of the question keeps within a point: it names the subject and proves little. A Han character of the
 * question proves less than a word of it (le-zh QWK .861 at .25, .889 at .05; English best between .12 and .3).
 */
const QUESTION_HAN = 0.05;
const QUESTION_WORD = 0.2;

/** Prepares one reference and its points against the words of the question. */
export function prepareReference(
  text: string,
  points: readonly KeyPoint[],
  question: Bag,
  index: ConceptIndex,
): PreparedReference {
  const reading = read(text, index);
  const all = termsOf(reading);
  const own = all.filter((term) => !question.keys.has(term.key));
  const drafts = points.map((point) => ({ point, reading: read(pointSource(point), index) }));
  const source = statementsOf(text);
  const spread = documentFrequency(drafts.map((draft) => termsOf(draft.reading)));
  return {
    reading,
    terms: own.length > 0 ? own : all,
    points: drafts.map((draft) => ({
      point: draft.point,
      terms: termsOf(draft.reading).map((term) => ({
        ...term,
        weight:
          (term.weight * (question.keys.has(term.key) ? questionWeight(term) : 1)) /
          Math.sqrt(spread.get(term.key) ?? 1),
      })),
      wordings: otherWordings(draft.point).map((wording) => termsOf(read(wording, index))),
      statements: deniable(statementsOf(draft.reading.text), source),
    })),
  };
}

function deniable(statements: Statement[], reference: readonly Statement[]): Statement[] {
  return denialOf(statements, reference) ? [] : statements;
}

function questionWeight(term: Term): number {
  return /[a-z]/.test(term.key) ? QUESTION_WORD : QUESTION_HAN;
}

function documentFrequency(lists: readonly (readonly Term[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of lists) for (const term of terms) counts.set(term.key, (counts.get(term.key) ?? 0) + 1);
  return counts;
}

/** Finds for each point the part of the answer, aligned to the reference, that supports or denies it. */
export function supportsOf(reference: PreparedReference, answer: PreparedAnswer): PointSupport[] {
  const said = statementsOf(answer.reading.text);
  return reference.points.map(({ point, terms, wordings, statements }) => {
    const window = [terms, ...wordings]
      .map((wording) => bestWindow(wording, answer.clauses, answer.bags))
      .reduce((best, next) => ((next?.support ?? 0) > (best?.support ?? 0) ? next : best));
    const denial = denialOf(statements, said);
    return {
      point,
      support: window?.support ?? 0,
      window: window && { start: window.start, end: window.end },
      denial,
    };
  });
}

/** The answer with its misspelt words rewritten to the reference's. */
export function alignTo(reference: PreparedReference, prepared: PreparedAnswer): PreparedAnswer {
  const aligned = alignWords(prepared.reading, reference.reading);
  return aligned === prepared.reading ? prepared : withReading(prepared, aligned);
}
