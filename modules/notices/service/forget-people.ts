import { defineForgetting } from '@mosty/directory';
import { forgetNoticesOf } from '../store/forget-people.ts';

defineForgetting('notices', (tx, { memberIds }) => forgetNoticesOf(tx, memberIds));
