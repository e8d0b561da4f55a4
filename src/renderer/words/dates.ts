/** The person's region in the window's language: the format of dates and times. */
export function locale(): string {
  const { lang } = document.documentElement;
  return (
    wishedLocales()
      .find(({ language }) => language === lang)
      ?.toString() ?? lang
  );
}

/**
 * The languages that the browser or system asks for, in order, as far as they are usable: `nl_NL.UTF-8@euro`
 * becomes `nl-NL`; leaves out `C`, `POSIX`, nonsense and languages that `Intl` does not know. May be empty.
 */
export function wishedLocales(): Intl.Locale[] {
  return navigator.languages.flatMap((tag) => {
    try {
      const wished = new Intl.Locale(tag.replace(/[.@].*$/su, '').replaceAll('_', '-'));
      return Intl.DateTimeFormat.supportedLocalesOf(wished).length > 0 ? [wished] : [];
    } catch {
      // Not a language tag by BCP 47: ignored.
      return [];
    }
  });
}

/** Making one takes as long as hundreds of dates take to format. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats a day, or a day and time, for the person's region, in the window's language. */
export function formatDate(at: number, withTime = false): string {
  const key = [withTime, document.documentElement.lang, ...navigator.languages].join(' ');
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', ...(withTime && { timeStyle: 'short' }) });
  formats.set(key, format);
  return format.format(at);
}
