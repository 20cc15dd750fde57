'use client';
import { useTranslations } from 'next-intl';
import { type Mark, segmentText } from '../quotes';
import classes from './grade.module.css';
import { PlainWords } from './plain-words';
import { lightUp, usePointLink } from './point-link';

/** The person's own words, never as markup, with what counted in them marked. */
export function AnswerText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const t = useTranslations('grade');
  const link = usePointLink();
  const anchored = new Set<string>();
  return (
    <div className={classes.words}>
      {segmentText(text, marks).map((segment, index) => {
        const mark = segment.marks.find(({ id }) => id === link.active) ?? segment.marks[0];
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no name but their place
        if (!mark) return <PlainWords key={index} text={segment.text} />;
        const isFirst = !anchored.has(mark.id);
        anchored.add(mark.id);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: segments have no name but their place
          <mark key={index} className={classes.mark} data-verdict={mark.verdict}>
            <a
              href={`#point-${mark.id}`}
              id={isFirst ? `quote-${mark.id}` : undefined}
              data-active={segment.marks.some(({ id }) => id === link.active) || undefined}
              title={t(`verdict.${mark.verdict}`)}
              onClick={() => link.toggle(mark.id)}
              {...lightUp(link, mark.id)}
            >
              {segment.text}
            </a>
          </mark>
        );
      })}
    </div>
  );
}
