import { showPage } from './show-page.tsx';
import { Window } from './window.tsx';

await showPage(<Window />);
