import { writeFileSync } from 'node:fs';
import { calibrate } from './calibration/calibrate';
import { note, print, runCommand, UsageError } from './command';
import { readArguments } from './evaluation/arguments';
import { evaluateSets } from './evaluation/evaluate-sets';
import { asMarkdown } from './evaluation/report/report';
import { recordingsOf } from './grading/recordings';

await runCommand(async (app, argv, config) => {
  const args = readArguments(argv, app, config);
  if (args.calibrate) return calibrate(app, config, { ...args, file: args.calibrate });
  const { report, sets } = await evaluateSets(app, config, args);
  if (report.sets.length + report.appeals.length === 0)
    throw new UsageError('No answer has been graded in your interviews yet.');
  print(args.isJson ? JSON.stringify(report, null, 2) : asMarkdown(report));
  if (args.html) {
    // Loaded only here: plots need packages that only a development install has.
    const { asHtml } = await import('./evaluation/report/html');
    writeFileSync(args.html, await asHtml(report, sets));
    note(`evaluate: wrote ${args.html}`);
  }
  return 0;
}, recordingsOf);
