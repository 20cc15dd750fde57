'use client';
import { useTranslations } from 'next-intl';
import type { ChoiceResult } from '@/lib/domain/grading';
import type { Option } from '@/lib/domain/question-bank';
import { Markdown } from '../markdown';
import classes from './grade.module.css';

/** The options with the right ones and the chosen ones named in words. */
export function ChoiceResultRows({ result, options }: { result: ChoiceResult; options: readonly Option[] }) {
  const t = useTranslations('grade');
  const marks = (label: string) => [
    ...(result.correct.includes(label) ? [t('choiceCorrect')] : []),
    ...(result.chosen.includes(label) ? [t('choiceYours')] : []),
  ];
  const named = options.filter(({ label }) => marks(label).length > 0);
  return (
    <div className={classes.choice}>
      <p className={classes.choiceLine} data-right={result.isRight}>
        <span aria-hidden="true">{result.isRight ? '✓' : '✗'} </span>
        {t(result.isRight ? 'choiceRight' : 'choiceWrong', {
          chosen: result.chosen || t('choiceNone'),
          correct: result.correct,
        })}
      </p>
      <ul>
        {named.map((option) => (
          <li key={option.label}>
            <span className={classes.choiceLabel}>{option.label}</span>
            <Markdown text={option.text} />
            <span className={classes.choiceMark}>{marks(option.label).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
