import { bankStoreContract } from './bank-store.contract';
import { doubtStoreContract } from './doubt-store.contract';
import { editStoreContract } from './edit-store.contract';
import { interviewStoreContract } from './interview-store.contract';
import { mergeStoreContract } from './merge-store.contract';
import type { Storage } from './open-storage';
import { previewStoreContract } from './preview-store.contract';
import { vectorCacheContract } from './vector-cache.contract';

/** Everything a storage must do. `open` gives a fresh, empty one; the caller closes it after each test. */
export function storageContract(open: () => Storage): void {
  bankStoreContract(async () => open().bank);
  editStoreContract(open);
  mergeStoreContract(open);
  doubtStoreContract(open);
  interviewStoreContract(async () => open().interviews);
  vectorCacheContract(async () => open().vectors);
  previewStoreContract(async () => open().previews);
}
