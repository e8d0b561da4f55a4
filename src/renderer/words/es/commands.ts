/** La paleta de comandos. Los nombres de los comandos están en `contract/command-names.ts`. */
export const palette = {
  search: 'Comando, ajuste o código',
  recent: 'Recientes',
  commands: 'Comandos',
  nothing: 'No hay resultados para “{{text}}”.',
  choose: 'Elegir',
  open: 'Abrir',
} as const;

/** Otras palabras con las que se busca un comando. */
export const commandsAlso = {
  add: 'nuevo más crear agregar entrada cuenta',
  scan: 'qr código cámara foto captura escáner',
  typeKey: 'secreto manual introducir ingresar a mano',
  import: 'traer importar migrar transferir mover traer google authenticator authy aegis',
  export: 'llevar transferir mover copia de seguridad archivo fichero qr',
  deleted: 'papelera basura borrados eliminados restaurar deshacer',
  settings: 'preferencias opciones configuración configurar',
  account: 'iniciar sesión acceder entrar perfil servidor',
  clock: 'código rechazado no funciona incorrecto inválido hora desfase corregir reloj',
  palette: 'comandos órdenes todo',
  find: 'filtrar encontrar',
  shortcuts: 'teclas atajos ayuda',
  lock: 'cerrar sesión salir ocultar proteger',
  back: 'anterior volver regresar',
} as const;

/** La lista de atajos: qué hacen las teclas en la lista de códigos. */
export const shortcuts = {
  anywhere: 'En cualquier lugar',
  inList: 'En los códigos',
  or: 'o',
  type: 'Buscar: escribe sin más',
  move: 'Elegir un código',
  copy: 'Copiar el código',
  copyNext: 'Copiar el código siguiente',
  details: 'Abrir sus detalles',
  menu: 'Más acciones',
  leave: 'Borrar la búsqueda o volver atrás',
} as const;

/** Otras palabras con las que se busca un ajuste. */
export const settingsAlso = {
  theme: 'modo oscuro claro noche colores tema aspecto',
  language: 'español inglés castellano traducción región',
  clipboard: 'copiar pegar segundos vaciar limpiar',
  hideCodes: 'privacidad tapar difuminar ocultar mirones',
  desktopSearch: 'gnome kde spotlight búsqueda',
  setUpLinks: 'otpauth url abrir con',
  quickFind: 'atajo tecla rápida global teclas ventana',
  command: 'terminal atajo asignar mostrar orden',
  clock: 'hora incorrecta desfase rechazados códigos inválidos ntp corregir',
  opens: 'bloqueo modo llavero frase de contraseña sesión protección',
  passphrase: 'contraseña clave cambiar añadir agregar quitar segunda forma',
  idle: 'bloquear automáticamente ausencia minutos inactividad suspensión',
  key: 'llavero cifrado rotar renovar comprometida',
  recovery: 'papel imprimir emergencia pérdida kit código',
  backups: 'copia respaldo carpeta automática diaria guardar',
  restore: 'recuperar archivo perdido respaldo',
  sync: 'sincronizar sync compartir dispositivos equipos ordenadores unirse palabras portátil nube',
  history: 'historial versiones deshacer antes restaurar',
  vaultAt: 'archivo fichero carpeta ubicación ruta versión',
  profile: 'nombre idioma',
  address: 'correo email mail cambiar',
  password: 'cambiar clave iniciar sesión',
  sessions: 'dispositivos equipos conectados sesiones',
  activity: 'registro historial seguridad',
  delete: 'borrar quitar cerrar cuenta baja',
} as const;
