import { describe, expect, it } from 'vitest';
import { readUpload } from './read-upload';

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://127.0.0.1/api/imports', { method: 'POST', body, headers });
}

const json = { 'content-type': 'application/json' };

describe('readUpload', () => {
  it('takes the files of a form, bytes untouched', async () => {
    const form = new FormData();
    form.append('files', new File([new Uint8Array([0xff, 0xfe, 0x00])], '../题.md'));
    form.append('files', new File(['# 甲'], 'b.txt'));
    form.append('note', 'ignored');
    const documents = await readUpload(post(form));
    expect(documents.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['../题.md', 3],
      ['b.txt', 5],
    ]);
  });

  it('takes pasted text as JSON', async () => {
    const documents = await readUpload(
      post(JSON.stringify({ documents: [{ name: 'a.md', text: '题 😀' }] }), json),
    );
    expect(documents.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['a.md', '题 😀'],
    ]);
  });

  it.each([
    ['not JSON', '{', json, 'upload-unreadable'],
    ['another shape', '{"documents": "a"}', json, 'upload-unreadable'],
    ['no documents', '{"documents": []}', json, 'upload-unreadable'],
    ['a broken form', 'x', { 'content-type': 'multipart/form-data; boundary=y' }, 'upload-unreadable'],
    ['a form without files', formOf('note', 'x'), {}, 'no-documents'],
    ['a body that was cut', '{}', { ...json, 'content-length': '11000000' }, 'upload-cut'],
    ['an announced giant', '{}', { ...json, 'content-length': '60000000' }, 'upload-too-large'],
  ] as [string, BodyInit, Record<string, string>, string][])('refuses %s', async (_, body, headers, code) => {
    await expect(readUpload(post(body, headers))).rejects.toMatchObject({ kind: 'invalid', code });
  });

  it('names the field that is wrong', async () => {
    const body = JSON.stringify({ documents: [{ name: 'a.md', text: '甲' }, { name: 'b.md' }] });
    await expect(readUpload(post(body, json))).rejects.toMatchObject({
      code: 'upload-unreadable',
      message: expect.stringContaining('documents.1.text:'),
    });
  });

  it('stops reading a giant that did not say so', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const request = new Request('http://127.0.0.1/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    await expect(readUpload(request)).rejects.toMatchObject({ code: 'upload-too-large' });
    expect(pulled).toBeLessThan(60);
  });
});

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.append(name, value);
  return form;
}
