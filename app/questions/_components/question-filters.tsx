'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useBandName } from '@/app/_ui/grade/band-name';
import { type BankOverview, DIFFICULTY_LEVELS } from '@/lib/domain/question-bank';
import classes from './questions.module.css';
import type { ListFilter } from './read-filter';
import { useListQuery } from './use-list-query';

const BANDS = [0, 1, 2, 3, 4, 5] as const;

interface Choice {
  value: string;
  label: string;
}

/** Search as one types, and filters; all of it stands in the address, so that it can be linked. */
export function QuestionFilters({ bank, filter }: { bank: BankOverview; filter: ListFilter }) {
  const t = useTranslations('questions');
  const bandName = useBandName();
  const isHydrated = useHydrated();
  const { wanted, isPending, choose, type } = useListQuery(filter.query);
  const select = (name: string, label: string, all: string, choices: Choice[]) => (
    <NativeSelect
      label={label}
      value={wanted[name] ?? ''}
      onChange={(event) => choose(name, event.currentTarget.value)}
      data={[{ value: '', label: all }, ...choices]}
    />
  );
  return (
    <search className={classes.filters} aria-busy={isPending}>
      <TextInput
        label={t('search')}
        type="search"
        value={wanted.text ?? ''}
        readOnly={!isHydrated}
        onChange={(event) => type(event.currentTarget.value)}
        placeholder={t('searchPlaceholder')}
        className={classes.search}
      />
      {select(
        'document',
        t('document'),
        t('allDocuments'),
        bank.documents.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {select(
        'topic',
        t('topic'),
        t('allTopics'),
        bank.topics.map(({ name, questions }) => ({ value: name, label: `${name} (${questions})` })),
      )}
      {select('kind', t('kind'), t('allKinds'), [
        { value: 'open', label: t('open') },
        { value: 'choice', label: t('choice') },
      ])}
      {select(
        'difficulty',
        t('difficultyFilter'),
        t('allDifficulties'),
        DIFFICULTY_LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) })),
      )}
      {select('lastBand', t('lastBand'), t('allBands'), [
        { value: 'none', label: t('neverGraded') },
        ...BANDS.map((band) => ({ value: band.toString(), label: bandName(band) })),
      ])}
    </search>
  );
}
