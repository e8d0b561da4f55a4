export const transferErrors = {
  IMPORT_GONE: {
    title: 'Deze import is voorbij',
    text: 'Latchkey vergeet wat het las zodra de kluis dichtgaat, en na 15 minuten. Er is niets bewaard. Lees het bestand opnieuw in.',
  },
  IMPORT_FULL: {
    title: 'Dit is te veel voor één import',
    text: 'Eén import kan {{limit, number}} vermeldingen aan. Wat al gelezen was, is er nog. Importeer in stappen.',
  },
  SOURCE_NOT_LOCKED: {
    title: 'Dit bestand heeft geen wachtzin meer nodig',
    text: 'Het is al gelezen, of het is helemaal niet te lezen. Er is niets veranderd.',
  },
  SOURCE_UNREADABLE: {
    title: 'Dit bestand was niet te lezen',
    text: '{{transferReason}} Er is niets bewaard.',
  },
  ROW_HAS_NO_SECRET: { title: 'Hier was niets te lezen', text: 'Deze regel heeft geen sleutel om te tonen.' },
  ROW_MAKES_NO_CODE: {
    title: 'Hier maakt Latchkey geen codes van',
    text: 'Het kan bij de onleesbare vermeldingen worden bewaard, zodat het niet verloren gaat.',
  },
  EXPORT_EMPTY: {
    title: 'Er is niets om te exporteren',
    text: 'Er is niets gekozen, of het staat er niet meer.',
  },
  EXPORT_FAILED: {
    title: 'Het bestand kon niet worden gemaakt',
    text: '{{transferReason}} Er is niets weggeschreven.',
  },
} as const;

export const transferReasons = {
  UNKNOWN_FORMAT: 'Latchkey kent dit soort bestand niet.',
  UNKNOWN_OR_ENCRYPTED:
    'Latchkey kent dit soort bestand niet. Is het beveiligd met een wachtzin, dan gaat het daarmee misschien open.',
  NOTHING_FOUND: 'Er staan geen eenmalige codes in.',
  PASSPHRASE_MISSING: 'Het is versleuteld; de wachtzin ervan is nodig.',
  PASSPHRASE_WRONG:
    'Die wachtzin opent het niet. Let op Caps Lock en de toetsenbordindeling en probeer het opnieuw.',
  DAMAGED: 'Het is beschadigd of afgebroken. Exporteer het opnieuw in de andere app.',
  TOO_LARGE: 'Er staat meer in dan Latchkey in één keer leest.',
  TOO_COSTLY: 'Het openen kost meer geheugen of tijd dan Latchkey hier kan missen.',
  NEWER_VERSION: 'Een nieuwere versie van de andere app heeft het gemaakt. Werk Latchkey bij.',
  ACCOUNT_RESTRICTED:
    'Alleen het account dat deze export maakte, kan hem openen. Exporteer opnieuw, nu met een wachtwoord.',
  KEY_FILE_NEEDED:
    'Deze database heeft ook een sleutelbestand of een hardwaresleutel nodig. Bewaar een kopie die met een wachtwoord opengaat.',
  CIPHER_UNSUPPORTED: 'Deze versleuteling leest Latchkey niet. Bewaar een kopie met AES of ChaCha20.',
  VERSION_UNSUPPORTED: 'De versie is te oud. Open en exporteer het met een recente versie van de app.',
  NO_PASSWORD_SLOT:
    'Alleen het apparaat dat het maakte, kan het openen. Stel daar een wachtwoord in en exporteer opnieuw.',
  FORMAT_NOT_WRITTEN: 'Dit soort bestand schrijft Latchkey niet.',
  READER_FAILED:
    'Het lezen brak af, misschien door gebrek aan geheugen. Sluit andere programma’s en probeer het opnieuw.',
} as const;
