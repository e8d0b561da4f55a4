import { isolated } from '../../../contract/plain-line.ts';
import type { MethodKind } from '../../../contract/vocabulary.ts';
import type { Words } from '../en/words.ts';

const methods: Record<MethodKind, string> = {
  email: 'correo',
  sms: 'SMS',
  totp: 'app de autenticación',
};

/** Lo que dice `latchkey account`. */
export const account: Words['account'] = {
  about: 'la cuenta en un servidor, que los códigos no necesitan',
  status: 'mostrar quién ha iniciado sesión y dónde',
  signIn: 'iniciar sesión: pide la contraseña, sin mostrarla, y un segundo factor',
  email: 'la dirección de correo de la cuenta',
  signInMore: 'La sesión dura hasta “latchkey account sign-out” o hasta que se cierre una ventana abierta.',
  signOut: 'cerrar sesión y quitar de este equipo todo lo de la cuenta; la bóveda se queda',
  devices: 'mostrar los equipos que no necesitan segundo factor: nombre, sistema, hasta cuándo e id',
  remove: 'dejar de confiar en uno, indicado por el principio de su id',
  removeAll: 'dejar de confiar en todos',
  askEmail: 'Dirección de correo',
  askPassword: 'Contraseña de la cuenta',
  askMethod: 'Segundo factor',
  askCode: 'Código',
  askRecoveryCode: 'Código de recuperación',
  askTrust: (days) =>
    `¿Confiar en este equipo${days === null ? '' : ` durante ${days} días`}? Después no hará falta un segundo factor.`,
  recoveryCode: 'Un código de recuperación',
  ownCode: 'Esta bóveda genera el código. Si el actual ya se ha usado, se espera al siguiente.',
  sent: (hint) => `Va en camino un código a ${hint}.`,
  confirmByMail:
    'Ha habido muchas contraseñas incorrectas. Va en camino un código a la dirección de la cuenta.',
  credentialsAgain: 'La dirección o la contraseña no es correcta, o la cuenta aún no está activada.',
  codeAgain: 'El código no es correcto.',
  nowSignedIn: (address) => `Sesión iniciada: ${address}.`,
  mustEnrolNow: 'Sesión iniciada, pero la cuenta aún no tiene un segundo factor. Se configura en la ventana.',
  signedOut: 'Sesión cerrada. En este equipo no queda nada de la cuenta.',
  signedOutHere: 'En este equipo no queda nada de la cuenta, pero no se ha podido avisar al servidor.',
  noServer: 'ninguno',
  nobody: 'nadie ha iniciado sesión',
  mailOnItsWay: 'cuenta solicitada; el correo con el enlace va en camino',
  secondFactor: 'falta el segundo factor; inicia sesión de nuevo',
  isSignedIn: 'sesión iniciada',
  mustEnrol: 'sesión iniciada, aún sin segundo factor',
  noDevices: 'No hay ningún equipo de confianza.',
  current: 'este',
  syncs: 'se sincroniza solo',
  removed: (count) =>
    count === 1 ? 'Un equipo ya no es de confianza.' : `${count} equipos ya no son de confianza.`,
  method: (kind, destination) => `${methods[kind]} (${isolated(destination)})`,
  choice: ({ kind, hint, entryId }) =>
    `${methods[kind]} (${isolated(hint)})${entryId === null ? '' : ', en esta bóveda'}`,
};
