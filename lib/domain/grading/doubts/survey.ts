import { type Passage, type Question, questionText } from '../../question-bank';
import type { Glossary } from '../../retrieval';
import { referenceOf } from '../question-task';
import { type CommonGround, isProse, scriptOf, subjectOf, takesUp, tellingTerms } from './common-ground';
import {
  countTerms,
  sizeOf,
  type TermCounts,
  type TermVector,
  VectorGroup,
  VectorSpace,
} from './vector-space';

/** What is judged of a bank: every question that can be asked and every passage. */
export interface SurveyedBank {
  questions: readonly Question[];
  passages: readonly Passage[];
}

/** How a reference stands to its own question and to the rest of the bank. Cosines are 0..1. */
export interface Standing {
  /** Terms of the reference. */
  size: number;
  /** Cosine of the reference with its own question. */
  own: number;
  /** The largest cosine with a question that asks something else, and which question that is. */
  other: number;
  otherAt: number;
  /** The share of the bank's questions that are nearer to it than its own, 0..1. */
  nearer: number;
  /** Cosines with what the bank says on the question, and with anything in the bank; the question's own terms left out. */
  onSubject: number;
  anywhere: number;
  /** The share of its terms that what the bank says on the question has too, 0..1. */
  shared: number;
  /** The share of its terms that stand nowhere else in the bank, 0..1. */
  foreign: number;
  ground: CommonGround;
}

/** The texts of the bank that bear most on a question: what "the rest of the bank says on it" means here. */
const NEIGHBOURS = 8;
/** Questions more alike than this ask much the same, and one may well fit the other's answer. */
const SAME_QUESTION = 0.5;

/** A term in so large a share of the texts belongs to the field of the whole bank. */
const OF_THE_FIELD = 0.05;

/** Names in code are its writer's choice: where words say so much besides, they alone tell what a reference is about. */
const ENOUGH_PROSE = 20;
const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))/gmu;

interface Entry {
  stem: TermCounts;
  reference: TermCounts;
  /** What of the reference is compared with questions. */
  told: TermCounts;
  whole: TermCounts;
  question: Question | null;
}

/** Everything a bank says, made comparable. Building it reads all texts once; each `standing` reads a part. */
export class BankSurvey {
  private readonly entries: Entry[] = [];
  private readonly space = new VectorSpace();
  private readonly wholes = new VectorGroup();
  private readonly stems = new VectorGroup();

  constructor(private readonly glossary: Glossary) {}

  /** Adds a question; all of them before the first passage. */
  addQuestion(question: Question): void {
    const asked = askedIn(question);
    const reference = referenceOf(question);
    const counts = countTerms(reference);
    this.add({
      stem: countTerms(...asked),
      reference: counts,
      told: toldIn(reference, counts),
      whole: countTerms(...asked, reference, ...question.topics),
      question,
    });
  }

  addPassage({ headings, text }: Passage): void {
    const whole = countTerms(...headings, text);
    this.add({ stem: new Map(), reference: whole, told: whole, whole, question: null });
  }

  /** After the last text and before the first `standing`, in a step for each text. */
  *closing(): Generator<void> {
    for (const { whole, stem } of this.entries) {
      this.wholes.add(this.space.vector(whole));
      this.stems.add(this.space.vector(stem));
      yield;
    }
  }

  /** @param at the place of a question, in the order they were added */
  standing(at: number): Standing {
    const { stem, reference, told, question } = this.entryAt(at);
    const stemVector = this.stems.vectors[at] ?? new Map();
    const bare = new Map([...reference].filter(([term]) => !stem.has(term)));
    const bareVector = this.space.vector(bare);
    const neighbours = largest(this.wholes.cosines(stemVector), NEIGHBOURS, at);
    const similar = this.wholes.cosines(bareVector);
    similar[at] = 0;
    return {
      size: sizeOf(reference),
      ...this.amongQuestions(at, stemVector, this.space.vector(told)),
      onSubject: Math.max(0, ...neighbours.map((place) => similar[place] ?? 0)),
      anywhere: similar.reduce((most, value) => Math.max(most, value), 0),
      shared: shareOf(bare, (term) => neighbours.some((place) => this.wholes.vectors[place]?.has(term))),
      foreign: shareOf(bare, (term) => this.space.frequency(term) <= 1),
      ground: this.groundOf(question, neighbours),
    };
  }

  private groundOf(question: Question | null, neighbours: readonly number[]): CommonGround {
    const reference = question ? referenceOf(question) : '';
    const terms = tellingTerms(reference);
    const subject = subjectOf(question ? [...askedIn(question), ...question.topics] : [], this.glossary);
    const field = Math.max(1, this.entries.length * OF_THE_FIELD);
    const shared = [...terms].filter(
      (term) =>
        subject.terms.has(term) ||
        this.space.frequency(term) > field ||
        neighbours.some((place) => this.wholes.vectors[place]?.has(term)),
    );
    return {
      terms: terms.size,
      shared: shared.length,
      own: takesUp(reference, terms, subject),
      isProse: isProse(reference),
      script: scriptOf(reference),
    };
  }

  private add(entry: Entry): void {
    this.entries.push(entry);
    this.space.add(entry.whole);
  }

  private amongQuestions(at: number, stem: TermVector, reference: TermVector) {
    const near = this.stems.cosines(reference);
    const own = near[at] ?? 0;
    const alike = this.stems.cosines(stem);
    let [other, otherAt, nearer, questions] = [0, -1, 0, 0];
    for (const [place, value] of near.entries()) {
      if (place === at || this.entryAt(place).stem.size < 2) continue;
      questions += 1;
      if (value > own) nearer += 1;
      if (value > other && (alike[place] ?? 0) < SAME_QUESTION) [other, otherAt] = [value, place];
    }
    return { own, other, otherAt, nearer: nearer / Math.max(1, questions) };
  }

  private entryAt(at: number): Entry {
    const entry = this.entries[at];
    if (!entry) throw new RangeError(`The survey has no entry ${at}.`);
    return entry;
  }
}

/** The terms of a reference without those of its code, where enough are left; texts without code are counted once. */
function toldIn(reference: string, counts: TermCounts): TermCounts {
  const prose = reference.replace(FENCED, '\n');
  if (prose === reference) return counts;
  const told = countTerms(prose);
  return sizeOf(told) < ENOUGH_PROSE ? counts : told;
}

/** What a question says itself, its options included. */
function askedIn(question: Question): string[] {
  const options = question.kind === 'choice' ? (question.options ?? []).map(({ text }) => text) : [];
  return [questionText(question), ...options];
}

/** Places of the largest values, `except` left out. */
function largest(values: Float64Array, count: number, except: number): number[] {
  const places: number[] = [];
  for (const [place, value] of values.entries()) {
    if (place === except || value <= (values[places[count - 1] ?? -1] ?? 0)) continue;
    const before = places.findIndex((other) => value > (values[other] ?? 0));
    places.splice(before < 0 ? places.length : before, 0, place);
    places.length = Math.min(places.length, count);
  }
  return places;
}

/** The share of the terms that a test holds for, repeated terms counting by 1 + ln tf. */
function shareOf(counts: TermCounts, holds: (term: string) => boolean): number {
  let [sum, all] = [0, 0];
  for (const [term, count] of counts) {
    const weight = 1 + Math.log(count);
    all += weight;
    if (holds(term)) sum += weight;
  }
  return all === 0 ? 0 : sum / all;
}
