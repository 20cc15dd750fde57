import type { z } from 'zod';
import { hashText } from './ids';

/** A message as the chat port takes it. */
export interface PromptMessage {
  role: 'system' | 'user';
  content: string;
}

/**
 * A prompt is one file: an id with its version (stored with whatever it led to), typed variables, and `render()`,
 * which puts what stays the same first (providers cache a common beginning) and untrusted text last, as data.
 */
export interface Prompt<Variables> {
  /** 'grading/verdicts@2': raise the number with every change of wording that may change a reply. */
  readonly id: string;
  render(variables: Variables): PromptMessage[];
}

/** A prompt whose reply is one JSON object. Its text must describe that object: some endpoints see no schema. */
export interface JsonPrompt<Variables, Reply> extends Prompt<Variables> {
  /** Letters, digits, '_' and '-'. */
  readonly schemaName: string;
  readonly schema: z.ZodType<Reply>;
}

/**
 * A code that marks where untrusted text begins and ends. Made of the text itself, so that a prompt renders the same
 * every time (replays) and no text can hold the code of its own end: it would have to contain its own hash.
 */
export function nonceFor(...texts: readonly string[]): string {
  return hashText(texts.join('\u001f')).slice(0, 12);
}

/** Untrusted text between marks that carry the nonce: `<candidate-1a2b…>` … `</candidate-1a2b…>`. */
export function asData(name: string, nonce: string, text: string): string {
  return `<${name}-${nonce}>\n${text}\n</${name}-${nonce}>`;
}

/** Format and control characters, fillers that show nothing, and variation selectors: all can hide orders from people. */
const INVISIBLE = /\p{C}|\u115f|\u1160|\u3164|\uffa0|\u2800|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** Text without control, zero-width and other invisible characters; line breaks and tabs stay. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (char) => (char === '\n' || char === '\t' ? char : ''))
    .trim();
}
