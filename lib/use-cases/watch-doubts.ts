import type { ReferenceDoubt } from '../domain/question-bank';
import type { Glossary } from '../domain/retrieval';
import type { BankStore, DoubtStore, Logger } from '../ports';
import { lookOver, type OfflineDoubtPorts, type OfflineLook } from './find-offline-doubts';
import { nameOfLook, rememberedLook } from './remembered-look';

/** Keeps the offline doubts up with the bank: one look at a time, and one more for all that changed meanwhile. */
export interface DoubtWatch {
  /** Looks behind the scenes; a failure is logged, and the next change looks again. */
  follow(): void;
  /** Looks, and resolves to what is doubted when the bank as it is now has been looked over. */
  look(): Promise<ReferenceDoubt[]>;
  /** Resolves when no look is under way. */
  settled(): Promise<void>;
  /** How far the look has come that is under way, in references; null when there is none. */
  progress(): LookProgress | null;
  close(): Promise<void>;
}

export interface LookProgress {
  done: number;
  total: number;
}

export interface DoubtWatchPorts extends OfflineDoubtPorts {
  bank: OfflineDoubtPorts['bank'] & Pick<BankStore, 'revision'>;
  doubts: OfflineDoubtPorts['doubts'] & Pick<DoubtStore, 'listDoubts' | 'lookedAt' | 'noteLook'>;
  logger: Logger;
}

/** Makes the watch; it looks at nothing until it is told to. */
export function watchDoubts(ports: DoubtWatchPorts, glossary: Glossary): DoubtWatch {
  const ending = new AbortController();
  let running: Promise<ReferenceDoubt[]> | null = null;
  let queued: Promise<ReferenceDoubt[]> | null = null;
  let last: OfflineLook | null = null;
  let progress: LookProgress | null = null;
  const name = nameOfLook(glossary);
  const run = async () => {
    last ??= await rememberedLook(ports, name);
    const revision = await ports.bank.revision();
    const look = await lookOver(ports, glossary, {
      signal: ending.signal,
      before: last,
      onProgress: (done, total) => {
        progress = { done, total };
      },
    });
    if (look) {
      last = look;
      await ports.doubts.noteLook(name, revision);
    }
    return look?.doubts ?? [];
  };
  const start = () => {
    running = run().finally(() => {
      running = null;
      progress = null;
    });
    return running;
  };
  const look = () => {
    if (!running) return start();
    // The running look may have read the bank before the change that this one is about.
    queued ??= settledOf(running).then(() => {
      queued = null;
      return start();
    });
    return queued;
  };
  const settled = async () => {
    while (running) await settledOf(queued ?? running);
  };
  return {
    look,
    settled,
    progress: () => progress,
    follow() {
      look().catch((error: unknown) =>
        ports.logger.error({ error }, 'the references could not be looked over'),
      );
    },
    async close() {
      ending.abort();
      await settled();
    },
  };
}

/** Whoever started it hears of its failure. */
async function settledOf(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}
