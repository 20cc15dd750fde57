'use client';
import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import type { MessageView } from '@/lib/domain/interview';
import classes from './interview.module.css';

/** What kind of line it is, in a word, with what it is about. */
function useTag(message: MessageView): string | null {
  const t = useTranslations('interview');
  switch (message.kind) {
    case 'hint':
      return t('hintTag', { step: message.hintStep ?? 1 });
    case 'follow-up':
      return message.about ? t('followUpAbout', { about: message.about }) : t('followUp');
    case 'clarify':
      return t('clarifyTag');
    case 'reveal':
      return t('referenceTag');
    case 'discuss':
      return t('discussTag');
    default:
      return null;
  }
}

/** A line of the examiner, with the places it rests on. */
export function ExaminerLine({ message }: { message: MessageView }) {
  const t = useTranslations('interview');
  const tag = useTag(message);
  return (
    <article className={classes.line} data-kind={message.kind} aria-label={tag ?? t('examiner')}>
      {tag && <span className={classes.tag}>{tag}</span>}
      <Markdown text={message.text} />
      {message.state === 'cut' && <p className="viva-muted">{t('replyCut')}</p>}
      {message.sources && message.sources.length > 0 && (
        <details className={classes.sources}>
          <summary>{t('sources', { count: message.sources.length })}</summary>
          <ul>
            {message.sources.map((source) => (
              <li key={`${source.kind}-${source.id}`}>
                <p>
                  {source.title}
                  <span className="viva-muted">
                    {' '}
                    {t('sourceLines', {
                      document: source.document,
                      start: source.lines.start,
                      end: source.lines.end,
                    })}
                  </span>
                </p>
                <blockquote>
                  <Markdown text={source.excerpt} />
                </blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
