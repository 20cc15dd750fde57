'use client';
import { useTranslations } from 'next-intl';
import type { AnswerView } from '@/lib/domain/interview';
import { useBandName } from '../band-name';

/** What the grade would be with the person's own verdicts, under the machine's and never in its place. */
export function PersonalGrade({ answer }: { answer: AnswerView }) {
  const t = useTranslations('appeal');
  const bandName = useBandName();
  const { personal, grade } = answer;
  if (!personal || !grade) return null;
  const digits = grade.grader.kind === 'llm' ? ` ${Math.round(personal.score * 100)} / 100` : '';
  return (
    <p data-testid="personal-grade">
      {t('personal')} <strong>{bandName(personal.band)}</strong>
      {digits} <span className="viva-muted">{t('personalNote')}</span>
    </p>
  );
}
