export { type DocumentReaderOptions, openDocumentReader } from './open';
