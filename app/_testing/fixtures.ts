import type { Grade, PointVerdict } from '@/lib/domain/grading';
import type { AnswerView, AskedQuestionView, InterviewView, MessageView } from '@/lib/domain/interview';

const AT = '2026-11-20T09:00:00.000Z';

export const FIRST_ANSWER =
  '嗯，原来的参数都不动，只训练两个小矩阵，\n所以要存的梯度少很多。推理的时候会慢一点。';

const POINTS: PointVerdict[] = [
  {
    pointId: 'p1',
    point: '冻结预训练权重',
    core: true,
    weight: 2,
    verdict: 'covered',
    quote: '原来的参数都不动',
    note: '',
  },
  {
    pointId: 'p2',
    point: '只训练低秩矩阵 $A$、$B$',
    core: true,
    weight: 2,
    verdict: 'partial',
    quote: '只训练两个小矩阵',
    note: '没有说低秩。',
  },
  {
    pointId: 'p3',
    point: '优化器状态随可训练参数变小',
    core: true,
    weight: 1,
    verdict: 'missing',
    quote: null,
    note: '',
  },
  {
    pointId: 'p4',
    point: '权重可以合并，推理没有额外延迟',
    core: true,
    weight: 1,
    verdict: 'contradicted',
    quote: '推理的时候会慢一点',
    note: '合并以后与原模型一样快。',
  },
  {
    pointId: 'p5',
    point: '秩 `r` 一般取 8 到 64',
    core: false,
    weight: 1,
    verdict: 'missing',
    quote: null,
    note: '',
  },
];

export function makeGrade(change: Partial<Grade> = {}): Grade {
  return {
    score: 0.5,
    band: 3,
    points: POINTS,
    falseClaims: [],
    flags: [],
    grader: { kind: 'offline' },
    ...change,
  };
}

export function makeMessage(change: Partial<MessageView> = {}): MessageView {
  return {
    id: 'm1',
    role: 'candidate',
    kind: 'answer',
    text: FIRST_ANSWER,
    at: AT,
    state: 'done',
    origin: 'candidate',
    ...change,
  };
}

export function makeAnswer(change: Partial<AnswerView> = {}): AnswerView {
  return {
    id: 'm1',
    text: FIRST_ANSWER,
    attempt: 1,
    state: 'graded',
    grade: makeGrade(),
    critique: { text: '说到了冻结权重。下一步：讲清楚优化器状态为什么也变小。', state: 'done' },
    hintsSeen: 0,
    countsInAverage: true,
    at: AT,
    ...change,
  };
}

export function makeQuestion(change: Partial<AskedQuestionView> = {}): AskedQuestionView {
  return {
    index: 0,
    questionId: 'q_1',
    kind: 'open',
    stem: '**LoRA** 为什么能省显存？',
    topics: ['PEFT', 'LoRA 与 PEFT'],
    difficulty: 4,
    status: 'open',
    messages: [makeMessage({ id: 's1', role: 'examiner', kind: 'question', text: 'LoRA 为什么能省显存？' })],
    answers: [],
    hintsSeen: 0,
    referenceSeen: false,
    ...change,
  };
}

export function makeInterview(change: Partial<InterviewView> = {}): InterviewView {
  return {
    id: 'i_1',
    mode: 'practice',
    language: 'zh',
    status: 'active',
    createdAt: AT,
    finishedAt: null,
    scope: {},
    limit: 10,
    seed: 1,
    questions: [makeQuestion()],
    current: 0,
    awaits: 'answer',
    allowedIntents: ['answer', 'clarify', 'hint', 'reveal', 'skip', 'next', 'finish'],
    version: 1,
    ...change,
  };
}

const REFERENCE = {
  answer:
    '冻结原权重，只训练 $W + BA$ 里的 $A$、$B$：\n\n```python\nmodel = get_peft_model(model, config)\n```',
  document: 'fine-tuning.md',
  documentId: 'd_1',
  lines: { start: 120, end: 134 },
};

/** A practice interview whose first answer was graded offline and earned a follow-up. */
export function makeGradedInterview(change: Partial<InterviewView> = {}): InterviewView {
  const messages = [
    ...makeQuestion().messages,
    makeMessage({
      id: 'h1',
      role: 'examiner',
      kind: 'hint',
      text: '一共 4 个要点，关于：权重、矩阵、优化器、推理。',
      origin: 'offline',
      hintStep: 1,
    }),
    makeMessage(),
    makeMessage({
      id: 'f1',
      role: 'examiner',
      kind: 'follow-up',
      text: '训练时除了梯度，还有什么也占显存？',
      origin: 'offline',
      about: '优化器',
    }),
  ];
  return makeInterview({
    questions: [
      makeQuestion({
        messages,
        answers: [makeAnswer({ hintsSeen: 1 })],
        hintsSeen: 1,
        reference: REFERENCE,
        pendingFollowUp: { number: 1, text: '训练时除了梯度，还有什么也占显存？', about: '优化器' },
      }),
    ],
    awaits: 'follow-up',
    allowedIntents: ['answer', 'clarify', 'hint', 'reveal', 'discuss', 'skip', 'next', 'retry', 'finish'],
    version: 6,
    ...change,
  });
}
