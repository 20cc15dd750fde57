'use client';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { ComposerActions } from './composer-actions';
import { DictationButton } from './dictation-button';
import classes from './interview.module.css';
import { MeantLine } from './meant-line';
import { STEM_ID } from './stage';
import type { Choice } from './use-choice';
import { kindOf, useComposer, type WriteMode } from './use-composer';
import type { Finish } from './use-finish';

export interface ComposerHandle {
  focus(): void;
  /** Switches what sending does, and puts the cursor there. The draft stays. */
  write(mode: WriteMode): void;
  /** Sends what is written and chosen. */
  submit(): void;
}

interface ComposerProps {
  ref: Ref<ComposerHandle>;
  question: AskedQuestionView;
  /** The options that are chosen on the stage. */
  choice: Choice;
  live: InterviewControls;
  finish: Finish;
}

/** What the switch calls each of them. */
const NAMES = {
  answer: 'addAnswer',
  again: 'addAnswer',
  held: 'addAnswer',
  afresh: 'afresh',
  reply: 'answerFollowUp',
  discuss: 'ask',
} as const;

/** Where the person writes. It says what sending will do, and keeps what was typed until it is stored. */
export function Composer({ ref, question, choice, live, finish }: ComposerProps) {
  const t = useTranslations('interview');
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, mode, modes, setMode, kind, meant, takesChoice, isReady, canSend, submit } = useComposer(
    question,
    choice,
    live,
    finish,
  );
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    write: (next) => {
      setMode(next);
      field.current?.focus();
    },
    submit,
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') field.current?.blur();
  };
  return (
    <div className={classes.composer}>
      {question.answers.length > 0 && (
        <div className={classes.modes}>
          {modes.length > 1 && (
            <SegmentedControl
              aria-label={t('modeLabel')}
              value={mode}
              onChange={(value) => setMode(value as WriteMode)}
              data={modes.map((value) => ({
                value,
                label: t(NAMES[kindOf(value, question, live)]),
              }))}
            />
          )}
          <span className="viva-muted">{t(`sends.${kind}`)}</span>
        </div>
      )}
      <MeantLine meant={meant} isAsking={mode === 'discuss'} />
      <div className={classes.write}>
        <Textarea
          ref={field}
          aria-label={t(`label.${kind}`)}
          aria-describedby={STEM_ID}
          placeholder={t(takesChoice ? 'placeholder.choice' : `placeholder.${kind}`)}
          value={draft.text}
          onChange={(event) => draft.setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          readOnly={!isReady}
          autosize
          minRows={2}
          maxRows={10}
          data-testid="composer"
          classNames={{ root: classes.fieldRoot, input: classes.field }}
        />
        <DictationButton draft={draft} language={live.view.language} />
        <Button onClick={submit} disabled={!canSend} data-testid="send" title={t('sendKeys')}>
          {t('send')}
        </Button>
      </div>
      <ComposerActions question={question} live={live} finish={finish} />
    </div>
  );
}
