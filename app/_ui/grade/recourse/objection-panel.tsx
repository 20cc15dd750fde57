'use client';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Verdict } from '@/lib/domain/grading';
import { OwnVerdict } from './own-verdict';
import classes from './recourse.module.css';
import type { ObjectionControls } from './use-objection';

interface ObjectionPanelProps {
  id: string;
  isClaim: boolean;
  machine: Verdict;
  own: Verdict | null;
  controls: ObjectionControls;
  isBusy: boolean;
  onClose(): void;
}

/** Two ways to object: say why and have it looked at again, or set one's own verdict. Esc leaves. */
export function ObjectionPanel(props: ObjectionPanelProps) {
  const { id, isClaim, machine, own, controls, isBusy, onClose } = props;
  const t = useTranslations('appeal');
  const [words, setWords] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isStopped = isBusy || controls.running !== null;
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (words.trim() === '' || isStopped) return;
    if (await controls.contest(words)) onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    // Esc leaves from wherever in it the focus is.
    <form id={id} className={`${classes.panel} viva-no-print`} onSubmit={submit} onKeyDown={onKey}>
      <Textarea
        ref={field}
        label={t(isClaim ? 'whyClaim' : 'why')}
        description={t('whyNote')}
        placeholder={t(isClaim ? 'exampleClaim' : 'example')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-testid="appeal-words"
      />
      <Button
        type="submit"
        variant="light"
        loading={controls.running === 'contest'}
        disabled={words.trim() === '' || isStopped}
      >
        {t('look')}
      </Button>
      <OwnVerdict
        isClaim={isClaim}
        machine={machine}
        own={own}
        isDisabled={isStopped}
        onChoose={controls.override}
      />
      {controls.error && <p role="alert">{t('failed', { message: controls.error })}</p>}
    </form>
  );
}
