import type { BankIndex, BankStore, ChatModel, HealthView } from '../ports';

/** Whether the app can serve, and with what. */
export async function checkHealth(ports: {
  bank: Pick<BankStore, 'countQuestions'>;
  chat: ChatModel | null;
  index: Pick<BankIndex, 'status'>;
}): Promise<HealthView> {
  const { embedderId, state } = ports.index.status();
  return {
    status: 'ok',
    grader: ports.chat === null ? { kind: 'offline' } : { kind: 'llm', model: ports.chat.model },
    embedder: { id: embedderId, state },
    questions: await ports.bank.countQuestions(),
  };
}
