import type { BankIndex, ModelWeights, SettingsView } from '../ports';

export interface SettingsPorts {
  index: Pick<BankIndex, 'status'>;
  weights: Pick<ModelWeights, 'state'>;
  /** Bytes below the data folder. */
  dataBytes(): Promise<number>;
}

export interface SettingsFacts {
  /** Null: no model is configured. */
  chat: { model: string; baseUrl?: string; apiKey?: string } | null;
  dataDir: string;
  version: string;
}

/** What grades, what searches and where the data lies. Of a key only its last four characters leave the server. */
export async function readSettings(ports: SettingsPorts, facts: SettingsFacts): Promise<SettingsView> {
  const { embedderId, state, notices = [], index } = ports.index.status();
  return {
    grader: describeGrader(facts.chat),
    embedder: {
      id: embedderId,
      kind: embedderId.split(/[:/]/)[0] ?? embedderId,
      state,
      index,
      notices,
    },
    weights: describeWeights(ports.weights),
    data: { dir: facts.dataDir, bytes: await ports.dataBytes() },
    version: facts.version,
  };
}

/** Shorter keys are not hinted at: four characters would be too much of them. */
const SHORTEST_HINTED_KEY = 12;

function describeGrader(chat: SettingsFacts['chat']): SettingsView['grader'] {
  if (chat === null) return { kind: 'offline' };
  const { model, baseUrl, apiKey } = chat;
  const hint =
    apiKey === undefined ? undefined : apiKey.length >= SHORTEST_HINTED_KEY ? `…${apiKey.slice(-4)}` : '…';
  return {
    kind: 'llm',
    model,
    ...(baseUrl === undefined ? {} : { baseUrl: withoutSecrets(baseUrl) }),
    ...(hint === undefined ? {} : { keyHint: hint }),
  };
}

/** An address may carry a user, a password or a token; none of them is shown. */
function withoutSecrets(address: string): string {
  const url = new URL(address);
  return `${url.origin}${url.pathname}`;
}

function describeWeights(weights: SettingsPorts['weights']): SettingsView['weights'] {
  const state = weights.state();
  if (state.kind === 'present') return { state: 'ready', bytesDone: 0, bytesTotal: 0 };
  if (state.kind === 'fetching')
    return { state: 'fetching', bytesDone: state.receivedBytes, bytesTotal: state.totalBytes };
  if (state.kind === 'failed') return { state: 'failed', bytesDone: 0, bytesTotal: 0, notice: state.notice };
  return { state: 'absent', bytesDone: 0, bytesTotal: 0 };
}
