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

/** Making one takes as long as hundreds of dates take to format: each is kept, for each language and region. */
const formats = new Map<string, Intl.DateTimeFormat>();

const shapes = {
  day: { dateStyle: 'medium' },
  dayAndTime: { dateStyle: 'medium', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  weekdayAndTime: { weekday: 'long', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * Formats a moment for the person's region, in the window's language.
 *
 * @param at milliseconds since 1970
 */
export function formatMoment(at: number, shape: keyof typeof shapes): string {
  const key = [shape, document.documentElement.lang, ...navigator.languages].join(' ');
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), shapes[shape]);
  formats.set(key, format);
  return format.format(at);
}

/** Formats a day, or a day and time, for the person's region, in the window's language. */
export function formatDate(at: number, withTime = false): string {
  return formatMoment(at, withTime ? 'dayAndTime' : 'day');
}
