import type { KeyPoint, Rubric } from '../domain/grading';
import { hashText } from '../domain/ids';
import type { BankDocument, DocumentReading, Passage, Question, ReadQuestion } from '../domain/question-bank';
import type { Clock, DocumentChange, IdSource } from '../ports';

/** 2026-01-01T08:00:00Z: the moment that all built things share unless a test says otherwise. */
export const TEST_TIME = '2026-01-01T08:00:00.000Z';

/** A clock that stands still until `advance` moves it. */
export function fixedClock(start: string = TEST_TIME): Clock & { advance(milliseconds: number): void } {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** Ids that count: `i_1`, `i_2` …; seeds likewise. */
export function countingIds(): IdSource {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return { next: (prefix) => `${prefix}_${next()}`, seed: next };
}

export function aReadQuestion(overrides: Partial<ReadQuestion> = {}): ReadQuestion {
  return {
    id: `q_${hashText(overrides.stem ?? 'stem').slice(0, 16)}`,
    kind: 'open',
    stem: '为什么 LoRA 把增量权重分解成两个低秩矩阵？',
    answer: '微调的权重变化内在维度很低，用两个小矩阵的乘积就能近似，训练参数大幅减少。',
    topics: ['参数高效微调'],
    lines: { start: 1, end: 3 },
    ...overrides,
  };
}

/** A choice question with options A to C; B is right. */
export function aChoiceQuestion(overrides: Partial<ReadQuestion> = {}): ReadQuestion {
  return aReadQuestion({
    id: 'q_choice',
    kind: 'choice',
    stem: '下列哪种做法能减少训练时的显存占用？',
    options: [
      { label: 'A', text: '加大批量' },
      { label: 'B', text: '梯度检查点' },
      { label: 'C', text: '提高学习率' },
    ],
    correct: 'B',
    answer: '梯度检查点',
    explanation: '用重新计算换显存。',
    ...overrides,
  });
}

export function aReading(overrides: Partial<DocumentReading> = {}): DocumentReading {
  return { format: 'markdown', questions: [aReadQuestion()], passages: [], issues: [], ...overrides };
}

function aDocument(overrides: Partial<BankDocument> = {}): BankDocument {
  const text = overrides.text ?? '# 题库\n\n正文\n';
  return {
    id: 'd_1',
    name: 'bank.md',
    contentHash: hashText(text),
    encoding: 'utf-8',
    format: 'markdown',
    text,
    isEnabled: true,
    importedAt: TEST_TIME,
    removedAt: null,
    ...overrides,
  };
}

export function aQuestion(overrides: Partial<Question> = {}): Question {
  return {
    ...aReadQuestion(overrides),
    documentId: 'd_1',
    documentName: 'bank.md',
    position: 0,
    retiredAt: null,
    ...overrides,
  };
}

export function aPassage(overrides: Partial<Passage> = {}): Passage {
  return {
    id: 'p_1',
    documentId: 'd_1',
    documentName: 'bank.md',
    headings: ['背景'],
    lines: { start: 5, end: 7 },
    text: '参数高效微调只训练少量参数。',
    ...overrides,
  };
}

/** A document with its questions and passages, ready for `saveDocument`; ids and names are made to agree. */
export function aDocumentChange(
  document: Partial<BankDocument> = {},
  questions: Partial<Question>[] = [{}],
  passages: Partial<Passage>[] = [],
): DocumentChange {
  const built = aDocument(document);
  const owner = { documentId: built.id, documentName: built.name };
  return {
    document: built,
    questions: questions.map((question, position) => aQuestion({ position, ...question, ...owner })),
    passages: passages.map((passage) => aPassage({ ...passage, ...owner })),
  };
}

function aKeyPoint(overrides: Partial<KeyPoint> = {}): KeyPoint {
  return { id: 'p1', text: '增量权重的内在维度很低', weight: 1, core: true, ...overrides };
}

export function aRubric(overrides: Partial<Rubric> = {}): Rubric {
  return {
    id: 'r_1',
    questionId: aQuestion().id,
    points: [aKeyPoint()],
    source: 'authored',
    basisHash: hashText('basis'),
    createdAt: TEST_TIME,
    ...overrides,
  };
}
