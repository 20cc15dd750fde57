'use client';
import { Button, SegmentedControl } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BankOverview, QuestionKind } from '@/lib/domain/question-bank';
import { useStart } from '../_client/use-start';
import { ChoiceRow } from './choice-row';
import { EmptyScope } from './empty-scope';
import classes from './home.module.css';
import { countMatching, type ScopeChoice, topicCounts } from './scope';

const COUNTS = ['5', '10', '20'] as const;
const MINUTES = ['15', '30', '60'] as const;

interface StartFormProps {
  bank: BankOverview;
  /** On a first visit the form stands back behind the one-press start. */
  isQuiet: boolean;
}

/** Documents, topics, kind, mode and count; it says how many questions match before anything starts. */
export function StartForm({ bank, isQuiet }: StartFormProps) {
  const t = useTranslations('home');
  const { start, isStarting, failure } = useStart();
  const [scope, setScope] = useState<ScopeChoice>({ documents: [], topics: [], kinds: [] });
  const [mode, setMode] = useState<'practice' | 'mock'>('practice');
  const [limit, setLimit] = useState<string>('10');
  const [minutes, setMinutes] = useState<string>('30');
  const documents = bank.documents.filter(({ isEnabled, questions }) => isEnabled && questions > 0);
  const matching = countMatching(bank.facets, scope);
  const submit = () => {
    const chosen = Object.fromEntries(Object.entries(scope).filter(([, values]) => values.length > 0));
    void start({
      ...chosen,
      mode,
      limit: Math.min(Number(limit), matching),
      ...(mode === 'mock' ? { minutes: Number(minutes) } : {}),
    });
  };
  if (bank.questions === 0)
    return (
      <p>
        {t('emptyBank')}{' '}
        <Link href="/import" className="viva-link">
          {t('importMine')}
        </Link>
      </p>
    );
  return (
    <section className={classes.form} aria-labelledby="start-title">
      <h2 id="start-title">{t(isQuiet ? 'chooseYourself' : 'start')}</h2>
      <ChoiceRow
        label={t('documents')}
        all={t('all')}
        options={documents.map((document) => ({
          value: document.id,
          label: document.name,
          count: document.questions,
        }))}
        chosen={scope.documents}
        onChange={(value) => setScope({ ...scope, documents: value })}
      />
      <ChoiceRow
        label={t('topics')}
        all={t('all')}
        options={topicCounts(bank.facets, scope).map(({ name, count }) => ({
          value: name,
          label: name,
          count,
        }))}
        chosen={scope.topics}
        onChange={(value) => setScope({ ...scope, topics: value })}
      />
      <ChoiceRow
        label={t('kinds')}
        all={t('all')}
        options={bank.kinds.map(({ kind, questions }) => ({ value: kind, label: t(kind), count: questions }))}
        chosen={scope.kinds}
        onChange={(value) => setScope({ ...scope, kinds: value as QuestionKind[] })}
      />
      <div className={classes.settings}>
        <Segments label={t('mode')} value={mode} onChange={(value) => setMode(value as typeof mode)}>
          {[
            { value: 'practice', label: t('practice') },
            { value: 'mock', label: t('mock') },
          ]}
        </Segments>
        <Segments label={t('count')} value={limit} onChange={setLimit}>
          {COUNTS.map((value) => ({ value, label: value }))}
        </Segments>
        {mode === 'mock' && (
          <Segments label={t('minutes')} value={minutes} onChange={setMinutes}>
            {MINUTES.map((value) => ({ value, label: value }))}
          </Segments>
        )}
      </div>
      <p className="viva-muted">{t(mode === 'mock' ? 'mockNote' : 'practiceNote')}</p>
      <EmptyScope facets={bank.facets} scope={scope} onWiden={(part) => setScope({ ...scope, [part]: [] })} />
      <div className={classes.go}>
        <span className="viva-muted" aria-live="polite">
          {t('matching', { count: matching })}
        </span>
        <Button onClick={submit} loading={isStarting} disabled={matching === 0} data-testid="start">
          {t('startInterview')}
        </Button>
      </div>
      {failure && <p role="alert">{failure}</p>}
    </section>
  );
}

interface SegmentsProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: { value: string; label: string }[];
}

function Segments({ label, value, onChange, children }: SegmentsProps) {
  return (
    <div className={classes.setting}>
      <span aria-hidden="true">{label}</span>
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={children} size="md" />
    </div>
  );
}
