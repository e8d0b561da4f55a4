import { isolated } from '../../../contract/plain-line.ts';
import { nameOf, type Named } from '../../name-of.ts';
import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { sync } from './sync.ts';

/** De naam van een vermelding in een zin. */
const named = (entry: Named) => nameOf(entry) || 'de vermelding zonder naam';

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

const keychainTroubles: Words['keychainTroubles'] = {
  absent: (backend) =>
    `De sleutelhanger (${backend}) heeft geen sleutel voor deze kluis. Meld je op deze computer aan als degene die hem maakte, of zet de sleutelhanger terug.`,
  locked: (backend) => `De sleutelhanger (${backend}) is vergrendeld. Ontgrendel hem en probeer het opnieuw.`,
  denied: (backend) =>
    `De sleutelhanger (${backend}) gaf Latchkey de sleutel niet. Sta dat toe in de instellingen van de sleutelhanger.`,
  unavailable: (backend) =>
    `De sleutelhanger (${backend}) antwoordt niet. Start hem, of meld je af en weer aan; via SSH is er vaak geen.`,
  wrongKey: (backend) => `De sleutelhanger (${backend}) heeft een sleutel, maar die is van een andere kluis.`,
};

const damages: Record<Parameters<Words['errors']['damaged']>[0]['reason'], string> = {
  notAVault:
    'Het bestand is geen kluis. Misschien heeft een ander programma er iets anders voor in de plaats gezet.',
  truncated: 'Het bestand houdt te vroeg op. Misschien is het niet helemaal gekopieerd.',
  tampered: 'Het bestand is veranderd nadat het was geschreven. Voor de zekerheid gaat het niet open.',
  newer: 'Een nieuwere Latchkey heeft deze kluis geschreven. Werk Latchkey bij.',
  unreadable: 'Latchkey mag het bestand van het systeem niet lezen.',
};

/** Wat de terminal in het Nederlands zegt. */
export const nl: Words = {
  ...help,
  locale: 'nl-NL',
  account,
  doctor,
  sync,
  named,
  keychainTroubles,
  serverTroubles: {
    asking: 'Hij heeft nog niet geantwoord.',
    offline: 'Hij antwoordt niet. Controleer het netwerk en het adres; je codes werken intussen.',
    notStarted: 'De proefopstelling van “npm start” draait niet.',
    notLatchkey:
      'Daar antwoordt iets, maar geen accountserver van Latchkey. Controleer het adres in de instellingen.',
    appTooOld: 'Hij heeft een nieuwere Latchkey nodig. Werk Latchkey bij; je codes werken intussen.',
    serverTooOld: 'Hij is ouder dan deze Latchkey. Vraag de beheerder hem bij te werken.',
  },
  backupTroubles: {
    folderGone: 'De map is er niet. Is de schijf aangesloten?',
    parentGone: 'De map waarin die zou liggen, is er ook niet. Is de schijf aangesloten?',
    notAFolder: 'Het pad leidt naar een bestand, niet naar een map.',
    notAllowed: 'Latchkey mag van het systeem niet in de map schrijven.',
    readOnly: 'De schijf is alleen te lezen.',
    full: 'De schijf is vol.',
    notVerified:
      'Wat geschreven was, ging niet weer open en is daarom verwijderd. Misschien begeeft de schijf het.',
    failed: 'Schrijven in de map lukte niet.',
  },
  backupReasons: {
    gone: 'Er is geen bestand en geen reservekopie in de map met deze naam.',
    notABackup: 'Het bestand is geen reservekopie van Latchkey.',
    truncated: 'Het bestand houdt te vroeg op. Misschien is het niet helemaal gekopieerd.',
    tampered: 'Het bestand is veranderd nadat het was geschreven.',
    newer: 'Een nieuwere Latchkey heeft die gemaakt. Werk Latchkey bij.',
  },

  askNewPassphrase: 'Nieuwe wachtzin',
  askFilePassphrase: 'Nieuwe wachtzin voor het bestand',
  askBackupPassphrase: 'Wachtzin van de reservekopie',
  askAgain: 'Nog een keer dezelfde',
  askPassphraseOf: (file) => `Wachtzin van ${isolated(file)}`,
  exported: (written, entries) => `Geschreven: ${written} van ${entries} vermeldingen.`,
  leftOut: (count) =>
    `${count} weggelaten, want de sleutel of de namen staan al in de kluis. --same-secret en --same-name zeggen wat ermee moet gebeuren.`,
  askSecret: 'Otpauth:-adres of sleutel',
  added: (entry) => `Toegevoegd: ${named(entry)}.`,
  changed: (entry) => `Gewijzigd: ${named(entry)}.`,
  removed: (entry, id) =>
    `Voor 30 dagen naar Verwijderd: ${named(entry)}. “latchkey rm --undo ${id}” haalt die terug.`,
  restored: (entry) => `Teruggehaald: ${named(entry)}.`,
  migration: 'Dit is een export van Google Authenticator; latchkey import leest die.',
  readingBrokeOff: 'Het lezen brak af, misschien door gebrek aan geheugen.',

  corrected: (ms) =>
    `Codes worden gemaakt voor ${seconds(Math.abs(ms))} ${ms > 0 ? 'na' : 'vóór'} de tijd van deze computer (Instellingen, Klok).`,
  validFor: (entry, ms) => `${named(entry)}: nog ${seconds(ms)} geldig`,
  counted: (entry, counter) => `${named(entry)}: code nummer ${counter}`,
  freshIn: (entry, ms) => `${named(entry)}: de volgende code komt over ${seconds(ms)}`,
  copied: (entry, clearAfter) =>
    clearAfter === 0
      ? `Gekopieerd: ${named(entry)}.`
      : `Gekopieerd: ${named(entry)}. De code wordt over ${clearAfter} s gewist.`,
  nothingHere: 'Er zijn nog geen vermeldingen.',

  askPassphrase: 'Wachtzin van de kluis',
  again: 'Dat is niet de wachtzin.',
  openedOlder: 'De nieuwste kopie van de kluis was beschadigd; daarom is de vorige geopend.',

  errors: {
    noneMatches: (query) => `Geen vermelding past bij “${isolated(query)}”.`,
    perhaps: 'Bedoelde je een van deze?',
    severalMatch: (query, count) =>
      `Bij “${isolated(query)}” passen ${count} vermeldingen. Geef meer van de naam, of het begin van de id:`,
    notANumber: 'Het moet een geheel getal zijn.',
    notRunning: 'Voor deze gegevensmap draait geen Latchkey. Start het eerst.',
    tooLong: 'Dit zijn meer woorden dan een zoekopdracht aanneemt.',
    vaultExists: 'Er is al een kluis.',
    nobody: 'er is niemand om het aan te vragen',
    noNewPassphrase:
      'de kluis heeft een wachtzin nodig, en er is niemand om die aan te vragen; gebruik --new-passphrase-file',
    noServer: 'Er is geen accountserver ingesteld. Dat doe je in het venster, of met LATCHKEY_SERVER.',
    signedIn: (address) => `${isolated(address)} is al aangemeld.`,
    notSignedIn: 'Het aanmelden is niet afgemaakt.',
    nobodySignsIn: 'aanmelden gaat met vragen in een terminal, en er is niemand om ze te beantwoorden',
    noSuchDevice: 'Geen vertrouwde computer heeft een id die zo begint.',
    severalDevices: 'Verschillende vertrouwde computers hebben een id die zo begint. Geef er meer van.',
    signInFirst: 'Niemand is aangemeld. Dat doet “latchkey account sign-in”.',
    nobodyChecks: 'de server vraagt om een tweede factor, en er is niemand om die te geven',
    nobodyConfirms: 'dit moet in een terminal worden bevestigd, en er is niemand om dat te doen',
    nobodyHasKit:
      'de code van het herstelblad wordt in een terminal gevraagd, en er is niemand om die te geven',
    nobodyHasWords: 'de zes woorden worden in een terminal gevraagd, en er is niemand om ze te geven',
    noSuchMember: 'Geen van deze heet zo, en geen id begint zo:',
    severalMembers: 'Er zijn er meer die zo heten, of waarvan de id zo begint. Geef meer van de id:',
    nothingToEdit: 'zeg wat er moet veranderen; latchkey edit --help toont wat er kan',
    settingsInAddress: 'de instellingen staan in het otpauth:-adres; latchkey edit wijzigt ze achteraf',
    noSource: 'zeg wat er toegevoegd moet worden: een afbeelding, of - voor de standaardinvoer',
    noPicture: 'Het bestand is geen afbeelding. Latchkey leest PNG, JPEG, WebP, GIF en BMP.',
    pictureDamaged: 'De afbeelding is beschadigd, of te groot.',
    partOfSeveral: 'De QR-code hoort bij een reeks. latchkey import leest ze allemaal.',
    nothingRead: 'Er is geen instelcode gevonden.',
    severalRead: (count) =>
      `Er zijn ${count} instelcodes, en er wordt er één tegelijk toegevoegd. latchkey import neemt alles uit een bestand over.`,
    noSuchFormat: (ids) => `dat formaat bestaat niet; dit zijn ze: ${ids.join(', ')}`,
    alreadyThere: 'Er is al iets met deze naam. --force vervangt het.',
    noFilePassphrase:
      'het bestand heeft een wachtzin nodig, en er is niemand om die aan te vragen; gebruik --file-passphrase-file',
    noBackupSecret:
      'de reservekopie heeft een wachtzin of de code van een herstelblad nodig; gebruik --backup-passphrase-file of --recovery-code-file',
    differs: 'Die twee verschillen. Er is niets geschreven.',
    severalFiles: 'dit formaat maakt meer bestanden; geef er een map voor op',
    fileNotWritten: (cause) => `Het bestand is niet te schrijven (${cause}).`,
    sourceTrouble: (file, reason) =>
      file === '' ? `${reason} Er is niets bewaard.` : `${isolated(file)}: ${reason} Er is niets bewaard.`,
    goneMeanwhile: 'Intussen is de vermelding verwijderd, of de kluis vergrendeld.',
    noClipboard: 'Er is hiervandaan geen klembord te bereiken. Installeer op Linux wl-clipboard of xclip.',
    clipboardFailed: 'De code kon niet worden gekopieerd.',
    andMore: (count) => `… en nog ${count}`,
    locked:
      'De kluis heeft zijn wachtzin nodig, en er is niemand om die aan te vragen. Gebruik --passphrase-file.',
    absent: 'Er is nog geen kluis. “latchkey init” maakt er een, en het venster ook.',
    unwritable: (path) => `Er is nog geen kluis, en op ${isolated(path)} is er geen te maken.`,
    away: (path) =>
      `De kluis op ${isolated(path)} leidt naar een schijf of map die niet verbonden is. Er is niets verloren.`,
    damaged: ({ path, reason }) => `${isolated(path)}: ${damages[reason]} Er is niets veranderd.`,
    keyMissing: ({ outcome, backend, keptBy }) =>
      keptBy !== null && keptBy !== backend
        ? `De sleutel is aan ${keptBy} gegeven, maar nu antwoordt een andere sleutelhanger: ${backend}.`
        : keychainTroubles[outcome](backend),
    fileUnreadable: (cause) => `Het bestand is niet te lezen (${cause}).`,
    noCommand: 'zeg wat er gedaan moet worden; latchkey --help toont wat er is',
    interrupted: 'Gestopt.',
    unexpected: 'Er ging binnen Latchkey iets mis. De kluis heeft er niet onder te lijden.',
  },
  outputFailed: (cause) => `De uitvoer kon niet worden geschreven: ${cause}`,

  advice: {
    keychain: (outcome) => {
      switch (outcome) {
        case 'absent':
          return 'Hij heeft niets voor deze kluis.';
        case 'locked':
          return 'Hij is vergrendeld.';
        case 'denied':
          return 'Hij liet Latchkey niet toe.';
        case 'unavailable':
          return 'Hij antwoordt niet.';
      }
    },
    screen: (cause) => {
      switch (cause) {
        case 'permission':
          return 'Latchkey mag het van het systeem niet zien.';
        case 'cancelled':
          return 'Je hebt het afgebroken.';
        case 'ended':
          return 'Het bureaublad weigerde.';
        case 'silent':
          return 'Het bureaublad antwoordde niet.';
        case 'unsupported':
          return 'Er is hier geen scherm dat een opdracht kan lezen; het venster kan er een delen.';
        case 'failed':
          return 'Het bureaublad gaf geen beeld.';
      }
    },
    sameName: (entry) => `Het is ${named(entry)}. Kies --replace of --keep-both.`,
    sameSecret: (entry) => `Het is ${named(entry)}. Kies --correct of --keep-both.`,
    alreadyHere: (entry) => `Het is ${named(entry)}.`,
    range: ({ field, minimum, maximum }) => `--${field} moet van ${minimum} tot en met ${maximum} zijn.`,
    wait: (ms) => `Probeer het over ${seconds(ms)} opnieuw.`,
    atLeast: (characters) => `Er zijn minstens ${characters} tekens nodig.`,
    group: (group) => `In groep ${group}.`,
  },
};
