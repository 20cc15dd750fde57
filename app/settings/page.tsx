import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { AppearancePart } from './_components/appearance-part';
import { DataPart } from './_components/data-part';
import { EmbedderPart } from './_components/embedder-part';
import { GraderPart } from './_components/grader-part';
import { Providers } from './_components/providers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const [app, t] = await Promise.all([getApp(), getTranslations('settings')]);
  const settings = await app.settings.read();
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <GraderPart grader={settings.grader} />
      <Providers isConfigured={settings.grader.kind === 'llm'} />
      <EmbedderPart embedder={settings.embedder} weights={settings.weights} />
      <AppearancePart />
      <DataPart data={settings.data} version={settings.version} />
    </main>
  );
}
