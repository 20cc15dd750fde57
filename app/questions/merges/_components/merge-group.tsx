import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { plainText } from '@/app/_ui/plain-text';
import type { MergeProposal, Question } from '@/lib/domain/question-bank';
import { MergeSide } from './merge-side';
import classes from './merges.module.css';

interface MergeGroupProps {
  proposal: MergeProposal;
  /** 1-based. */
  number: number;
  isLocked: boolean;
  onMerge(other: Question): void;
  onKeepApart(other: Question): void;
}

/** The question that would stay beside each one that would join it. */
export function MergeGroup({ proposal, number, isLocked, onMerge, onKeepApart }: MergeGroupProps) {
  const t = useTranslations('merges');
  const { root, others } = proposal;
  return (
    <li className={classes.group} data-testid="merge-group">
      <h2 className={classes.heading}>{t('group', { number })}</h2>
      <div className={classes.sides}>
        <MergeSide question={root} role={t('stays')} />
        <div>
          {others.map(({ question, isNearIdentical }) => (
            <div key={question.id} className={classes.other}>
              <MergeSide question={question} role={t('same')}>
                <p className="viva-muted">{t(isNearIdentical ? 'nearIdentical' : 'answersDiffer')}</p>
              </MergeSide>
              <div className={classes.actions}>
                <Button
                  disabled={isLocked}
                  aria-label={t('mergeOf', { stem: plainText(question.stem) })}
                  onClick={() => onMerge(question)}
                >
                  {t('merge')}
                </Button>
                <Button
                  variant="default"
                  disabled={isLocked}
                  aria-label={t('apartOf', { stem: plainText(question.stem) })}
                  onClick={() => onKeepApart(question)}
                >
                  {t('apart')}
                </Button>
              </div>
            </div>
          ))}
        </div>
      </div>
    </li>
  );
}
