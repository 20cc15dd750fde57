// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from '@/app/_testing/render';
import { ExportMenu } from './export-menu';

afterEach(cleanup);

const tea = {
  id: 'd 1',
  name: '茶.md',
  isEnabled: true,
  importedAt: '',
  questions: 1,
  choice: 0,
  passages: 0,
};

describe('ExportMenu', () => {
  it('offers the whole bank in four formats', async () => {
    render(<ExportMenu />);
    fireEvent.click(screen.getByRole('button', { name: '导出' }));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.getAttribute('href'))).toEqual(
      ['markdown', 'json', 'csv', 'anki'].map((format) => `/api/bank/export?format=${format}`),
    );
    expect(screen.getByText('导出全部可用的题')).toBeTruthy();
  });

  it('offers one document where the list is narrowed to it', async () => {
    render(<ExportMenu document={tea} />, 'en');
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    const [item] = await screen.findAllByRole('menuitem');
    expect(item?.getAttribute('href')).toBe('/api/bank/export?format=markdown&document=d+1');
    expect(screen.getByText('Only 茶.md')).toBeTruthy();
  });
});
