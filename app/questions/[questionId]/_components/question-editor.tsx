'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ChangedQuestion } from '@/app/_client/questions';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { ConfirmDialog } from '@/app/_ui/dialog';
import type { AuthoredKeyPoint, Question } from '@/lib/domain/question-bank';
import classes from './editor.module.css';
import { EditorFields } from './editor-fields';
import { FieldChanges } from './field-changes';
import { type Editor, useEditor } from './use-editor';

export interface QuestionEditorProps {
  question: Question;
  /** Names what the question said when the page was drawn. */
  basis: string;
  /** What answers are graded by while nobody states any points. */
  derived: readonly AuthoredKeyPoint[];
  onSaved(changed: ChangedQuestion): void;
  onLeave(): void;
  /** The question is not any more what was given here. */
  onOutdated(): void;
  /** It is being fetched as it is now. */
  isRefreshing: boolean;
}

/** All the fields of a question, kept as a draft while they are written, saved or given up together. */
export function QuestionEditor(props: QuestionEditorProps) {
  const { derived, onLeave } = props;
  const t = useTranslations('editing');
  const form = useRef<HTMLFormElement>(null);
  const editor = useEditor(props);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const save = async (options?: { overwrites: boolean }) => {
    if (await editor.save(options)) return;
    // The first field that is wrong; it is marked with the next frame.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      ref={form}
      className={classes.editor}
      aria-label={t('title')}
      data-testid="question-editor"
      onKeyDown={saveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      {editor.isOutdated && (
        <Outdated
          editor={editor}
          isRefreshing={props.isRefreshing}
          onOverwrite={() => void save({ overwrites: true })}
          onLeave={onLeave}
        />
      )}
      <EditorFields editor={editor} derived={derived} />
      <Actions editor={editor} onLeave={onLeave} />
    </form>
  );
}

interface OutdatedProps {
  editor: Editor;
  isRefreshing: boolean;
  onOverwrite(): void;
  onLeave(): void;
}

/** Somebody else, or another tab, changed the question since this edit was begun: what it says now beside what is here. */
function Outdated(props: OutdatedProps) {
  const t = useTranslations('editing');
  const giveUp = () => {
    props.editor.discard();
    props.onLeave();
  };
  return (
    <div className={classes.outdated} role="alert" data-testid="outdated">
      <p>{t('outdated')}</p>
      <FieldChanges changes={props.editor.changes} labels={{ before: t('savedNow'), after: t('mine') }} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={giveUp} disabled={props.isRefreshing}>
          {t('takeTheirs')}
        </Button>
        <Button
          variant="default"
          onClick={props.onOverwrite}
          loading={props.editor.isSaving}
          disabled={props.isRefreshing}
        >
          {t('takeMine')}
        </Button>
      </div>
    </div>
  );
}

function Actions({ editor, onLeave }: { editor: Editor; onLeave(): void }) {
  const t = useTranslations('editing');
  const words = useFailureWords();
  const [isAsking, setIsAsking] = useState(false);
  const giveUp = () => {
    setIsAsking(false);
    editor.discard();
    onLeave();
  };
  const { problems, failure } = editor;
  return (
    <div className={classes.actions}>
      <p className={problems.length > 0 || failure ? classes.error : 'viva-muted'} role="status">
        {problems.length > 0 && t('problemCount', { count: problems.length })}
        {failure && (failure.isUnreachable ? t('unreachable') : t('failed', { message: words(failure) }))}
        {problems.length === 0 && !failure && t(editor.isDirty ? 'dirty' : 'clean')}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => (editor.isDirty ? setIsAsking(true) : giveUp())}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={editor.isSaving}
          disabled={!editor.isDirty}
          data-testid="save-question"
        >
          {t('save')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('giveUpTitle')}
        stay={t('goOn')}
        go={t('giveUp')}
        onClose={() => setIsAsking(false)}
        onGo={giveUp}
      >
        <p>{t('giveUpText')}</p>
      </ConfirmDialog>
    </div>
  );
}
