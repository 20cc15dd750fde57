import { type AuditTotals, asJson, asText, countIn, NO_TOTALS, summaryOf } from './audit/report';
import { auditedDocuments } from './audit/scope';
import { note, parseCall, print, runCommand, UsageError } from './command';

const USAGE = `Usage: npm run -s audit -- [--json] [--limit N] [--document NAME] [--question ID]…
Checks the reference answers of the bank: by the words alone, and with the model where one is configured.
  --json           one JSON object per line
  --limit N        ask the model about at most N questions
  --document NAME  ask only about this document
  --question ID    ask only about this question; may be repeated`;

const OPTIONS = {
  json: { type: 'boolean' },
  limit: { type: 'string' },
  document: { type: 'string' },
  question: { type: 'string', multiple: true },
} as const;

await runCommand(async (app, argv) => {
  const { isJson, ...options } = readArguments(argv);
  const { documents, questions } = await app.bank.overview();
  const documentIds = auditedDocuments(documents, options.document);
  if (questions === 0) throw new UsageError('There are no references to audit: import a document first.');
  const offline = await app.doubts.look();
  note(`${offline.length} references are doubted by their words alone.`);
  if (!app.doubts.audit) {
    for (const { question, doubts } of await app.doubts.list(documentIds))
      if (options.questionIds?.includes(question.id) ?? true)
        print((isJson ? asJson : asText)(question, doubts));
    note(
      'No model is configured (CHAT_MODEL in .env), so nobody was asked what is right: only the offline look was taken.',
    );
    return 0;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => {
    note('Stopping; what was found so far is kept.');
    stop.abort();
  });
  let totals: AuditTotals = NO_TOTALS;
  for await (const audited of app.doubts.audit({ ...options, signal: stop.signal })) {
    totals = countIn(totals, audited);
    if (audited.state === 'audited' && (isJson || audited.doubts.length > 0))
      print((isJson ? asJson : asText)(audited.question, audited.doubts));
  }
  for (const line of summaryOf(totals)) note(line);
  return totals.audited === 0 && totals.failed.length > 0 ? 1 : 0;
});

function readArguments(argv: string[]) {
  const { json, limit, document, question } = parseCall({ args: argv, options: OPTIONS }, USAGE).values;
  const count = limit === undefined ? undefined : Number(limit);
  if (count !== undefined && (!Number.isInteger(count) || count < 1))
    throw new UsageError(`--limit wants a positive number.\n${USAGE}`);
  return {
    isJson: json === true,
    ...(count === undefined ? {} : { limit: count }),
    ...(document === undefined ? {} : { document }),
    ...(question === undefined ? {} : { questionIds: question }),
  };
}
