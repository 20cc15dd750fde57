import type { AuthoredKeyPoint, QuestionContent, QuestionKind } from '@/lib/domain/question-bank';

/** A row of a list that can be put in another order: known by its key, not by its place. */
export interface Row {
  key: number;
}

export interface OptionRow extends Row {
  label: string;
  text: string;
  isRight: boolean;
}

export interface PointRow extends Row {
  text: string;
  core: boolean;
  /** As typed. */
  weight: string;
}

export interface MistakeRow extends Row {
  text: string;
}

/** A question as it stands in the fields of the editor. */
export interface EditorForm {
  kind: QuestionKind;
  stem: string;
  context: string;
  options: OptionRow[];
  answer: string;
  explanation: string;
  topics: string[];
  tags: string[];
  /** '' = none. */
  difficulty: string;
  keyPoints: PointRow[];
  mistakes: MistakeRow[];
}

export function toForm(content: QuestionContent): EditorForm {
  return {
    kind: content.kind,
    stem: content.stem,
    context: content.context ?? '',
    options: (content.options ?? []).map((option, key) => ({
      key,
      ...option,
      isRight: content.correct?.includes(option.label) ?? false,
    })),
    answer: content.answer,
    explanation: content.explanation ?? '',
    topics: content.topics,
    tags: content.tags ?? [],
    difficulty: content.difficulty?.toString() ?? '',
    keyPoints: toPointRows(content.keyPoints ?? []),
    mistakes: (content.mistakes ?? []).map((text, key) => ({ key, text })),
  };
}

export function toPointRows(points: readonly AuthoredKeyPoint[]): PointRow[] {
  return points.map(({ text, core, weight }, key) => ({ key, text, core, weight: weight.toString() }));
}

/** What the fields say; a number that is none becomes NaN, which the check of the content refuses. */
export function toContent(form: EditorForm): QuestionContent {
  const { kind, stem, context, answer, explanation, topics, tags, difficulty } = form;
  const correct = form.options
    .filter(({ isRight }) => isRight)
    .map(({ label }) => label)
    .join('');
  return {
    ...{ kind, stem, context, correct, answer, explanation, topics, tags },
    options: form.options.map(({ label, text }) => ({ label, text })),
    ...(difficulty !== '' && { difficulty: Number(difficulty) }),
    keyPoints: form.keyPoints.map(({ text, core, weight }) => ({ text, core, weight: toNumber(weight) })),
    mistakes: form.mistakes.map(({ text }) => text),
  };
}

function toNumber(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed);
}

/** A key that no row has. */
function freeKey(rows: readonly Row[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1;
}

export function added<R extends Row>(rows: readonly R[], row: Omit<R, 'key'>): R[] {
  return [...rows, { ...row, key: freeKey(rows) } as R];
}

export function removed<R extends Row>(rows: readonly R[], index: number): R[] {
  return rows.filter((_, place) => place !== index);
}

/** The row takes the place of its neighbour above (-1) or below (+1); at an end nothing changes. */
export function moved<R extends Row>(rows: readonly R[], index: number, by: -1 | 1): R[] {
  const [row, other] = [rows[index], rows[index + by]];
  if (!row || !other) return [...rows];
  return rows.map((each, place) => (place === index ? other : place === index + by ? row : each));
}

export function replaced<R extends Row>(rows: readonly R[], index: number, change: Partial<R>): R[] {
  return rows.map((row, place) => (place === index ? { ...row, ...change } : row));
}

/** Letters go with the place: A, B, C … from above. */
export function lettered(rows: readonly OptionRow[]): OptionRow[] {
  return rows.map((row, place) => ({ ...row, label: String.fromCharCode('A'.charCodeAt(0) + place) }));
}
