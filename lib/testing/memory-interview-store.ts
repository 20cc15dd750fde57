import { AppError } from '../domain/errors';
import type { InterviewStore, StoredEvent } from '../ports';

/** The interview store's contract in memory; events go through JSON, as they do in a database. */
export function memoryInterviewStore(): InterviewStore {
  const logs = new Map<string, string[]>();
  return {
    async create(interviewId, events) {
      if (logs.has(interviewId))
        throw new AppError('conflict', 'interview-exists', 'There is such an interview.');
      logs.set(
        interviewId,
        events.map((event) => JSON.stringify(event)),
      );
    },
    async load(interviewId) {
      const log = logs.get(interviewId);
      if (!log) return null;
      return log.map((text, index): StoredEvent => ({ sequence: index + 1, event: JSON.parse(text) }));
    },
    async append(interviewId, expectedSequence, events) {
      const log = logs.get(interviewId);
      if (!log) throw new AppError('not-found', 'interview-not-found', 'There is no such interview.');
      if (log.length !== expectedSequence)
        throw new AppError('conflict', 'interview-moved-on', 'The interview has moved on.', {
          details: { actual: log.length },
        });
      log.push(...events.map((event) => JSON.stringify(event)));
    },
    async listIds(limit) {
      return [...logs.keys()].reverse().slice(0, limit);
    },
  };
}
