'use client';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useDraft } from '@/app/_client/use-draft';
import { useHydrated } from '@/app/_client/use-hydrated';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { ComposerActions } from './composer-actions';
import { DictationButton } from './dictation-button';
import classes from './interview.module.css';
import { NextButton } from './next-button';
import { OptionRows } from './option-rows';
import { STEM_ID } from './stage';
import { choiceText, useChoice } from './use-choice';
import type { Finish } from './use-finish';

export type WriteMode = 'answer' | 'discuss';

export interface ComposerHandle {
  focus(): void;
  /** Switches what sending does, and puts the cursor there. The draft stays. */
  write(mode: WriteMode): void;
}

interface ComposerProps {
  ref: Ref<ComposerHandle>;
  question: AskedQuestionView;
  live: InterviewControls;
  isOnStage: boolean;
  finish: Finish;
  /** Back to the question that is on stage. */
  onReturn(): void;
}

/** Where the person writes. It says what sending will do, and keeps what was typed until it is stored. */
export function Composer({ ref, question, live, isOnStage, finish, onReturn }: ComposerProps) {
  const t = useTranslations('interview');
  const { view, running, send } = live;
  const field = useRef<HTMLTextAreaElement>(null);
  const isHydrated = useHydrated();
  const draft = useDraft(`${view.id}:${question.questionId}`);
  const choice = useChoice(question);
  const [wanted, setWanted] = useState<WriteMode>('answer');
  const modes = (['answer', 'discuss'] as const).filter((mode) => view.allowedIntents.includes(mode));
  const mode = modes.includes(wanted) ? wanted : (modes[0] ?? 'answer');

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    write: (next) => {
      setWanted(next);
      field.current?.focus();
    },
  }));

  if (view.status === 'finished') {
    return (
      <div className={classes.composer}>
        <Button component="a" href={`/report/${view.id}`}>
          {t('toReport')}
        </Button>
      </div>
    );
  }
  if (!isOnStage) {
    return (
      <div className={classes.composer}>
        {view.current === null ? (
          <NextButton view={view} live={live} finish={finish} />
        ) : (
          <Button onClick={onReturn}>{t('backToStage')}</Button>
        )}
      </div>
    );
  }

  const isReply = mode === 'answer' && view.awaits === 'follow-up';
  const hasOptions = mode === 'answer' && !isReply && question.options !== undefined;
  const text = hasOptions ? choiceText(choice.chosen, draft.text) : draft.text.trim();
  const canSend = isHydrated && running === null && modes.includes(mode) && text !== '';
  const submit = () => {
    if (!canSend) return;
    const onStored = () => {
      draft.setText('');
      choice.clear();
    };
    void send({ intent: mode, text, onStored });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') field.current?.blur();
  };
  const kind = isReply
    ? 'reply'
    : mode === 'discuss'
      ? 'discuss'
      : question.answers.length
        ? 'again'
        : 'answer';
  return (
    <div className={classes.composer}>
      {hasOptions && (
        <OptionRows question={question} choice={choice} isDisabled={running !== null} onSend={submit} />
      )}
      {question.answers.length > 0 && (
        <div className={classes.modes}>
          {modes.length > 1 && (
            <SegmentedControl
              aria-label={t('modeLabel')}
              value={mode}
              onChange={(value) => setWanted(value as WriteMode)}
              data={modes.map((value) => ({
                value,
                label: t(value === 'discuss' ? 'ask' : isReply ? 'answerFollowUp' : 'addAnswer'),
              }))}
            />
          )}
          <span className="viva-muted">{t(`sends.${kind}`)}</span>
        </div>
      )}
      <Textarea
        ref={field}
        aria-label={t(`label.${kind}`)}
        aria-describedby={STEM_ID}
        placeholder={t(hasOptions ? 'placeholder.choice' : `placeholder.${kind}`)}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        readOnly={!isHydrated}
        autosize
        minRows={2}
        maxRows={10}
        data-testid="composer"
        classNames={{ input: classes.field }}
      />
      <div className={classes.sendRow}>
        <ComposerActions question={question} live={live} finish={finish} />
        <DictationButton draft={draft} language={view.language} />
        <Button onClick={submit} disabled={!canSend} data-testid="send" title={t('sendKeys')}>
          {t('send')}
        </Button>
      </div>
    </div>
  );
}
