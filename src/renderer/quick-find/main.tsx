import { showPage } from '../show-page.tsx';
import { QuickFind } from './quick-find.tsx';

await showPage(<QuickFind />);
