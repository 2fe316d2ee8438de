/** The site's languages as SharePoint names them. */
export const cultures = {
  ar: { cultureName: 'ar-SA', localeId: 1025, label: 'العربية', rightToLeft: true },
  zh: { cultureName: 'zh-CN', localeId: 2052, label: '中文', rightToLeft: false },
  en: { cultureName: 'en-US', localeId: 1033, label: 'English', rightToLeft: false },
  fr: { cultureName: 'fr-FR', localeId: 1036, label: 'Français', rightToLeft: false },
  ru: { cultureName: 'ru-RU', localeId: 1049, label: 'Русский', rightToLeft: false },
  es: { cultureName: 'es-ES', localeId: 3082, label: 'Español', rightToLeft: false }
} as const;

/** A language of the workbench, as in `?lang=fr`. */
export type LanguageCode = keyof typeof cultures;
