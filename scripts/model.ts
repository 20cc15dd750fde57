import { note, print, runCommand } from './command';

await runCommand(async (app) => {
  let shown = -1;
  await app.model.fetch(({ receivedBytes, totalBytes }) => {
    // One line per tenth: readable in a log as well.
    const tenth = Math.floor((10 * receivedBytes) / totalBytes);
    if (tenth === shown) return;
    shown = tenth;
    note(`${tenth * 10} % of ${(totalBytes / 1e6).toFixed(1)} MB`);
  });
  print('The local embedding model is ready.');
  return 0;
});
