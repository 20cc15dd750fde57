import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentReader } from '../../ports';
import { openDocumentReader } from './open';

const BANK =
  '## 优化器\n\n### 1. 动量的作用是什么？\n\n答：累积历史梯度，减小震荡。\n\n### 2. 学习率过大会怎样？\n\n答：损失发散。\n';
/** Large enough to take far longer than a millisecond. */
const LARGE = BANK.repeat(2_000);

const open: DocumentReader[] = [];
function reader(options?: Parameters<typeof openDocumentReader>[0]): DocumentReader {
  const opened = openDocumentReader(options);
  open.push(opened);
  return opened;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((opened) => opened.close()));
});

describe('openDocumentReader', () => {
  it('reads documents off the main thread, one after the other', async () => {
    const documents = reader();
    const [first, second] = await Promise.all([
      documents.read(BANK, 'a.md'),
      documents.read('写给自己的话。', 'b.txt'),
    ]);
    expect(first?.questions.map((question) => question.stem)).toEqual([
      '动量的作用是什么？',
      '学习率过大会怎样？',
    ]);
    expect(second?.questions).toEqual([]);
  });

  it('ends a document that takes too long, and reads the next one', async () => {
    const documents = reader({ timeoutMs: 1 });
    await expect(documents.read(LARGE, 'endless.md')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'document-too-complex',
      details: { file: 'endless.md' },
    });
    const patient = reader({ timeoutMs: 60_000 });
    await expect(patient.read(BANK, 'a.md')).resolves.toMatchObject({ format: 'markdown' });
  });

  it('ends a document that takes too much memory, and reads the next one in a fresh thread', async () => {
    const documents = reader({ maxHeapMb: 64 });
    // A million lines of plain text: some 300 MB of line records.
    const huge = documents.read('词\n'.repeat(1_000_000), 'huge.txt');
    const small = documents.read(BANK, 'small.md');
    await expect(huge).rejects.toMatchObject({ kind: 'invalid', code: 'document-too-complex' });
    await expect(small).resolves.toMatchObject({ format: 'markdown' });
  }, 60_000);

  it('refuses to read once it is closed', async () => {
    const documents = reader();
    await documents.close();
    await expect(documents.read(BANK, 'a.md')).rejects.toMatchObject({ code: 'reader-closed' });
  });
});
