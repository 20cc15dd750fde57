/**
 * The only file that chooses real parts: it opens adapters, binds use cases to them, and is plain code. Everything above
 * (pages, routes, commands) sees the `App` that comes out.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { openDocumentReader } from './adapters/documents';
import { openEmbeddingModels, openModelWeights } from './adapters/embeddings';
import { openChatModel, openRecordedChatModel, recordReplies } from './adapters/llm';
import { openStorage } from './adapters/storage';
import { diskUsage, openClock, openIds, openLogger } from './adapters/system';
import { openVectorIndexes } from './adapters/vector-index';
import type { Config } from './config';
import { parseGlossary } from './domain/retrieval';
import type { ChatModel, Examiner } from './ports';
import * as useCases from './use-cases';

type Parts = Awaited<ReturnType<typeof openParts>>;
export type App = Awaited<ReturnType<typeof createApp>>;

/** The version people see; raised with CHANGELOG.md. */
const VERSION = '0.1.0';

/** By the name of a bank that ships with Viva: the SHA-256 of its texts, the present one last. */
const versionsSchema = z.record(z.string(), z.array(z.string()));

async function openParts(config: Config) {
  const logger = openLogger({ level: config.logLevel });
  const storage = openStorage({ file: path.join(config.dataDir, 'viva.sqlite') });
  const weights = openModelWeights({ modelsDir: config.modelsDir, hubUrl: config.hubUrl });
  const embeddingModels = openEmbeddingModels({
    choice: config.embeddings,
    modelsDir: config.modelsDir,
    endpoint: config.embeddingEndpoint,
  });
  const vectorIndexes = await openVectorIndexes({
    dir: path.join(config.dataDir, 'index'),
    onUnkept: (error) =>
      logger.warn({ error }, 'the vector index could not be kept; it is built again next time'),
  });
  const glossary = parseGlossary(JSON.parse(readFileSync(config.glossaryFile, 'utf8')));
  const { bank, edits, merges, doubts, interviews, previews, vectors } = storage;
  const clock = openClock();
  const index = useCases.createBankIndex(
    { bank, embeddingModels, vectorIndexes, vectors, weights, logger },
    { glossary },
  );
  return {
    storage,
    bank,
    edits,
    merges,
    mergeProposals: useCases.createMergeProposals({ bank, merges, search: index, logger }, { glossary }),
    doubts,
    doubtWatch: useCases.watchDoubts({ bank, doubts, clock, logger }, glossary),
    interviews,
    previews,
    weights,
    embeddingModels,
    index,
    /** Look-up; the same thing under the name that use cases know it by. */
    search: index,
    logger,
    reader: openDocumentReader(),
    chat: await openChat(config),
    clock,
    ids: openIds(),
    glossary,
    /** Names of one thing, for the offline grader. */
    offline: { glossary: [...new Set(glossary.names.map((name) => name.group))] },
  };
}

/** Null: no model is configured, and none was recorded. */
async function openChat({ chat, recordings }: Config): Promise<ChatModel | null> {
  if (recordings?.mode === 'replay') return openRecordedChatModel(recordings);
  if (chat === null) return null;
  return recordings ? recordReplies(openChatModel(chat), recordings) : openChatModel(chat);
}

/** Opens everything the configuration asks for. Nothing is fetched or loaded until it is needed; `close` ends it. */
export async function createApp(config: Config) {
  const parts = await openParts(config);
  return {
    bank: bankOf(parts),
    modelReading: modelReadingOf(parts),
    merges: mergesOf(parts),
    interviews: useCases.createInterviews({ ...parts, examiner: examinerOf(parts) }),
    doubts: doubtsOf(parts),
    grading: gradingOf(parts),
    search: parts.search,
    index: parts.index,
    model: {
      fetch: (onProgress: Parameters<typeof useCases.fetchModelWeights>[1], signal?: AbortSignal) =>
        useCases.fetchModelWeights(parts, onProgress, signal),
    },
    settings: settingsOf(parts, config),
    health: () => useCases.checkHealth(parts),
    /** What only a server does: loads the starter bank and lets the index, and missing weights, follow behind. */
    prepareToServe: () => prepareToServe(parts, config),
    close: () => close(parts),
  };
}

function bankOf(parts: Parts) {
  return {
    overview: () => useCases.getBankOverview(parts),
    listQuestions: (query: useCases.QuestionQuery) => useCases.listQuestions(parts, query),
    question: (id: string) => useCases.getQuestion(parts, id),
    editQuestion: (input: useCases.EditQuestionInput) => useCases.editQuestion(parts, input),
    undoEdit: (id: string, basis?: string) => useCases.undoEdit(parts, id, basis),
    restoreOriginal: (id: string, basis?: string) => useCases.restoreOriginal(parts, id, basis),
    attempts: (questionId: string) => useCases.listAttempts(parts, questionId),
    document: (id: string) => useCases.getDocument(parts, id),
    setDocumentEnabled: (id: string, isEnabled: boolean) => useCases.setDocumentEnabled(parts, id, isEnabled),
    removeDocument: (id: string) => useCases.removeDocument(parts, id),
    previewImport: (files: readonly useCases.DocumentFile[]) => useCases.previewImport(parts, files),
    getImport: (id: string) => useCases.getImport(parts, id),
    correctImport: (id: string, corrections: useCases.DocumentCorrections) =>
      useCases.correctImport(parts, id, corrections),
    remapImport: (id: string, chosen: useCases.ChosenMapping) => useCases.remapImport(parts, id, chosen),
    confirmImport: (id: string, choices?: useCases.ConfirmChoices) =>
      useCases.confirmImport(parts, id, choices),
    discardImport: (id: string) => useCases.discardImport(parts, id),
    exportBank: (request: useCases.ExportRequest) => useCases.exportBank(parts, request),
    importDocuments: async (files: readonly useCases.DocumentFile[], options?: useCases.ImportOptions) => {
      const documents = await useCases.importDocuments(parts, files, options);
      if (!options?.isDryRun) parts.doubtWatch.follow();
      await parts.doubtWatch.settled();
      return documents;
    },
  };
}

/** Null: no model is configured. */
function modelReadingOf(parts: Parts) {
  const { chat } = parts;
  if (chat === null) return null;
  const ports = { ...parts, chat };
  return {
    propose: (importId: string, request: useCases.ReadingRequest, signal?: AbortSignal) =>
      useCases.proposeReading(ports, importId, request, signal),
    rerun: (importId: string, window: { document: string; windowId: string }, signal?: AbortSignal) =>
      useCases.rerunWindow(ports, importId, window, signal),
    /** For `importDocuments`: reads each document with the model as well. */
    refine: (options: useCases.ModelReadingOptions): NonNullable<useCases.ImportOptions['refine']> => {
      return (source) => useCases.readWithModel(ports, source, options);
    },
  };
}

function mergesOf(parts: Parts) {
  return {
    proposals: () => parts.mergeProposals.view(),
    merge: (ids: readonly string[], into: string, seen?: readonly useCases.SeenQuestion[]) =>
      useCases.mergeQuestions(parts, ids, into, seen),
    keepApart: (id: string, others: readonly string[]) => useCases.keepQuestionsApart(parts, id, others),
    split: (id: string) => useCases.splitQuestion(parts, id),
  };
}

function doubtsOf(parts: Parts) {
  const { chat } = parts;
  return {
    list: (documentIds?: readonly string[]) => useCases.listDoubts(parts, documentIds),
    raise: (questionId: string, reason: string, basis?: string) =>
      useCases.doubtReference(parts, questionId, reason, basis),
    settle: (id: string, state: Parameters<typeof useCases.settleDoubt>[2]) =>
      useCases.settleDoubt(parts, id, state),
    /** How far the look by words has come that is under way; null when there is none. */
    progress: () => parts.doubtWatch.progress(),
    /** By the words alone. */
    look: () => parts.doubtWatch.look(),
    /** Null: no model is configured. */
    audit:
      chat && ((options: useCases.AuditOptions) => useCases.auditReferences({ ...parts, chat }, options)),
  };
}

function examinerOf(parts: Parts): Examiner {
  const { chat, offline } = parts;
  return {
    grader: chat ? { kind: 'llm', model: chat.model } : { kind: 'offline' },
    lookAgain: (task, rubric, appeal, signal) =>
      useCases.hearAppeal(parts, { task, rubric, appeal, offline, signal }),
    compareWording: (pair, signal) => useCases.compareWording(parts, pair, signal),
    rubricFor: (question, signal) => useCases.ensureRubric(parts, question, { signal }),
    grade: async (task, rubric, signal) =>
      useCases.gradeAnswer(parts, {
        task: chat ? await useCases.withExemplars(parts, task, rubric) : task,
        rubric,
        offline,
        signal,
      }),
    estimate: (task, rubric) => useCases.estimateGrade({ task, rubric, offline: parts.offline }),
    critique: (task, grade, rubric, signal) =>
      useCases.streamCritique(parts, { task, grade, rubric, signal }),
    hint: (soFar, step, open, signal) => useCases.giveHint(parts, { soFar, step, open }, signal),
    clarify: (soFar, asked, signal) => useCases.clarifyQuestion(parts, { soFar, asked }, signal),
    discuss: (soFar, asked, signal) => useCases.discussAnswer(parts, { soFar, asked }, signal),
    followUp: (soFar, grade, asked, signal) => useCases.askFollowUp(parts, { soFar, grade, asked }, signal),
  };
}

function gradingOf(parts: Parts) {
  return {
    isLlm: parts.chat !== null,
    /** The model that grades; null: graded offline. */
    model: parts.chat?.model ?? null,
    grade: (task: useCases.GradeAnswerInput['task'], signal?: AbortSignal) =>
      useCases.gradeAnswer(parts, { task, offline: parts.offline, signal }),
    /** Whatever is configured. */
    gradeOffline: (task: useCases.GradeAnswerInput['task']) =>
      useCases.gradeAnswer({ chat: null }, { task, offline: parts.offline }),
    critique: (input: useCases.CritiqueInput) => useCases.streamCritique(parts, input),
    rubricFor: (question: Parameters<Examiner['rubricFor']>[0]) => useCases.ensureRubric(parts, question),
    /** What would be sent; nothing is. */
    preview: (input: Parameters<typeof useCases.previewGrading>[1]) => useCases.previewGrading(parts, input),
  };
}

function settingsOf(parts: Parts, config: Config) {
  const ports = { ...parts, dataBytes: () => diskUsage(config.dataDir) };
  const facts = { chat: config.chat, dataDir: config.dataDir, version: VERSION };
  return {
    read: () => useCases.readSettings(ports, facts),
    testModel: (signal?: AbortSignal) => useCases.testChatModel(parts, signal),
    testEmbedder: () => useCases.testEmbedder(parts),
    fetchWeights: () => useCases.streamWeightsFetch(parts),
    backup: () => backup(parts, config),
  };
}

/** A consistent copy of the database. Two at once do not meet, and none is left behind. */
async function backup(parts: Parts, config: Config): Promise<Buffer> {
  const folder = await mkdtemp(path.join(config.dataDir, 'backup-'));
  try {
    const file = path.join(folder, 'viva.sqlite');
    await parts.storage.backup(file);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepareToServe(parts: Parts, config: Config): Promise<void> {
  const name = path.basename(config.starterBankFile);
  const bytes = readFileSync(config.starterBankFile);
  const versions = versionsSchema.parse(JSON.parse(readFileSync(config.bankVersionsFile, 'utf8')));
  const outcome = await useCases.loadStarterBank(parts, { name, bytes }, versions[name] ?? []);
  parts.logger.info({ outcome }, 'starter bank');
  // Each time, not only after the bank was loaded: an import may have ended between its writing and its merging.
  await useCases.mergeExactDuplicates(parts);
  const follow = async () => {
    parts.doubtWatch.follow();
    await parts.index.refresh();
    await parts.index.fetchMissingWeights();
  };
  follow().catch((error: unknown) => parts.logger.error({ error }, 'the index could not follow the bank'));
}

async function close(parts: Parts): Promise<void> {
  await parts.doubtWatch.close();
  await parts.mergeProposals.close();
  await parts.index.close();
  await Promise.all([parts.embeddingModels.close(), parts.reader.close()]);
  await parts.storage.close();
}
