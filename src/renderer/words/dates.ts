/** The person's region in the window's language: how days and times are written. */
export function locale(): string {
  const { lang: language } = document.documentElement;
  return navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
}

/** Writes a day, or a day and time, as the person's region does, in the window's language. */
export function formatDate(at: number, withTime = false): string {
  const options: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(locale(), options).format(at);
}
