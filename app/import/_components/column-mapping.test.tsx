// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { PreviewDocument } from '@/lib/domain/question-bank';
import { ColumnMapping } from './column-mapping';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const document_: PreviewDocument = {
  name: '词条.csv',
  encoding: 'utf-8',
  status: 'new',
  questions: [],
  retired: [],
  passages: [],
  issues: [],
  text: '',
  fileKind: 'csv',
  table: { columns: ['词条', ''], rows: [['早停', '不再变好就停']] },
  mapping: { roles: ['ignored', 'ignored'], confidence: 0.3 },
};

function show(reply: Reply, document = document_) {
  const onDocument = vi.fn();
  const requests = scriptFetch(() => reply);
  render(<ColumnMapping importId="p1" document={document} onDocument={onDocument} />);
  return { onDocument, requests };
}

test('a person says what each column holds, and the document is read again', async () => {
  const remapped = { ...document_, mapping: { roles: ['question', 'answer'] } };
  const { onDocument, requests } = show({ json: { document: remapped } });
  expect(screen.getByText('不再变好就停')).toBeDefined();
  expect(screen.getByTestId('column-mapping').hasAttribute('open')).toBe(true);
  const apply = screen.getByRole<HTMLButtonElement>('button', { name: '按这个含义重新读取' });
  expect(apply.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('词条 的含义'), { target: { value: 'question' } });
  fireEvent.change(screen.getByLabelText('第 2 列 的含义'), { target: { value: 'answer' } });
  fireEvent.click(apply);
  await waitFor(() => expect(onDocument.mock.lastCall?.[0](document_)).toEqual(remapped));
  expect(requests).toEqual([
    {
      method: 'PATCH',
      path: '/api/imports/p1/mapping',
      body: { document: '词条.csv', mapping: { roles: ['question', 'answer'], isFirstRowData: false } },
    },
  ]);
});

test('a sure guess is folded away, and a failure is said', async () => {
  const sure = {
    ...document_,
    mapping: { roles: ['question' as const, 'answer' as const], confidence: 0.95 },
  };
  const { onDocument } = show(
    { status: 404, json: { error: { kind: 'not-found', code: 'x', message: 'gone' } } },
    sure,
  );
  expect(screen.getByTestId('column-mapping').hasAttribute('open')).toBe(false);
  fireEvent.click(screen.getByLabelText('第一行不是列名，也是一道题'));
  fireEvent.click(screen.getByText('按这个含义重新读取'));
  expect((await screen.findByRole('alert')).textContent).toContain('gone');
  expect(onDocument).not.toHaveBeenCalled();
});

test('a document that is no table has nothing to map', () => {
  const { table: _, ...plain } = document_;
  show('unreachable', plain);
  expect(screen.queryByTestId('column-mapping')).toBeNull();
});

test('what was chosen stands when another window maps the table', () => {
  const { rerender } = render(<ColumnMapping importId="p1" document={document_} onDocument={vi.fn()} />);
  fireEvent.change(screen.getByLabelText('词条 的含义'), { target: { value: 'question' } });
  const theirs = { ...document_, mapping: { roles: ['answer' as const, 'question' as const] } };
  rerender(<ColumnMapping importId="p1" document={theirs} onDocument={vi.fn()} />);
  const roleOf = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;
  expect([roleOf('词条 的含义'), roleOf('第 2 列 的含义')]).toEqual(['question', 'ignored']);
});
