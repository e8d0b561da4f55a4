import { isolated } from '../../../contract/plain-line.ts';
import type { Words } from '../en/words.ts';

/** Lo que dice el diagnóstico de cada comprobación: cómo está y qué se puede hacer. */
export const doctor: Words['doctor'] = {
  about: 'revisar aquello de lo que depende Latchkey y decir qué hacer; no pregunta nada',
  more: 'Termina con 1 si hay algún fallo. Lo que solo requiere atención sigue funcionando.',
  levels: { good: 'bien', attention: 'atención', trouble: 'fallo' },
  checks: {
    keychain: 'llavero',
    vault: 'bóveda',
    clock: 'reloj',
    backups: 'copias de seguridad',
    server: 'servidor de la cuenta',
    screen: 'captura de pantalla',
    shortcut: 'atajo',
  },
  troubles: (count) => (count === 1 ? 'Hay un fallo.' : `Hay ${count} fallos.`),
  keychainReady: (backend) => `${backend} está desbloqueado.`,
  keychainUnknown: (backend) =>
    `${backend}. Solo “latchkey unlock” muestra si da la clave, porque puede preguntarte.`,
  keychainNotNeeded: 'La bóveda no lo necesita.',
  vaultOpen: (path) => `${isolated(path)}, abierta con el llavero.`,
  vaultLocked: (path) =>
    `${isolated(path)}. Se abre con su frase de contraseña; no se ha pedido, así que no se ha mirado el contenido.`,
  vaultNewer: 'La escribió una versión más reciente de Latchkey: es de solo lectura. Actualiza Latchkey.',
  vaultPlace: 'El archivo, su carpeta o su unidad es de solo lectura.',
  quarantined: (count) =>
    `Entradas ilegibles: ${count}. La ventana las corrige o las descarta (Ajustes, Entradas ilegibles).`,
  olderStates: (kept, unreadable) =>
    unreadable === 0
      ? `Versiones anteriores: ${kept}.`
      : `Versiones anteriores: ${kept}, de las que ya no se abren ${unreadable}.`,
  clockNotCompared: 'Sin comparar: no responde ningún servidor de cuentas.',
  clockAgrees: 'Coincide con el del servidor de la cuenta.',
  clockOff: (seconds, isBehind) =>
    `Va ${seconds} s por ${isBehind ? 'detrás' : 'delante'} del reloj del servidor de la cuenta. Activa la hora automática en este equipo o los sitios rechazarán los códigos.`,
  backupsUnknown: 'Solo lo sabe la bóveda, y no está abierta.',
  backupsNone: 'No hay ninguna. Se configuran en la ventana (Ajustes, Copias de seguridad).',
  backupsTrouble: (folder, trouble) => `${isolated(folder)}: ${trouble}`,
  backupsEmpty: (folder) => `En ${isolated(folder)} no hay ninguna que se abra. “latchkey backup” crea una.`,
  backupsNewest: (folder, time) => `La más reciente de ${isolated(folder)} se creó el ${time}.`,
  backupsOld: 'La bóveda ha cambiado desde entonces. “latchkey backup” crea una.',
  screenReadable: 'Desde aquí se puede leer un código QR de la pantalla.',
  screenInWindow:
    'Solo la ventana puede leerla: el escritorio no tiene el portal Screenshot y no hay pantalla X.',
  shortcutNotRunning: 'No hay ningún Latchkey abierto con ventana; el atajo solo funciona si lo hay.',
  shortcutBind: (command) =>
    `Asigna este comando a unas teclas en los ajustes de tu escritorio: ${isolated(command)}`,
  shortcutNone: (bind) => `No hay ninguno elegido (Ajustes, Búsqueda rápida). O bien: ${bind}`,
  shortcutArrives: (keys, isByDesktop) => `${inForce(keys, isByDesktop)}. Las teclas llegan.`,
  shortcutNotSeen: (keys, isByDesktop, bind) =>
    `${inForce(keys, isByDesktop)}, pero aún no se ha visto que lleguen. Pulsa las teclas. Si no pasa nada: ${bind}`,
  shortcutWaiting: 'Las teclas elegidas aún no están registradas; quizá el escritorio te pregunta algo.',
  shortcutOther: (chosen) =>
    `Los ajustes indican ${chosen === null ? 'ninguna tecla' : isolated(chosen)}, y el Latchkey abierto no lo sabe. Vuelve a iniciarlo.`,
  shortcutTroubles: {
    taken: 'Otro programa usa las teclas elegidas. Elige otras (Ajustes, Búsqueda rápida).',
    denied: 'El escritorio no ha permitido las teclas elegidas.',
    unsupported: 'Este escritorio no registra teclas para los programas.',
    ended: 'El escritorio retira una y otra vez las teclas elegidas.',
    failed: 'No se han podido registrar las teclas elegidas.',
  },
  serverNone: 'No hay ninguno. Los códigos no lo necesitan.',
  serverReady: (address) => `${isolated(address)} responde.`,
  serverTrouble: (address, trouble) => `${isolated(address)}: ${trouble}`,
};

function inForce(keys: string, isByDesktop: boolean): string {
  return `${isolated(keys)}, registrado por ${isByDesktop ? 'el escritorio' : 'Latchkey'}`;
}
