import { type Slice, sentencesOf } from '../key-points/sentences';
import { type Bag, occursIn, type Reading, type Term, termsOf } from './reading';

/** A sentence of an answer and how far it speaks of what was asked. */
export interface SentenceSubject {
  /** Number of telling terms. */
  size: number;
  /** Share of them that stand in question or reference, 0..1. */
  share: number;
  /** Their weight together, and the share of it that stands in question or reference. */
  weight: number;
  weightedShare: number;
  /** The units it holds, end exclusive. */
  from: number;
  to: number;
  /** Somebody telling how he came to it, not what it is. */
  isNarrative: boolean;
}

/** "我们项目里当时…", "let me say": pasted references do not speak in the first person. */
const NARRATIVE = /我|咱|\b(?:I(?![).])|I'm|I've|[Ww]e|[Oo]ur|[Mm]y)\b/u;

/** Terms that hardly agree by chance: pairs of Han characters, words of Latin letters, numbers. */
function tellingTerms(reading: Reading, from: number, to: number): Term[] {
  return termsOf(reading, from, to).filter((term) => term.isPair || /[a-z0-9]/.test(term.key));
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0);
}

/** Each sentence of an answer measured against question and reference. */
export function subjectsOf(answer: Reading, subject: Bag): SentenceSubject[] {
  let from = 0;
  return sentencesOf(answer.text).map((sentence: Slice) => {
    let to = from;
    while ((answer.units[to]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) to++;
    const terms = tellingTerms(answer, from, to);
    const found = terms.filter((term) => occursIn(term, subject));
    const [weight, shared] = [weightOf(terms), weightOf(found)];
    const units = { from, to };
    from = to;
    return {
      ...units,
      size: terms.length,
      share: found.length / Math.max(1, terms.length),
      weight,
      weightedShare: weight === 0 ? 0 : shared / weight,
      isNarrative: NARRATIVE.test(answer.text.slice(sentence.start, sentence.end)),
    };
  });
}

/** Fewer telling terms than this cannot show that an answer is about something else. */
const TELLING_FROM = 8;
/** What is told in the first person counts neither way; of the rest this share is enough. */
const ENOUGH_OVERALL = 0.2;
/** Of its best third an answer needs more than the first share and does with the second; English words agree oftener. */
const BEST_PART = 0.3;
const BEST_OF_CHINESE = [0.2, 0.4] as const;
const BEST_OF_ENGLISH = [0.3, 0.55] as const;

/**
 * Whether an answer speaks of the question's subject, 0..1. The reference of another question shares .07 of its telling
 * terms, full answers .2 to .8; who pads a full answer keeps a part of it that is wholly on the subject.
 */
export function onSubject(sentences: readonly SentenceSubject[], isChinese: boolean): number {
  const [least, enough] = isChinese ? BEST_OF_CHINESE : BEST_OF_ENGLISH;
  const told = sentences.filter((sentence) => !sentence.isNarrative || sentence.share > ENOUGH_OVERALL);
  const size = told.reduce((sum, sentence) => sum + sentence.size, 0);
  if (size < TELLING_FROM) return 1;
  const overall = shareOf(told);
  const best = (bestPart(told, size) - least) / (enough - least);
  return Math.min(1, Math.max(overall / ENOUGH_OVERALL, best, 0));
}

function shareOf(sentences: readonly SentenceSubject[]): number {
  const size = sentences.reduce((sum, sentence) => sum + sentence.size, 0);
  return sentences.reduce((sum, sentence) => sum + sentence.size * sentence.share, 0) / Math.max(1, size);
}

function bestPart(sentences: readonly SentenceSubject[], size: number): number {
  const enough = Math.max(TELLING_FROM, BEST_PART * size);
  const part: SentenceSubject[] = [];
  let taken = 0;
  for (const sentence of [...sentences].sort((a, b) => b.share - a.share)) {
    if (taken >= enough) break;
    part.push(sentence);
    taken += sentence.size;
  }
  return shareOf(part);
}
