import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getApp, orNotFound } from '@/app/_server';
import { StatusLine } from '@/app/_ui/status-line';
import { InterviewRoom } from './_components/interview-room';

interface PageProps {
  params: Promise<{ interviewId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('interview');
  return { title: t('title') };
}

export default async function InterviewPage({ params }: PageProps) {
  const { interviewId } = await params;
  const app = await getApp();
  const view = await orNotFound(app.interviews.view(interviewId));
  return <InterviewRoom initial={view} status={<StatusLine />} />;
}
