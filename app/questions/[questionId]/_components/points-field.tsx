'use client';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { AuthoredKeyPoint } from '@/lib/domain/question-bank';
import classes from './editor.module.css';
import { added, type PointRow, replaced, toPointRows } from './editor-form';
import type { ProblemWords } from './problem-words';
import { RowList } from './row-list';

interface PointsFieldProps {
  points: PointRow[];
  /** What answers are graded by while nobody states any points. */
  derived: readonly AuthoredKeyPoint[];
  problem: ProblemWords;
  onChange(points: PointRow[]): void;
}

/** What an answer is graded by: a line each, core or bonus, and how much it weighs. */
export function PointsField({ points, derived, problem, onChange }: PointsFieldProps) {
  const t = useTranslations('editing');
  return (
    <RowList
      legend={t('fields.keyPoints')}
      hint={t('pointsHint')}
      error={problem('keyPoints')}
      rows={points}
      nameOf={(_, index) => t('pointName', { number: index + 1 })}
      addLabel={t('addPoint')}
      onAdd={() => onChange(added(points, { text: '', core: true, weight: '1' }))}
      onChange={onChange}
      renderRow={(point, index) => (
        <PointFields
          point={point}
          name={t('pointName', { number: index + 1 })}
          error={problem('keyPoints', index)}
          onChange={(part) => onChange(replaced(points, index, part))}
        />
      )}
      empty={
        derived.length > 0 && (
          <div className={classes.derived}>
            <p className="viva-muted">{t('derivedPoints')}</p>
            <ul>
              {derived.map((point) => (
                <li key={point.text}>{point.text}</li>
              ))}
            </ul>
            <Button variant="light" onClick={() => onChange(toPointRows(derived))}>
              {t('takeDerived')}
            </Button>
          </div>
        )
      }
    />
  );
}

function PointFields(props: {
  point: PointRow;
  name: string;
  error: string | undefined;
  onChange(part: Partial<PointRow>): void;
}) {
  const t = useTranslations('editing');
  const { point, name, error, onChange } = props;
  return (
    <div className={classes.point}>
      <Textarea
        aria-label={name}
        value={point.text}
        error={error}
        autosize
        minRows={1}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        className={classes.pointText}
      />
      <NativeSelect
        aria-label={t('pointKind', { name })}
        value={point.core ? 'core' : 'bonus'}
        onChange={(event) => onChange({ core: event.currentTarget.value === 'core' })}
        data={[
          { value: 'core', label: t('core') },
          { value: 'bonus', label: t('bonus') },
        ]}
      />
      <TextInput
        aria-label={t('pointWeight', { name })}
        leftSection={<span className={classes.weightSign}>×</span>}
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        value={point.weight}
        onChange={(event) => onChange({ weight: event.currentTarget.value })}
      />
    </div>
  );
}
