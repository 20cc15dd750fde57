/** Runs once when the server starts: lets it end within its grace time although streams are open. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { endAllStreams } = await import('./app/_http');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endAllStreams);
}
