import i18next from 'i18next';

/** Writes a day, or a day and time, as the person's region does, in the window's language. */
export function formatDate(at: number, withTime = false): string {
  const locale = navigator.languages.find((tag) => tag.startsWith(i18next.language)) ?? i18next.language;
  const options = { dateStyle: 'medium', ...(withTime && { timeStyle: 'short' }) } as const;
  return new Intl.DateTimeFormat(locale, options).format(at);
}
