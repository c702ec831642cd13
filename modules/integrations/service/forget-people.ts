import { defineForgetting } from '@mosty/directory';
import { forgetInRows } from '../store/forget-people.ts';

defineForgetting('integrations', forgetInRows);
