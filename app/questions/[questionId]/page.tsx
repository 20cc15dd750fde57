import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { Markdown } from '@/app/_ui/markdown';
import { PractiseButton } from '@/app/_ui/practise-button';
import { isAppError } from '@/lib/domain/errors';
import { KeyPoints } from '../_components/key-points';
import classes from '../_components/questions.module.css';
import { SourceLines } from '../_components/source-lines';

interface PageProps {
  params: Promise<{ questionId: string }>;
}

async function loadQuestion(questionId: string) {
  const app = await getApp();
  try {
    return await app.bank.question(questionId);
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') notFound();
    throw error;
  }
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions');
  return { title: t('oneTitle') };
}

export default async function QuestionPage({ params }: PageProps) {
  const { questionId } = await params;
  const [{ question, rubric }, t] = await Promise.all([
    loadQuestion(decodeURIComponent(questionId)),
    getTranslations('questions'),
  ]);
  const facts = [
    t(question.kind),
    ...question.topics,
    ...(question.difficulty === undefined ? [] : [t('difficulty', { value: question.difficulty })]),
  ];
  return (
    <main id="main" className="viva-page">
      <p className="viva-muted">{facts.join(' · ')}</p>
      <h1 className="viva-hidden">{t('oneTitle')}</h1>
      <div data-testid="question-stem">
        <Markdown text={question.stem} stem />
      </div>
      {question.context && <Markdown text={question.context} />}
      {question.options && (
        <ul className={classes.options}>
          {question.options.map((option) => (
            <li key={option.label}>
              <span className={classes.label}>{option.label}</span>
              <Markdown text={option.text} />
            </li>
          ))}
        </ul>
      )}
      {question.retiredAt ? (
        <p>{t('retired')}</p>
      ) : (
        <p>
          <PractiseButton questionId={question.id} label={t('askThis')} />
        </p>
      )}
      <h2>{t('reference')}</h2>
      {question.correct && <p className={classes.label}>{t('correct', { letters: question.correct })}</p>}
      {question.answer ? <Markdown text={question.answer} /> : <p>{t('noReference')}</p>}
      {question.explanation && <Markdown text={question.explanation} />}
      <KeyPoints question={question} rubric={rubric ?? undefined} />
      <SourceLines question={question} />
    </main>
  );
}
