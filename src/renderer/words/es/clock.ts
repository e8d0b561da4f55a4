/** El reloj por el que se rigen los códigos. */
export const clock = {
  text: 'La mayoría de los códigos se rigen por el reloj de este equipo. Si no está en hora, los sitios los rechazan.',
  doubtTitle: 'Puede que el reloj de este equipo no esté en hora',
  doubtDo: 'Revisar el reloj',
  behind:
    'Va {{span}} por detrás del reloj del servidor de la cuenta, así que los sitios pueden rechazar tus códigos.',
  ahead:
    'Va {{span}} por delante del reloj del servidor de la cuenta, así que los sitios pueden rechazar tus códigos.',
  correctionWrong:
    'La corrección de tus códigos ya no es válida: según el servidor de la cuenta, se desvían {{span}}. Probablemente el reloj del equipo se ha puesto en hora desde entonces.',
  setForward:
    'Se acaba de adelantar {{span}}. Si es correcto, todo está bien. Si no, los sitios rechazarán tus códigos.',
  setBack:
    'Se acaba de atrasar {{span}}. Si es correcto, todo está bien. Si no, los sitios rechazarán tus códigos.',
  setIt: {
    linux:
      'Pon el reloj en hora: activa la fecha y hora automáticas en la configuración del sistema o ejecuta “timedatectl set-ntp true”.',
    darwin:
      'Pon el reloj en hora: Ajustes del Sistema → General → Fecha y hora → Ajustar fecha y hora automáticamente.',
    win32:
      'Pon el reloj en hora: Configuración → Hora e idioma → Fecha y hora → Ajustar la hora automáticamente.',
    other: 'Pon el reloj en hora: activa la fecha y hora automáticas en la configuración del sistema.',
  },
  correctBy: 'Corregir los códigos',
  trust: 'El reloj está en hora',
  correctedLater: 'Los códigos siguen la hora de este equipo más {{span}}.',
  correctedEarlier: 'Los códigos siguen la hora de este equipo menos {{span}}.',
  correctedText:
    'Elegiste esta corrección porque el reloj no estaba en hora. Quítala en cuanto lo esté. El comando “latchkey” también la aplica.',
  takeBack: 'Quitar la corrección',
  change: 'Cambiar',
  compare: 'Comparar con el servidor de la cuenta',
  compareText: 'El servidor dice qué hora es. No se envía nada más.',
  compareNow: 'Comparar ahora',
  notCompared: 'Aún sin comparar.',
  agrees: 'Coincidían en la última comparación ({{when}}).',
  byHand: 'Comparar con tu teléfono',
  byHandText:
    'Un teléfono se pone en hora solo. Escribe el próximo minuto que mostrará y pulsa el botón justo cuando lo haga.',
  nextMinute: 'Próximo minuto del teléfono',
  notATime: 'Escribe una hora, por ejemplo 14:05.',
  pressNow: 'Lo muestra ahora',
  byHandAgrees: 'Los relojes coinciden. El problema no es el reloj.',
  byHandBehind: 'El reloj de este equipo va atrasado: {{span}}.',
  byHandAhead: 'El reloj de este equipo va adelantado: {{span}}.',
  otherReasons: 'Si el reloj está en hora',
  reasonUsed: 'Cada código funciona una sola vez. Espera al siguiente y prueba con ese.',
  reasonOther: '¿Es la entrada correcta? El nombre de la cuenta está debajo del nombre del sitio.',
  reasonReplaced:
    '¿Has vuelto a configurar la verificación en dos pasos en el sitio? Entonces te dio una clave nueva y la entrada de aquí es la anterior.',
} as const;
