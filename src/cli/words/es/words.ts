import { isolated } from '../../../contract/plain-line.ts';
import { nameOf, type Named } from '../../name-of.ts';
import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { sync } from './sync.ts';

/** El nombre de una entrada dentro de una frase. */
const named = (entry: Named) => nameOf(entry) || 'la entrada sin nombre';

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

const keychainTroubles: Words['keychainTroubles'] = {
  absent: (backend) =>
    `El llavero (${backend}) no tiene ninguna clave para esta bóveda. Inicia sesión en el equipo con el usuario que la creó o restaura el llavero.`,
  locked: (backend) => `El llavero (${backend}) está bloqueado. Desbloquéalo e inténtalo de nuevo.`,
  denied: (backend) =>
    `El llavero (${backend}) no ha dejado que Latchkey lea la clave. Permítelo en los ajustes del llavero.`,
  unavailable: (backend) =>
    `El llavero (${backend}) no responde. Inícialo, o cierra la sesión del equipo y vuelve a entrar; por SSH a menudo no hay ninguno.`,
  wrongKey: (backend) => `El llavero (${backend}) tiene una clave, pero es la de otra bóveda.`,
};

const damages: Record<Parameters<Words['errors']['damaged']>[0]['reason'], string> = {
  notAVault: 'El archivo no es una bóveda. Puede que otro programa haya puesto otra cosa en su lugar.',
  truncated: 'El archivo termina antes de tiempo. Puede que no se haya copiado por completo.',
  tampered: 'El archivo se ha modificado después de escribirse. Por seguridad, no se abre.',
  newer: 'Una versión más reciente de Latchkey escribió esta bóveda. Actualiza Latchkey.',
  unreadable: 'El sistema no permite que Latchkey lea el archivo.',
};

/** Lo que dice la terminal en español. */
export const es: Words = {
  ...help,
  locale: 'es-ES',
  account,
  doctor,
  sync,
  named,
  keychainTroubles,
  serverTroubles: {
    asking: 'Aún no ha respondido.',
    offline: 'No responde. Revisa la red y la dirección; tus códigos siguen funcionando.',
    notStarted: 'La versión de prueba de “npm start” no está en marcha.',
    notLatchkey:
      'Allí responde algo, pero no es un servidor de cuentas de Latchkey. Revisa la dirección en los ajustes.',
    appTooOld:
      'Necesita una versión más reciente de Latchkey. Actualiza Latchkey; tus códigos siguen funcionando.',
    serverTooOld:
      'Es demasiado antiguo para esta versión de Latchkey. Pide a quien lo administra que lo actualice.',
  },
  backupTroubles: {
    folderGone: 'La carpeta no está. ¿Está conectada su unidad?',
    parentGone: 'Tampoco está la carpeta que la contendría. ¿Está conectada su unidad?',
    notAFolder: 'La ruta lleva a un archivo, no a una carpeta.',
    notAllowed: 'El sistema no permite que Latchkey escriba en la carpeta.',
    readOnly: 'La unidad es de solo lectura.',
    full: 'La unidad está llena.',
    notVerified:
      'Lo escrito no se pudo volver a abrir, así que se ha borrado. Puede que la unidad esté fallando.',
    failed: 'No se ha podido escribir en la carpeta.',
  },
  backupReasons: {
    gone: 'No hay ningún archivo ni ninguna copia de la carpeta con este nombre.',
    notABackup: 'El archivo no es una copia de seguridad de Latchkey.',
    truncated: 'El archivo termina antes de tiempo. Puede que no se haya copiado por completo.',
    tampered: 'El archivo se ha modificado después de escribirse.',
    newer: 'La creó una versión más reciente de Latchkey. Actualiza Latchkey.',
  },

  askNewPassphrase: 'Frase de contraseña nueva',
  askFilePassphrase: 'Frase de contraseña nueva para el archivo',
  askBackupPassphrase: 'Frase de contraseña de la copia de seguridad',
  askAgain: 'Repítela',
  askPassphraseOf: (file) => `Frase de contraseña de ${isolated(file)}`,
  exported: (written, entries) => `Exportadas: ${written} de ${entries} entradas.`,
  leftOut: (count) =>
    `Sin importar: ${count}, porque la clave o los nombres ya están en la bóveda. --same-secret y --same-name dicen qué hacer.`,
  askSecret: 'Dirección de configuración o clave',
  added: (entry) => `Entrada añadida: ${named(entry)}.`,
  changed: (entry) => `Entrada modificada: ${named(entry)}.`,
  removed: (entry, id) =>
    `En la papelera durante 30 días: ${named(entry)}. “latchkey rm --undo ${id}” la recupera.`,
  restored: (entry) => `Entrada recuperada: ${named(entry)}.`,
  migration: 'Es una exportación de Google Authenticator, que se lee con latchkey import.',
  readingBrokeOff: 'La lectura se ha interrumpido, quizá por falta de memoria.',

  corrected: (ms) =>
    `Los códigos siguen la hora de este equipo ${ms > 0 ? 'más' : 'menos'} ${seconds(Math.abs(ms))} (Ajustes, Reloj).`,
  validFor: (entry, ms) => `${named(entry)}: válido ${seconds(ms)} más`,
  counted: (entry, counter) => `${named(entry)}: código número ${counter}`,
  freshIn: (entry, ms) => `${named(entry)}: el código siguiente llega en ${seconds(ms)}`,
  copied: (entry, clearAfter) =>
    clearAfter === 0
      ? `Código copiado: ${named(entry)}.`
      : `Código copiado: ${named(entry)}. Se borra en ${clearAfter} s.`,
  nothingHere: 'Aún no hay entradas.',

  askPassphrase: 'Frase de contraseña de la bóveda',
  again: 'La frase de contraseña no es correcta.',
  openedOlder: 'La copia más reciente de la bóveda estaba dañada, así que se ha abierto la anterior.',

  errors: {
    noneMatches: (query) => `Ninguna entrada coincide con “${isolated(query)}”.`,
    perhaps: '¿Querías decir una de estas?',
    severalMatch: (query, count) =>
      `Hay ${count} entradas que coinciden con “${isolated(query)}”. Da más del nombre o el principio del id:`,
    notANumber: 'Debe ser un número entero.',
    notRunning: 'No hay ningún Latchkey abierto para esta carpeta de datos. Ábrelo primero.',
    tooLong: 'Son más palabras de las que admite una búsqueda.',
    vaultExists: 'Ya hay una bóveda.',
    nobody: 'no hay nadie a quien preguntar',
    noNewPassphrase:
      'la bóveda necesita una frase de contraseña y no hay nadie a quien preguntar; usa --new-passphrase-file',
    noServer:
      'No hay ningún servidor de cuentas. Se indica en los ajustes de la ventana o en LATCHKEY_SERVER.',
    signedIn: (address) => `${isolated(address)} ya ha iniciado sesión.`,
    notSignedIn: 'El inicio de sesión no se ha completado.',
    nobodySignsIn: 'para iniciar sesión hay que responder en una terminal, y no hay nadie a quien preguntar',
    noSuchDevice: 'Ningún equipo de confianza tiene un id que empiece así.',
    severalDevices: 'Varios equipos de confianza tienen un id que empieza así. Da más del id.',
    signInFirst: 'Nadie ha iniciado sesión. Se inicia con “latchkey account sign-in”.',
    nobodyChecks: 'el servidor pide un segundo factor y no hay nadie a quien preguntar',
    nobodyConfirms: 'hay que confirmarlo en una terminal y no hay nadie a quien preguntar',
    nobodyHasKit:
      'el código del kit de recuperación se pide en una terminal y no hay nadie a quien preguntar',
    nobodyHasWords: 'las seis palabras se piden en una terminal y no hay nadie a quien preguntar',
    noSuchMember: 'Ninguno de estos se llama así, y ningún id empieza así:',
    severalMembers: 'Varios se llaman así o tienen un id que empieza así. Da más del id:',
    nothingToEdit: 'di qué cambiar; latchkey edit --help muestra qué se puede',
    settingsInAddress:
      'los ajustes forman parte de la dirección de configuración; latchkey edit los cambia después',
    noSource: 'di qué añadir: una imagen, o - para la entrada estándar',
    noPicture: 'El archivo no es una imagen. Latchkey lee PNG, JPEG, WebP, GIF y BMP.',
    pictureDamaged: 'La imagen está dañada o es demasiado grande.',
    partOfSeveral: 'El código QR es uno de varios que van juntos. latchkey import los lee todos.',
    nothingRead: 'No se ha encontrado ningún código de configuración.',
    severalRead: (count) =>
      `Hay ${count} códigos de configuración y se añade uno cada vez. latchkey import trae todos los de un archivo.`,
    noSuchFormat: (ids) => `ese formato no existe; los que hay son: ${ids.join(', ')}`,
    alreadyThere: 'Ya hay algo con este nombre. --force lo sustituye.',
    noFilePassphrase:
      'el archivo necesita una frase de contraseña y no hay nadie a quien preguntar; usa --file-passphrase-file',
    noBackupSecret:
      'la copia de seguridad necesita su frase de contraseña o el código del kit; usa --backup-passphrase-file o --recovery-code-file',
    differs: 'No coinciden. No se ha escrito nada.',
    severalFiles: 'este formato crea varios archivos; indica una carpeta para ellos',
    fileNotWritten: (cause) => `El archivo no se puede escribir (${cause}).`,
    sourceTrouble: (file, reason) =>
      file === ''
        ? `${reason} No se ha guardado nada.`
        : `${isolated(file)}: ${reason} No se ha guardado nada.`,
    goneMeanwhile: 'Entretanto se ha eliminado la entrada o se ha bloqueado la bóveda.',
    noClipboard: 'Desde aquí no se llega a ningún portapapeles. En Linux, instala wl-clipboard o xclip.',
    clipboardFailed: 'No se ha podido copiar el código.',
    andMore: (count) => `… y ${count} más`,
    locked:
      'La bóveda necesita su frase de contraseña y no hay nadie a quien preguntar. Usa --passphrase-file.',
    absent: 'Aún no hay ninguna bóveda. “latchkey init” crea una, y también la ventana.',
    unwritable: (path) => `Aún no hay ninguna bóveda, y en ${isolated(path)} no se puede crear.`,
    away: (path) =>
      `La bóveda de ${isolated(path)} lleva a una unidad o una carpeta que no está conectada. No se ha perdido nada.`,
    damaged: ({ path, reason }) => `${isolated(path)}: ${damages[reason]} No se ha cambiado nada.`,
    keyMissing: ({ outcome, backend, keptBy }) =>
      keptBy !== null && keptBy !== backend
        ? `La clave se entregó a ${keptBy}, pero ahora responde otro llavero: ${backend}.`
        : keychainTroubles[outcome](backend),
    fileUnreadable: (cause) => `El archivo no se puede leer (${cause}).`,
    noCommand: 'di qué hacer; latchkey --help muestra qué hay',
    interrupted: 'Detenido.',
    unexpected: 'Algo ha fallado dentro de Latchkey. La bóveda no ha sufrido daños.',
  },
  outputFailed: (cause) => `No se ha podido escribir la salida: ${cause}`,

  advice: {
    keychain: (outcome) => {
      switch (outcome) {
        case 'absent':
          return 'No tiene nada para esta bóveda.';
        case 'locked':
          return 'Está bloqueado.';
        case 'denied':
          return 'No ha dejado entrar a Latchkey.';
        case 'unavailable':
          return 'No responde.';
      }
    },
    screen: (cause) => {
      switch (cause) {
        case 'permission':
          return 'El sistema no permite que Latchkey la vea.';
        case 'cancelled':
          return 'Lo has cancelado.';
        case 'ended':
          return 'El escritorio no lo ha permitido.';
        case 'silent':
          return 'El escritorio no ha respondido.';
        case 'unsupported':
          return 'Aquí no hay ninguna que un comando pueda leer; la ventana puede compartir una.';
        case 'failed':
          return 'El escritorio no ha dado ninguna imagen.';
      }
    },
    sameName: (entry) => `Es ${named(entry)}. Indica --replace o --keep-both.`,
    sameSecret: (entry) => `Es ${named(entry)}. Indica --correct o --keep-both.`,
    alreadyHere: (entry) => `Es ${named(entry)}.`,
    range: ({ field, minimum, maximum }) => `--${field} debe estar entre ${minimum} y ${maximum}.`,
    wait: (ms) => `Inténtalo de nuevo en ${seconds(ms)}.`,
    atLeast: (characters) => `Necesita al menos ${characters} caracteres.`,
    group: (group) => `En el grupo ${group}.`,
  },
};
