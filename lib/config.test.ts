import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentSchema, loadConfig } from './config';

function exampleNames(): string[] {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  return [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
}

describe('the environment', () => {
  it('is what .env.example lists', () => {
    expect(exampleNames().sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('needs nothing: the defaults are loopback, offline, local data', () => {
    const config = loadConfig({}, '/root-folder');
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, chat: null, embeddings: 'auto' });
    expect(config.dataDir).toBe('/root-folder/data/local');
  });

  it('reads an unchanged .env.example as the defaults', () => {
    const empty = Object.fromEntries(exampleNames().map((name) => [name, '']));
    expect(loadConfig(empty, '/r')).toEqual(loadConfig({}, '/r'));
  });

  it.each([
    [{ PORT: 'many' }, /PORT/],
    [{ OPENAI_BASE_URL: 'file:///etc/passwd', CHAT_MODEL: 'm' }, /OPENAI_BASE_URL/],
    [{ EMBEDDINGS: 'magic' }, /EMBEDDINGS/],
    [{ OPENAI_API_KEY: 'k' }, /CHAT_MODEL/],
    [{ CHAT_MODEL: 'm' }, /OPENAI_API_KEY/],
    [{ EMBEDDINGS: 'endpoint' }, /EMBEDDING_MODEL/],
  ])('names the variable that is wrong: %j', (environment, pattern) => {
    expect(() => loadConfig(environment, '/r')).toThrow(pattern);
  });

  it('never puts a key into the message', () => {
    expect(() => loadConfig({ OPENAI_API_KEY: 'sk-secret-value' }, '/r')).toThrow(/^(?!.*sk-secret-value)/);
  });

  it('lets the embedder use the shared key and address where no model grades', () => {
    const config = loadConfig({ OPENAI_API_KEY: 'k', EMBEDDING_MODEL: 'bge' }, '/r');
    expect(config.chat).toBeNull();
    expect(config.embeddingEndpoint).toEqual({ model: 'bge', baseUrl: undefined, apiKey: 'k' });
  });

  it('lets a local server go without a key, and the embedder share the chat address', () => {
    const config = loadConfig(
      { OPENAI_BASE_URL: 'http://localhost:11434/v1', CHAT_MODEL: 'qwen', EMBEDDING_MODEL: 'bge' },
      '/r',
    );
    expect(config.chat).toEqual({ model: 'qwen', baseUrl: 'http://localhost:11434/v1', apiKey: undefined });
    expect(config.embeddingEndpoint?.baseUrl).toBe('http://localhost:11434/v1');
  });
});
