import 'server-only';
import { notFound } from 'next/navigation';
import { loadConfig } from '@/lib/config';
import { isAppError } from '@/lib/domain/errors';
import { type App, createApp } from '@/lib/wiring';

/** Kept on globalThis: in development a module is loaded anew after each edit, the app must not be. */
const kept = globalThis as typeof globalThis & { vivaApp?: Promise<App> };

/** The one way from pages and routes down to the product. Opened with the first request, then shared. */
export function getApp(): Promise<App> {
  kept.vivaApp ??= openApp().catch((error: unknown) => {
    // The next request tries again: a locked database or a bad setting may have been mended.
    kept.vivaApp = undefined;
    throw error;
  });
  return kept.vivaApp;
}

async function openApp(): Promise<App> {
  const app = await createApp(loadConfig());
  try {
    await app.prepareToServe();
    return app;
  } catch (error) {
    // The next request opens another one: the database and threads of this one must not pile up.
    await app.close();
    throw error;
  }
}

/** What a page shows; where there is no such thing, the page that says so. */
export async function orNotFound<T>(wanted: Promise<T>): Promise<T> {
  try {
    return await wanted;
  } catch (error) {
    if (isAppError(error) && error.kind === 'not-found') notFound();
    throw error;
  }
}
