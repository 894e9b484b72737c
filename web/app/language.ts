/** The interface language: words of every room, loaded per language, with ICU plurals; a switch needs no reload. */
import i18next from 'i18next';
import Icu from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../contract/language.ts';
import { languages } from '../../contract/language.ts';
import { remember, remembered } from './remembered.ts';

export type { Language };
export { languages };

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { ru: 'Русский', uk: 'Українська', en: 'English' };

const files: Record<Language, () => Promise<{ words: Record<string, Record<string, unknown>> }>> = {
  ru: () => import('./words/ru.ts'),
  uk: () => import('./words/uk.ts'),
  en: () => import('./words/en.ts'),
};

const loaded = new Set<Language>();

async function loadWords(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  const { words } = await files[language]();
  for (const [path, own] of Object.entries(words)) i18next.addResourceBundle(language, path.split('/').at(-2) ?? '', own, true, true);
  loaded.add(language);
}

/** What this browser would like to read, until a person has said it themselves. */
export function preferredLanguage(): Language {
  const chosen = remembered<string>('language', '');
  const asked = [chosen, ...navigator.languages].map((tag) => tag.slice(0, 2));
  return asked.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'en';
}

export async function startLanguage(): Promise<void> {
  await i18next
    .use(Icu)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      ns: ['app', 'ui'],
      defaultNS: 'app',
      fallbackLng: false,
      initAsync: false,
      resources: {},
      interpolation: { escapeValue: false },
      saveMissing: import.meta.env.DEV,
      missingKeyHandler: (tags, namespace, key) => reportError(new Error(`No word for ${namespace}:${key} in ${tags.join()}`)),
    });
  await switchLanguage(preferredLanguage());
}

/** Loads the words, then shows every screen in them at once. */
export async function switchLanguage(language: Language): Promise<void> {
  await loadWords(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
}
