/** Puts an AppImage in the place of another, until it is killed: `node replace.ts NEW PRESENT`. */
import process from 'node:process';
import { replaceAppImage } from '../../../src/adapters/updater/app-image.ts';

const [downloaded = '', present = ''] = process.argv.slice(2);
console.log(await replaceAppImage(downloaded, present));
