'use client';
import { useTranslations } from 'next-intl';
import type { ChoiceResult, Grade } from '@/lib/domain/grading';
import type { AskedQuestionView } from '@/lib/domain/interview';
import type { Option } from '@/lib/domain/question-bank';
import { Markdown } from '../markdown';
import classes from './grade.module.css';

interface ChoiceResultProps {
  grade: Grade;
  question: Pick<AskedQuestionView, 'kind' | 'options' | 'reference'>;
}

/** Of a choice question what was chosen and what is right; of an answer that names no option, that none was recognised. */
export function ChoiceResultRows({ grade, question }: ChoiceResultProps) {
  const tAppeal = useTranslations('appeal');
  if (question.kind !== 'choice') return null;
  const { options = [], reference } = question;
  if (grade.choice) return <ChosenRows result={grade.choice} options={options} />;
  if (grade.flags.includes('empty') || !reference?.correct) return null;
  return (
    <p className={classes.choiceLine} data-testid="choice-unread">
      {tAppeal('choiceUnread', { correct: reference.correct })}
    </p>
  );
}

/** The options with the right ones and the chosen ones named in words. */
function ChosenRows({ result, options }: { result: ChoiceResult; options: readonly Option[] }) {
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
