import type {
  BankStore,
  DoubtStore,
  EditStore,
  InterviewStore,
  MergeStore,
  PreviewStore,
  VectorCache,
} from '../../ports';
import { createBankStore } from './bank-store';
import { openConnection } from './connection';
import { createDoubtStore } from './doubt-store';
import { createEditStore } from './edit-store';
import { toAppError, withAppErrors } from './errors';
import { createInterviewStore } from './interview-store';
import { createMergeStore } from './merge-store';
import { createPreviewStore } from './preview-store';
import { createVectorCache } from './vector-cache';

export interface StorageOptions {
  /** The database file, created with its folder when missing; ':memory:' keeps nothing. */
  file: string;
}

export interface Storage {
  bank: BankStore;
  edits: EditStore;
  merges: MergeStore;
  doubts: DoubtStore;
  interviews: InterviewStore;
  vectors: VectorCache;
  previews: PreviewStore;
  /** Writes a consistent copy while the database is in use. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database. What a method has acknowledged survives `kill -9`; other processes may have the same file open.
 * @throws AppError sqlite-not-built, database-busy, database-corrupt, database-too-new, database-unreachable
 */
export function openStorage({ file }: StorageOptions): Storage {
  const { raw, db } = openConnection(file);
  return {
    bank: withAppErrors(createBankStore(db), file),
    edits: withAppErrors(createEditStore(db), file),
    merges: withAppErrors(createMergeStore(db), file),
    doubts: withAppErrors(createDoubtStore(db), file),
    interviews: withAppErrors(createInterviewStore(db), file),
    vectors: withAppErrors(createVectorCache(db), file),
    previews: withAppErrors(createPreviewStore(db), file),
    async backup(path) {
      await raw.backup(path).catch((error: unknown) => {
        throw toAppError(error, path);
      });
    },
    // Kysely closes the connection; SQLite then folds the write-ahead log into the file.
    close: () => db.destroy(),
  };
}
