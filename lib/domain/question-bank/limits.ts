/** The largest document that is read, bytes: some 3,000 printed pages of Chinese. */
export const LARGEST_DOCUMENT_BYTES = 10 * 1024 * 1024;
