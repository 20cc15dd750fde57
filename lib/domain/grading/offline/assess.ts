import type { KeyPoint } from '../model';
import { type PreparedAnswer, withReading } from './answer';
import type { ConceptIndex } from './concepts';
import { denialOf, type Statement, statementAt, statementsOf } from './contradiction';
import { alignWords, type Bag, type Reading, read, recallOf, type Term, termsOf } from './reading';
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
  denial: { start: number; end: number } | null;
}

/** Weight that a term of the question keeps within a point: it names the subject and proves nothing. */
const QUESTION_TERM = 0.12;

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
  const spread = documentFrequency(drafts.map((draft) => termsOf(draft.reading)));
  return {
    reading,
    terms: own.length > 0 ? own : all,
    points: drafts.map((draft) => ({
      point: draft.point,
      terms: termsOf(draft.reading).map((term) => ({
        ...term,
        weight:
          (term.weight * (question.keys.has(term.key) ? QUESTION_TERM : 1)) /
          Math.sqrt(spread.get(term.key) ?? 1),
      })),
      statements: pointStatements(draft.reading.text),
    })),
  };
}

function pointSource(point: KeyPoint): string {
  return point.evidence ?? point.text;
}

function pointStatements(text: string): Statement[] {
  const whole = statementAt(text, { start: 0, end: text.length });
  return [whole, ...statementsOf(text)];
}

function documentFrequency(lists: readonly (readonly Term[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of lists) for (const term of terms) counts.set(term.key, (counts.get(term.key) ?? 0) + 1);
  return counts;
}

/** Finds for each point the part of the answer that supports or denies it. */
export function supportsOf(reference: PreparedReference, prepared: PreparedAnswer): PointSupport[] {
  const answer = alignTo(reference, prepared);
  const said = statementsOf(answer.reading.text);
  return reference.points.map(({ point, terms, statements }) => {
    const window = bestWindow(terms, answer.clauses, answer.bags);
    const denial = denialOf(statements, said);
    return {
      point,
      support: window?.support ?? 0,
      window: window && { start: window.start, end: window.end },
      denial: denial && { start: denial.start, end: denial.end },
    };
  });
}

/** The answer with its misspelt words rewritten to the reference's. */
export function alignTo(reference: PreparedReference, prepared: PreparedAnswer): PreparedAnswer {
  const aligned = alignWords(prepared.reading, reference.reading);
  return aligned === prepared.reading ? prepared : withReading(prepared, aligned);
}

/** Share of the reference's own terms that occur anywhere in the answer, 0..1. */
export function overallRecall(reference: PreparedReference, answer: PreparedAnswer): number {
  return recallOf(reference.terms, answer.bag) ?? 0;
}
