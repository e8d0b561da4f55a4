/** Vergrendelen, herstelblad, reservekopieën, oudere standen: wat er gebeurde; wat niet is veranderd en wat je kunt doen. */
export const safekeepingErrors = {
  PASSPHRASE_NEEDED: {
    title: 'Hiervoor is de wachtzin nodig',
    text: 'Vul hem in en probeer het opnieuw. Er is niets veranderd.',
  },
  KIT_TYPO: {
    title: 'Een typefout in de code',
    text: 'Kijk nog eens naar groep {{group}}: daar staat een ander teken dan op het blad. Er is niets veranderd.',
  },
  KIT_LENGTH: {
    title: 'De code is niet compleet',
    text: 'De code heeft {{expected}} tekens in acht groepen; er zijn er {{characters}} ingevuld. Er is niets veranderd.',
  },
  KIT_WRONG: {
    title: 'Deze code opent deze kluis niet',
    text: 'Het is de code van een andere kluis, of van een blad dat door een nieuwer is vervangen. Vergelijk de naam van de kluis en de datum op het blad. Er is niets veranderd.',
  },
  KIT_NOT_MADE: {
    title: 'Er is geen herstelblad',
    text: 'Voor deze kluis is er geen gemaakt. Er is niets veranderd.',
  },
  KIT_NOT_SEEN: {
    title: 'Er is geen herstelblad gevonden',
    text: 'Laat de hele QR-code van het blad zien, scherp en niet te klein, en probeer het opnieuw. Of typ de acht groepen. Er is niets veranderd.',
  },
  KIT_NOT_PENDING: {
    title: 'Vul de hele code in',
    text: 'Latchkey is de code vergeten, zoals het hoort. Vul hem helemaal in om het blad te controleren.',
  },
  KIT_GROUP_WRONG: {
    title: 'Dat staat niet op het blad',
    text: 'Kijk nog eens naar groep {{group}}. Het herstelblad werkt hoe dan ook; alleen de controle ontbreekt.',
  },
  BACKUP_FAILED: {
    title: 'De reservekopie kon niet worden gemaakt',
    text: '{{backupTrouble}} Je kluis en de eerdere reservekopieën zijn ongedeerd.',
  },
  BACKUP_FOLDER_INVALID: {
    title: 'Dit is niet het volledige pad van een map',
    text: 'Begin met / (C:\\ op Windows), of met ~/ voor je eigen map. Er is niets veranderd.',
  },
  BACKUP_OFF: {
    title: 'Reservekopieën zijn niet ingesteld',
    text: 'Kies eerst een map. Er is niets veranderd.',
  },
  BACKUP_SECRET_NEEDED: {
    title: 'Deze reservekopie is beveiligd',
    text: 'Vul de wachtzin of de code van het herstelblad in van toen de kopie werd gemaakt. Er is niets veranderd.',
  },
  BACKUP_UNREADABLE: {
    title: 'Deze reservekopie is niet te lezen',
    text: '{{backupReason}} Er is niets veranderd.',
  },
  OLDER_STATE_UNREADABLE: {
    title: 'Deze oudere stand gaat niet open',
    text: 'Die is weg of beschadigd. Kies een andere. Er is niets veranderd.',
  },
  RESTORE_GONE: {
    title: 'Deze voorvertoning is verlopen',
    text: 'Er is niets veranderd. Open die opnieuw.',
  },
  UNDO_GONE: {
    title: 'Dit is niet meer terug te draaien',
    text: 'Dat kon tot de kluis op slot ging. Oudere standen van de kluis hebben misschien nog wat je zoekt.',
  },
  QUARANTINE_NOT_FOUND: {
    title: 'Deze vermelding is er niet meer',
    text: 'Misschien is die in een ander venster hersteld of verwijderd. Verder is er niets veranderd.',
  },
  QUARANTINE_NOT_FIXED: {
    title: 'Hier zijn nog geen codes van te maken',
    text: 'Kijk na wat je hebt ingevuld. De vermelding is bewaard zoals die was.',
  },
} as const;

/** Waarom een reservekopie niet is gemaakt. */
export const backupTroubles = {
  folderGone: 'De map is er niet. Is de schijf aangesloten?',
  parentGone: 'De map waar die in zou staan, is er ook niet. Is de schijf aangesloten?',
  notAFolder: 'Het pad leidt naar een bestand, niet naar een map.',
  notAllowed: 'Deze computer laat Latchkey niet in de map schrijven.',
  readOnly: 'De schijf is alleen te lezen.',
  full: 'De schijf is vol.',
  notVerified: 'Wat was geschreven ging niet meer open en is verwijderd. Misschien gaat de schijf stuk.',
  failed: 'Schrijven in de map is mislukt.',
} as const;

/** Waarom de sleutelhanger geen sleutel gaf of bewaarde. */
export const keychainOutcomes = {
  absent: 'Er zit niets in voor deze kluis.',
  locked: 'Hij is vergrendeld.',
  denied: 'Hij liet Latchkey niet toe.',
  unavailable: 'Hij antwoordt niet.',
} as const;

/** Waarom een reservekopie niet te lezen is, en wat te doen. */
export const backupReasons = {
  gone: 'De kopie staat niet meer in de map. Kies een andere.',
  notABackup: 'Het bestand is geen reservekopie van Latchkey. Kies een andere.',
  truncated:
    'Het bestand houdt te vroeg op, alsof het niet helemaal gekopieerd is. Kopieer het opnieuw of kies een andere.',
  tampered: 'Het bestand is veranderd nadat het geschreven was. Kies een andere.',
  newer: 'Een nieuwere Latchkey maakte deze kopie. Werk Latchkey bij en open die dan.',
} as const;
