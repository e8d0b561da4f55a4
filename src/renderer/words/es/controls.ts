/** Textos de los controles de los que se compone cualquier formulario. */
export const controls = {
  named: '{{what}}: {{which}}',
  tooLong_one: 'Como máximo, {{count}} carácter; aquí hay {{length}}.',
  tooLong_many: 'Como máximo, {{count}} de caracteres; aquí hay {{length}}.',
  tooLong_other: 'Como máximo, {{count}} caracteres; aquí hay {{length}}.',
  discardTitle: '¿Descartar lo que has escrito?',
  discardText: 'Aún no se ha guardado.',
  discard: 'Descartar',
  discardNot: 'Seguir editando',
} as const;

/** Consejos para una contraseña o una frase de contraseña nueva. */
export const advice = {
  hint: 'Al menos {{minimum}} caracteres. Unas cuantas palabras sin relación son seguras y fáciles de recordar.',
  more_one: 'Falta {{count}} carácter',
  more_many: 'Faltan {{count}} de caracteres',
  more_other: 'Faltan {{count}} caracteres',
  less: 'Demasiado larga: {{maximum}} caracteres como máximo.',
  judging: 'Comprobando si es difícil de adivinar',
  tooGuessable: 'Es larga, pero fácil de adivinar. Añade otra palabra sin relación.',
  containsName: 'No incluyas tu nombre.',
  containsAddress: 'No incluyas tu dirección de correo.',
  common: 'La usa mucha gente. Elige algo tuyo.',
  good: 'Buena: es difícil de adivinar.',
  strong: 'Muy segura: costaría siglos adivinarla.',
} as const;
