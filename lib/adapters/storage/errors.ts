import { AppError, isAppError } from '../../domain/errors';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isNativePartMissing(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return (
    codeOf(error) === 'ERR_DLOPEN_FAILED' ||
    /bindings file|NODE_MODULE_VERSION|better_sqlite3\.node/.test(text)
  );
}

/** Turns what the engine throws into an error that says what to do; an AppError passes unchanged. */
export function toAppError(error: unknown, file: string): AppError {
  if (isAppError(error)) return error;
  const code = codeOf(error);
  const options = { cause: error, details: { file } };
  if (isNativePartMissing(error)) {
    return new AppError(
      'unavailable',
      'sqlite-not-built',
      'The native part of better-sqlite3 is missing or was built for another Node. Run "npm rebuild better-sqlite3"; if it must compile, install a C++ compiler, make and Python 3 first (Debian/Ubuntu: apt install build-essential python3; macOS: xcode-select --install).',
      { ...options, isRetryable: false },
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new AppError(
      'unavailable',
      'database-busy',
      `Another program is writing to ${file}. Try again in a moment.`,
      options,
    );
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return new AppError(
      'internal',
      'database-corrupt',
      `${file} is damaged or not a Viva database. Put a backup in its place, or move it away to start afresh.`,
      options,
    );
  if (/^SQLITE_FULL/.test(code))
    return new AppError(
      'unavailable',
      'disk-full',
      `The disk is full: nothing was written to ${file}. Free some space and try again.`,
      options,
    );
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code))
    return new AppError(
      'unavailable',
      'database-unreachable',
      `${file} cannot be opened for writing (${code}). Check that its folder exists and that you may write there.`,
      { ...options, isRetryable: false },
    );
  return new AppError(
    'internal',
    'database-failed',
    `The database failed: ${error instanceof Error ? error.message : String(error)}`,
    options,
  );
}

export function noSuchQuestion(id: string): AppError {
  return new AppError('not-found', 'question-not-found', `There is no question ${id} in the bank.`, {
    details: { id },
  });
}

/** The same store, with every engine error of its methods turned into an AppError. */
export function withAppErrors<Store extends object>(store: Store, file: string): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...parameters: unknown[]) => {
        try {
          return await member.apply(target, parameters);
        } catch (error) {
          throw toAppError(error, file);
        }
      };
    },
  });
}
