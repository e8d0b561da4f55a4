/** The person's region in the window's language: how days and times are written. */
export function locale(): string {
  const { lang } = document.documentElement;
  return (
    wishedLocales()
      .find(({ language }) => language === lang)
      ?.toString() ?? lang
  );
}

/**
 * What the browser or system asks for, in its order, as far as it can be written with: `nl_NL.UTF-8@euro` is read as
 * `nl-NL`; `C`, `POSIX`, nonsense and languages that `Intl` does not know are left out. May be empty.
 */
export function wishedLocales(): Intl.Locale[] {
  return navigator.languages.flatMap((tag) => {
    try {
      const wished = new Intl.Locale(tag.replace(/[.@].*$/su, '').replaceAll('_', '-'));
      return Intl.DateTimeFormat.supportedLocalesOf(wished).length > 0 ? [wished] : [];
    } catch {
      // No language tag at all, by BCP 47: as if it had not been said.
      return [];
    }
  });
}

/** Writes a day, or a day and time, as the person's region does, in the window's language. */
export function formatDate(at: number, withTime = false): string {
  const options: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(locale(), options).format(at);
}
