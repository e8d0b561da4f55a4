import { accountErrors } from './account-errors.ts';
import { safekeepingErrors } from './safekeeping-errors.ts';
import { syncErrors } from './sync-errors.ts';
import { transferErrors } from './transfer-errors.ts';

/** De foutcodes: wat er gebeurde; wat niet is veranderd en wat je kunt doen. */
export const errors = {
  VAULT_NOT_OPEN: {
    title: 'De kluis is dicht',
    text: 'Er is niets veranderd. Open hem en probeer het opnieuw.',
  },
  VAULT_WRITE_FAILED: {
    title: 'Opslaan lukte niet',
    text: 'Er is niets veranderd. Kijk of de schijf niet vol is en of de map van de kluis beschrijfbaar is, en probeer het opnieuw. ({{reason}})',
  },
  VAULT_READ_ONLY: {
    title: 'Deze kluis is hier alleen te lezen',
    text: 'Een nieuwere Latchkey heeft hem geschreven, of Latchkey kan op die plek niet schrijven. Werk Latchkey bij, of maak de plek beschrijfbaar.',
  },
  ENTRY_NOT_FOUND: {
    title: 'Deze vermelding is er niet meer',
    text: 'Misschien is die in een ander venster verwijderd. Verder is er niets veranderd.',
  },
  VAULT_EXISTS: {
    title: 'Er is al een kluis',
    text: 'Die is gebleven zoals hij was. Sluit dit venster en open het opnieuw om hem te gebruiken.',
  },
  KEYCHAIN_FAILED: {
    title: 'De sleutelhanger was niet te gebruiken',
    text: '{{keychain}} Er is niets veranderd. Probeer het opnieuw als dat verholpen is, of gebruik een wachtzin.',
  },
  PASSPHRASE_TOO_SHORT: {
    title: 'De wachtzin is te kort',
    text: 'Gebruik minstens {{minimum}} tekens. Een paar woorden achter elkaar onthoud je makkelijk. Er is nog niets gemaakt.',
  },
  PASSPHRASE_TOO_WEAK: {
    title: 'De wachtzin is makkelijk te raden',
    text: 'Zet er nog een los woord bij. Er is nog niets gemaakt.',
  },
  PASSPHRASE_WRONG: {
    title: 'Dat is niet de wachtzin',
    text: 'De kluis is onaangeroerd. Kijk naar Caps Lock en de toetsenbordindeling en probeer het opnieuw.',
  },
  PASSPHRASE_WAIT: {
    title: 'Wacht even',
    text: 'Er zijn een paar verkeerde wachtzinnen ingevuld. De kluis is onaangeroerd; probeer het over {{seconds}} s opnieuw.',
  },
  PASSPHRASE_NOT_SET: {
    title: 'Deze kluis heeft geen wachtzin',
    text: 'Er is niets veranderd. Alleen de sleutelhanger van deze computer opent hem.',
  },
  VAULT_OPEN: { title: 'De kluis is open', text: 'Hij is niet opzijgezet: hij werkt.' },
  VAULT_ABSENT: { title: 'Er is geen kluis', text: 'Er was niets om opzij te zetten.' },
  LABEL_EMPTY: {
    title: 'Er ontbreekt een naam',
    text: 'Vul op zijn minst de site of het account in. Er is niets veranderd.',
  },
  TAGS_FULL: {
    title: 'Een vermelding heeft geen plaats voor meer labels',
    text: 'Een vermelding heeft hooguit {{maximum}} labels. Er is niets veranderd.',
  },
  ICON_REFUSED: {
    title: 'Deze afbeelding kan geen pictogram zijn',
    text: 'Gebruik een PNG-, JPEG- of WebP-afbeelding van hooguit {{megabytes}} MB. Er is niets veranderd.',
  },
  SITE_CODES_TOO_MANY: {
    title: 'Dit zijn te veel codes',
    text: 'Een vermelding bewaart er hooguit {{maximum}}. Er is niets veranderd.',
  },
  SITE_CODE_GONE: {
    title: 'Deze code is er niet meer',
    text: 'Een ander venster wijzigde de codes. Verder is er niets veranderd.',
  },
  FORMER_GONE: {
    title: 'Deze sleutel is er niet meer',
    text: 'Een ander venster haalde hem terug of verwijderde hem. Er is niets veranderd.',
  },
  ENTRY_NOT_HOTP: {
    title: 'Deze vermelding heeft geen teller',
    text: 'De codes volgen de klok. Er is niets veranderd.',
  },
  SETTINGS_INVALID: {
    title: 'Met deze instellingen komen er geen codes',
    text: 'Een getal ligt buiten zijn bereik. Er is niets veranderd.',
  },
  CLIPBOARD_FAILED: {
    title: 'Kopiëren lukte niet',
    text: 'Het klembord nam het niet aan. Typ het over.',
  },
  SCREEN_UNAVAILABLE: { title: 'Het scherm was niet te lezen', text: '{{cause}} Er is niets bewaard.' },
  PICTURE_INVALID: {
    title: 'Dit is geen leesbare afbeelding',
    text: 'Er is niets bewaard. Gebruik een PNG-, JPEG- of WebP-afbeelding, of scan het scherm.',
  },
  PICTURE_TOO_LARGE: {
    title: 'Deze afbeelding is te groot',
    text: 'De afbeelding heeft {{megapixels}} megapixels. Knip het stuk met de QR-code uit en probeer het opnieuw. Er is niets bewaard.',
  },
  TEXT_HAS_NO_CODE: {
    title: 'In deze tekst staat geen adres om een code in te stellen',
    text: 'Zo’n adres begint met otpauth://. Er is niets bewaard. Kies ‘Typ de sleutel in’ om een sleutel in te vullen.',
  },
  TYPED_INVALID: { title: 'Hier zijn nog geen codes van te maken', text: '{{refusal}} Er is niets bewaard.' },
  PREVIEW_GONE: { title: 'Deze scan is voorbij', text: 'Er is niets bewaard. Scan opnieuw.' },
  PREVIEWS_FULL: {
    title: 'Er wachten te veel codes op je antwoord',
    text: 'Er kunnen er {{limit, number}} tegelijk wachten. Bewaar of sluit eerst wat op het scherm staat, of breng er minder tegelijk. Er is niets nieuws gelezen en niets vergeten.',
  },
  ALREADY_HERE: {
    title: 'Staat er al',
    text: 'Precies deze code staat al in je lijst. Er is niets veranderd.',
  },
  SAME_SECRET: {
    title: 'Deze sleutel staat er al',
    text: 'De instellingen of de namen verschillen. Kies of je die vermelding verbetert of allebei bewaart. Er is nog niets veranderd.',
  },
  SAME_NAME: {
    title: 'Een andere vermelding heeft deze naam',
    text: 'Kies of je die vervangt of allebei bewaart. Er is nog niets veranderd.',
  },
  SITE_NOT_FOUND: {
    title: 'Deze site staat niet meer op de lijst',
    text: 'Misschien is hij in een ander venster weggehaald. Verder is er niets veranderd.',
  },
  MOVING_FULL: {
    title: 'De lijst zou te lang worden',
    text: 'Er passen {{limit, number}} sites op. Er is niets toegevoegd. Haal er een paar weg die verhuisd zijn, of voeg er minder toe.',
  },
  PREFERENCES_WRITE_FAILED: {
    title: 'De voorkeur kon niet worden bewaard',
    text: 'Alles is zoals het was. Kijk of de schijf niet vol is en probeer het opnieuw.',
  },
  CLOCK_NOT_COMPARED: {
    title: 'De klok kon niet worden vergeleken',
    text: 'Er antwoordt geen accountserver. Er is niets gewijzigd. Vergelijk hem met een andere klok, bijvoorbeeld die van je telefoon.',
  },
  ...accountErrors,
  ...transferErrors,
  ...safekeepingErrors,
  ...syncErrors,
  connectionLost: {
    title: 'Latchkey antwoordt niet',
    text: 'Er is niets veranderd. Probeer het opnieuw zodra de verbinding er weer is.',
  },
  unexpected: {
    title: 'Dat lukte niet',
    text: 'Er ging binnen Latchkey iets mis. Je kluis heeft er niet onder te lijden; probeer het opnieuw.',
  },
} as const;

/** Waarom het scherm niet te lezen was. */
export const screenCauses = {
  permission:
    'Deze computer liet Latchkey het scherm niet zien. Sta schermopname toe in de systeeminstellingen en scan opnieuw.',
  cancelled: 'De scan is afgebroken.',
  ended:
    'Je bureaublad beëindigde het verzoek zonder beeld. Heb je het ooit geweigerd, dan onthoudt het dat: sta schermafbeeldingen toe in de privacy-instellingen, of kies een afbeelding van de code.',
  silent:
    'Je bureaublad antwoordde niet op tijd. Kijk of er achter de vensters een vraag van staat en scan opnieuw, of kies een afbeelding van de code.',
  unsupported:
    'Schermen zijn hier niet te lezen. Kies een afbeelding van de code, plak die, of typ de sleutel in.',
  failed: 'Het systeem gaf geen beeld. Probeer het opnieuw, of kies een afbeelding van de code.',
} as const;
