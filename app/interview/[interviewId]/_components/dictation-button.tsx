'use client';
import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDictation } from '@/app/_client/use-dictation';
import type { Draft } from '@/app/_client/use-draft';
import { useStoredFlag } from '@/app/_client/use-stored-flag';
import classes from './interview.module.css';

/** A phrase goes behind what is there; between Latin letters with a space. */
export function appendPhrase(text: string, phrase: string): string {
  const spoken = phrase.trim();
  if (text === '' || spoken === '') return text + spoken;
  const needsSpace = /[\w,.;:!?]$/.test(text) && /^\w/.test(spoken);
  return text + (needsSpace ? ' ' : '') + spoken;
}

/** Dictation by the browser's own recogniser: agreed to once, pushed to start and to finish. */
export function DictationButton({ draft, language }: { draft: Draft; language: 'zh' | 'en' }) {
  const t = useTranslations('interview.dictation');
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const onPhrase = useCallback((phrase: string) => {
    latest.current.setText(appendPhrase(latest.current.text, phrase));
  }, []);
  const { state, failure, start, stop } = useDictation(language === 'zh' ? 'zh-CN' : 'en-US', onPhrase);
  const [hasAgreed, agree] = useStoredFlag('dictation');
  const [isAsking, setIsAsking] = useState(false);
  const isOn = state !== 'off';
  const press = () => {
    if (isOn) stop();
    else if (hasAgreed) start();
    else setIsAsking(true);
  };
  const accept = () => {
    agree();
    setIsAsking(false);
    start();
  };
  return (
    <div className={classes.dictation}>
      <span className={classes.dictationNote} role="status">
        {failure ? t(`failure.${failure}`) : isOn ? t(state === 'listening' ? 'listening' : 'starting') : ''}
      </span>
      <Popover opened={isAsking} onChange={setIsAsking} position="top-end" width={300} withArrow trapFocus>
        <Popover.Target>
          <ActionIcon
            variant={isOn ? 'filled' : 'subtle'}
            size={44}
            onClick={press}
            aria-pressed={isOn}
            aria-label={t(isOn ? 'stop' : 'start')}
            title={t(isOn ? 'stop' : 'start')}
          >
            {isOn ? <IconPlayerStopFilled size={18} /> : <IconMicrophone size={20} stroke={1.6} />}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <p className={classes.dictationAsk}>{t('ask')}</p>
          <Button onClick={accept} fullWidth>
            {t('agree')}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
