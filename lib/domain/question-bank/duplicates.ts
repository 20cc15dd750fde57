import type { Question, ReadQuestion } from './model';
import { comparableText, diceSimilarity } from './similarity';

/** Questions that say the same, and the one they become. */
export interface DuplicateGroup {
  into: Question;
  /** In bank order. */
  duplicates: Question[];
}

/** A shorter stem ("为什么？") names nothing: without equal answers nobody can tell that it means the same. */
const TELLING_LETTERS = 6;

/** Signs at the end of a text, which one author sets and the next leaves out. */
const LAST_SIGN = /[\s?!.;:。；：]/u;

/** Walks back from the end: a pattern would begin anew at each sign of a long row of them. */
function withoutLastSigns(text: string): string {
  let end = text.length;
  while (end > 0 && LAST_SIGN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The stem as it is compared: width, case, white space, emphasis and the last sign set aside. */
export function comparableStem(stem: string): string {
  return withoutLastSigns(comparableText(stem));
}

/** White space runs and width set aside; case and every other sign of an answer or option may matter. */
function comparableProse(text: string): string {
  return withoutLastSigns(text.normalize('NFKC').replace(/\s+/gu, ' '));
}

/** Code keeps its indentation; a picture is where it lies in its own document, so only its being there counts. */
function comparableContext(context = ''): string {
  return context
    .replace(/\r\n?/gu, '\n')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/gu, '![]')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function comparableOptions(question: Pick<ReadQuestion, 'options'>): string[] {
  return (question.options ?? []).map((option) => comparableProse(option.text));
}

/** What two questions must share to be one at all: their kind and the code, table or picture they speak of. */
export function haveSameSetting(left: ReadQuestion, right: ReadQuestion): boolean {
  return left.kind === right.kind && comparableContext(left.context) === comparableContext(right.context);
}

/** Whether two choice questions offer the same options, in whatever order; open questions offer none. */
export function haveSameOptions(left: ReadQuestion, right: ReadQuestion): boolean {
  const [a, b] = [comparableOptions(left).sort(), comparableOptions(right).sort()];
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** Answers this alike differ in a slip or a sign: read on 24 pairs of real documents, where others lie below .8. */
const NEARLY_SAME_ANSWER = 0.9;

/** Whether nothing is lost when somebody merges the two without reading both: one has no answer, or they say the same. */
export function areNearIdentical(left: ReadQuestion, right: ReadQuestion): boolean {
  if (!isAnswered(left) || !isAnswered(right))
    return comparableStem(left.stem) === comparableStem(right.stem);
  return (
    (left.correct ?? '') === (right.correct ?? '') &&
    diceSimilarity(left.answer, right.answer) >= NEARLY_SAME_ANSWER
  );
}

function answerOf(question: ReadQuestion): string {
  return JSON.stringify([question.correct ?? '', comparableProse(question.answer)]);
}

function isAnswered(question: ReadQuestion): boolean {
  return question.answer.trim() !== '' || question.correct !== undefined;
}

/**
 * Questions that stand in the bank more than once: the same stem, context and options in the same order, and the same
 * answer or none. Of each group the first with an answer stays, in bank order; of answers that differ each makes a group
 * of its own, and what has no answer joins the first. Same groups whatever the order within equal places.
 * @param questions in bank order: by document, then position
 * @param areKeptApart pairs that a person split; they never share a group
 */
export function findExactDuplicates(
  questions: readonly Question[],
  areKeptApart: (firstId: string, secondId: string) => boolean,
): DuplicateGroup[] {
  const alike = new Map<string, Question[]>();
  for (const question of questions) {
    const key = identityOf(question);
    alike.set(key, [...(alike.get(key) ?? []), question]);
  }
  return [...alike.values()]
    .filter((list) => list.length > 1)
    .flatMap((list) => groupsOf(list, areKeptApart));
}

function identityOf(question: Question): string {
  return JSON.stringify([
    question.kind,
    comparableStem(question.stem),
    comparableContext(question.context),
    comparableOptions(question),
  ]);
}

function groupsOf(
  alike: readonly Question[],
  areKeptApart: (firstId: string, secondId: string) => boolean,
): DuplicateGroup[] {
  const answeredFirst = [...alike].sort((a, b) => Number(isAnswered(b)) - Number(isAnswered(a)));
  const groups: DuplicateGroup[] = [];
  for (const question of answeredFirst) {
    const group = groups.find(
      ({ into, duplicates }) =>
        joins(question, into) && [into, ...duplicates].every(({ id }) => !areKeptApart(id, question.id)),
    );
    if (group) group.duplicates.push(question);
    else groups.push({ into: question, duplicates: [] });
  }
  return groups.filter(({ duplicates }) => duplicates.length > 0);
}

function joins(question: Question, into: Question): boolean {
  if (isAnswered(question)) return answerOf(question) === answerOf(into);
  return [...comparableStem(question.stem)].length >= TELLING_LETTERS;
}
