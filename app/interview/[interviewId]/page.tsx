import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { StatusLine } from '@/app/_ui/status-line';
import { isAppError } from '@/lib/domain/errors';
import { InterviewRoom } from './_components/interview-room';

interface PageProps {
  params: Promise<{ interviewId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('interview');
  return { title: t('title') };
}

async function loadView(interviewId: string) {
  const app = await getApp();
  try {
    return await app.interviews.view(interviewId);
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') notFound();
    throw error;
  }
}

export default async function InterviewPage({ params }: PageProps) {
  const { interviewId } = await params;
  return <InterviewRoom initial={await loadView(interviewId)} status={<StatusLine />} />;
}
