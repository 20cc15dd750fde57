import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getApp, orNotFound } from '@/app/_server';
import { PractiseButton } from '@/app/_ui/practise-button';
import { KeyPoints } from '../_components/key-points';
import { OtherReferences } from '../_components/other-references';
import { QuestionText } from '../_components/question-text';
import { Reference } from '../_components/reference';
import { SourceLines } from '../_components/source-lines';
import { Attempts } from './_components/attempts';
import { QuestionDesk } from './_components/question-desk';

interface PageProps {
  params: Promise<{ questionId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions');
  return { title: t('oneTitle') };
}

export default async function QuestionPage({ params }: PageProps) {
  const questionId = decodeURIComponent((await params).questionId);
  const app = await getApp();
  const [{ question, rubric, basis, history }, attempts, t] = await Promise.all([
    orNotFound(app.bank.question(questionId)),
    app.bank.attempts(questionId),
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
      <QuestionDesk
        {...{ question, basis, history, attempts }}
        derived={question.keyPoints ? [] : (rubric?.points ?? [])}
      >
        <QuestionText question={question} />
        {question.retiredAt ? (
          <p>{t('retired')}</p>
        ) : (
          <p>
            <PractiseButton questionId={question.mergedInto ?? question.id} label={t('askThis')} />
          </p>
        )}
        <Reference question={question} />
        <OtherReferences question={question} />
        <KeyPoints question={question} rubric={rubric} />
        <SourceLines question={question} />
      </QuestionDesk>
      <Attempts attempts={attempts} editedAt={history.at(-1)?.at} />
    </main>
  );
}
