/**
 * The languages are defined in one place (`contract/vocabulary.ts`), which every request is checked against.
 * This removes two more copies of the list. A new language needs only its words, not a migration.
 */
export const languagesInOnePlace = `
alter table account drop constraint account_language_check;
alter table sign_up drop constraint sign_up_language_check;
`;
