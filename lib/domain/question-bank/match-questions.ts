import type { Question, ReadQuestion } from './model';
import { questionText } from './reading/identity';
import { comparableText, diceSimilarity } from './similarity';

/**
 * Stems this alike at the same place are one question. Measured on 675 pairs of different questions at most three places
 * apart (six documents): the most alike pair has .54; small rewordings of one stem have .63 and more.
 */
const SAME_STEM = 0.6;
/** A stem that was reworked more than that is still the same question when its answer stayed. */
const RELATED_STEM = 0.3;
const SAME_ANSWER = 0.8;
/** How many places a question may have moved against its neighbours and still stand "at the same place". */
const PLACE_WINDOW = 3;

interface Pair {
  read: number;
  /** Index into the present questions. */
  known: number;
  score: number;
  distance: number;
}

/**
 * Finds for each question that was read the one in the bank that it is: by its stem (retired ones too, so that they
 * come back under their id), else by a near-equal stem at about the same place among those `isPresent`.
 * @returns one entry per read question; null = new
 */
export function matchQuestions(
  read: readonly ReadQuestion[],
  known: readonly Question[],
  isPresent: (question: Question) => boolean,
): (Question | null)[] {
  const matches = matchByStem(read, known, isPresent);
  matchByPlace(read, known.filter(isPresent), matches);
  return matches;
}

function matchByStem(
  read: readonly ReadQuestion[],
  known: readonly Question[],
  isPresent: (question: Question) => boolean,
): (Question | null)[] {
  const present = known.filter(isPresent);
  const all = [...present, ...known.filter((question) => !isPresent(question))];
  const stemOf = (question: ReadQuestion) => comparableText(question.stem);
  const textOf = (question: ReadQuestion) => comparableText(questionText(question));
  const matches: (Question | null)[] = read.map(() => null);
  // A stem that stands several times ("which is right?") goes to the one with the same answer before the next in line.
  matchByKey(read, present, matches, (question) => `${textOf(question)}\u001f${answerOf(question)}`);
  matchByKey(read, all, matches, (question) => `${textOf(question)}\u001f${question.kind}`);
  matchByKey(read, all, matches, textOf);
  // The stem alone ("what is the output?") names a question only together with its answer, or when the bank holds
  // nothing but the stem.
  const bare = all.filter((question) => question.context === undefined);
  matchByKey(read, present, matches, (question) => `${stemOf(question)}\u001f${answerOf(question)}`);
  matchByKey(read, bare, matches, stemOf);
  return matches;
}

/** Pairs what is still free and has the same key, in order; linear in both lists. */
function matchByKey(
  read: readonly ReadQuestion[],
  known: readonly Question[],
  matches: (Question | null)[],
  keyOf: (question: ReadQuestion) => string,
): void {
  const used = new Set(matches.map((match) => match?.id));
  const queues = new Map<string, Question[]>();
  // From the last to the first, so that pop() gives the first.
  for (const question of known.toReversed()) {
    if (used.has(question.id)) continue;
    const queue = queues.get(keyOf(question));
    if (queue) queue.push(question);
    else queues.set(keyOf(question), [question]);
  }
  read.forEach((question, index) => {
    matches[index] ??= queues.get(keyOf(question))?.pop() ?? null;
  });
}

function answerOf(question: ReadQuestion): string {
  const options = question.options?.map((option) => option.text) ?? [];
  return [...options, question.answer].join('\n');
}

function matchByPlace(
  read: readonly ReadQuestion[],
  present: readonly Question[],
  matches: (Question | null)[],
): void {
  const free = new Set(present.keys());
  const placeOf = new Map(present.map((question, place) => [question.id, place]));
  const placeOfMatch = matches.map((match) => (match ? placeOf.get(match.id) : undefined));
  for (const place of placeOfMatch) if (place !== undefined) free.delete(place);
  if (free.size === 0) return;
  const pairs: Pair[] = [];
  expectedPlaces(placeOfMatch).forEach((expected, index) => {
    const question = read[index];
    if (matches[index] || !question) return;
    for (const [place, distance] of placesAround(expected)) {
      const other = free.has(place) ? present[place] : undefined;
      if (!other) continue;
      const score = likeness(question, other);
      if (score !== null) pairs.push({ read: index, known: place, score, distance });
    }
  });
  pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.read - b.read || a.known - b.known);
  for (const pair of pairs) {
    if (matches[pair.read] || !free.delete(pair.known)) continue;
    matches[pair.read] = present[pair.known] ?? null;
  }
}

/** Where each question stood before, told from its nearest known neighbour above and below; without any, where it is now. */
function expectedPlaces(placeOfMatch: readonly (number | undefined)[]): number[][] {
  const expected: number[][] = placeOfMatch.map(() => []);
  const sweep = (indices: readonly number[]): void => {
    let anchor: { index: number; place: number } | null = null;
    for (const index of indices) {
      const place = placeOfMatch[index];
      if (place !== undefined) anchor = { index, place };
      else if (anchor) expected[index]?.push(anchor.place + index - anchor.index);
    }
  };
  const indices = [...placeOfMatch.keys()];
  sweep(indices);
  sweep(indices.reverse());
  return expected.map((places, index) => (places.length > 0 ? places : [index]));
}

/** Every place within the window of an expected one, with its distance from the nearest. */
function placesAround(expected: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const center of expected) {
    for (let offset = -PLACE_WINDOW; offset <= PLACE_WINDOW; offset += 1) {
      const distance = Math.min(places.get(center + offset) ?? PLACE_WINDOW, Math.abs(offset));
      places.set(center + offset, distance);
    }
  }
  return places;
}

/** The stems' similarity when the two are taken for one question, else null. */
function likeness(a: ReadQuestion, b: ReadQuestion): number | null {
  const stems = Math.min(diceSimilarity(a.stem, b.stem), contextLikeness(a, b));
  if (stems >= SAME_STEM) return stems;
  if (stems < RELATED_STEM || a.answer === '' || b.answer === '') return null;
  return diceSimilarity(answerOf(a), answerOf(b)) >= SAME_ANSWER ? stems : null;
}

/** 1 when only one of them has a context: it may not have been read, or have been moved. */
function contextLikeness(a: ReadQuestion, b: ReadQuestion): number {
  if (a.context === undefined || b.context === undefined) return 1;
  const [left, right] = [a.context, b.context].map((text) => text.replace(/^\s*(?:```|~~~).*$/gm, ''));
  return diceSimilarity(left ?? '', right ?? '');
}
