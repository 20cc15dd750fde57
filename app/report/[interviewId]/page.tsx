import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { getApp, orNotFound } from '@/app/_server';
import { BandStrip } from '@/app/_ui/grade/band-strip';
import { plainText } from '@/app/_ui/plain-text';
import { StatusLine } from '@/app/_ui/status-line';
import { KeepFresh } from './_components/keep-fresh';
import { Overall } from './_components/overall';
import { QuestionRecord } from './_components/question-record';
import { ReportActions } from './_components/report-actions';
import { ReviewList } from './_components/review-list';
import { SkippedList } from './_components/skipped-list';
import { TopicTable } from './_components/topic-table';
import { UngradedList } from './_components/ungraded-list';

interface PageProps {
  params: Promise<{ interviewId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

export default async function ReportPage({ params }: PageProps) {
  const { interviewId } = await params;
  const app = await getApp();
  const [report, t, format] = await Promise.all([
    orNotFound(app.interviews.report(interviewId)),
    getTranslations('report'),
    getFormatter(),
  ]);
  const { interview } = report;
  const at = new Date(interview.finishedAt ?? interview.createdAt);
  const isGrading = interview.questions.some(({ answers }) =>
    answers.some(({ state }) => state === 'grading'),
  );
  const cells = interview.questions.map((question) => ({
    band: question.answers.findLast(({ grade }) => grade)?.grade?.band ?? null,
    href: `#q-${question.index}`,
    title: plainText(question.stem),
  }));
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <p className="viva-muted">
        {format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })} · {t(interview.mode)} ·{' '}
        {t('asked', { count: interview.questions.length })}
      </p>
      <ReportActions interviewId={interview.id} isOpen={interview.status === 'active'} />
      {isGrading && <KeepFresh interviewId={interview.id} />}
      <Overall report={report} />
      <section aria-label={t('strip')}>
        <BandStrip cells={cells} />
      </section>
      <ReviewList report={report} />
      <TopicTable topics={report.topics} strong={report.strong} />
      <UngradedList report={report} />
      <SkippedList report={report} />
      <section aria-labelledby="all-title">
        <h2 id="all-title">{t('questions')}</h2>
        {interview.questions.map((question) => (
          <QuestionRecord key={question.questionId} question={question} interview={interview} />
        ))}
      </section>
      <footer style={{ marginTop: 40 }} className="viva-no-print">
        <StatusLine />
      </footer>
    </main>
  );
}
