import { describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/domain/errors';
import { GET } from './route';

const exportBank = vi.hoisted(() => vi.fn());
vi.mock('@/app/_server', () => ({ getApp: async () => ({ bank: { exportBank } }) }));

const get = (query: string) => GET(new Request(`http://127.0.0.1:3000/api/bank/export${query}`), {});

describe('GET /api/bank/export', () => {
  it('sends a file to save, its name in any script, its bytes as they are', async () => {
    exportBank.mockResolvedValue({
      fileName: '茶艺 "一"(2).csv',
      mediaType: 'text/csv; charset=utf-8',
      text: '\ufeffviva\r\n',
    });
    const response = await get('?format=csv&document=d_1&document=d_2');
    expect(exportBank).toHaveBeenCalledWith({ format: 'csv', documentIds: ['d_1', 'd_2'] });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_ ___(2).csv"; filename*=UTF-8''%E8%8C%B6%E8%89%BA%20%22%E4%B8%80%22%282%29.csv`,
    );
    expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, 0x76]);
  });

  it('is Markdown of the whole bank unless told otherwise', async () => {
    exportBank.mockResolvedValue({ fileName: 'viva-bank.md', mediaType: 'text/markdown', text: '' });
    await get('');
    expect(exportBank).toHaveBeenLastCalledWith({ format: 'markdown' });
  });

  it('refuses a format that is none, and says when a document is not there', async () => {
    expect((await get('?format=docx')).status).toBe(400);
    exportBank.mockRejectedValue(new AppError('not-found', 'document-not-found', 'no'));
    expect((await get('?document=x')).status).toBe(404);
  });
});
