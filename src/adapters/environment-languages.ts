/**
 * The languages that the environment asks for, as ISO 639-1, the most wanted first: what POSIX says of the messages'
 * language, after GNU's list of wishes. None for `C`.
 * @param env `LC_ALL=nl_NL.UTF-8`, `LC_MESSAGES`, `LANG`; `LANGUAGE=nl:de`
 */
export function environmentLanguages(env: Readonly<Record<string, string | undefined>>): string[] {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'C';
  const wished = /^(?:C|POSIX)(?:\.|$)/.test(locale) ? [] : [...(env['LANGUAGE'] ?? '').split(':'), locale];
  return wished.flatMap((one) => /^[a-z]+/.exec(one) ?? []);
}
