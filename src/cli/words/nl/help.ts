import { commanderIn } from '../commander-sentences.ts';
import type { Words } from '../en/words.ts';

/** Wat de hulp bij elke opdracht zegt. */
export const help = {
  about: 'Je eenmalige codes in de terminal, uit dezelfde kluis en sleutelhanger als in het venster.',
  more: 'QUERY zijn woorden uit de site en het account van een vermelding, zoals in de zoekbalk van het venster, of het begin van de id.',
  exits: 'Afsluitcodes:',
  exitMeanings: {
    done: 'Het is gedaan.',
    failed: 'Het lukte niet; er is niets veranderd.',
    usage: 'De opdrachtregel klopt niet.',
    none: 'Geen vermelding past erbij.',
    several: 'Er passen meer vermeldingen bij waar er één nodig is.',
    locked: 'De wachtzin ontbreekt of klopt niet.',
    closed: 'Er is geen kluis, of niets hier kan hem openen.',
    notRunning: 'Er draait geen Latchkey waarvan het venster te tonen is.',
    interrupted: 'Ctrl-C heeft het gestopt; een wijziging is helemaal gedaan of helemaal niet.',
  },
  titles: {
    'Usage:': 'Gebruik:',
    'Arguments:': 'Argumenten:',
    'Options:': 'Opties:',
    'Commands:': 'Opdrachten:',
    choices: 'keuze uit',
    default: 'standaard',
  },
  usage: commanderIn({
    missingArgument: "het argument '$1' ontbreekt",
    missingValue: "de optie '$1' heeft een waarde nodig",
    wrongValue: "bij de optie '$1' past '$2' niet.",
    wrongArgument: "bij het argument '$2' past '$1' niet.",
    conflict: "de opties '$1' en '$2' gaan niet samen",
    unknownOption: "de optie '$1' bestaat niet",
    unknownCommand: "de opdracht '$1' bestaat niet",
    tooManyArguments: 'er staan te veel argumenten',
    choices: 'Kies uit $1.',
    nearOnes: '(Bedoelde je een van deze: $1?)',
    near: '(Bedoelde je $1?)',
  }),
  options: {
    passphraseFile: 'de wachtzin van de kluis van de eerste regel van een bestand lezen',
    help: 'deze hulp tonen',
    helpCommand: 'de hulp bij een opdracht tonen',
    version: 'de versie tonen',
    json: 'JSON geven',
  },
  query: 'woorden uit de namen van een vermelding, of het begin van de id',
  code: {
    about: 'de code van één vermelding geven',
    more: 'Van een vermelding met een teller is dit de volgende code: de kluis telt verder voordat de code verschijnt.',
    copy: 'de code kopiëren in plaats van tonen; hij wordt gewist na de tijd uit de instellingen',
    wait: 'op de volgende code wachten, die nog niemand heeft gezien',
  },
  list: {
    about: 'vermeldingen tonen: site, account en id, met tabs ertussen waar geen mens meeleest',
    deleted: 'tonen wat onder Verwijderd staat',
  },

  show: {
    about: 'tonen hoe de codes van één vermelding worden gemaakt',
    secret: 'in plaats daarvan de sleutel tonen, zoals sites die schrijven',
    uri: 'het otpauth:-adres tonen; de sleutel staat erin',
    qr: 'de QR-code tekenen die een ander apparaat kan scannen',
    more: 'Heeft de kluis een wachtzin, dan vragen de laatste drie erom, ook als de sleutelhanger de kluis opende.',
  },
  add: {
    about: 'een vermelding toevoegen; geeft de id',
    source: 'een afbeelding met een QR-code, een otpauth:-adres, of - voor de standaardinvoer',
    steam: 'de vermelding maakt codes van Steam Guard',
    correct: 'staat de sleutel al in de kluis, dan krijgt die vermelding deze instellingen en namen',
    replace:
      'heeft een vermelding deze namen al, dan komt deze ervoor in de plaats; de oude gaat naar Verwijderd',
    keepBoth: 'houden wat in de kluis staat, en dit ernaast',
    more:
      'Zonder bron leest dit een otpauth:-adres of een sleutel van de standaardinvoer, of vraagt erom zonder het\n' +
      'te tonen. Een adres op de opdrachtregel blijft in de geschiedenis van de shell staan.',
  },
  scan: {
    about: 'de instelcode toevoegen die op het scherm staat; geeft de id',
    more: 'Misschien vraagt het bureaublad eerst om toestemming. Er wordt één instelcode toegevoegd: laat er één op het scherm staan, of scan ze in het venster.',
  },
  edit: {
    about: 'de namen van één vermelding wijzigen, of hoe de codes ervan worden gemaakt',
    pin: 'de vermelding in het venster vooraan zetten',
    unpin: 'de vermelding weer tussen de andere zetten',
  },
  import: {
    about: 'vermeldingen uit exports van andere authenticators overnemen, in één keer',
    files: 'exports, afbeeldingen met QR-codes, of - voor de standaardinvoer',
    dryRun: 'tonen wat er van elk zou worden, en niets bewaren',
    replaceAll: 'alle vermeldingen naar Verwijderd verplaatsen en deze ervoor in de plaats zetten',
    sameSecret: 'wat er gebeurt als de sleutel al in de kluis staat, met andere instellingen of namen',
    sameName: 'wat er gebeurt als de namen al in de kluis staan, met een andere sleutel',
    passphraseFile: 'de wachtzin van de bestanden van de eerste regel van een bestand lezen',
  },
  export: {
    about: 'vermeldingen naar een bestand voor een andere app schrijven; geeft het pad',
    format: 'het formaat; bij een verkeerd formaat volgt welke er zijn',
    out: 'het bestand, een map voor een reeks afbeeldingen, of - voor de standaarduitvoer',
    only: 'alleen vermeldingen waar deze woorden bij passen',
    force: 'een bestand vervangen dat er al is',
    passphraseFile: 'de nieuwe wachtzin voor het bestand van de eerste regel van een ander bestand lezen',
  },
  backup: {
    about: 'nu een reservekopie maken, zoals in het venster ingesteld; geeft de naam',
    list: 'de reservekopieën in de map tonen: naam, tijd en bytes',
    more: 'In het venster stel je de map in, en wat de reservekopieën beschermt.',
  },
  restore: {
    about: 'terughalen wat in een reservekopie staat; wat in de kluis staat, blijft',
    backup: 'de naam van een reservekopie in de map, een bestand, of - voor de standaardinvoer',
    dryRun: 'tonen wat er van elke vermelding erin zou worden, en niets wijzigen',
    replaceAll: 'de lijst maken zoals die toen was; wat alleen nu bestaat, gaat naar Verwijderd',
    passphraseFile: 'de wachtzin van toen van de eerste regel van een bestand lezen',
    codeFile: 'de code van het herstelblad van toen van de eerste regel van een bestand lezen',
  },
  init: {
    about: 'de eerste kluis maken, en een herstelblad aanbieden',
    protection: 'wat hem opent; weggelaten: de sleutelhanger, of een wachtzin als die er niet is',
    passphraseFile:
      'de nieuwe wachtzin van de eerste regel van een bestand lezen; naast de sleutelhanger een tweede toegang',
    more: 'Om een wachtzin wordt twee keer gevraagd, zonder hem te tonen. Hij is niet opnieuw in te stellen.',
    noKeychain: (backend) =>
      `Hier is geen sleutelhanger te gebruiken (${backend}), dus beschermt een wachtzin je codes.`,
    byKeychain: (path, backend) => `Gemaakt: ${path}. De sleutelhanger (${backend}) opent hem.`,
    byPassphrase: (path) => `Gemaakt: ${path}. De wachtzin opent hem; niemand kan die opnieuw instellen.`,
    kitIs:
      'Een herstelblad is een code op papier die de kluis opent als de sleutelhanger of de wachtzin er niet meer is.',
    askKit: 'Er nu een maken?',
    kitLater: 'In het venster kan het op elk moment (Instellingen, Herstelblad).',
    kitTitle: (vault, made) => `Herstelblad van Latchkey, kluis ${vault}, gemaakt op ${made}`,
    kitShown:
      'Schrijf het op papier en bewaar dat niet bij de computer. De code verschijnt alleen deze keer; wis daarna de terminal.',
    askGroup: (group) => `Groep ${group}, van het papier`,
    kitAgain: 'Dat is niet de groep op het blad.',
    kitChecked: 'Het blad klopt. Leg het op een veilige plek.',
  },
  windows: {
    toggle: 'het venster Snel zoeken van de draaiende Latchkey tonen, of verbergen als het de focus heeft',
    toggleMore:
      'Koppel dit in de instellingen van het bureaublad aan toetsen als Latchkey geen sneltoets kan registreren.',
    search: 'het venster van de draaiende Latchkey tonen, met een gefilterde lijst',
    words: 'waarop te filteren',
  },
  completion: {
    about: 'geven wat een shell laadt om opdrachten, opties en namen van vermeldingen aan te vullen',
    shell: 'bash, zsh of fish',
    more:
      'bash: latchkey completion bash > ~/.local/share/bash-completion/completions/latchkey\n' +
      'zsh:  latchkey completion zsh > _latchkey, in een map van $fpath\n' +
      'fish: latchkey completion fish > ~/.config/fish/completions/latchkey.fish\n' +
      'Namen worden aangevuld als de sleutelhanger de kluis opent; om een wachtzin wordt daarbij nooit gevraagd.',
  },
  manual: {
    about: 'de handleiding geven, voor “latchkey manual | man -l -”',
    name: 'eenmalige codes in de terminal',
    nameTitle: 'NAAM',
    synopsis: 'SAMENVATTING',
    command: 'opdracht',
    options: 'opties',
    description: 'BESCHRIJVING',
    commands: 'OPDRACHTEN',
    exits: 'AFSLUITCODES',
  },
  settings: {
    issuer: 'de site of organisatie',
    account: 'de naam van het account daar',
    type: 'hoe codes worden gemaakt',
    algorithm: 'de hashfunctie',
    digits: 'hoe lang een code is',
    period: 'hoeveel seconden een code geldt',
    counter: 'de teller van de volgende code',
  },
  remove: {
    about: 'een vermelding naar Verwijderd verplaatsen, waar die 30 dagen blijft',
    undo: 'de vermelding vandaar terughalen',
  },
  unlock: {
    about: 'nagaan wat de kluis opent; tussen twee opdrachten blijft geen sleutel bewaard',
    byKeychain: (backend) => `De sleutelhanger (${backend}) opent de kluis. Er wordt niets gevraagd.`,
    byPassphrase: 'Dat is de wachtzin. De opdracht houdt geen sleutel: de volgende vraagt er weer om.',
  },
  lock: {
    about: 'zeggen wat er open is',
    nothing:
      'De opdracht houdt tussen twee keer geen sleutel, dus staat er niets van open. Een open venster vergrendel je met Ctrl+L.',
  },
} satisfies Partial<Words>;
