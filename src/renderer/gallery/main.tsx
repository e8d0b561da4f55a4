/** The gallery's page. It is for development only: no build of the window holds it. */
import { createRoot } from 'react-dom/client';
import '../style.css';
import { startWords } from '../words/words.ts';
import { Gallery } from './gallery.tsx';

await startWords();
const place = document.querySelector('#window');
if (place === null) throw new Error('the page has no #window');
createRoot(place).render(<Gallery />);
