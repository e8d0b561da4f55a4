import { fold } from '../../contract/search/fold.ts';
import { search, searchable } from '../../contract/search/search.ts';
import type { Choosable, Choosables } from './combo.tsx';

/** How many of each group are shown: the rest takes another letter. */
export const mostFound = 6;

/** A choice with other words for it, for the search. */
export type Findable = Choosable & { readonly also?: string };

/** The choices that match every word of a text, the best ones first. */
export function findChoices(among: readonly Findable[], text: string): readonly Choosable[] {
  const prepared = among.map((choice) => ({
    issuer: choice.name,
    account: [choice.text, choice.also].filter(Boolean).join(' '),
    tags: [],
    note: '',
    choice,
  }));
  return search(searchable(prepared), text)
    .slice(0, mostFound)
    .map(({ choice }) => choice);
}

/** The groups in their order, but one whose first choice begins with the text before the others. */
export function bestFirst(groups: readonly Choosables[], text: string): readonly Choosables[] {
  const begins = ({ choices: [first] }: Choosables) =>
    first !== undefined && fold(first.name).startsWith(fold(text.trim()));
  return groups.toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
}
