/** De eerste keer. */
export const firstRun = {
  title: 'Je codes, op je eigen computer',
  codes: 'De codes waar sites om vragen',
  codesText:
    'Een site met tweestapsverificatie vraagt na je wachtwoord om zes cijfers. Latchkey maakt die: het leest één keer de QR-code van de site, van je scherm.',
  stays: 'Versleuteld, en alleen hier',
  staysText:
    'Je codes blijven in één versleuteld bestand op deze computer, de kluis. Latchkey stuurt ze nergens heen.',
  account: 'Geen account nodig',
  accountText:
    'Gebruikt je organisatie Latchkey-accounts, dan kun je je daar later aanmelden. De server kent dan je adres en apparaten, maar nooit je codes.',
  continue: 'Verder',
  protectionTitle: 'Wat je codes beschermt',
  firstCode: 'Voeg je eerste code toe',
  keychainTitle: 'Ze gaan open als je je bij deze computer aanmeldt',
  keychainText:
    '{{backend}}, de sleutelhanger van deze computer, bewaart de sleutel. Je hoeft geen wachtwoord te onthouden.',
  start: 'Begin',
  starting: 'Je kluis wordt gemaakt',
  alsoPassphrase: 'Ook een wachtzin instellen',
  alsoPassphraseText: 'Die opent de kluis als de sleutelhanger kwijtraakt, en laat je Latchkey vergrendelen.',
  noKeychainTitle: 'Kies een wachtzin',
  noKeychainUnavailable:
    'Deze computer heeft geen sleutelhanger die Latchkey kan gebruiken. Daarom beschermt een wachtzin je codes.',
  noKeychainLocked:
    'De sleutelhanger ({{backend}}) is vergrendeld. Ontgrendel hem en kijk opnieuw, of gebruik een wachtzin.',
  noKeychainDenied:
    'De sleutelhanger ({{backend}}) liet Latchkey niet toe. Geef toestemming en kijk opnieuw, of gebruik een wachtzin.',
  passphrase: 'Wachtzin',
  repeat: 'Nog een keer',
  passphraseHint: 'Hij is niet opnieuw in te stellen: alleen jij kent hem.',
  differs: 'Deze twee zijn niet gelijk.',
  show: 'Toon wat ik typ',
  hide: 'Verberg wat ik typ',
  create: 'Maak de kluis',
  hasOther: 'Heb je al codes?',
  importText: 'Eerst wordt er een lege kluis gemaakt. Daarna kies je de export en zie je wat die brengt.',
  importStart: 'Haal na de start codes uit een andere app',
  backup: 'Zet een reservekopie terug',
  backupText:
    'Eerst wordt er een lege kluis gemaakt. Daarna kies je de kopie en zie je wat die brengt, voordat er iets wordt toegevoegd.',
  backupStart: 'Kies na het begin een kopie',
  kit: 'Gebruik een herstelblad',
  kitText:
    'Het blad opent het kluisbestand van je andere computer. Kopieer dat bestand hierheen, onder deze naam, en kijk dan opnieuw:',
} as const;

/** Als de kluis niet gewoon open is. */
export const trouble = {
  opening: 'Je kluis wordt geopend',
  openingLong:
    'De sleutelhanger antwoordt nog niet. Vraagt hij in een eigen venster om zijn wachtwoord, geef het daar.',
  lockedTitle: 'Vergrendeld',
  lockedText: 'Je codes zijn versleuteld. Je wachtzin opent ze.',
  lockedNoWayText: 'De sleutelhanger van deze computer opent deze kluis. Ontgrendel hem en kijk opnieuw.',
  passphrase: 'Wachtzin',
  unlock: 'Ontgrendel',
  waitSends:
    'Er waren een paar wachtzinnen verkeerd, dus elke volgende moet wachten. Wat je hebt getypt, wordt vanzelf geprobeerd.',
  sendsIn_one: 'Geprobeerd over {{count}} seconde',
  sendsIn_other: 'Geprobeerd over {{count}} seconden',
  waitStop: 'Niet proberen',
  waitWhy: 'Er zijn een paar verkeerde wachtzinnen ingevuld. De kluis is onaangeroerd.',
  waitSeconds_one: 'Probeer het over {{count}} seconde opnieuw',
  waitSeconds_other: 'Probeer het over {{count}} seconden opnieuw',
  keyMissingTitle: 'De sleutel van je kluis is er niet',
  absent:
    'In de sleutelhanger ({{backend}}) zit geen sleutel voor deze kluis. Is hij opnieuw ingesteld, of ben je als iemand anders aangemeld?',
  locked: 'De sleutelhanger ({{backend}}) is vergrendeld.',
  denied: 'De sleutelhanger ({{backend}}) liet Latchkey de sleutel niet lezen.',
  unavailable: 'De sleutelhanger ({{backend}}) antwoordt niet.',
  wrongKey: 'In de sleutelhanger ({{backend}}) zit een sleutel, maar die is van een andere kluis.',
  doAbsent:
    'Meld je aan als degene die de kluis maakte, of zet de sleutelhanger terug uit een back-up. Kijk dan opnieuw.',
  doLocked: 'Ontgrendel hem en kijk dan opnieuw.',
  doDenied: 'Geef Latchkey toestemming in de instellingen van de sleutelhanger en kijk dan opnieuw.',
  doUnavailable: 'Start de dienst van de sleutelhanger, of meld je af en weer aan. Kijk dan opnieuw.',
  doWrongKey:
    'Zet het kluisbestand terug dat bij deze sleutel hoort, of herstel de sleutelhanger. Kijk dan opnieuw.',
  lookAgain: 'Kijk opnieuw',
  lockHidesOnly:
    'Deze vergrendeling verbergt de codes. Wie als jij op deze computer is aangemeld, opent de kluis met één druk. ‘Met een wachtzin’ bij beveiliging voorkomt dat.',
  byKeychain: 'Open met de sleutelhanger',
  stillNot: 'Nog steeds hetzelfde.',
  unwritableTitle: 'Latchkey kan niet in zijn map schrijven',
  unwritableCalm: 'Er is nog geen kluis, en er is niets gemaakt.',
  unwritableText: 'In deze map zouden je codes komen, maar Latchkey mag er van het systeem niets schrijven.',
  unwritableDo:
    'Geef jezelf schrijfrechten voor de map, of koppel de schijf zo dat erop geschreven kan worden. Latchkey kijkt vanzelf opnieuw.',
  unwritableElse:
    'Latchkey kan ook een andere map gebruiken: start het met LATCHKEY_DATA_DIR op het volledige pad van die map.',
  awayTitle: 'Je kluis is er nu niet',
  awayCalm: 'Er is niets verloren, en er komt niets nieuws voor in de plaats.',
  awayText: 'De kluis staat op een schijf of in een map die niet is aangesloten.',
  awaySeen: 'Er stond hier eerder een kluis. De schijf of map waarop die staat, is nu niet aangesloten.',
  awayDo: 'Sluit de schijf aan, of start wat de map synchroniseert. Latchkey kijkt vanzelf opnieuw.',
  awayGone:
    'Voorgoed weg? Is het bestand een koppeling, verwijder die dan en kijk opnieuw: Latchkey opent de nieuwste oudere stand die ernaast ligt. Haal anders een reservekopie terug in een andere gegevensmap.',
  seenGone: 'Voorgoed weg? Begin opnieuw; daarna kun je een reservekopie terugzetten.',
  startAnew: 'Opnieuw beginnen…',
  startAnewText:
    'Latchkey begint hier leeg. De kluis die hier stond, blijft zoals hij is: als zijn schijf weer is aangesloten, opent Latchkey die, en is de nieuwe zolang niet te zien.',
  startAnewYes: 'Begin leeg',
  startAnewNo: 'Blijf erop wachten',
  damagedTitle: 'Je kluis is niet te lezen',
  notAVault:
    'Het bestand is geen kluis van Latchkey. Misschien heeft een ander programma er iets anders neergezet.',
  truncated: 'Het bestand houdt te vroeg op. Misschien is het niet helemaal gekopieerd of gesynchroniseerd.',
  tampered:
    'Het bestand is veranderd nadat het geschreven was, door een fout of door iemand. Voor de zekerheid wordt het niet geopend.',
  newer:
    'Een nieuwere Latchkey schreef deze kluis, in een vorm die deze niet kan lezen. Werk Latchkey bij en kijk dan opnieuw.',
  unreadable: 'Het systeem laat Latchkey het bestand niet lezen.',
  damagedDo: 'Zet er een goede kopie neer (uit een back-up of van een andere computer) en kijk dan opnieuw.',
  unreadableDo: 'Kijk of het bestand van jou is en of zijn schijf er is, en kijk dan opnieuw.',
  newerDo: 'Er is niets verloren: de nieuwere Latchkey opent hem.',
  lastWayText:
    'Je kunt deze kluis opzijzetten en met een lege beginnen. Hij krijgt een andere naam en wordt nooit verwijderd.',
  setAside: 'Opzijzetten…',
  startEmptyTitle: 'Beginnen zonder je codes?',
  setAsideText:
    'De kluis krijgt een andere naam en Latchkey begint leeg. De codes erin zie je niet tot hij is teruggezet en geopend.',
  startEmptySites: 'Zorg dat je nog in je sites komt, bijvoorbeeld met herstelcodes.',
  startEmptySure: 'Ik begrijp dat mijn codes er dan niet zijn',
  setAsideYes: 'Zet opzij en begin leeg',
  setAsideNo: 'Blijf naar de sleutel zoeken',
  setAsideDone: 'De oude kluis staat nu in {{path}}.',
  reconnecting: 'Er wordt opnieuw verbonden…',
  connecting: 'Verbinden met Latchkey',
  connectingLong: 'Latchkey antwoordt nog niet. Is het gesloten, start het dan opnieuw.',
  readOnly_place:
    'Latchkey kan niet schrijven waar de kluis staat. Je kunt de codes gebruiken, maar wijzigingen zijn niet te bewaren.',
  readOnly_newer:
    'Een nieuwere Latchkey heeft deze kluis geschreven. Je kunt de codes gebruiken, maar pas iets wijzigen als je hebt bijgewerkt.',
  recovered:
    'De nieuwste versie van je kluis was beschadigd. De vorige, van {{when}}, is geopend. Wat later is toegevoegd, kan ontbreken.',
  recoveredUnknown:
    'De nieuwste versie van je kluis was beschadigd. De vorige is geopend. Wat het laatst is toegevoegd, kan ontbreken.',
  cause_person: 'Je hebt hem zelf vergrendeld.',
  cause_idle: 'Hij ging op slot omdat je een tijdje weg was.',
  cause_suspend: 'Hij ging op slot omdat de computer ging slapen.',
  cause_screenLock: 'Hij ging samen met het scherm op slot.',
  cause_otherProcess: 'Zijn sleutel is in een ander venster gewijzigd, dus hij moet opnieuw open.',
  lockedBothText: 'Je wachtzin opent ze, samen met de sleutelhanger van deze computer.',
  forgotten: 'Wachtzin vergeten?',
  noKit: 'Alleen de wachtzin opent deze kluis: er is geen herstelblad voor gemaakt.',
  keyMissingCalm: 'Je kluis is heel. Er is niets veranderd; alleen zijn sleutel ontbreekt.',
  changed: 'De sleutel is aan {{keptBy}} gegeven, maar nu antwoordt een andere sleutelhanger: {{backend}}.',
  doChanged: 'Start {{keptBy}} weer, of meld je aan zoals je gewend was. Kijk dan opnieuw.',
  bothMissing:
    'De wachtzin alleen is niet genoeg: deze kluis heeft de helft van zijn sleutel nodig die in de sleutelhanger ligt.',
  otherWays: 'Andere wegen naar je codes',
  wayPassphrase: 'Gebruik je wachtzin',
  wayBackup: 'Zet een reservekopie terug',
  wayBackupText:
    'Een reservekopie gaat in een nieuwe kluis: zet deze opzij (hieronder), begin, en kies ‘Zet een reservekopie terug’. Deze kluis blijft onder een andere naam bewaard.',
  wayAside: 'Begin zonder deze codes',
  where: 'De kluis staat hier:',
  whereMade: 'De kluis zou hier komen:',
  damagedCalm: 'Er is niets veranderd of verwijderd.',
  damagedOlder: 'De oudere standen ernaast zijn ook geprobeerd; geen ervan gaat open.',
  readOnlyTitle: 'Alleen te lezen',
  quarantined_one: '{{count}} vermelding is onleesbaar. Die is bewaard zoals die is.',
  quarantined_other: '{{count}} vermeldingen zijn onleesbaar. Ze zijn bewaard zoals ze zijn.',
  look: 'Bekijk',
  lookHistory: 'Bekijk oudere standen',
  dismiss: 'Begrepen',
} as const;

/** Voorkeuren. */
export const preferences = {
  language: 'Taal',
  languageSystem: 'Systeem',
  theme: 'Weergave',
  themeSystem: 'Systeem',
  themeLight: 'Licht',
  themeDark: 'Donker',
  clipboard: 'Gekopieerde code wissen',
  clipboardNever: 'Nooit',
  clipboardSeconds_one: 'Na {{count}} seconde',
  clipboardSeconds_other: 'Na {{count}} seconden',
  clipboardAllow:
    'Om hem te wissen moet Latchkey kijken of de code er nog staat. Deze browser heeft dat nog niet toegestaan.',
  clipboardAllowButton: 'Sta toe',
  clipboardDenied:
    'Deze browser laat Latchkey niet op het klembord kijken, dus gekopieerde codes blijven daar staan.',
  hideCodes: 'Codes afdekken',
  hideCodesText: 'Elke code is afgedekt tot je de vermelding kiest.',
  desktopSearch: 'Vermeldingen vinden met de zoekfunctie van je bureaublad',
  desktopSearchText:
    'GNOME en KDE tonen site en account zolang de kluis open is, en wie er een kiest, kopieert de code. Ook andere programma’s van jou kunnen dan naar deze namen vragen.',
  setUpLinks: 'Instellinks openen met Latchkey',
  setUpLinksText:
    'Voor sites die naast hun QR-code een link geven. Latchkey toont wat erin staat en jij beslist.',
  vaultAt: 'Kluis',
} as const;

/** Per aanleiding om te vergrendelen: de instelling, en wanneer het gebeurt. */
export const lockTriggers = {
  suspend: { setting: 'Vergrendel als de computer gaat slapen', when: 'wanneer de computer slaapt' },
  screenLock: { setting: 'Vergrendel samen met het scherm', when: 'wanneer het scherm op slot gaat' },
} as const;
