/** Looking through a camera for a QR code. */
export const camera = {
  use: 'Use the camera',
  useText: 'For a code on paper or on a phone',
  title: 'Scan with the camera',
  starting: 'Starting the camera. If you are asked, allow it.',
  hold: 'Hold the QR code in front of the camera until all of it is in the picture. No picture is kept.',
  live: 'What the camera sees',
  device: 'Camera',
  off: 'The camera is off.',
  more: 'Look for more',
  allowInBrowser:
    'The browser did not allow it. Allow the camera for this page, with the icon at the top of the window, then try again.',
  troubles: {
    refused: {
      title: 'Latchkey may not use the camera',
      text: 'This computer did not allow it. Allow Latchkey to use the camera in the system’s privacy settings, then try again.',
    },
    none: {
      title: 'No camera was found',
      text: 'Connect one or switch it on, then try again. An image of the code works too.',
    },
    taken: {
      title: 'The camera does not start',
      text: 'Another program may be using it. End a video call, for example, and try again.',
    },
    gone: {
      title: 'The camera is gone',
      text: 'It was unplugged or switched off. Connect it, then try again.',
    },
    failed: {
      title: 'The camera gives no picture',
      text: 'Try again, or choose an image of the code.',
    },
  },
} as const;
