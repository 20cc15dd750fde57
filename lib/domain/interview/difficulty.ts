import { latestGraded } from './report';
import type { InterviewState } from './state';

/** Bands from which on the next question may be harder, and up to which it should be easier. */
const HARDER_FROM = 4;
const EASIER_UP_TO = 1;
/** A run of good or weak answers moves the difficulty at most this far from the middle of the bank. */
const MOST = 3;

/** How far the next question's difficulty should lie from the middle, after the grades so far; 0 without grades. */
export function difficultyShift(state: InterviewState): number {
  const bands = state.questions.map((question) => latestGraded(question)?.grade.band ?? null);
  const shift = bands.reduce<number>((sum, band) => {
    if (band === null) return sum;
    return sum + (band >= HARDER_FROM ? 1 : band <= EASIER_UP_TO ? -1 : 0);
  }, 0);
  return Math.max(-MOST, Math.min(MOST, shift));
}
