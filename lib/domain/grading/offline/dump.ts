import type { PreparedAnswer } from './answer';
import { bagOf, mergeBags, type Reading } from './reading';
import { subjectsOf } from './subject';
import type { Unit } from './units';

/** Pasting other things behind a copied reference makes an answer at least this much longer than it. */
const DUMP_LENGTH = 1.8;
/** Share of the reference's neighbouring pairs that stand in it: nobody knows a reference by heart to this extent. */
const DUMP_COPIED = 0.95;
/** A sentence with less than this share of known pairs is neither copied nor a repetition. */
const COPIED_SENTENCE = 0.6;
/** In how many sentences a dump speaks of other things at least. */
const DUMP_SENTENCES = 3;
/**
 * Share of what is not copied, by weight of its telling terms, that has to do with question or reference. Measured on five
 * sets: of references pasted together .25 at most in 19 of 20, of full answers that hold their reference .16 upwards, six
 * in seven above .21.
 */
const DUMP_RELATED = 0.21;
/**
 * A reference that breaks off where its next item begins ("… （2）") does not hold what it was about to say, so what it says
 * nothing of may well belong to it.
 */
const BREAKS_OFF =
  /[（(]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）]\s*$|[①-⑩]\s*$|(?:^|[\n。；;])\s*\d{1,2}[.、]\s*$/u;
const DUMP_RELATED_TO_PART = DUMP_RELATED / 2;

/**
 * A dump: the reference stands in it word by word, and the rest has to do with neither question nor reference. Talk around
 * an answer and what is said twice count neither way.
 */
export function isDump({
  question,
  reference,
  answer,
}: {
  question: Reading;
  reference: Reading;
  answer: PreparedAnswer;
}): boolean {
  const wanted = pairsIn(reference.units);
  const known = new Set(wanted);
  const held = new Set(pairsIn(answer.reading.units));
  if (wanted.length === 0 || wanted.filter((pair) => held.has(pair)).length < DUMP_COPIED * wanted.length)
    return false;
  const told = subjectsOf(answer, mergeBags(bagOf(question), bagOf(reference)))
    .filter(({ isTalk }) => !isTalk)
    .map((sentence) => ({
      ...sentence,
      pairs: pairsIn(answer.reading.units.slice(sentence.from, sentence.to)),
    }));
  const said = new Set<string>();
  const rest = told.filter(({ pairs }) => {
    const isNew = !mostlyIn(pairs, said) && !mostlyIn(pairs, known);
    for (const pair of pairs) said.add(pair);
    return isNew;
  });
  if (said.size < DUMP_LENGTH * known.size || rest.length < DUMP_SENTENCES) return false;
  const related = rest.reduce((sum, sentence) => sum + sentence.weight * sentence.weightedShare, 0);
  const least = BREAKS_OFF.test(reference.text) ? DUMP_RELATED_TO_PART : DUMP_RELATED;
  return related < least * rest.reduce((sum, sentence) => sum + sentence.weight, 0);
}

/** Said before, or copied. */
function mostlyIn(pairs: readonly string[], known: ReadonlySet<string>): boolean {
  return pairs.filter((pair) => known.has(pair)).length >= COPIED_SENTENCE * pairs.length;
}

/** Neighbouring units, whatever stands between them. */
function pairsIn(units: readonly Unit[]): string[] {
  return units.slice(1).map((unit, index) => `${units[index]?.key} ${unit.key}`);
}
