/**
 * Which languages there are stands in one place (`contract/vocabulary.ts`), by which every request is read; here stood
 * the same list twice. A new language is its words and needs no migration.
 */
export const languagesInOnePlace = `
alter table account drop constraint account_language_check;
alter table sign_up drop constraint sign_up_language_check;
`;
