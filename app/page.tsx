import { getTranslations } from 'next-intl/server';
import { FirstVisit } from './_home/first-visit';
import { Recent } from './_home/recent';
import { Resume } from './_home/resume';
import { StartForm } from './_home/start-form';
import { getApp } from './_server';
import { StatusLine } from './_ui/status-line';

/** How many finished interviews the home page shows. */
const RECENT = 5;

export default async function HomePage() {
  const t = await getTranslations('home');
  const app = await getApp();
  const [bank, interviews] = await Promise.all([app.bank.overview(), app.interviews.list()]);
  const isFirstVisit = interviews.length === 0;
  const open = interviews.find(({ status }) => status === 'active');
  return (
    <main id="main" className="viva-page">
      {isFirstVisit ? (
        <FirstVisit questions={bank.questions} />
      ) : (
        <h1 className="viva-hidden">{t('title')}</h1>
      )}
      {open && <Resume interview={open} />}
      <StartForm bank={bank} isQuiet={isFirstVisit} />
      <Recent interviews={interviews.filter(({ status }) => status === 'finished').slice(0, RECENT)} />
      <footer style={{ marginTop: 40 }}>
        <StatusLine />
      </footer>
    </main>
  );
}
