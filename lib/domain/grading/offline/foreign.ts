import type { PreparedAnswer } from './answer';
import type { Beyond } from './beyond';
import { isSpoken } from './fillers';
import { bagOf, mergeBags, occursIn, type Reading, type Term, tellingTerms } from './reading';

/** Fewer telling terms than this cannot show that a text is about something else. */
const FOREIGN_FROM = 30;
/**
 * Share of a text's telling terms that stand in question or references, and of a reference's that stand in the text, up to
 * which it is a text about something else. References of other questions of our bank reach .13 and .10 in 19 of 20, those
 * of other Chinese sets .22 and .21; of honest answers in writing at most one in twenty stays below both.
 */
const FOREIGN_KNOWN = 0.2;
const FOREIGN_RECALL = 0.15;

/**
 * Who names at least so many of the things that question and references name, and at most this share of others, speaks of
 * what was asked, in whatever words. References to other questions of the field have .45 and more in 19 of 20; of honest
 * answers that were as far from their reference as the rule allows, six in seven had less than .3.
 */
const THINGS_NAMED = 2;
const OTHERS_NAMED = 0.3;

/**
 * A written text about something else, such as the references of other questions. Who talks is never taken for one: his
 * own words, stories and likenesses are what references do not hold.
 */
export function isForeign({
  question,
  references,
  answer,
  beyond,
}: {
  question: Reading;
  references: readonly Reading[];
  answer: PreparedAnswer;
  beyond: Beyond;
}): boolean {
  if (beyond.knownTerms >= THINGS_NAMED && beyond.strayTerms < OTHERS_NAMED) return false;
  const said = tellingTerms(answer.reading);
  if (said.length < FOREIGN_FROM || isSpoken(answer.original)) return false;
  const asked = bagOf(question);
  const subject = references.map((reference) => bagOf(reference)).reduce(mergeBags, asked);
  if (shareOf(said, (term) => occursIn(term, subject)) > FOREIGN_KNOWN) return false;
  return references.every((reference) => {
    const wanted = tellingTerms(reference).filter(({ key }) => !asked.keys.has(key));
    return shareOf(wanted, (term) => occursIn(term, answer.bag)) <= FOREIGN_RECALL;
  });
}

function shareOf(terms: readonly Term[], isHit: (term: Term) => boolean): number {
  return terms.filter(isHit).length / Math.max(1, terms.length);
}
