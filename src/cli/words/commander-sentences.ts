/** Commander's sentences, and what they quote. */
const patterns = [
  ['missingArgument', /^missing required argument '(.*)'/u],
  ['missingValue', /^option '(.*)' argument missing/u],
  ['wrongValue', /^option '(.*)' argument '(.*)' is invalid\./u],
  ['wrongArgument', /^command-argument value '(.*)' is invalid for argument '(.*)'\./u],
  ['conflict', /^option '(.*)' cannot be used with option '(.*)'/u],
  ['unknownOption', /^unknown option '(.*)'/u],
  ['unknownCommand', /^unknown command '(.*)'/u],
  ['tooManyArguments', /^too many arguments.*/u],
  ['choices', /Allowed choices are (.*)\.$/mu],
  ['nearOnes', /\(Did you mean one of (.*)\?\)$/mu],
  ['near', /\(Did you mean (.*)\?\)$/mu],
] as const;

type CommanderSentences = Readonly<Record<(typeof patterns)[number][0], string>>;

/**
 * Says Commander's sentences in a language. One that Commander gets later stays English.
 * @param sentences with `$1` and `$2` for what is quoted
 */
export function commanderIn(sentences: CommanderSentences): (english: string) => string {
  return (english) =>
    patterns.reduce((text, [name, pattern]) => text.replace(pattern, sentences[name]), english);
}
