import type {
  ColumnMapping,
  DocumentReading,
  FileKind,
  ModelReading,
  ReadingCorrection,
  ReadingIssue,
  Table,
} from '../domain/question-bank';

/** One document of an import that waits to be confirmed: read, or refused with the issue that says why. */
export type PreviewSource =
  | {
      state: 'read';
      name: string;
      encoding: string;
      text: string;
      /** Absent: text. */
      fileKind?: FileKind;
      /** With `corrections` applied. */
      reading: DocumentReading;
      corrections?: ReadingCorrection[];
      /** About how it arrived: its name, its conversion. They hold however it is read. */
      issues?: ReadingIssue[];
      /** The name or path of the file it came from, with the way inside it when that is an archive. */
      path?: string;
      /** Of a file of rows: all of them, and which column was taken for what. */
      table?: Table;
      mapping?: ColumnMapping;
      /** What a model proposed about how it could be read. */
      modelReading?: ModelReading;
    }
  | { state: 'unreadable'; name: string; encoding: string; issue: ReadingIssue; path?: string };

export interface StoredPreview {
  id: string;
  sources: PreviewSource[];
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Imports that were read but not confirmed; nothing of them is in the bank. They survive a restart. */
export interface PreviewStore {
  save(preview: StoredPreview): Promise<void>;
  /**
   * Changes a preview in one step, so that two who change it at once lose nothing of each other.
   * @returns it as it is now; null when there is none of this id
   * @throws AppError conflict `import-held` while somebody holds it
   */
  update(id: string, change: (preview: StoredPreview) => StoredPreview): Promise<StoredPreview | null>;
  /**
   * Lets nobody change a preview until what it resolves to is called; a process that ends holds nothing any more.
   * @throws AppError conflict `import-held` while somebody else holds it
   */
  hold(id: string): Promise<() => void>;
  find(id: string): Promise<StoredPreview | null>;
  remove(id: string): Promise<void>;
  /** Drops every preview whose `expiresAt` is at or before `now` (milliseconds since the epoch). */
  removeExpired(now: number): Promise<void>;
}
