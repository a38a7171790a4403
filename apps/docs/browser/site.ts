import { addCopyButtons } from './copy.ts';
import { addSearch } from './search-box.ts';

addCopyButtons();
addSearch();
