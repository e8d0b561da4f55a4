import type { Language } from '../../../src/contract/vocabulary.ts';

/** Names: the same in every language. */
export const names = ['Steam Guard', 'Latchkey'];

/** Texts that a language says as English does. One that it no longer says so is red. */
export const same: Partial<Record<Language, readonly string[]>> = {
  fr: ['{{count}}h', '{{count}}m', 'Code', 'Codes', 'E-mail', 'Messages', 'Note', 'Notes', 'SMS'],
  nl: [
    '{{count}}m',
    'Account',
    'Camera',
    'Code',
    'Codes',
    'Compact',
    'Details',
    'Download',
    'E-mail',
    'Later',
    'Letter',
    'Link',
    'Open',
    'Open Latchkey',
    'Print',
    'Print…',
    'Stop',
  ],
  de: [
    '{{count}}h',
    '{{count}}m',
    'Backups',
    'Code',
    'Codes',
    'Desktop',
    'Details',
    'Link',
    'Name',
    'Normal',
    'Passphrase',
    'SMS',
    'Support: {{address}}',
    'System',
  ],
  es: ['{{count}}h', '{{count}}m', 'General', 'Normal', 'SMS'],
};

/** Texts of the terminal alone that a language says as English does. */
export const sameInTerminal: Partial<Record<Language, readonly string[]>> = {
  fr: ['DESCRIPTION', 'SYNOPSIS', 'attention', 'options'],
};
