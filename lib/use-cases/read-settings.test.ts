import { describe, expect, it } from 'vitest';
import { readSettings, type SettingsFacts, type SettingsPorts } from './read-settings';

const ports: SettingsPorts = {
  index: { status: () => ({ embedderId: 'hashing', state: 'ready', entries: 3, index: 'exact' }) },
  weights: { state: () => ({ kind: 'fetching', receivedBytes: 10, totalBytes: 20 }) },
  dataBytes: async () => 42,
};
const facts: SettingsFacts = {
  chat: {
    model: 'm',
    baseUrl: 'https://user:password@api.example.com/v1?token=secret',
    apiKey: 'sk-0123456789abcd',
  },
  dataDir: '/data',
  version: '1.2.3',
};

describe('readSettings', () => {
  it('shows what is in use', async () => {
    const view = await readSettings(ports, { ...facts, chat: null });
    expect(view).toMatchObject({
      grader: { kind: 'offline' },
      data: { bytes: 42 },
      weights: { state: 'fetching', bytesDone: 10 },
    });
  });

  it('lets no secret out: of a key the last four characters, of an address the place', async () => {
    const text = JSON.stringify(await readSettings(ports, facts));
    expect(text).toContain('…abcd');
    for (const secret of ['sk-0123456789', 'password', 'token', 'secret']) expect(text).not.toContain(secret);
  });

  it('does not hint at a short key', async () => {
    const view = await readSettings(ports, { ...facts, chat: { model: 'm', apiKey: 'short' } });
    expect(view.grader.keyHint).toBe('…');
  });
});
