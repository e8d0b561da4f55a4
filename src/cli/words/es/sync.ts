import { isolated } from '../../../contract/plain-line.ts';
import { nameOf } from '../../name-of.ts';
import type { Words } from '../en/words.ts';

/** Lo que dice `latchkey sync`. */
export const sync: Words['sync'] = {
  about: 'los mismos códigos en todos tus equipos; el servidor de cuentas los pasa sin poder leerlos',
  status: 'mostrar su estado, después de mirar en el servidor',
  now: 'enviar y traer ahora; una ventana abierta lo hace por sí sola',
  again: 'seguir después de que el servidor mostrara algo no válido; compara antes tus equipos',
  members:
    'mostrar los equipos y el kit que forman parte: nombre, sistema, desde cuándo, por quién, última sincronización, id',
  answer: 'decir si lo que otro equipo ha borrado se borra también aquí, cuando status lo pregunta',
  answers: 'borrarlo también aquí (delete) o conservarlo en todos (keep)',
  on: 'activarla en tu cuenta, con este equipo y el kit de recuperación',
  onMore: 'Pide el código del kit de recuperación, que lo devuelve todo sin ningún equipo.',
  join: 'pedir que admitan este equipo: muestra seis palabras y su código QR, y espera',
  byKit: 'con el código de un kit de recuperación que forma parte, en vez de otro equipo',
  joinMore:
    'En un equipo que forma parte, escribe las palabras en “latchkey sync add” o en la ventana. Ctrl-C las retira.',
  add: 'admitir otro equipo: pide las seis palabras que muestra',
  screen: 'leer su código QR de esta pantalla',
  addKit: 'admitir el kit de recuperación de esta bóveda, en lugar del que forma parte',
  addMore: 'Sin terminal, lee las palabras de la entrada estándar.',
  remove: 'quitar un equipo o un kit; muestra los códigos que hay que renovar, los que conocía',
  name: 'su nombre o el principio de su id',
  removeMore: 'No lee nada de lo que se escriba después. También terminan su sesión y su confianza.',
  renewals: 'mostrar los códigos por renovar que conocían los equipos quitados: equipo, emisor, cuenta e id',
  done: 'marcarlos como hechos, porque sus sitios tienen otros nuevos',
  off: 'desactivarla en este equipo; los códigos se quedan',
  everywhere: 'en todos los equipos, y borrar todo lo suyo del servidor; los códigos se quedan',

  stages: {
    off: 'desactivada',
    on: 'activada',
    entering: 'este equipo está siendo admitido',
    waiting: 'espera a ser admitido',
    unreadable: 'activada, pero lo que guarda no se abre',
  },
  notOn: {
    off: 'La sincronización está desactivada aquí. “latchkey sync on” la activa; “latchkey sync join” se une a tus otros equipos.',
    entering: 'Este equipo aún está siendo admitido. “latchkey sync now” lo intenta de nuevo.',
    waiting: 'Este equipo espera a ser admitido: “latchkey sync join” muestra otra vez sus palabras.',
    unreadable:
      'Lo que guarda aquí la sincronización no se abre. Primero “latchkey sync off” y después “latchkey sync join”; tus códigos se quedan.',
  },
  already: {
    on: 'La sincronización ya está activada aquí.',
    entering: 'Este equipo ya está siendo admitido. “latchkey sync now” lo intenta de nuevo.',
    waiting:
      'Este equipo espera con palabras a ser admitido. “latchkey sync join” las muestra; “latchkey sync off” las retira.',
    unreadable:
      'Lo que guarda aquí la sincronización no se abre. “latchkey sync off” renuncia a ello; tus códigos se quedan.',
  },
  troubles: {
    offline: 'No se llega al servidor de cuentas.',
    signedOut: 'Nadie ha iniciado sesión en la cuenta.',
    trustEnded: 'Nadie ha iniciado sesión y la confianza en este equipo ha terminado.',
    busy: 'El servidor pide esperar.',
    readOnly: 'Aquí no se puede escribir en la bóveda.',
    notWritten: 'Aquí no se ha podido escribir lo que necesita la sincronización.',
    full: 'A la cuenta no le queda sitio para la sincronización.',
    refused: 'El servidor no acepta lo que escribe este Latchkey.',
    ended: 'La sincronización se ha desactivado en todas partes.',
    notMember: 'El servidor dice que este equipo no forma parte, y no muestra ninguna prueba.',
    removed: 'Otro equipo ha quitado este.',
    stopped: 'Lo que muestra el servidor no es válido. No se ha usado nada.',
    notWelcomed: 'Nada demuestra que sea tuyo lo que muestra el servidor. No se ha usado nada.',
    unreadable: 'Lo que guarda la sincronización junto a la bóveda no se abre.',
    newer: 'Un Latchkey más nuevo ha escrito lo que guarda la sincronización junto a la bóveda.',
  },
  nexts: {
    wait: 'No se ha perdido nada; la próxima vez se intenta de nuevo.',
    signIn: 'Inicia sesión: latchkey account sign-in.',
    stepUp: 'Repite lo que querías hacer; entonces se pide un segundo factor.',
    makeWritable: 'Dale a Latchkey una carpeta en la que pueda escribir, con sitio en el disco.',
    makeRoom: 'Borra para siempre lo que ya no necesites.',
    update: 'Actualiza Latchkey.',
    tryAgain: 'Compara tus códigos con los de tus otros equipos y después: latchkey sync now --again.',
    joinAgain: 'Primero latchkey sync off y después latchkey sync join. Tus códigos se quedan.',
  },
  advice: {
    SYNC_STEP: '“latchkey sync status” muestra su estado.',
    SYNC_OFF: '“latchkey sync on” la activa. Tus códigos de aquí se quedan.',
    SYNC_NOT_MEMBER: 'Tus códigos de aquí se quedan. Primero latchkey sync off y después latchkey sync join.',
    SYNC_STALE: 'No se ha perdido nada. Inténtalo de nuevo.',
    SYNC_REFUSED: 'No se ha cambiado nada. Actualiza Latchkey.',
    SYNC_FULL: 'Borra para siempre lo que ya no necesites.',
    SYNC_ASKS: '“latchkey sync status” muestra la pregunta; latchkey sync answer la responde.',
    SYNC_LATER: 'No se ha perdido nada; inténtalo de nuevo en un momento.',
    SYNC_ELSEWHERE: '“latchkey sync join” une este equipo.',
    SYNC_KIT_UNKNOWN: 'Es de otra cuenta, o uno más nuevo lo ha sustituido.',
    JOIN_NOT_SEEN: 'Muestra el código QR entero en esta pantalla, o escribe las seis palabras.',
    JOIN_NOT_ASKED:
      'Comprueba las palabras, y que el otro equipo aún espere con la sesión de esta cuenta iniciada.',
    MEMBER_NOT_FOUND: 'Quizá lo hayan quitado entretanto: “latchkey sync members”.',
    MEMBER_SELF: 'Primero latchkey sync off aquí; después, otro equipo quita este.',
  },
  telling: {
    notKept: (reason) =>
      `No se ha enviado nada. Mira que se pueda escribir en la carpeta de Latchkey y que haya sitio. (${reason})`,
    stopped: (fault) => `No se ha usado nada. “latchkey sync status” dice qué hacer. (${fault})`,
    wordUnknown: (place, meant) =>
      `Es la palabra ${place}.${meant.length === 0 ? '' : ` Quizá: ${meant.join(', ')}.`}`,
    wordsCount: (count) => `Se han introducido ${count}.`,
  },

  kit: 'kit de recuperación',
  kitIn: 'forma parte',
  kitOut: 'no forma parte; latchkey sync add --kit',
  aloneUntil: (when) => `hasta: ${when}; después, vuelve a iniciar sesión`,
  aloneNot: 'solo mientras tengas la sesión iniciada; confía en este equipo la próxima vez',
  founder: 'la activó',
  asLastSeen: 'No se ha podido preguntar al servidor. Lo último que se vio:',
  question: (count) =>
    count === 1
      ? 'Otros equipos han borrado una entrada que sigue aquí. ¿Borrarla también aquí o conservarla en todos? latchkey sync answer delete, o keep.'
      : `Otros equipos han borrado ${count} entradas que siguen aquí. ¿Borrarlas también aquí o conservarlas en todos? latchkey sync answer delete, o keep.`,
  noQuestion: 'No hay ninguna pregunta.',
  conflict: (entry, first, second) =>
    `Dos equipos han dado claves distintas a una entrada: ${nameOf(entry)}. Mira qué código funciona (${first}, ${second}) y borra el otro con latchkey rm.`,

  askKit: 'Código del kit de recuperación',
  askWords: 'Las seis palabras',
  askRemove: (name) => `¿Quitar ${isolated(name)}?`,
  askEverywhere: '¿Desactivar la sincronización en todos tus equipos y borrar todo lo suyo del servidor?',
  turnedOn:
    'La sincronización está activada. En tus otros equipos: latchkey sync join, o los ajustes de la ventana.',
  typeThem:
    'En un equipo que forma parte: latchkey sync add, y estas palabras. O que su ventana escanee el código QR.',
  waits: 'Esperando a ser admitido. Ctrl-C lo retira.',
  tookBack: 'Retirado. Este equipo ya no espera, y sus palabras no sirven para nada.',
  isIn: 'Este equipo forma parte.',
  added: (name, platform) => `Admitido: ${isolated(name)} (${isolated(platform)}).`,
  addedKit: 'El kit de recuperación forma parte.',
  removed: (name) => `Quitado: ${isolated(name)}.`,
  renew:
    'Aún conoce estos códigos. Configura cada uno de nuevo en su sitio; latchkey sync renewals --done lo marca.',
  offHere:
    'La sincronización está desactivada aquí. Tus códigos se quedan. Otro equipo quita este de la lista: latchkey sync remove.',
  offEverywhere: 'La sincronización está desactivada en todas partes. Tus códigos se quedan en cada equipo.',
};
