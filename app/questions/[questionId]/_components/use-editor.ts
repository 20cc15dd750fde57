'use client';
import { useEffect, useState } from 'react';
import { RequestError } from '@/app/_client/http';
import { type ChangedQuestion, saveQuestion } from '@/app/_client/questions';
import { useDraft } from '@/app/_client/use-draft';
import {
  asWholeChange,
  changedFields,
  checkContent,
  isSameContent,
  type Question,
  settleContent,
} from '@/lib/domain/question-bank';
import { readDraft } from './editor-draft';
import { type EditorForm, toContent, toForm } from './editor-form';

/** The draft of one question's edit. */
export function useEditDraft(question: Question) {
  const initial = toForm(question);
  const { text, setText, drop } = useDraft(`edit:${question.id}`);
  return { draft: readDraft(text, initial), initial, setText, dropSaved: () => drop(text) };
}

/**
 * The fields of a question while it is edited. What is typed is kept in the browser until it is saved or given up;
 * problems show once saving was tried, and then as one types.
 */
export function useEditor(input: {
  question: Question;
  basis: string;
  onSaved: (changed: ChangedQuestion) => void;
  onOutdated: () => void;
}) {
  const { question, basis } = input;
  const { draft, initial, setText, dropSaved } = useEditDraft(question);
  const form = draft?.form ?? initial;
  const [wanted, present] = [settleContent(toContent(form)), settleContent(question)];
  const isDirty = !isSameContent(wanted, present);
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<RequestError | null>(null);
  useLeaveWarning(isDirty);

  const problems = checkContent(wanted, present);
  const change = (part: Partial<EditorForm>) =>
    setText(JSON.stringify({ basis: draft?.basis ?? basis, form: { ...form, ...part } }));
  /** Whether there is nothing to mend before it can be saved. */
  const save = async (options: { overwrites?: boolean } = {}) => {
    // The keys ask for it while the button does not.
    if (isSaving || !isDirty) return true;
    setIsTried(true);
    setFailure(null);
    if (problems.length > 0) return false;
    setIsSaving(true);
    try {
      // What is overwritten is what is shown as saved, and nothing that came after it.
      const built = options.overwrites ? basis : (draft?.basis ?? basis);
      const changed = await saveQuestion(question.id, { content: asWholeChange(wanted), basis: built });
      // What was typed while it was being saved stays, as a draft.
      dropSaved();
      input.onSaved(changed);
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error);
      if (error.kind === 'conflict') input.onOutdated();
      return false;
    } finally {
      setIsSaving(false);
    }
  };
  return {
    form,
    change,
    save,
    isDirty,
    isSaving,
    problems: isTried ? problems : [],
    failure: failure?.kind === 'conflict' ? null : failure,
    /** What saving would change of what is saved now. */
    changes: changedFields(present, wanted),
    /** The question was changed elsewhere since this edit was begun. */
    isOutdated: failure?.kind === 'conflict' || (draft !== null && draft.basis !== basis),
    discard: () => setText(''),
  };
}

export type Editor = ReturnType<typeof useEditor>;

/** The browser asks before the page is left: the draft stays, but the question is not changed yet. */
function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
