import type { DocumentReading, FileKind, ReadingCorrection, ReadingIssue } from '../domain/question-bank';

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
    }
  | { state: 'unreadable'; name: string; encoding: string; issue: ReadingIssue };

export interface StoredPreview {
  id: string;
  sources: PreviewSource[];
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Imports that were read but not confirmed; nothing of them is in the bank. They survive a restart. */
export interface PreviewStore {
  save(preview: StoredPreview): Promise<void>;
  find(id: string): Promise<StoredPreview | null>;
  remove(id: string): Promise<void>;
  /** Drops every preview whose `expiresAt` is at or before `now` (milliseconds since the epoch). */
  removeExpired(now: number): Promise<void>;
}
