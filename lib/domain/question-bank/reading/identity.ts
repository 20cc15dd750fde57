import { stableId } from '../../ids';
import type { ReadQuestion } from '../model';
import type { Draft } from './assemble';
import { withoutInvisible } from './marks';

/** What two stems are compared by: letters and digits, lower case. */
export function normaliseStem(text: string): string {
  return withoutInvisible(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Gives every question its id: document, stem (with its code), and which of the same it is. */
export function withIds(drafts: readonly Draft[], documentName: string): ReadQuestion[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const identity = normaliseStem(questionText(draft)) || draft.stem;
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return { id: stableId('q', documentName, identity, String(occurrence)), ...draft };
  });
}

/** The whole question as a person must see it: the stem and the code, table or picture it speaks of. */
export function questionText(question: Pick<ReadQuestion, 'stem' | 'context'>): string {
  return question.context === undefined ? question.stem : `${question.stem}\n\n${question.context}`;
}
