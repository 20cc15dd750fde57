import type { Candidate, Survey } from './candidates';
import type { Dissection } from './dissect';
import { endsInQuestionMark, questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

const NUMBER = /^\D{0,3}?(\d{1,3})\s*[.、．:：)）\]】]/u;
/** Longer lines argue, they do not ask. */
const LONGEST = 200;

/** Larger gaps in the numbers are no oversight. */
const MOST_LEFT_OUT = 3;

/** What tells the next question from one that an answer asks for effect. */
export interface QuestionShapes {
  /** Shapes of the candidates that are questions. */
  taken: ReadonlySet<string>;
  candidates: ReadonlyMap<number, Candidate>;
}

/** Where the answer begins that a label, a fold or options announce; infinity where nothing does. */
function announcedAnswer(found: Dissection): number {
  const label = found.parts.find((part) => part.kind === 'answer' || part.kind === 'explanation');
  return found.run?.end ?? label?.start ?? Number.POSITIVE_INFINITY;
}

function asks(line: Line): boolean {
  if (!endsInQuestionMark(line.text) || line.text.length > LONGEST) return false;
  return questionLikeness(readMark(line.text, line.kind === 'heading').title) === 1;
}

/** Where an answer begins again although the question has one: there must be a question between. */
function repeatsAnswer(survey: Survey, index: number, announced: number): boolean {
  if (index <= announced) return false;
  const label = survey.labels[index];
  const isAgain = label?.kind === 'answer' && label.language === null && survey.labels[index - 1] === null;
  return isAgain || survey.runAt[index]?.start === index;
}

/** The numbers left out between a question and the next one of its kind; none where they count otherwise. */
function isLeftOut(number: number, own: number, following: number | undefined): boolean {
  return following !== undefined && number > own && number < following && following <= own + MOST_LEFT_OUT;
}

/**
 * Line indexes inside a question's answer that look like the next question. They ask at the outermost level, and
 * have the shape of lines that are questions elsewhere in the document, or fill a gap in the numbers, or count on behind
 * an answer that was announced where no list of the answer counts, or a second answer follows. What an answer asks for
 * effect does none of it. `following` is the number of the next question.
 */
export function innerQuestions(
  found: Dissection,
  survey: Survey,
  shapes: QuestionShapes,
  following: number | undefined,
): number[] {
  const { candidate, end } = found.lead;
  const level = survey.lines[candidate.index]?.lists ?? 0;
  const own = candidate.mark.path.at(-1) ?? 0;
  const announced = announcedAnswer(found);
  const hasGap = own > 0 && isLeftOut(own + 1, own, following);
  const counted = new Set<number>();
  const inner = new Set<number>();
  let asking: number | undefined;
  for (let index = found.bodyStart; index < end; index++) {
    const line = survey.lines[index];
    if (repeatsAnswer(survey, index, announced) && asking !== undefined) inner.add(asking);
    const isProse = line?.kind === 'paragraph' || line?.kind === 'heading';
    if (line === undefined || !isProse || line.quotes > 0 || line.lists > level) continue;
    const number = Number(NUMBER.exec(line.text)?.[1] ?? Number.NaN);
    // A list that starts again, or has counted up to here, is the answer's own.
    const isListed = own > 0 && (number <= own || counted.has(number - 1));
    const isNext = own > 0 && number === own + 1 && index > announced && !isListed;
    counted.add(number);
    if (!asks(line)) continue;
    asking = index;
    const isShaped = !isListed && shapes.taken.has(shapes.candidates.get(index)?.shape ?? '');
    const fillsGap =
      hasGap && line.isBlockStart && (Number.isNaN(number) || isLeftOut(number, own, following));
    if (isShaped || isNext || fillsGap) inner.add(index);
  }
  return [...inner].sort((a, b) => a - b);
}
