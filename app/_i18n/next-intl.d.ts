import type { Language } from '@/lib/domain/grading';
import type messages from './zh.json';

// Makes the compiler check that every message key that is used exists.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages;
    Locale: Language;
  }
}
