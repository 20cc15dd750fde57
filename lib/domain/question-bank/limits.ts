/** The largest document that is read, bytes: some 3,000 printed pages of Chinese. */
export const LARGEST_DOCUMENT_BYTES = 10 * 1024 * 1024;

/** The largest file that is looked at, pictures and all, and the most that an archive may unpack to, bytes. */
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;
