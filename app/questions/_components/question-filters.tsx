'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useBandName } from '@/app/_ui/grade/band-name';
import { type BankOverview, DIFFICULTY_LEVELS } from '@/lib/domain/question-bank';
import classes from './questions.module.css';
import type { ListFilter } from './read-filter';

/** Wait after the last key before searching. Milliseconds. */
const TYPING_MS = 250;
const BANDS = [0, 1, 2, 3, 4, 5] as const;

/** Search as one types, and filters; all of it stands in the address, so that it can be linked. */
export function QuestionFilters({ bank, filter }: { bank: BankOverview; filter: ListFilter }) {
  const t = useTranslations('questions');
  const bandName = useBandName();
  const router = useRouter();
  const path = usePathname();
  const isHydrated = useHydrated();
  const [text, setText] = useState(filter.text ?? '');
  const [isPending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (change: Record<string, string>) => {
    const query = { ...filter.query, text, ...change };
    const entries = Object.entries(query).filter(([, value]) => value !== '');
    startTransition(() => router.replace(`${path}?${new URLSearchParams(entries)}`, { scroll: false }));
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show({ text: value }), TYPING_MS);
  };
  const options = (all: string, values: { value: string; label: string }[]) => [
    { value: '', label: all },
    ...values,
  ];
  return (
    <search className={classes.filters} aria-busy={isPending}>
      <TextInput
        label={t('search')}
        type="search"
        value={text}
        readOnly={!isHydrated}
        onChange={(event) => type(event.currentTarget.value)}
        placeholder={t('searchPlaceholder')}
        className={classes.search}
      />
      <NativeSelect
        label={t('document')}
        value={filter.document ?? ''}
        onChange={(event) => show({ document: event.currentTarget.value })}
        data={options(
          t('allDocuments'),
          bank.documents.map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
      <NativeSelect
        label={t('topic')}
        value={filter.topic ?? ''}
        onChange={(event) => show({ topic: event.currentTarget.value })}
        data={options(
          t('allTopics'),
          bank.topics.map(({ name, questions }) => ({ value: name, label: `${name} (${questions})` })),
        )}
      />
      <NativeSelect
        label={t('kind')}
        value={filter.kind ?? ''}
        onChange={(event) => show({ kind: event.currentTarget.value })}
        data={options(t('allKinds'), [
          { value: 'open', label: t('open') },
          { value: 'choice', label: t('choice') },
        ])}
      />
      <NativeSelect
        label={t('difficultyFilter')}
        value={filter.difficulty ?? ''}
        onChange={(event) => show({ difficulty: event.currentTarget.value })}
        data={options(
          t('allDifficulties'),
          DIFFICULTY_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) })),
        )}
      />
      <NativeSelect
        label={t('lastBand')}
        value={filter.lastBand?.toString() ?? ''}
        onChange={(event) => show({ lastBand: event.currentTarget.value })}
        data={options(t('allBands'), [
          { value: 'none', label: t('neverGraded') },
          ...BANDS.map((band) => ({ value: band.toString(), label: bandName(band) })),
        ])}
      />
    </search>
  );
}
