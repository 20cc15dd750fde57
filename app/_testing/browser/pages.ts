import { getJson, sayAll, startOver, viewOf } from './api';
import { spokenAnswer } from './room';

export interface KnownPage {
  name: string;
  path: string;
}

/** Every kind of page, with an interview in each of its states behind them. */
export async function everyPage(url: string, language: 'zh' | 'en' = 'zh'): Promise<KnownPage[]> {
  const graded = await startOver(url, { mode: 'practice', kinds: ['open'], limit: 3, seed: 11, language });
  const [question] = (await viewOf(url, graded)).questions;
  if (!question) throw new Error('nothing was asked');
  await sayAll(url, graded, { intent: 'hint' });
  await sayAll(url, graded, { intent: 'answer', text: await spokenAnswer(url, question.questionId, 1) });
  const choice = await startOver(url, { mode: 'practice', kinds: ['choice'], limit: 2, seed: 3, language });
  const mock = await startOver(url, {
    mode: 'mock',
    kinds: ['open'],
    limit: 2,
    minutes: 30,
    seed: 5,
    language,
  });
  const done = await startOver(url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 6, language });
  await sayAll(url, done, { intent: 'answer', text: '先清洗数据，再训练。' });
  await sayAll(url, done, { intent: 'next' });
  // The last question is skipped, which ends the interview.
  await sayAll(url, done, { intent: 'skip' });
  const { questions } = await getJson<{ questions: { id: string }[] }>(`${url}/api/questions?limit=1`);
  return [
    { name: 'home', path: '/' },
    { name: 'interview', path: `/interview/${graded}` },
    { name: 'choice', path: `/interview/${choice}` },
    { name: 'mock', path: `/interview/${mock}` },
    { name: 'report', path: `/report/${done}` },
    { name: 'questions', path: '/questions' },
    { name: 'question', path: `/questions/${encodeURIComponent(questions[0]?.id ?? '')}` },
    { name: 'import', path: '/import' },
    { name: 'records', path: '/records' },
    { name: 'settings', path: '/settings' },
    { name: 'not-found', path: '/interview/no-such-interview' },
  ];
}
