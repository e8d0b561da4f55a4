/** Cómo se llama cada comando: igual en la bandeja y en el menú que en la ventana. */
export const commands = {
  add: 'Añadir un código',
  scan: 'Escanear un código de la pantalla',
  typeKey: 'Escribir la clave de un código',
  import: 'Importar códigos',
  export: 'Exportar códigos',
  deleted: 'Códigos eliminados',
  settings: 'Ajustes',
  account: 'Cuenta',
  clock: 'Un sitio rechaza mis códigos',
  palette: 'Buscar comando o código',
  find: 'Buscar en los códigos',
  shortcuts: 'Atajos de teclado',
  lock: 'Bloquear ahora',
  back: 'Atrás',
  show: 'Mostrar Latchkey',
  unlock: 'Abrir Latchkey',
  quickFind: 'Búsqueda rápida',
  quit: 'Salir',
} as const;

/** Qué más dice el menú de la bandeja. */
export const tray = {
  noPins: 'Fija un código para copiarlo aquí',
  locked: 'Los códigos no están abiertos',
  unnamed: 'Sin nombre',
} as const;

/** Qué hace el atajo de todo el escritorio, en los ajustes del propio escritorio. */
export const shortcut = 'Buscar un código';
