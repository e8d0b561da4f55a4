/** Hoe een vraag aan de account-gids kan aflopen: wat er gebeurde; wat niet is veranderd en wat je kunt doen. */
export const accountErrors = {
  SERVER_UNREACHABLE: { title: 'De accountserver is nu niet te gebruiken', text: '{{trouble}}' },
  LOCAL_ACCOUNT_WRITE_FAILED: {
    title: 'De sleutels van je account konden hier niet worden bewaard',
    text: 'De server is niets gevraagd en er is niets veranderd. Kijk of de schijf niet vol is en of de map van Latchkey beschrijfbaar is, en probeer het opnieuw. ({{reason}})',
  },
  OTHER_STEP: {
    title: 'De gids is al verder',
    text: 'Deze stap is intussen gedaan of verlaten, dus er is niets verstuurd. Wat je nu ziet, is waar je bent.',
  },
  SERVER_ADDRESS_INVALID: {
    title: 'Dit is niet het adres van een server',
    text: 'Het ziet eruit als https://account.example.org. De server is niet veranderd; kijk het adres na op een typefout.',
  },
  SIGN_OUT_FIRST: {
    title: 'Er is hier nog een account van de huidige server',
    text: 'De server is niet veranderd. Meld je eerst af; je codes blijven.',
  },
  SERVER_FIXED: {
    title: 'De server is voor je ingesteld',
    text: 'Wie Latchkey hier heeft ingericht, heeft hem gekozen, dus in dit venster kan dat niet anders. Er is niets veranderd.',
  },
  LINK_DAMAGED: {
    title: 'Er ontbreekt een stuk van deze link',
    text: 'Er is niets geopend. Kopieer hem helemaal uit de mail, van ‘http’ tot en met het laatste teken.',
  },
  LINK_NOT_OURS: {
    title: 'Dit is geen link voor Latchkey',
    text: 'Er is niets geopend. Kopieer de hele link uit de mail; er staat ‘activate’ of ‘reset’ in.',
  },
  RATE_LIMITED: {
    title: 'Te veel verzoeken in korte tijd',
    text: 'Deze keer is er niets verstuurd. Probeer het {{wait}} opnieuw.',
  },
  BUSY: {
    title: 'De server heeft het druk',
    text: 'Er is niets meegeteld of veranderd. Probeer het {{wait}} opnieuw.',
  },
  DEVICE_PROOF_INVALID: {
    title: 'De server herkende deze computer niet',
    text: 'Er is niets veranderd. Kijk of de klok van deze computer goed staat en probeer het opnieuw.',
  },
  PASSWORD_REFUSED: {
    title: 'Dit wachtwoord is te makkelijk te raden',
    text: '{{flaws}} Er is niets veranderd; kies een ander.',
  },
  LINK_INVALID: {
    title: 'Deze link werkt niet meer',
    text: 'Hij is gebruikt, of een nieuwere mail kwam ervoor in de plaats. Er is niets veranderd; gebruik de nieuwste mail.',
  },
  LINK_EXPIRED: { title: 'Deze link is te oud', text: 'Er is niets veranderd. Vraag een nieuwe aan.' },
  PASSWORD_WRONG: {
    title: 'Dat is niet het wachtwoord',
    text: 'Er is niets veranderd. Kijk naar Caps Lock en de toetsenbordindeling en probeer het opnieuw.',
  },
  TOO_MANY_ATTEMPTS: {
    title: 'Te veel verkeerde pogingen',
    text: '{{again}} Dat beschermt het account; verder is er niets veranderd.',
  },
  CREDENTIALS_INVALID: {
    title: 'Dit adres en dit wachtwoord horen niet bij elkaar',
    text: 'Of het account is nog niet geactiveerd. Kijk ze allebei na, of kies een nieuw wachtwoord.',
  },
  FLOW_INVALID: {
    title: 'Het aanmelden duurde te lang',
    text: 'Voor de veiligheid is het gestopt. Er is niets veranderd; begin opnieuw met het wachtwoord.',
  },
  METHOD_NOT_FOUND: {
    title: 'Deze methode is er niet meer',
    text: 'Die is intussen verwijderd of vervangen. Verder is er niets veranderd.',
  },
  METHOD_DISABLED: {
    title: 'Deze methode staat uit',
    text: 'Er zijn te veel verkeerde codes voor ingevuld. Gebruik een andere, of een herstelcode.',
  },
  CODE_WRONG: {
    title: 'Dat is niet de code',
    text: '{{tries}} Gebruik de nieuwste code, en elke code maar één keer.',
  },
  CODE_EXPIRED: { title: 'Deze code is verlopen', text: 'Er is niets veranderd. Vraag een nieuwe aan.' },
  UNAUTHENTICATED: {
    title: 'Je bent niet meer aangemeld',
    text: 'Er is niets veranderd. Meld je aan en probeer het opnieuw.',
  },
  ENROLMENT_REQUIRED: {
    title: 'Stel eerst een aanmeldmethode in',
    text: 'Er is niets veranderd. Daarna gaat de rest van het account open.',
  },
  STEP_UP_REQUIRED: {
    title: 'Hiervoor is een verse code nodig',
    text: 'Er is niets veranderd. Bevestig dat jij het bent en probeer het opnieuw.',
  },
  METHOD_EXISTS: {
    title: 'Je account heeft deze methode al',
    text: 'Er is niets veranderd. Kies een ander adres of nummer.',
  },
  TOO_MANY_METHODS: {
    title: 'Er past geen methode meer bij',
    text: 'Er is niets veranderd. Verwijder er een die je niet meer gebruikt.',
  },
  METHOD_NOT_OFFERED: {
    title: 'Deze server biedt deze methode niet',
    text: 'Er is niets veranderd. Kies een andere.',
  },
  DESTINATION_INVALID: {
    title: 'Daar kan geen code naartoe',
    text: 'Er is niets verstuurd. Kijk het adres of het nummer na op een typefout.',
  },
  OTHER_CODE: {
    title: 'Dat was een andere QR-code',
    text: 'Er is niets bewaard. Scan die op dit scherm, zonder andere instelcode in beeld.',
  },
  LAST_METHOD: {
    title: 'Dit is je laatste methode',
    text: 'Die is niet verwijderd: zonder methode weet niemand dat jij het bent. Vervang die, of voeg er eerst een toe.',
  },
  DEVICE_NOT_FOUND: {
    title: 'Deze computer wordt niet meer vertrouwd',
    text: 'Het vertrouwen was al beëindigd. Verder is er niets veranderd.',
  },
  SESSION_NOT_FOUND: {
    title: 'Deze sessie is voorbij',
    text: 'Die was al beëindigd. Verder is er niets veranderd.',
  },
  SYNC_OFF: {
    title: 'Synchroniseren staat uit voor dit account',
    text: 'Er is niets verstuurd, en hier is geen code verwijderd. Zet het eerst aan.',
  },
  SYNC_NOT_MEMBER: {
    title: 'Deze computer doet niet mee',
    text: 'Er is niets verstuurd, en je codes hier blijven. Laat hem toe vanaf een andere computer, of met het herstelblad.',
  },
  SYNC_STALE: {
    title: 'Een andere computer was eerst',
    text: 'Er is niets verloren. Latchkey neemt over wat die schreef en probeert het opnieuw.',
  },
  SYNC_REFUSED: {
    title: 'De server nam dit niet aan',
    text: 'Dit mag deze computer niet schrijven. Er is niets veranderd; je codes hier blijven.',
  },
  SYNC_FULL: {
    title: 'Er is geen ruimte meer om te synchroniseren',
    text: 'Er is niets veranderd. Verwijder wat je niet meer nodig hebt en probeer het opnieuw.',
  },
} as const;

/** Waarom de server nu niet te gebruiken is. */
export const serverTroubles = {
  offline:
    'Hij antwoordt niet. Kijk je verbinding na en probeer het opnieuw. Er is niets verloren, en je codes werken zonder.',
  notLatchkey: 'Op dit adres antwoordt iets, maar het is geen accountserver van Latchkey.',
  appTooOld: 'Hij heeft een nieuwere Latchkey nodig dan deze. Werk Latchkey bij; je codes werken intussen.',
  serverTooOld:
    'Hij is ouder dan waar deze Latchkey mee kan werken. Vraag de beheerder hem bij te werken; je codes werken intussen.',
  notStarted:
    'Hij hoort bij de proefopstelling op deze computer, en die draait niet. Sluit Latchkey en start het opnieuw; je codes werken zonder.',
} as const;

/** Welk deel van de proefopstelling op deze computer niet draait. */
export const trialFailure = {
  database: 'De database van de proefopstelling is niet gestart.',
  inbox: 'De postbus van de proefopstelling is niet gestart.',
  service: 'De accountserver van de proefopstelling is niet gestart, of is gestopt.',
  reason: 'De reden die hij gaf:',
  next: 'Sluit Latchkey en start het opnieuw. Gebeurt het weer, dan staat in de terminal in welk bestand het hele verhaal staat. Je codes werken zonder.',
} as const;

/** Waarom een nieuw wachtwoord is geweigerd. */
export const passwordFlaws = {
  tooShort: 'Het is te kort.',
  tooLong: 'Het is te lang.',
  tooGuessable: 'Het zou te snel geraden zijn.',
  containsName: 'Je naam staat erin.',
  containsAddress: 'Je e-mailadres staat erin.',
  common: 'Veel mensen gebruiken het.',
} as const;
