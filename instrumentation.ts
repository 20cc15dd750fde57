/** Runs once when the server starts: lets it end within its grace time although streams are open. */
export async function register(): Promise<void> {
  // The condition and the import must stand together: other runtimes then leave the whole file out.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endStreamsOnSignals } = await import('./app/_http');
    endStreamsOnSignals();
  }
}
