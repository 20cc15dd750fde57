import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { writtenParts } from '@/app/_ui/model-written';
import type { Question } from '@/lib/domain/question-bank';
import { DocumentList } from './_components/document-list';
import { DoubtedLink } from './_components/doubted-link';
import { ExportMenu } from './_components/export-menu';
import exportClasses from './_components/export-menu.module.css';
import { MergesLink } from './_components/merges-link';
import { QuestionFilters } from './_components/question-filters';
import { QuestionRow } from './_components/question-row';
import classes from './_components/questions.module.css';
import { readFilter, type SearchParams } from './_components/read-filter';
import { RefreshingProgress } from './_components/refreshing-progress';

/** Rows on the page before one has to narrow the search or ask for more. */
const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions');
  return { title: t('title') };
}

export default async function QuestionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations('questions');
  const app = await getApp();
  const filter = readFilter(await searchParams);
  const { pages, query, ...criteria } = filter;
  const limit = pages * PAGE_SIZE;
  const [bank, found] = await Promise.all([
    app.bank.overview(),
    app.bank.listQuestions({ ...criteria, withLastBands: true, limit }),
  ]);
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <DocumentList documents={bank.documents} />
      <div className={exportClasses.head}>
        <h2 id="browse">{t('browse')}</h2>
        <ExportMenu document={bank.documents.find(({ id }) => id === filter.document)} />
      </div>
      <MergesLink />
      <QuestionFilters bank={bank} filter={filter} />
      <DoubtedLink query={query} />
      <RefreshingProgress atFirst={app.doubts.progress()} />
      {found.total > 0 && <p className="viva-muted">{t('total', { count: found.total })}</p>}
      {found.questions.length === 0 ? (
        <p role="status">{t(bank.questions === 0 ? 'emptyBank' : 'nothingFound')}</p>
      ) : (
        <ul className={classes.list} data-testid="question-list">
          {found.questions.map((question) => (
            <QuestionRow
              key={question.id}
              question={shownInRow(question)}
              isEdited={question.edits !== undefined}
              isDoubted={question.referenceDoubts !== undefined}
              isModelWritten={writtenParts(question).length > 0}
              lastBand={found.lastBands?.[question.id]}
            />
          ))}
        </ul>
      )}
      {found.total > limit && (
        <Link href={{ query: { ...query, pages: pages + 1 } }} scroll={false} className="viva-link">
          {t('more')}
        </Link>
      )}
    </main>
  );
}

/** What a row needs: the rest of the question, some of it long, does not go to the browser. */
function shownInRow({ id, kind, stem, topics, difficulty, documentName }: Question) {
  return { id, kind, stem, topics, documentName, ...(difficulty !== undefined && { difficulty }) };
}
