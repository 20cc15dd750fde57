import type { PreviewStore } from '../ports';

/** Forgets a preview; discarding what is not there is no error. */
export async function discardImport(ports: { previews: PreviewStore }, id: string): Promise<void> {
  await ports.previews.remove(id);
}
