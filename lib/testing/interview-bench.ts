import type { Question } from '../domain/question-bank';
import type { BankStore, InterviewStore, Logger } from '../ports';
import { InterviewJobs, type InterviewPorts } from '../use-cases';
import { aChoiceQuestion, aQuestion, countingIds, fixedClock } from './builders';
import { type FakeExaminerScript, fakeExaminer, OBEDIENT } from './fake-examiner';
import { memoryInterviewStore } from './memory-interview-store';

/** Questions that have nothing in common. */
export const DISTINCT: Question[] = [
  aQuestion({ id: 'q_a', stem: '为什么要去重训练数据？', topics: ['数据'], difficulty: 3 }),
  aQuestion({ id: 'q_b', stem: '梯度检查点怎样用时间换显存？', topics: ['训练'], difficulty: 5 }),
  aQuestion({ id: 'q_c', stem: '奖励模型过拟合会带来什么后果？', topics: ['对齐'], difficulty: 7 }),
  { ...aQuestion({ id: 'q_d', topics: ['训练'] }), ...aChoiceQuestion({ id: 'q_d', topics: ['训练'] }) },
];

/** As much of a bank as an interview asks of it. */
export function memoryBank(
  questions: readonly Question[],
): Pick<BankStore, 'listQuestions' | 'listDocuments'> {
  return {
    async listQuestions(filter = {}) {
      const { documentIds, topics, kinds, ids } = filter;
      return questions.filter(
        (question) =>
          (!documentIds || documentIds.includes(question.documentId)) &&
          (!topics || question.topics.some((topic) => topics.includes(topic))) &&
          (!kinds || kinds.includes(question.kind)) &&
          (!ids || ids.includes(question.id)),
      );
    },
    async listDocuments() {
      const names = new Map(questions.map(({ documentId, documentName }) => [documentId, documentName]));
      return [...names].map(([id, name]) => ({
        id,
        name,
        contentHash: '',
        encoding: 'utf-8',
        format: 'markdown' as const,
        isEnabled: true,
        importedAt: '2026-01-01T00:00:00.000Z',
        removedAt: null,
        questionCount: 0,
        choiceCount: 0,
        passageCount: 0,
      }));
    },
  };
}

export interface RecordingLogger extends Logger {
  readonly lines: string[];
}

export function recordingLogger(): RecordingLogger {
  const lines: string[] = [];
  const note = (level: string) => (_: Record<string, unknown>, message: string) =>
    void lines.push(`${level} ${message}`);
  return { lines, info: note('info'), warn: note('warn'), error: note('error') };
}

export interface InterviewBench extends InterviewPorts {
  clock: ReturnType<typeof fixedClock>;
  logger: RecordingLogger;
}

export interface BenchOptions {
  script?: FakeExaminerScript;
  questions?: readonly Question[];
  interviews?: InterviewStore;
}

/** Everything an interview needs, without a network: an obedient examiner unless the script says otherwise. */
export function interviewBench({ script, questions, interviews }: BenchOptions = {}): InterviewBench {
  return {
    interviews: interviews ?? memoryInterviewStore(),
    bank: memoryBank(questions ?? DISTINCT),
    examiner: fakeExaminer({ ...OBEDIENT, ...script }),
    clock: fixedClock(),
    ids: countingIds(),
    logger: recordingLogger(),
    jobs: new InterviewJobs(),
  };
}

/** Every event of a stream. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const events: T[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** A door that stays shut until it is opened: lets a test hold an examiner in the middle of its work. */
export function gate(): { wait: Promise<void>; open(): void } {
  let open = () => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open };
}
