import type { JsonPrompt, PromptMessage } from '../../prompt';
import type { DocumentReading } from '../model';
import type { ReadingWindow } from './model';
import type { Checked, Verified } from './proposing';
import { type NotesReply, questionsFromNotesPrompt } from './questions-from-notes.prompt';
import { readWindowPrompt, type WindowReply } from './read-window.prompt';
import { verifyBoundaries } from './verify-boundaries';
import { verifyNotes } from './verify-notes';
import { readerMarks, windowText } from './window-text';

/** A request about one window, and what is made of its reply. */
export interface WindowRequest<Reply> {
  messages: PromptMessage[];
  prompt: Pick<JsonPrompt<unknown, Reply>, 'id' | 'schemaName' | 'schema'>;
  verify(reply: Reply): Verified;
}

/** Stems that the model is told are there already: enough to keep it from repeating what stands nearby. */
const MOST_KNOWN = 40;

/** Prepares the questions about windows of one document. */
export class WindowAsker {
  private readonly marks: ReturnType<typeof readerMarks>;
  private readonly language: 'zh' | 'en';

  constructor(
    private readonly lines: readonly string[],
    private readonly reading: Pick<DocumentReading, 'questions' | 'passages'>,
  ) {
    this.marks = readerMarks(lines, reading.questions);
    this.language = lines.some((line) => /\p{Script=Han}/u.test(line)) ? 'zh' : 'en';
  }

  boundaries(window: ReadingWindow): WindowRequest<WindowReply> {
    const text = windowText(this.lines, window.lines, this.marks);
    return {
      messages: readWindowPrompt.render({ text, language: this.language }),
      prompt: readWindowPrompt,
      verify: (reply) => verifyBoundaries(reply, this.checked(window)),
    };
  }

  notes(window: ReadingWindow): WindowRequest<NotesReply> {
    const text = windowText(this.lines, window.lines);
    const { start, end } = window.lines;
    const known = this.reading.questions
      .filter(({ lines }) => lines.start <= end && lines.end >= start)
      .slice(0, MOST_KNOWN)
      .map(({ stem }) => stem.replace(/\s+/gu, ' ').slice(0, 200));
    return {
      messages: questionsFromNotesPrompt.render({ text, known, language: this.language }),
      prompt: questionsFromNotesPrompt,
      verify: (reply) => verifyNotes(reply, this.checked(window)),
    };
  }

  private checked(window: ReadingWindow): Checked {
    return { lines: this.lines, reading: this.reading, window };
  }
}
